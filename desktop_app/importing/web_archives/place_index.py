"""Where records lie, by keys of 64 bits: 28 bytes an entry, so that millions fit."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from desktop_app.importing.web_archives.damage import Place


class PlaceIndex:
    """Entries are added first and looked up afterwards."""

    def __init__(self) -> None:
        """Empty."""
        self._keys = array("Q")
        self._members = array("Q")
        self._skips = array("Q")
        self._sources = array("I")
        self._order: npt.NDArray[np.int64] | None = None
        self._sorted: npt.NDArray[np.uint64] | None = None

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._keys)

    def add(self, key: int, source: int, place: Place) -> None:
        """Keep that the record for `key` lies at `place` of file number `source`."""
        self._keys.append(key)
        self._members.append(place.member)
        self._skips.append(place.skip)
        self._sources.append(source)
        self._order = self._sorted = None

    def find(self, key: int) -> Iterator[tuple[int, Place]]:
        """The files and places kept for `key`, in the order they came."""
        if self._order is None or self._sorted is None:
            keys = np.array(self._keys, dtype=np.uint64)
            self._order = np.argsort(keys, kind="stable")
            self._sorted = keys[self._order]
        begin = np.searchsorted(self._sorted, np.uint64(key), "left")
        end = np.searchsorted(self._sorted, np.uint64(key), "right")
        for at in self._order[begin:end]:
            yield self.at(int(at))

    def at(self, number: int) -> tuple[int, Place]:
        """The file and the place of entry `number`, in the order they came."""
        return self._sources[number], Place(self._members[number], self._skips[number])
