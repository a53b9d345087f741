"""An item as plain text, for the clipboard."""

from __future__ import annotations

from desktop_app.gui.article_pane.lines import facts_of
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item

# Ends of blocks, lines and frames; pictures.
_MARKS = {0x2029: "\n", 0x2028: "\n", 0xFDD0: "\n", 0xFDD1: "\n", 0xFFFC: None}


def plain_text(item: Item, catalog: Catalog) -> str:
    """Head, paragraphs and captions, a blank line between them."""
    head = [item.title, facts_of(item, catalog), item.url]
    captions = [photo.caption for photo in item.photos]
    parts = ("\n".join(filter(None, part)) for part in (head, item.paragraphs, captions))
    return "\n\n".join(filter(None, parts))


def without_marks(selected: str) -> str:
    """What Qt gives for a selection, with ordinary line ends and no marks of pictures."""
    text = selected.translate(_MARKS)
    return "\n".join(line for line in text.split("\n") if line)
