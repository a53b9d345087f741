"""Where a query's words stand in a text, found the way the index finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.language.tokens import HAN, Token, tokens
from desktop_app.search.nodes import Node, Text, positive_words


class Span(NamedTuple):
    """A match in a text: code points from `start` to before `end`, of term number `term`."""

    start: int
    end: int
    term: int


@dataclass(frozen=True, slots=True)
class Highlighter:
    """The words to mark, each a row of neighbouring tokens; made once a query."""

    body: tuple[tuple[Token, ...], ...]
    title: tuple[tuple[Token, ...], ...]

    @classmethod
    def of(cls, query: Node) -> Highlighter:
        """The words of `query` that are not excluded; title words mark titles only."""
        texts = (leaf for leaf in positive_words(query) if isinstance(leaf, Text))
        rows = {(leaf.field, tuple(tokens(leaf.text))): None for leaf in texts}
        return cls(
            body=tuple(row for field, row in rows if field == "text"),
            title=tuple(row for _field, row in rows),
        )

    def in_body(self, text: str) -> list[Span]:
        """The matches in a paragraph or caption, in order, none overlapping."""
        return _find(text, self.body)

    def in_title(self, text: str) -> list[Span]:
        """The matches in a title, in order, none overlapping."""
        return _find(text, self.title)


def _find(text: str, rows: Sequence[Sequence[Token]]) -> list[Span]:
    if not rows or not text:
        return []
    stream = list(tokens(text))
    found = [span for term, row in enumerate(rows) for span in _row(stream, row, term, text)]
    return list(_apart(sorted(found, key=lambda span: (span.start, -span.end))))


def _row(stream: list[Token], row: Sequence[Token], term: int, text: str) -> Iterator[Span]:
    """The places where `row` stands in `stream`, token by token, position by position."""
    if not row:
        return
    if len(row) == 1 and len(row[0].text) == 1 and HAN.match(row[0].text):
        yield from _character(stream, row[0].text, term, text)
        return
    for place in range(len(stream) - len(row) + 1):
        here = stream[place : place + len(row)]
        if all(_same(a, b, here[0], row[0]) for a, b in zip(here, row, strict=True)):
            yield Span(here[0].start, here[-1].end, term)


def _same(here: Token, wanted: Token, first_here: Token, first_wanted: Token) -> bool:
    """Same token, as far from the first of its row."""
    distance = here.position - first_here.position
    return here.text == wanted.text and distance == wanted.position - first_wanted.position


def _character(stream: list[Token], character: str, term: int, text: str) -> Iterator[Span]:
    """A lone Chinese character, which matches inside runs too."""
    for token in stream:
        for place, folded in enumerate(token.text):
            if folded == character and HAN.match(token.text):
                start = min(token.start + place, len(text) - 1)
                yield Span(start, start + 1, term)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Drop spans that begin inside the one before."""
    end = -1
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end
