"""Why there is no picture where one is to be."""

from __future__ import annotations

from desktop_app.errors import BeilinError
from desktop_app.i18n.catalog import Catalog
from desktop_app.sheets.sheet import SheetPhoto


def why_missing(catalog: Catalog, photo: SheetPhoto, error: Exception | None) -> str:
    """The reason, for a person; "" where nothing is wrong, as far as is known."""
    if photo.path is None:
        return catalog.text("The photo itself was not saved.")
    if isinstance(error, BeilinError):
        return catalog.message(error.text)
    return catalog.text("This photo cannot be shown.") if error else ""
