"""From Beilin's query tree to a Whoosh query."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from whoosh import query as wq
from whoosh.matching import ListMatcher
from whoosh.query.spans import SpanNear

from desktop_app.language.folding import fold
from desktop_app.language.tokens import HAN, Token, tokens
from desktop_app.search.nodes import (
    All,
    AnyOf,
    DateRange,
    Keyword,
    Node,
    Not,
    Text,
)

LANGUAGES = {"zh": ("zh", "chinese", "中文", "汉语"), "en": ("en", "english", "英文", "英语")}
Pairs = Callable[[str, str], Iterable[str]]


def to_whoosh(node: Node, pairs: Pairs) -> wq.Query:
    """Return the Whoosh query of `node`.

    `pairs(field, character)` gives the indexed tokens with that Chinese character.
    """
    if isinstance(node, All):
        return _all([to_whoosh(part, pairs) for part in node.parts])
    if isinstance(node, AnyOf):
        return wq.Or([to_whoosh(part, pairs) for part in node.parts])
    if isinstance(node, Not):
        return _all([wq.Not(to_whoosh(node.part, pairs))])
    if isinstance(node, Text):
        return _text(node, pairs)
    if isinstance(node, DateRange):
        return _column("date", lambda day: node.first <= day <= node.last)
    if isinstance(node, Keyword):
        return _keyword(node)
    return wq.Every()


def _all(parts: list[wq.Query]) -> wq.Query:
    """All of `parts`, the excluding ones taken from what the others find."""
    excluded = [part.query for part in parts if isinstance(part, wq.Not)]
    wanted = [part for part in parts if not isinstance(part, wq.Not)]
    found = wq.And(wanted) if len(wanted) > 1 else (wanted[0] if wanted else wq.Every())
    return wq.AndNot(found, wq.Or(excluded)) if excluded else found


def _text(node: Text, pairs: Pairs) -> wq.Query:
    """The words of a leaf side by side; those in a title count once more."""
    words = list(tokens(node.text))
    found = _phrase(node.field, words, pairs)
    if node.field == "title":
        return found
    return wq.AndMaybe(found, _phrase("title", words, pairs))


def _row(field: str, words: list[Token]) -> wq.Query:
    """The words at exactly their distances."""
    gaps = [second.position - first.position for first, second in pairwise(words)]
    if max(gaps) == 1:
        return wq.Phrase(field, [word.text for word in words])
    # A position is empty where two Chinese runs meet, and Whoosh's phrases have one
    # slop for all: spans can ask for each distance by itself.
    row = wq.Term(field, words[0].text)
    for word, gap in zip(words[1:], gaps, strict=True):
        row = SpanNear(row, wq.Term(field, word.text), slop=gap, mindist=gap)
    return row


def _phrase(field: str, words: list[Token], pairs: Pairs) -> wq.Query:
    if len(words) > 1:
        return _row(field, words)
    word = words[0].text
    if len(word) == 1 and HAN.match(word):
        return wq.Or([wq.Term(field, pair) for pair in pairs(field, word)])
    return wq.Term(field, word)


def _keyword(node: Keyword) -> wq.Query:
    if node.field == "has":
        return _column("has", bool)
    value = fold(node.value)
    if node.field == "lang":
        codes = [code for code, names in LANGUAGES.items() if value in names] or [value]
        return _column("language", lambda stored: stored.decode() in codes)
    if node.field == "kind":
        return _column("kind", lambda stored: stored.decode() == value)
    return _column("source", lambda stored: value in fold(stored.decode()))


def _column(name: str, accepts: Callable[..., bool]) -> wq.Query:
    """A filter by a column's value, which adds nothing to the score."""
    return wq.ConstantScoreQuery(_ColumnFilter(name, accepts), 0.0)


class _ColumnFilter(wq.Query):  # type: ignore[misc]
    """The documents whose column value is accepted.

    Whoosh's own column query yields deleted documents too and cannot be combined.
    """

    def __init__(self, column: str, accepts: Callable[..., bool]) -> None:
        self.column = column
        self.accepts = accepts

    def matcher(self, searcher: Any, context: Any = None) -> ListMatcher:  # noqa: ANN401
        reader = searcher.reader()
        values = reader.column_reader(self.column)
        living = reader.all_doc_ids()
        return ListMatcher([place for place in living if self.accepts(values[place])])

    def estimate_size(self, reader: Any) -> int:  # noqa: ANN401
        return int(reader.doc_count())

    def estimate_min_size(self, reader: Any) -> int:  # noqa: ANN401
        return 0
