"""What a contact sheet is called, and what stands in its place where there are no photos."""

from __future__ import annotations

from desktop_app.gui.views.concordance.notices import error_text
from desktop_app.gui.views.sheet.scope import Answered, Scope
from desktop_app.i18n.catalog import Catalog
from desktop_app.sheets.sheet import SheetPhoto
from desktop_app.together import Searched


def title_of(archive: Searched | None, answered: Answered, first: SheetPhoto | None) -> str:
    """What the photos are of, for the head of a contact sheet; `first` is the first of them."""
    asked, name = answered.asked, archive.name if archive else ""
    if asked.scope is Scope.ITEM and first is not None:
        return first.item_title
    return f"{name}: {asked.query}" if asked.scope is Scope.SEARCH and asked.query else name


def why_nothing(
    catalog: Catalog, answered: Answered | None, error: Exception | None
) -> tuple[str, str]:
    """Heading and text; both empty while photos are looked for."""
    if error is not None:
        return catalog.text("The photos could not be read"), error_text(catalog, error)
    if answered is None:
        return "", ""
    way = catalog.text("Look at those of the whole archive.")
    if answered.asked.scope is Scope.ITEM:
        return catalog.text("This item has no photos."), way
    if answered.asked.scope is Scope.SEARCH:
        return catalog.text("What the search finds has no photos."), way
    return catalog.text("No photos here"), catalog.text(
        "The archive has no photos. Import pages that were saved whole, or photos themselves."
    )
