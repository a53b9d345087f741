"""What stands in place of the lines where there are none: why, and what to do."""

from __future__ import annotations

from desktop_app.errors import BeilinError
from desktop_app.i18n.catalog import Catalog


def error_text(catalog: Catalog, error: Exception) -> str:
    """What `error` says to a person."""
    return catalog.message(error.text) if isinstance(error, BeilinError) else str(error)


def nothing_asked(catalog: Catalog) -> tuple[str, str]:
    """Heading and explanation where the search box is empty."""
    return catalog.text("Every place of a word, one under the other"), catalog.text(
        "Type a word, a phrase or a whole query into the search box, such as harbor, "
        "“prime minister” or 合作. Each place where it stands becomes a line, the word in the "
        "middle and its context on both sides. Sort the lines by the words beside it and they "
        "fall into groups; Enter leads to the place in the text."
    )


def nothing_found(catalog: Catalog) -> tuple[str, str]:
    """Heading and explanation where a query has no lines."""
    return catalog.text("No lines"), catalog.text(
        "Lines need a word to stand around: one that is in the paragraphs of an item, not in its "
        "title or captions alone, and not only a date, a source or another filter."
    )


def stopped(catalog: Catalog) -> tuple[str, str]:
    """Heading and explanation where a person did not want to wait."""
    return catalog.text("Stopped"), catalog.text("The lines were not searched for to the end.")


def failed(catalog: Catalog, error: Exception) -> tuple[str, str]:
    """Heading and explanation where something went wrong."""
    return catalog.text("The search failed"), error_text(catalog, error)
