"""The files of one segment, and what its header says of a field."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_app.search.codec.blocks import CheckedFile
from desktop_app.search.codec.damage import damaged, reading, whole
from desktop_app.search.codec.table import Table

FORMAT_VERSION = 1
TABLE, DOCUMENTS, FREQUENCIES, POSITIONS = ".tab", ".doc", ".frq", ".pos"


@dataclass(frozen=True, slots=True)
class FieldRecord:
    """What a segment's header says of a field.

    `postings`, `positions`: how many there are. `first_posting`: where its postings
    start in the `.doc` and `.frq` files, in postings; `first_position`: where its
    positions start in the `.pos` file, in bytes. `width`: bytes a position.
    `length`: tokens over all documents. `whole`: whether all frequencies fit a byte.
    `boosted`: whether weights are kept that are not the frequencies.
    """

    postings: int
    positions: int
    first_posting: int
    first_position: int
    width: int
    length: int
    whole: bool
    boosted: bool = False

    def __post_init__(self) -> None:
        """Check what a file says; raises `ValueError`."""
        for said in (self.postings, self.positions, self.first_posting, self.first_position,
                     self.length):  # fmt: skip
            whole(said)
        if self.width not in (0, 2, 4) or {type(self.whole), type(self.boosted)} != {bool}:
            raise ValueError("no width of positions, or no truth value")


class SegmentFiles:
    """The four files of one segment, mapped."""

    def __init__(self, folder: Path, segment: str) -> None:
        """Open the segment called `segment` in `folder`; raises `IndexDamaged`."""
        self.path = folder / f"{segment}{TABLE}"
        self.table = Table(self.path)
        header = self.table.header
        if header.get("version") != FORMAT_VERSION or header.get("segment") != segment:
            raise damaged(self.path)
        self.checked_documents = self._open(folder, segment, DOCUMENTS)
        self.checked_frequencies = self._open(folder, segment, FREQUENCIES)
        self.checked_positions = self._open(folder, segment, POSITIONS)
        with reading(self.path):
            self.count = whole(header["documents"])
            kind = np.dtype({2: "<u2", 4: "<u4"}[header["width"]])
            self.documents = np.frombuffer(self.checked_documents.content, kind)
        self.frequencies = np.frombuffer(self.checked_frequencies.content, "u1")

    def hold(self, field: FieldRecord) -> bool:
        """Whether the postings and positions of `field` lie within the files."""
        postings = field.first_posting + field.postings
        positions = field.first_position + field.positions * field.width
        return (postings <= min(len(self.documents), len(self.frequencies))
                and positions <= len(self.checked_positions.content))  # fmt: skip

    def _open(self, folder: Path, segment: str, ending: str) -> CheckedFile:
        sums = self.table.read(f"sums {ending}")
        with reading(self.path):
            size = whole(self.table.header["sizes"][ending])
        return CheckedFile(folder / f"{segment}{ending}", size, sums)
