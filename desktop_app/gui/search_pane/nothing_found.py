"""What is said in place of the rows when there are none: why, and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop_app.errors import BeilinError
from desktop_app.gui.search_pane.answer import Lack
from desktop_app.i18n.catalog import Catalog


class WayOut(Enum):
    """What the button does."""

    NONE = "nothing"
    FREE = "free the filters"
    CLEAR = "clear the search"
    ITEMS = "list items"
    IMPORT = "import"
    AGAIN = "search again"


@dataclass(frozen=True, slots=True)
class NothingFound:
    """Heading, explanation and button, and what the button does."""

    heading: str
    text: str
    button: str = ""
    way: WayOut = WayOut.NONE


def failed(catalog: Catalog, error: Exception) -> NothingFound:
    """A search that ended with `error`."""
    reason = catalog.message(error.text) if isinstance(error, BeilinError) else str(error)
    heading, again = catalog.text("The search failed"), catalog.text("Try again")
    return NothingFound(heading, reason, again, WayOut.AGAIN)


def nothing_found(catalog: Catalog, lack: Lack, speeches: bool, filtered: bool) -> NothingFound:
    """A search for statements, or for items, that found none because of `lack`."""
    text = catalog.text
    if lack is Lack.ITEMS:
        way_in = text("Drop saved pages, text files or a folder here to import them.")
        heading = text("This archive is empty")
        return NothingFound(heading, way_in, text("Import files…"), WayOut.IMPORT)
    if lack is Lack.STATEMENTS:
        why = text("No item of this archive reports who said what.")
        return NothingFound(text("No statements here"), why, text("List items"), WayOut.ITEMS)
    heading = text("Nothing found")
    if filtered:
        why = _why_filtered(catalog, speeches)
        return NothingFound(heading, why, text("Remove filters"), WayOut.FREE)
    why = _why(catalog, speeches)
    return NothingFound(heading, why, text("Clear the search"), WayOut.CLEAR)


def _why_filtered(catalog: Catalog, speeches: bool) -> str:
    if speeches:
        return catalog.text("No statement matches all of this within the chosen filters.")
    return catalog.text("No item matches all of this within the chosen filters.")


def _why(catalog: Catalog, speeches: bool) -> str:
    if speeches:
        return catalog.text(
            "Every word must be in one statement. Leave one out, join words with OR, "
            "or list the items, in which they may stand apart."
        )
    return catalog.text(
        "Every word must be in an item. Leave one out, join words with OR, "
        "or put “quotation marks” around a phrase."
    )
