"""Tabs from one start of the program to the next, a row an archive, in one JSON file."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from itertools import islice
from pathlib import Path
from typing import Any

from desktop_app.files import write_atomically
from desktop_app.gui.article_pane.history import Place, Track, Visit
from desktop_app.gui.tabs.tab import Tab

log = logging.getLogger(__name__)

_MOST_ARCHIVES = 12  # whose tabs are kept, those used last
_MOST_VISITS = 30  # of a tab's history
_MOST_BYTES = 4_000_000  # of a file that is read


class SavedTabs:
    """The file at `path`; what it holds wrongly counts as absent, and no fault stops anyone."""

    def __init__(self, path: Path) -> None:
        """Read nothing yet."""
        self._path = path

    def read(self, archive_id: str) -> tuple[list[Tab], int]:
        """The tabs of an archive, and the number of the one that was shown."""
        kept = self._rows().get(archive_id, {})
        try:
            tabs = [_tab(each) for each in kept["tabs"]]
            return tabs, int(kept["now"])
        except (KeyError, TypeError, ValueError):
            return [], 0

    def write(self, archive_id: str, tabs: Sequence[Tab], now: int) -> None:
        """Keep the tabs of an archive."""
        others = {key: row for key, row in self._rows().items() if key != archive_id}
        rows = {archive_id: {"now": now, "tabs": [_kept(tab) for tab in tabs]}, **others}
        content = json.dumps(dict(islice(rows.items(), _MOST_ARCHIVES)), ensure_ascii=False)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, content.encode())
        except OSError as error:
            log.warning("the tabs cannot be kept: %s", error)

    def _rows(self) -> dict[str, Any]:
        try:
            with self._path.open("rb") as stream:
                rows = json.loads(stream.read(_MOST_BYTES))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            log.warning("the tabs kept cannot be read: %s", error)
            return {}
        return rows if isinstance(rows, dict) else {}


def _kept(tab: Tab) -> dict[str, object]:
    """A tab as JSON has it: its latest visits, as item and place."""
    first = max(0, tab.track.now + 1 - _MOST_VISITS)
    visits = tab.track.visits[first : tab.track.now + 1]
    return {
        "item": tab.item,
        "title": tab.title,
        "visits": [[visit.item, *astuple(visit.place)] for visit in visits],
        "parallel": tab.parallel,
        "interleaved": tab.interleaved,
    }


def _tab(kept: Mapping[str, Any]) -> Tab:
    """The tab that was kept; raises `KeyError`, `TypeError` or `ValueError`."""
    visits = tuple(
        Visit(str(item), Place(int(line), int(character), int(pixels)))
        for item, line, character, pixels in kept["visits"]
    )
    return Tab(
        str(kept["item"]),
        str(kept["title"]),
        Track(visits, len(visits) - 1),
        parallel=bool(kept["parallel"]),
        interleaved=bool(kept["interleaved"]),
    )
