"""The items one import has met, so that of several under one id it keeps the right one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop_app.importing.version import UNSTATED, Version


class Meeting(Enum):
    """What an item is to those met before it."""

    FIRST = "first"  # or the same once more
    OTHER = "other"  # something else under an id that is taken
    OLDER = "older"  # than the version that was kept
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Kept:
    """The version of an item that is kept, and the `source` it is reported by."""

    version: Version
    source: str


class Met:
    """Ids with what was kept under them; versions only of those that state one."""

    def __init__(self) -> None:
        """Nothing was met."""
        self._contents: dict[str, int] = {}
        self._kept: dict[str, Kept] = {}

    def meet(self, item_id: str, content: int, new: Kept) -> tuple[Meeting, Kept]:
        """What an item with the hash `content` is, and what was kept under its id before."""
        known = self._contents.setdefault(item_id, content)
        before = self._kept.get(item_id, Kept(UNSTATED, ""))
        if known == content:
            self._keep(item_id, max((before, new), key=lambda kept: kept.version))
            return Meeting.FIRST, before
        if new.version == before.version:
            return Meeting.OTHER, before
        if new.version < before.version:
            return Meeting.OLDER, before
        self._contents[item_id] = content
        self._keep(item_id, new)
        return Meeting.NEWER, before

    def _keep(self, item_id: str, kept: Kept) -> None:
        if kept.version != UNSTATED:
            self._kept[item_id] = kept
