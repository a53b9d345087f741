"""What somebody says, to be quoted: the words, who says them, where, and the citation."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.citing.citation import Citation, as_html, citation, in_text
from desktop_app.citing.clean_text import one_line
from desktop_app.citing.formats import record
from desktop_app.citing.styles import RECORDS, STYLES
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item, Origin, Statement

# By CLDR's delimiters, but corner brackets as Taiwan's style of punctuation has them.
_MARKS = {"zh_TW": ("「", "」")}
_USUAL = ("“", "”")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A statement ready for the clipboard, plain as `text` and rich as `html`."""

    text: str
    html: str


def quotation(
    item: Item,
    statement: Statement,
    style: str,
    catalog: Catalog,
    origin: Origin | None = None,
    person: str = "",
) -> Quotation:
    """Quote `statement` of `item` in the language of `catalog`.

    `style` is a key of `STYLES`, or of `RECORDS`: an entry for the item with the words, who
    says them and how they are given as its note.

    `person` is the speaker's name where the archive knows a better one than the statement
    (``SaidHit.person``); `origin` is ``Archive.origin(item.id)``. The words are those of the
    item to the letter. Only words given word for word stand in quotation marks, those of
    the interface's language; what is reported in the item's own words is said to be so.
    """
    paragraph = paragraph_of(item, statement)
    words = quoted_words(statement, catalog)
    attribution = _attribution(item, statement, catalog, paragraph, person)
    if style in RECORDS:
        entry = record((item, origin), style, one_line(f"{words} — {attribution}"))
        return Quotation(entry, f"<pre>{as_html(entry)}</pre>")
    short = in_text(item, style, origin, paragraph)
    if STYLES[style].by_note:  # the note is the citation
        cited, short = short, Citation("", "")
    else:
        cited = citation(item, style, origin)
    text = [f"{words} {short.text}".rstrip(), f"— {attribution}", cited.text]
    rich = [
        f"<blockquote><bdi>{as_html(words)}</bdi> {short.html}".rstrip() + "</blockquote>",
        f"<p>— {as_html(attribution)}</p>",
        f"<p>{cited.html}</p>",
    ]
    return Quotation("\n".join(text), "\n".join(rich))


def quoted_words(statement: Statement, catalog: Catalog) -> str:
    """The words as they stand in the item; in quotation marks only where they are quoted."""
    if not statement.quoted:
        return catalog.text("Reported, not word for word: {words}", words=statement.text)
    return in_marks(statement.text, catalog)


def in_marks(words: str, catalog: Catalog) -> str:
    """`words` in the quotation marks of the interface's language."""
    opening, closing = _MARKS.get(catalog.language, _USUAL)
    return f"{opening}{words}{closing}"


def paragraph_of(item: Item, statement: Statement) -> int:
    """The paragraph in which `statement` begins, counted from 1."""
    return item.text.count("\n", 0, statement.start) + 1


def _attribution(
    item: Item, statement: Statement, catalog: Catalog, paragraph: int, person: str
) -> str:
    """Who says it and how it is given, when, and where in the item."""
    text = catalog.text
    name, role = one_line(person or statement.speaker), one_line(statement.role)
    who = text("{speaker}, {role}", speaker=name, role=role) if role else name
    parts = (
        who or text("Unnamed speaker"),
        text("word for word") if statement.quoted else text("reported"),
        catalog.date(item.date),
        text("paragraph {number}", number=catalog.number(paragraph)),
        text(
            "characters {first} to {last}",
            first=catalog.number(statement.start + 1),
            last=catalog.number(statement.end),
        ),
    )
    return " · ".join(part for part in parts if part)
