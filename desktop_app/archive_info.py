"""Figures about an archive."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from desktop_app.store.totals import Totals


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


def figures(folder: Path, totals: Totals, format_version: int) -> ArchiveInfo:
    """The figures of the archive in `folder`, whose store counts `totals`."""
    return ArchiveInfo(
        items=totals.items,
        photos=totals.photos,
        languages=totals.languages,
        first_date=totals.first_date,
        last_date=totals.last_date,
        bytes=sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()),
        format_version=format_version,
    )
