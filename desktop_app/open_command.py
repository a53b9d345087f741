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
from desktop_app.manifest import FILE
from desktop_app.spoken_commands import SpokenCommand
from desktop_app.terminal import Terminal
from desktop_app.usage import NamedPath

# Platforms of Qt that show nothing: a window there would be open for nobody.
_UNSEEN = ("offscreen", "minimal")


def open_command(terminal: Terminal) -> click.Command:
    """The command, which prints with `terminal`."""
    places = click.Argument(["places"], type=NamedPath(), nargs=-1, metavar="[ARCHIVE|FILE...]")

    def callback(places: Sequence[Path]) -> int:
        return open_window(terminal, places)

    help_ = terminal.catalog.text(
        "Open the window on ARCHIVE, on several together, or on the sample archive; "
        "a FILE of another kind is imported."
    )
    return SpokenCommand("open", callback=callback, params=[places], help=help_)


def open_window(terminal: Terminal, places: Sequence[Path]) -> int:
    """Show archives in the window, or a picture where there is no display; the exit status.

    Files among `places` are to be imported: a web archive that was clicked, say.
    """
    files = [place for place in places if place.is_file() and place.name != FILE]
    archives = [_folder(place) for place in places if place not in files]
    for archive in archives:
        open_archive(archive).close()  # complains here, where it can be read
    unseen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in _UNSEEN
    if unseen or not has_display():
        return demonstrate(terminal, next(iter(archives), None), _picture())
    from desktop_app.gui.application import run_window  # noqa: PLC0415 (Qt, only for a window)

    language = click.get_current_context().find_root().params["language"]
    return run_window(archives, language, files)


def _folder(place: Path) -> Path:
    """The archive that `place` is, or whose own file it is."""
    return place.parent if place.is_file() else place


def _picture() -> Path:
    """Where the demonstration draws: here, or in a new folder where nothing may be written."""
    name = "beilin.png"
    here = os.access(Path.cwd(), os.W_OK)
    return Path(name) if here else Path(tempfile.mkdtemp(prefix="beilin-"), name)
