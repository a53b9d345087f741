"""What stands in rows of a list that could not be read, in place of a blank."""

from __future__ import annotations

from desktop_app.i18n.catalog import Catalog


def not_read(catalog: Catalog) -> tuple[str, str]:
    """What is wrong with a row, and the way out."""
    return catalog.text("This line could not be read."), catalog.text("Try again")
