"""From Beilin's query tree to a Whoosh query.

Pinyin is left out: whether a word may be pinyin is decided by how often it stands in
the text as typed, and to decide it here would be to write that rule down twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Protocol

from whoosh import query as wq
from whoosh.matching import ListMatcher
from whoosh.matching.wrappers import FilterMatcher, WrappingMatcher
from whoosh.query.spans import SpanNear

from desktop_app.language.folding import fold
from desktop_app.language.tokens import HAN, Token, tokens
from desktop_app.search.language_column import languages_in
from desktop_app.search.nodes import (
    All,
    AnyOf,
    Boost,
    DateRange,
    Fuzzy,
    Keyword,
    Near,
    Node,
    Not,
    Prefix,
    Text,
    Wildcard,
)

# What a filter adds to a score: Whoosh drops what scores 0 where any of several will do.
_NOTHING = 1e-12
LANGUAGES = {"zh": ("zh", "chinese", "中文", "汉语"), "en": ("en", "english", "英文", "英语")}


class Words(Protocol):
    """Looks words of a field up in an index."""

    def tokens_with(self, field: str, character: str) -> list[str]:
        """The indexed tokens of one or two characters with `character` in them."""

    def forms(self, field: str, word: str) -> list[str]:
        """The indexed words with the stem of `word`, or `word` alone."""


def to_whoosh(node: Node, words: Words) -> wq.Query:
    """Return the Whoosh query of `node`."""
    if isinstance(node, All):
        return _all(node.parts, words)
    if isinstance(node, AnyOf):
        return wq.Or([to_whoosh(part, words) for part in node.parts])
    if isinstance(node, Not):
        return _all([node], words)
    if isinstance(node, Boost):
        return _Times(to_whoosh(node.part, words), node.factor)
    if isinstance(node, Text):
        return _text(node, words)
    if isinstance(node, (Prefix, Wildcard, Fuzzy)):
        return _pattern(node, words)
    return _other(node)


def _other(node: Node) -> wq.Query:
    if isinstance(node, Near):
        return _near(node)
    if isinstance(node, DateRange):
        return _column("date", lambda day: node.first <= day <= node.last)
    return _keyword(node) if isinstance(node, Keyword) else wq.Every()


def _all(nodes: Sequence[Node], words: Words) -> wq.Query:
    """All of `nodes`, the excluding ones taken from what the others find."""
    excluded = [to_whoosh(node.part, words) for node in nodes if isinstance(node, Not)]
    wanted = [to_whoosh(node, words) for node in nodes if not isinstance(node, Not)]
    found = wq.And(wanted) if len(wanted) > 1 else (wanted[0] if wanted else wq.Every())
    return _Without(found, wq.Or(excluded)) if excluded else found


def _text(node: Text, words: Words) -> wq.Query:
    """The words of a leaf side by side; those in a title count once more."""
    row = list(tokens(node.text))
    if node.field == "body":
        return _body(node, row, words)
    found = _words(node.field, row, words, node.exact)
    if node.field != "text":
        return found
    return wq.AndMaybe(found, _words("title", row, words, node.exact))


def _body(node: Text, row: list[Token], words: Words) -> wq.Query:
    """What stands in the paragraphs, scored as in all of the text."""
    forms = [node.text] if node.exact or len(row) > 1 else words.forms("text", row[0].text)
    parts = []
    for form in forms:
        each = list(tokens(form))
        parts.append(wq.Require(_row("text", each), _row("body", each)))
    return wq.Or(parts)


def _words(field: str, row: list[Token], words: Words, exact: bool) -> wq.Query:
    if len(row) > 1:
        return _row(field, row)
    word = row[0].text
    if len(word) == 1 and HAN.match(word):
        pairs = [wq.Term(field, pair) for pair in words.tokens_with(field, word)]
        return wq.ConstantScoreQuery(wq.Or(pairs), 1.0)
    return wq.Or([wq.Term(field, form) for form in ([word] if exact else words.forms(field, word))])


def _row(field: str, words: list[Token]) -> wq.Query:
    """The words at exactly their distances."""
    if len(words) == 1:
        return wq.Term(field, words[0].text)
    gaps = [second.position - first.position for first, second in pairwise(words)]
    if max(gaps) == 1:
        return wq.Phrase(field, [word.text for word in words])
    # A position is empty where two Chinese runs meet, and Whoosh's phrases have one
    # slop for all: spans can ask for each distance by itself.
    row = wq.Term(field, words[0].text)
    for word, gap in zip(words[1:], gaps, strict=True):
        row = _Spans(row, wq.Term(field, word.text), slop=gap, mindist=gap)
    return row


def _near(node: Near) -> wq.Query:
    """Two parts; Whoosh nests more of them two by two, which is another question."""
    rows = [_row(_indexed(node.field), list(tokens(part))) for part in node.parts]
    first, second = rows
    return _Spans(first, second, slop=node.distance + 1, ordered=False)


def _pattern(node: Prefix | Wildcard | Fuzzy, words: Words) -> wq.Query:
    """All words of a kind, each match scoring 1."""
    field = _indexed(node.field)
    if isinstance(node, Wildcard):
        parts = {"*": ".*", "?": "."}
        regular = "".join(parts.get(sign, re.escape(sign)) for sign in fold(node.pattern))
        found: wq.Query = wq.Regex(field, f"{regular}$")
    else:
        row = list(tokens(node.text))
        if len(row) > 1:
            return _text(Text(node.text, node.field), words)
        word = row[0].text
        distance = node.distance if isinstance(node, Fuzzy) else 0
        found = wq.FuzzyTerm(field, word, maxdist=distance, prefixlength=0)
        if isinstance(node, Prefix):
            found = wq.Prefix(field, word)
    return wq.ConstantScoreQuery(found, 1.0)


def _indexed(field: str) -> str:
    """Patterns and nearness are looked for in all of the text where the body is meant."""
    return "text" if field == "body" else field


def _keyword(node: Keyword) -> wq.Query:
    if node.field == "has":
        return _column("has", bool)
    value = fold(node.value)
    if node.field == "lang":
        codes = [code for code, names in LANGUAGES.items() if value in names] or [value]
        return _column("language", lambda stored: codes[0] in languages_in(stored.decode()))
    if node.field == "kind":
        return _column("kind", lambda stored: stored.decode() == value)
    return _column("source", lambda stored: value in fold(stored.decode()))


def _column(name: str, accepts: Callable[..., bool]) -> wq.Query:
    """A filter by a column's value, which adds nothing to the score."""
    return _ColumnFilter(name, accepts)


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
        found = [place for place in living if self.accepts(values[place])]
        return ListMatcher(found, [_NOTHING] * len(found))

    def estimate_size(self, reader: Any) -> int:  # noqa: ANN401
        return int(reader.doc_count())

    def estimate_min_size(self, reader: Any) -> int:  # noqa: ANN401
        return 0


