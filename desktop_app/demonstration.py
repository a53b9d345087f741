"""What happens without a display: the same job in the terminal, and a picture of the window."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop_app.archive import Archive, open_archive
from desktop_app.sample import sample_archive
from desktop_app.terminal import Terminal

# What the sample archive has much of, in each language.
_QUERIES = ("西安交通大学", "United States")
_HITS = 3


def demonstrate(terminal: Terminal, folder: Path | None, picture: Path) -> int:
    """Search the archive in `folder` (or the sample) in both languages; draw `picture`.

    Returns 0, for all that can be done without a display has been done.
    """
    text = terminal.catalog.text
    terminal.say(text("There is no display, so Beilin shows itself in the terminal."))
    if folder is None:
        with terminal.import_progress() as progress:
            folder = sample_archive(progress)
    with open_archive(folder) as archive:
        if not archive.is_current():
            with terminal.index_progress() as counted:
                archive.catch_up(counted)
        terminal.say(text("Archive: {path}", path=folder))
        for query in _QUERIES:
            _search(terminal, archive, query)
    _draw(folder, terminal, picture)
    terminal.say()
    terminal.say(text("A picture of the window: {path}", path=picture.absolute()))
    terminal.say(text("A real window on a virtual screen: {command}", command=_XVFB))
    if not all(map(shutil.which, ("xvfb-run", "xauth"))):
        terminal.say(text("That needs the Debian packages xvfb and xauth: {command}", command=_APT))
    return 0


_XVFB = "xvfb-run -a python3 -m desktop_app"
# xvfb-run wants xauth too, which xvfb only recommends.
_APT = "sudo apt-get install -y --no-install-recommends xvfb xauth"


def _search(terminal: Terminal, archive: Archive, query: str) -> None:
    matches = archive.search(query)
    terminal.say()
    terminal.say(terminal.catalog.text("Search: {query}", query=query))
    terminal.hits(matches, archive.hits(matches, 0, _HITS))


def _draw(folder: Path, terminal: Terminal, picture: Path) -> None:
    from desktop_app.gui.screenshot import Shot, screenshot  # noqa: PLC0415 (Qt, only here)

    screenshot(folder, picture, Shot(language=terminal.catalog.language))
