"""An engine whose snapshot others can search together with their own."""

from __future__ import annotations

from typing import Protocol

from desktop_app.search.engine import SearchEngine
from desktop_app.search.snapshot import Snapshot


class ColumnEngine(SearchEngine, Protocol):
    """A `SearchEngine` on columns."""

    def snapshot(self) -> Snapshot:
        """What searches look at now; the same object until that changes.

        Raises `IndexDamaged`.
        """