class _Spans(SpanNear):  # type: ignore[misc]
    """Whoosh's nearness, which inside other queries lacks what those ask of it."""

    def estimate_size(self, reader: Any) -> int:  # noqa: ANN401
        return int(reader.doc_count())

    def estimate_min_size(self, reader: Any) -> int:  # noqa: ANN401
        return 0


class _Without(wq.AndNot):  # type: ignore[misc]
    """Whoosh's own lets a first match through that it should not, and fails past its end."""

    def matcher(self, searcher: Any, context: Any = None) -> FilterMatcher:  # noqa: ANN401
        excluded = self.b.matcher(searcher, searcher.boolean_context())
        found = self.a.matcher(searcher, context)
        return FilterMatcher(found, frozenset(excluded.all_ids()), exclude=True)


class _Times(wq.WrappingQuery):  # type: ignore[misc]
    """A query whose scores count so many times; Whoosh's own boost leaves some kinds out."""

    def __init__(self, child: wq.Query, factor: float) -> None:
        super().__init__(child)
        self.factor = factor

    def _rewrap(self, child: wq.Query) -> _Times:
        return _Times(child, self.factor)

    def matcher(self, searcher: Any, context: Any = None) -> Any:  # noqa: ANN401
        return WrappingMatcher(self.child.matcher(searcher, context), boost=self.factor)
