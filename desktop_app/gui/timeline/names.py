"""What a year, a month, a day, or a stretch of them is called."""

from __future__ import annotations

from desktop_app.i18n.catalog import Catalog


def period_name(catalog: Catalog, key: str) -> str:
    """A year ("2021"), a month ("2021-08") or a day as people write it."""
    if len(key) == len("2021-08"):
        return catalog.month(int(key[:4]), int(key[5:]))
    return catalog.date_text(key) if "-" in key else key
