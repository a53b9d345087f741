"""Watching folders: which files have come or changed, and are whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop_app.importing.detect import walk

_PATIENCE = 10  # looks after which settled files no longer wait for others

_Stamp = tuple[int, int]


class Watch:
    """Looks at folders again and again; the first look finds all that is there."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Watch `folders`, with all folders below."""
        self._folders = tuple(folders)
        self._taken: dict[Path, _Stamp] = {}
        self._seen: dict[Path, _Stamp] = {}
        self._waited = 0

    def look(self) -> frozenset[Path]:
        """The files to import now; call it every few seconds.

        A browser writes a page before its pictures, and a copy takes its time: so files
        are taken when nothing that is new has changed between two looks. One that grows
        for ever is waited for a while, then the others are taken.
        """
        stamps = self._stamps()
        new = {path for path, stamp in stamps.items() if self._taken.get(path) != stamp}
        settled = {path for path in new if self._seen.get(path) == stamps[path]}
        self._seen = stamps
        self._waited = self._waited + 1 if settled != new else 0
        if 0 < self._waited < _PATIENCE:
            return frozenset()
        self._waited = 0
        self._taken.update((path, stamps[path]) for path in settled)
        return frozenset(settled)

    def put_back(self, files: Iterable[Path]) -> None:
        """Find `files` again: they could not be imported now."""
        for file in files:
            self._taken.pop(file, None)

    def _stamps(self) -> dict[Path, _Stamp]:
        """Size and time of change of every file."""
        found: dict[Path, _Stamp] = {}
        for folder in self._folders:
            for path in walk(folder):
                try:
                    state = path.stat()
                except OSError:  # gone again, or a link that leads nowhere
                    continue
                found[path] = (state.st_size, state.st_mtime_ns)
        return found
