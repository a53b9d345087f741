"""A photo as the pane shows it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """One photo of an item; `path` is None where only its caption was saved.

    `taken` is an ISO date or date-time, or ""; `index` is the place among the photos of
    the item, after how many paragraphs of which it stands. `day` is the item's ISO day, or "".
    """

    path: Path | None
    caption: str = ""
    credit: str = ""
    taken: str = ""
    item_id: str = ""
    item_title: str = ""
    index: int = 0
    after: int = 0
    day: str = ""
    source: str = ""
