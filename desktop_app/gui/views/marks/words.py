"""What the view of marks says of its sections."""

from __future__ import annotations

from desktop_app.gui.views.marks.sections import Kind, Section
from desktop_app.i18n.catalog import Catalog
from desktop_app.marks.schema import FAVOURITES
from desktop_app.search.query_lexer import quoted


def section_name(section: Section, catalog: Catalog) -> str:
    """What a section is called."""
    if section.kind is Kind.COLLECTION:
        return section.name or catalog.text("Bookmarks")
    return {
        Kind.HIGHLIGHTS: catalog.text("Highlights and notes"),
        Kind.TAGS: catalog.text("Tags"),
        Kind.HISTORY: catalog.text("Lately read"),
    }[section.kind]


def nothing_in(section: Section, filtered: bool, catalog: Catalog) -> tuple[str, str]:
    """Heading and text for a section without rows, or without such as were asked for."""
    text = catalog.text
    if filtered:
        return text("Nothing here has these words"), text("Clear the box to see everything again.")
    if section.is_own:
        return text("Nothing in this collection yet"), text(
            "While reading, put items into it with the button beside the star."
        )
    if section.kind is Kind.COLLECTION:
        return text("No bookmarks yet"), text(
            "The star above an item keeps it here, where you can put it in order."
        )
    if section.kind is Kind.HIGHLIGHTS:
        return text("Nothing highlighted yet"), text(
            "Select words while reading and press Ctrl+H, or write a note on them from their menu."
        )
    if section.kind is Kind.TAGS:
        return text("No tags yet"), text(
            "Tags are words of your own for items; the button beside the star gives them."
        )
    return text("Nothing read yet"), text("What you read in this archive is listed here.")


def query_of(section: Section, tag: str = "") -> str:
    """What finds the items of a section, or of a tag."""
    if tag:
        return f"tag:{_word(tag)}"
    if section.kind is Kind.HIGHLIGHTS:
        return "has:highlight"
    if section.kind is Kind.TAGS:
        return "has:tag"
    if section.kind is Kind.HISTORY:
        return "is:read"
    return "in:favourites" if section.number == FAVOURITES else f"in:{_word(section.name)}"


def _word(name: str) -> str:
    return name if name.isalnum() else quoted(name)
