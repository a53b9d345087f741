"""Figures over all items of an archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Totals:
    """Figures over all items; dates are ISO days or None, `languages` maps code -> items."""

    items: int
    photos: int
    languages: dict[str, int]
    first_date: str | None
    last_date: str | None


def totals(run: Callable[[str, Sequence[object]], list[tuple[Any, ...]]]) -> Totals:
    """Count everything."""
    (items, first, last), *_ = run("SELECT count(*), min(date), max(date) FROM items", ())
    languages = run("SELECT language, count(*) FROM items GROUP BY language ORDER BY 1", ())
    photos = run("SELECT count(DISTINCT file) FROM photos", ())[0][0]
    return Totals(items, photos, dict(languages), first, last)
