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


@dataclass(frozen=True, slots=True)
class MatchedLanguages:
    """The words of a query that were translated and their translations, by language."""

    words: tuple[tuple[str, Highlighter], ...] = ()

    @classmethod
    def of(cls, query: Node) -> MatchedLanguages:
        """Of a query in both languages; knows of none in another."""
        leaves: dict[str, list[Words]] = {}
        for leaf in _leaves(query):
            leaves.setdefault(_language(leaf), []).append(leaf)
        return cls(tuple((each, Highlighter.of(AnyOf(tuple(own)))) for each, own in leaves.items()))

    def of_item(self, item: Item) -> str:
        """``en``, ``zh``, or `MIXED` for words of both; "" where there are none."""
        return self.of_texts(_texts(item)) if self.words else ""

    def of_texts(self, texts: Iterable[tuple[str, str]]) -> str:
        """The same of texts, each with the part of an item that it is."""
        read = list(texts)
        found = [language for language, words in self.words if _shows(read, words)]
        return MIXED if len(found) > 1 else "".join(found)


UNASKED = MatchedLanguages()
"""Of a query in one language."""


def _shows(texts: Iterable[tuple[str, str]], words: Highlighter) -> bool:
    return any(words.in_part(part, text) for part, text in texts)


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
