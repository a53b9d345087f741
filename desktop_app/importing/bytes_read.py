"""How many bytes of the source files are read, files inside containers among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.importing.source_file import SourceFile

_UNPACKING = 0.1  # of a container's bytes; reading what it holds takes far longer


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a file's bytes lie among those of its container: ``start + factor * read``."""

    container: SourceFile
    start: float
    factor: float


class BytesRead:
    """Passes on what is read of a file, in bytes of the outermost file that it lies in."""

    def __init__(self, report: Callable[[SourceFile, int], None]) -> None:
        """Tell `report`, of the outermost file first, then of the very file, by its name."""
        self._report = report
        self._places: dict[SourceFile, _Place] = {}

    def read(self, file: SourceFile, count: int) -> None:
        """So many bytes of `file` are read."""
        outer, inner = file, float(count)
        while place := self._places.get(outer):
            outer, inner = place.container, place.start + place.factor * inner
        if outer != file:
            self._report(outer, int(inner))
        self._report(file, count)

    def unpacked(self, container: SourceFile, count: int) -> None:
        """So many bytes of a container are unpacked, whose files are still to be read."""
        self.read(container, int(count * _UNPACKING))

    def expect(self, container: SourceFile, inside: Sequence[SourceFile]) -> None:
        """The files `inside` a container are read next, one after the other."""
        size = container.size()
        sizes = [file.size() for file in inside]
        start = size * _UNPACKING
        factor = size * (1 - _UNPACKING) / max(sum(sizes), 1)
        for file, own in zip(inside, sizes, strict=True):
            self._places[file] = _Place(container, start, factor)
            start += factor * own

    def done(self, container: SourceFile, inside: Sequence[SourceFile]) -> None:
        """All files `inside` a container are read."""
        for file in inside:
            self._places.pop(file, None)
        self.read(container, container.size())
