"""``beilin open``: the window."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from desktop_app.archive import open_archive
from desktop_app.demonstration import demonstrate
from desktop_app.display import has_display
from desktop_app.spoken_commands import SpokenCommand
from desktop_app.terminal import Terminal
from desktop_app.usage import NamedPath

# Platforms of Qt that show nothing: a window there would be open for nobody.
_UNSEEN = ("offscreen", "minimal")


def open_command(terminal: Terminal) -> click.Command:
    """The command, which prints with `terminal`."""
    archives = click.Argument(["archives"], type=NamedPath(), nargs=-1, metavar="[ARCHIVE...]")

    def callback(archives: Sequence[Path]) -> int:
        return open_window(terminal, archives)

    help_ = terminal.catalog.text(
        "Open the window on ARCHIVE, on several together, or on the sample archive."
    )
    return SpokenCommand("open", callback=callback, params=[archives], help=help_)


def open_window(terminal: Terminal, archives: Sequence[Path]) -> int:
    """Show `archives` in the window, or a picture where there is no display; the exit status."""
    for archive in archives:
        open_archive(archive).close()  # complains here, where it can be read
    unseen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in _UNSEEN
    if unseen or not has_display():
        return demonstrate(terminal, next(iter(archives), None), _picture())
    from desktop_app.gui.application import run_window  # noqa: PLC0415 (Qt, only for a window)

    return run_window(archives, click.get_current_context().find_root().params["language"])


def _picture() -> Path:
    """Where the demonstration draws: here, or in a new folder where nothing may be written."""
    name = "beilin.png"
    here = os.access(Path.cwd(), os.W_OK)
    return Path(name) if here else Path(tempfile.mkdtemp(prefix="beilin-"), name)
