"""The command that draws the window into a picture: `beilin screenshot`."""

from __future__ import annotations

from pathlib import Path

import click

from desktop_app.spoken_commands import SpokenCommand, SpokenOption, language_option, picture_size
from desktop_app.terminal import Terminal
from desktop_app.usage import NamedPath

# Those of `gui.theme`, which needs Qt; the tests hold that they are all.
_THEMES = ("light", "dark", "sepia", "contrast-light", "contrast-dark")


def screenshot_command(terminal: Terminal, archive: click.Argument) -> click.Command:
    """``beilin screenshot``."""
    text = terminal.catalog.text

    def callback(  # noqa: PLR0913, PLR0917 (what the command takes)
        archive: Path, out: Path, query: str, item: str, view: str,
        parallel: bool, interleaved: bool, language: str, theme: str, size: str,
    ) -> None:  # fmt: skip
        from desktop_app.gui.screenshot import Shot, screenshot  # noqa: PLC0415 (Qt)

        width, _, height = size.partition("x")
        look = (language, theme, int(width), int(height))
        shot = Shot(query, item, view, *look, parallel, interleaved)
        screenshot(archive, out, shot)

    out = click.Argument(["out"], type=NamedPath(), metavar="OUT.png")
    params = [archive, out, *_what(terminal), *_how(terminal)]
    help_ = text("Draw the window on ARCHIVE into a picture; needs no display.")
    return SpokenCommand("screenshot", callback=callback, params=params, help=help_)


def _what(terminal: Terminal) -> list[click.Option]:
    """The options that say what is shown."""
    text = terminal.catalog.text
    return [
        SpokenOption(["--query"], default="", help=text("What to search for.")),
        SpokenOption(["--item"], default="", help=text("The id of the item to show.")),
        SpokenOption(
            ["--view"], default="reading", show_default=True, metavar="VIEW",
            help=text("The view to show, by its name; a wrong name is told the right ones."),
        ),
        SpokenOption(
            ["--parallel"], is_flag=True, help=text("Show the item beside its counterpart."),
        ),
        SpokenOption(
            ["--interleaved"], is_flag=True,
            help=text("Show each paragraph of the item followed by its counterpart's."),
        ),
    ]  # fmt: skip


def _how(terminal: Terminal) -> list[click.Option]:
    """The options that say how it looks."""
    text, language = terminal.catalog.text, terminal.catalog.language
    return [
        language_option(text("The language of the window."), language),
        SpokenOption(
            ["--theme"], type=click.Choice(_THEMES), default="light",
            show_default=True, help=text("The colours of the window."),
        ),
        SpokenOption(
            ["--size"], default="1280x800", show_default=True, callback=picture_size,
            help=text("Width and height in pixels."),
        ),
    ]  # fmt: skip
