"""How a document is laid out in a Whoosh index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from whoosh.analysis import Analyzer
from whoosh.analysis import Token as WhooshToken
from whoosh.columns import NumericColumn, RefBytesColumn
from whoosh.fields import COLUMN, ID, TEXT, Schema

from desktop_app.language.tokens import Token, tokens
from desktop_app.search.dates import day_number
from desktop_app.search.engine import Document

# Raised when the layout or the analysis changes: an index of another version is
# built anew from the store.
LAYOUT_VERSION = 1
# Left between a title, a paragraph and a caption, so that no phrase reaches across.
_GAP = 10
# Whoosh takes a list as tokens already made, so several texts travel as one string.
SEPARATOR = "\x1e"


class BeilinAnalyzer(Analyzer):  # type: ignore[misc]
    """Gives Whoosh the tokens of `language.tokens`, for texts joined by `SEPARATOR`."""

    def __call__(self, value: str, **options: Any) -> Iterator[WhooshToken]:  # noqa: ANN401
        """Yield one token object, filled anew each time, as Whoosh expects."""
        shared = WhooshToken(positions=True, boost=1.0, stopped=False)
        for token in tokens_of_all(value.split(SEPARATOR)):
            shared.text = token.text
            shared.pos = token.position
            shared.boost = 1.0
            yield shared


def tokens_of_all(texts: Iterable[str]) -> Iterator[Token]:
    """Yield the tokens of several texts, with a gap of positions between them."""
    position = 0
    for text in texts:
        for token in tokens(text, position):
            yield token
            position = token.position + 1
        position += _GAP


def schema() -> Schema:
    """The fields of an item: all its text, its title, and columns to filter and sort."""
    return Schema(
        key=ID(unique=True),
        text=TEXT(analyzer=BeilinAnalyzer()),
        title=TEXT(analyzer=BeilinAnalyzer()),
        number=COLUMN(NumericColumn("I")),
        date=COLUMN(NumericColumn("I")),
        has=COLUMN(NumericColumn("B")),
        language=COLUMN(RefBytesColumn()),
        kind=COLUMN(RefBytesColumn()),
        source=COLUMN(RefBytesColumn()),
    )


def fields_of(document: Document) -> dict[str, object]:
    """The values Whoosh writes for `document`."""
    return {
        "key": str(document.number),
        "text": SEPARATOR.join(chain([document.title], document.paragraphs, document.captions)),
        "title": document.title,
        "number": document.number,
        "date": day_number(document.date),
        "has": int(document.has_photo),
        "language": document.language.encode(),
        "kind": document.kind.encode(),
        "source": document.source.encode(),
    }
