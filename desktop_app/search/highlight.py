"""Where a query's words stand in a text, found the way the index finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.language.folding import fold_letters
from desktop_app.search.finders import Finder, finder_of
from desktop_app.search.nodes import Node, Words, positive_words
from desktop_app.search.pinyin_rows import Pinyin, spoken_names

# Marks beyond these would cover a text, and each takes its time.
MOST_TERMS = 200
# What is read where; a title is no place for the words of a caption, nor the other way.
_SHOWN_IN = {
    "text": ("title", "body", "caption"),
    "title": ("title",),
    "body": ("body",),
    "caption": ("caption",),
    "speaker": ("speaker", "body"),
    "said": ("said", "body"),
}
_SPOKEN_IN = {"text": ("title", "speaker"), "title": ("title",), "speaker": ("speaker",)}
Finders = tuple[tuple[int, Finder], ...]


class Span(NamedTuple):
    """A match in a text: code points from `start` to before `end`, of term number `term`."""

    start: int
    end: int
    term: int


@dataclass(frozen=True, slots=True)
class Highlighter:
    """The words to mark, by the part of an item they are marked in; made once a query.

    May be used from several threads; each finder keeps what it found out about words.
    """

    finders: Mapping[str, Finders]

    @classmethod
    def of(cls, query: Node) -> Highlighter:
        """The words of `query` that are not excluded, names in pinyin among them."""
        words = [*positive_words(query)][:MOST_TERMS]
        leaves = dict.fromkeys([*words, *spoken_names(query)])
        finders: dict[str, list[tuple[int, Finder]]] = {}
        for term, leaf in enumerate(leaves):
            finder = finder_of(leaf)
            for part in _parts(leaf):
                finders.setdefault(part, []).append((term, finder))
        return cls({part: tuple(found) for part, found in finders.items()})

    def terms(self, part: str) -> int:
        """How many different terms may be marked in `part` (title, body, caption …)."""
        return len(self.finders.get(part, ()))

    def in_body(self, text: str) -> list[Span]:
        """The matches in a paragraph, in order, none overlapping."""
        return self.in_part("body", text)

    def in_title(self, text: str) -> list[Span]:
        """The matches in a title, in order, none overlapping."""
        return self.in_part("title", text)

    def in_caption(self, text: str) -> list[Span]:
        """The matches in a photo's caption, in order, none overlapping."""
        return self.in_part("caption", text)

    def in_part(self, part: str, text: str) -> list[Span]:
        """The matches in a text that is `part` (title, body, caption, speaker, said) of an item."""
        finders = self.finders.get(part)
        return _find(text, finders) if finders and text else []


def _parts(leaf: Words | Pinyin) -> tuple[str, ...]:
    return (_SPOKEN_IN if isinstance(leaf, Pinyin) else _SHOWN_IN).get(leaf.field, ())


def _find(text: str, finders: Finders) -> list[Span]:
    folded, offsets = fold_letters(text)
    found = [Span(start, end, term) for term, find in finders for start, end in find(folded)]
    if len(found) > 1:
        found = list(_apart(sorted(found, key=_longest_first)))
    if offsets is None or not found:
        return found
    return [Span(offsets[start], offsets[end - 1] + 1, term) for start, end, term in found]


def _longest_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Let a span that begins inside the one before begin where that ends."""
    end = -1
    for span in spans:
        if span.end > end:
            yield Span(max(span.start, end), span.end, span.term)
            end = span.end
