"""The command `cite`: items as references, for people and for reference managers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from desktop_app.archive import open_archive
from desktop_app.citing.styles import STYLES, CiteFormat
from desktop_app.spoken_commands import SpokenCommand, SpokenOption
from desktop_app.terminal import Terminal


def cite_command(terminal: Terminal, archive: click.Argument) -> click.Command:
    """``beilin cite``."""
    text = terminal.catalog.text

    def callback(archive: Path, item_ids: tuple[str, ...], style: str, form: str) -> None:
        from desktop_app.citing.formats import cited  # noqa: PLC0415 (10 ms that only this needs)

        with open_archive(archive) as opened:
            items = [(opened.item(each), opened.origin(each)) for each in item_ids]
        terminal.raw(cited(items, style, CiteFormat(form)))

    form = SpokenOption(
        ["form", "--format"],
        type=click.Choice([each.value for each in CiteFormat]),
        default=CiteFormat.TEXT.value,
        show_default=True,
        help=text("What to write; the style matters to text and html."),
    )
    ids = click.Argument(["item_ids"], metavar="ID...", nargs=-1, required=True)
    params = [archive, ids, style_option(terminal, "--style", "gbt7714"), form]
    help_ = text("Print the items ID of ARCHIVE as references.")
    return SpokenCommand("cite", callback=callback, params=params, help=help_)


def style_option(
    terminal: Terminal, name: str, default: str | None, others: Iterable[str] = ()
) -> SpokenOption:
    """The option `name` that takes a style of citation, or one of `others`."""
    return SpokenOption(
        [name],
        type=click.Choice([*STYLES, *others]),
        default=default,
        show_default=default is not None,
        help=terminal.catalog.text("The style: GB/T 7714-2015, APA 7, Chicago 18 or MLA 9."),
    )
