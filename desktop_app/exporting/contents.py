"""Which items an export holds, month by month; on disk meanwhile, as there may be many."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.items import Item

_HELD = 5000  # entries in memory
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in a table of contents; `day` is an ISO day or ""."""

    day: str
    title: str
    language: str
    source: str
    address: str


class Contents:
    """Collects entries and gives them back by month, the newest month first."""

    def __init__(self, folder: Path) -> None:
        """Keep what is too much for memory in `folder`."""
        self._folder = folder
        self._held: dict[str, list[str]] = {}
        self._count = 0
        self._counts: Counter[str] = Counter()

    def add(self, item: Item, address: str) -> None:
        """Note `item`, whose page is at `address`."""
        day = item.date.isoformat() if item.date else ""
        entry = (day, item.title, item.language, item.source, address)
        month = day[:7] or UNDATED
        self._held.setdefault(month, []).append(json.dumps(entry))
        self._counts[month] += 1
        self._count += 1
        if self._count >= _HELD:
            self._put_down()

    def _put_down(self) -> None:
        for month, lines in self._held.items():
            with (self._folder / month).open("a", encoding="ascii") as stream:
                stream.writelines(f"{line}\n" for line in lines)
        self._held, self._count = {}, 0

    def months(self) -> list[tuple[str, int]]:
        """Each month as ``2021-08``, or `UNDATED`, with its items; the newest first."""
        dated = sorted((month for month in self._counts if month != UNDATED), reverse=True)
        undated = [UNDATED] if UNDATED in self._counts else []
        return [(month, self._counts[month]) for month in (*dated, *undated)]

    def entries(self, month: str) -> list[Entry]:
        """The entries of `month`, the newest day first, else in the order they came."""
        entries = [Entry(*json.loads(line)) for line in self._lines(month)]
        return sorted(entries, key=lambda entry: entry.day, reverse=True)

    def _lines(self, month: str) -> Iterator[str]:
        path = self._folder / month
        if path.is_file():
            with path.open(encoding="ascii") as stream:
                yield from stream
        yield from self._held.get(month, ())
