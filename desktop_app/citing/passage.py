"""A passage of an item, or the item itself, with its citation: for the clipboard."""

from __future__ import annotations

from desktop_app.citing.citation import as_html, citation
from desktop_app.citing.clean_text import one_line
from desktop_app.citing.formats import record
from desktop_app.citing.quotation import Quotation, in_marks
from desktop_app.citing.styles import RECORDS
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item, Origin


def cited_passage(
    item: Item, words: str, style: str, catalog: Catalog, origin: Origin | None = None
) -> Quotation:
    """`words` of `item` in the quotation marks of `catalog`'s language, then the citation.

    `style` is a key of `STYLES`, or of `RECORDS`, where the words are the entry's note.
    Without `words` it is the citation alone.
    """
    quoted = in_marks(words, catalog) if words else ""
    if style in RECORDS:
        entry = record((item, origin), style, one_line(quoted))
        return Quotation(entry, f"<pre>{as_html(entry)}</pre>")
    cited = citation(item, style, origin)
    block = f"<blockquote><bdi>{as_html(quoted)}</bdi></blockquote>" if quoted else ""
    return Quotation("\n".join(filter(None, (quoted, cited.text))), f"{block}<p>{cited.html}</p>")
