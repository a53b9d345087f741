"""How a document is laid out in a Whoosh index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from whoosh.analysis import Analyzer
from whoosh.analysis import Token as WhooshToken
from whoosh.columns import NumericColumn, RefBytesColumn
from whoosh.fields import COLUMN, TEXT, Schema

from desktop_app.language.tokens import Token, tokens
from desktop_app.search.codec.inversion import GAP
from desktop_app.search.dates import day_number
from desktop_app.search.engine import Document
from desktop_app.search.index_documents import FIELDS
from desktop_app.search.language_column import joined_languages

# Raised when the fields or the analysis change: an index of another layout is built
# anew from the store.
LAYOUT_VERSION = 2
# Whoosh takes a list as tokens already made, so several texts travel as one string.
SEPARATOR = "\x1e"


class BeilinAnalyzer(Analyzer):  # type: ignore[misc]
    """Gives Whoosh the tokens of `language.tokens`, for texts joined by `SEPARATOR`."""

    def __call__(self, value: str, **options: Any) -> Iterator[WhooshToken]:  # noqa: ANN401
        """Yield one token object, filled anew each time, as Whoosh expects.

        Whoosh asks with ``chars=True`` for the places in `value`: its query parser does for
        phrases, its highlighter for marks.
        """
        shared = WhooshToken(**{**options, "positions": True, "boost": 1.0, "stopped": False})
        for token in tokens_of_all(value.split(SEPARATOR)):
            shared.text = token.text
            shared.pos = token.position
            shared.startchar, shared.endchar = token.start, token.end
            shared.boost = 1.0
            yield shared


def tokens_of_all(texts: Iterable[str]) -> Iterator[Token]:
    """Yield the tokens of several texts, with a gap of positions between them.

    Their places count through all texts, one more for what separates two.
    """
    position = place = 0
    for text in texts:
        for token in tokens(text, position):
            yield token._replace(start=token.start + place, end=token.end + place)
            position = token.position + 1
        position += GAP
        place += len(text) + len(SEPARATOR)


def schema() -> Schema:
    """The fields of an item: words to search, and columns to filter, sort and count by."""
    return Schema(
        **{name: TEXT(analyzer=BeilinAnalyzer()) for name in FIELDS},
        number=COLUMN(NumericColumn("I")),
        date=COLUMN(NumericColumn("I")),
        has=COLUMN(NumericColumn("B")),
        language=COLUMN(RefBytesColumn()),
        kind=COLUMN(RefBytesColumn()),
        source=COLUMN(RefBytesColumn()),
    )


def fields_of(document: Document) -> dict[str, object]:
    """The values Whoosh's own writer takes for `document`."""
    texts = {name: SEPARATOR.join(of(document)) for name, of in FIELDS.items()}
    return {
        **{name: text for name, text in texts.items() if text},
        "number": document.number,
        "date": day_number(document.date),
        "has": int(document.has_photo),
        "language": joined_languages(document),
        "kind": document.kind.encode(),
        "source": document.source.encode(),
    }
