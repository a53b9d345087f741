"""The two texts of a pair as a table of two columns, for the clipboard."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData

from desktop_app.exchange import guarded
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.items import Item

_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def table_data(item: Item, twin: Twin) -> QMimeData:
    """The table as HTML, for word processors, and with tabs, for all others."""
    rows = list(_rows(item, twin))
    made = QMimeData()
    made.setText("".join(f"{_cell(left)}\t{_cell(right)}\n" for left, right in rows))
    made.setHtml("".join(_html(rows, (item.language, twin.item.language))))
    return made


def _rows(item: Item, twin: Twin) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Titles, then the paragraphs of each link; a side may be empty."""
    yield (item.title,), (twin.item.title,)
    for link in twin.links:
        own, other = twin.paragraphs(link)
        yield (
            tuple(item.paragraphs[place] for place in own),
            tuple(twin.item.paragraphs[place] for place in other),
        )


def _cell(paragraphs: Sequence[str]) -> str:
    return guarded(_BREAKS.sub(" ", " ".join(paragraphs)))


def _html(
    rows: Sequence[tuple[tuple[str, ...], tuple[str, ...]]], languages: tuple[str, str]
) -> Iterator[str]:
    yield '<html><head><meta charset="utf-8"></head><body><table border="1">'
    for number, row in enumerate(rows):
        name = "td" if number else "th"
        yield "<tr>"
        for cell, language in zip(row, languages, strict=True):
            text = "".join(f"<p>{html.escape(each)}</p>" for each in cell)
            yield f'<{name} lang="{html.escape(language)}" valign="top">{text}</{name}>'
        yield "</tr>"
    yield "</table></body></html>"
