"""Figures about an archive."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """Figures about an archive; `bytes` is its size on disk, `languages` code -> items."""

    items: int
    photos: int
    languages: dict[str, int]
    first_date: str | None
    last_date: str | None
    bytes: int
    format_version: int

    def to_json(self) -> dict[str, object]:
        """The shape of ``beilin info --json``."""
        return asdict(self)
