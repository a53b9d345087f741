"""In which language an item matched a query that was asked in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.items import Item
from desktop_app.language.tokens import HAN
from desktop_app.search.engine import MIXED
from desktop_app.search.highlight import Highlighter
from desktop_app.search.nodes import (
    All,
    AnyOf,
    Boost,
    EitherLanguage,
    Node,
    Text,
    Words,
    positive_words,
)

ByLanguage = tuple[tuple[str, Highlighter], ...]


@dataclass(frozen=True, slots=True)
class MatchedLanguages:
    """The words of a query, by language.

    `words` are those that were translated and their translations, `others` all of them:
    what has none of the former is told by the latter. A Latin name in a Chinese query
    should not make its items English.
    """

    words: ByLanguage = ()
    others: ByLanguage = ()

    @classmethod
    def of(cls, query: Node) -> MatchedLanguages:
        """Of a query in both languages; knows of none in another."""
        words = _by_language(_leaves(query))
        return cls(words, _by_language(positive_words(query))) if words else cls()

    def of_item(self, item: Item) -> str:
        """``en``, ``zh``, or `MIXED` for words of both; "" where there are none."""
        return self.of_texts(_texts(item)) if self.words else ""

    def of_texts(self, texts: Iterable[tuple[str, str]]) -> str:
        """The same of texts, each with the part of an item that it is."""
        read = list(texts)
        found = _shown(read, self.words) or _shown(read, self.others)
        return MIXED if len(found) > 1 else "".join(found)


UNASKED = MatchedLanguages()
"""Of a query in one language."""


def _by_language(leaves: Iterable[Words]) -> ByLanguage:
    found: dict[str, list[Words]] = {}
    for leaf in leaves:
        found.setdefault(_language(leaf), []).append(leaf)
    return tuple((each, Highlighter.of(AnyOf(tuple(own)))) for each, own in found.items())


def _shown(texts: Iterable[tuple[str, str]], words: ByLanguage) -> list[str]:
    """The languages of which `texts` have a word."""
    return [
        language for language, own in words if any(own.in_part(part, text) for part, text in texts)
    ]


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    yield "title", item.title
    yield from (("body", text) for text in item.paragraphs)
    yield from (("caption", photo.caption) for photo in item.photos)


def _leaves(node: Node) -> Iterator[Words]:
    if isinstance(node, EitherLanguage):
        yield from positive_words(node)
    elif isinstance(node, (All, AnyOf)):
        for part in node.parts:
            yield from _leaves(part)
    elif isinstance(node, Boost):
        yield from _leaves(node.part)


def _language(leaf: Words) -> str:
    return "zh" if isinstance(leaf, Text) and HAN.search(leaf.text) else "en"
