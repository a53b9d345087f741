"""Puts translations beside the words of a query.

Words and phrases are translated, in every field of text; what names speakers, sources,
days and languages is not, nor ``=words``, patterns, words near each other, and what is
left out. Items that match what was typed come first (`OwnFirst`), those that match by
translations after them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desktop_app.language.folding import fold
from desktop_app.language.lexicon.lexicon import Lexicon, Translation
from desktop_app.language.tokens import HAN, runs, tokens
from desktop_app.search.bilingual.pieces import (
    chinese_pieces,
    grouped,
    is_chinese,
    is_latin,
    without_stop_words,
)
from desktop_app.search.bilingual.sources import LexiconSource, Source, best
from desktop_app.search.engine import Vocabulary
from desktop_app.search.nodes import All, AnyOf, Boost, EitherLanguage, Node, OwnFirst, Text
from desktop_app.search.query import parse

Off = frozenset[tuple[str, str]]
"""Translations that are not wanted: (word of the query, translation)."""

_FIELDS = ("text", "title", "body", "caption", "said")
_MOST_WORDS = 24  # of a query; what comes after them stays as typed
_MOST_PIECES = 6  # of one phrase
_LONGEST = 60  # code points of a phrase
_LESS = 0.8  # a translated word counts so much of a typed one, times its weight


@dataclass(frozen=True, slots=True)
class Expansion:
    """A word or phrase of a query, the translations looked for, and those switched off.

    Both are in the order of how well they answer, as `all` has them together.
    """

    word: str
    all: tuple[str, ...]
    off: frozenset[str] = frozenset()

    @property
    def translations(self) -> tuple[str, ...]:
        """Those looked for."""
        return tuple(each for each in self.all if each not in self.off)


@dataclass(frozen=True, slots=True)
class BilingualQuery:
    """A query in both languages: what is searched for, and what was added to it."""

    node: Node
    expansions: tuple[Expansion, ...] = ()


class Bilingual:
    """Reads queries in both languages. Safe to use from several threads."""

    def __init__(self, vocabulary: Callable[[], Vocabulary], *own: Source) -> None:
        """Use translations that are in the `vocabulary`: the lexicon's, and of sources of `own`."""
        self._vocabulary, self._own = vocabulary, own

    def read(
        self, query: str, off: Off = frozenset(), without: frozenset[str] = frozenset()
    ) -> BilingualQuery:
        """The tree of `query`, its words in both languages; raises `LexiconError`.

        Translations that are `off` for a word, or `without` which all are, are not looked for.
        """
        node = parse(query).node
        lexicon = Lexicon.open()
        unwanted = frozenset(map(fold, without))
        sources = (LexiconSource(lexicon), *self._own)
        words = _Words(lexicon, sources, self._vocabulary(), off, unwanted)
        both = _Expander(words).node(node)
        expansions = tuple(words.expansions.values())
        return BilingualQuery(node if both == node else OwnFirst((node, both)), expansions)


class _Words:
    """Looks the words of one query up, and keeps what it found."""

    def __init__(
        self,
        lexicon: Lexicon,
        sources: Sequence[Source],
        vocabulary: Vocabulary,
        off: Off,
        without: frozenset[str],
    ) -> None:
        self._lexicon, self._sources = lexicon, sources
        self._vocabulary, self._off, self._without = vocabulary, off, without
        self._known: dict[str, list[Translation]] = {}
        self.expansions: dict[str, Expansion] = {}

    def known(self, text: str) -> list[Translation]:
        """The translations of `text` that occur in the archive, the best first."""
        found = self._known.get(text)
        if found is None:
            every = (each for source in self._sources for each in source.translations(text))
            found = self._known[text] = best(each for each in every if self._occurs(each.word))
        return found

    def wanted(self, text: str, field: str) -> list[Node]:
        """What to look for in `field` instead of `text`, which is noted as expanded."""
        found = self.known(text)
        off = frozenset(word for word, _weight in found if self._is_off(text, word))
        if found:
            self.expansions[text] = Expansion(text, tuple(word for word, _ in found), off)
        return [_translation(each, field) for each in found if each.word not in off]

    def _is_off(self, text: str, word: str) -> bool:
        return (text, word) in self._off or fold(word) in self._without

    def in_parts(self, text: str, field: str) -> list[Node]:
        """The same for a phrase: as a whole, or else each of its words, together."""
        if self.known(text):
            return self.wanted(text, field)
        parts = self._pieces(text)
        if not 1 < len(parts) <= _MOST_PIECES or not all(map(self.known, parts)):
            return []
        each = [self.wanted(part, field) for part in dict.fromkeys(parts)]
        return [All(tuple(_any(nodes) for nodes in each))] if all(each) else []

    def _pieces(self, text: str) -> list[str]:
        if HAN.search(text):
            return chinese_pieces("".join(runs(text)), self._lexicon)
        words = text.split()
        spans = grouped(words, lambda phrase: bool(self.known(phrase)))
        return [without_stop_words(words[start:end]) for start, end in spans]

    def _occurs(self, text: str) -> bool:
        """Whether all words of `text` are in the archive."""
        return all(self._has(token.text) for token in tokens(text))

    def _has(self, word: str) -> bool:
        return bool(self._vocabulary.documents(word) or self._vocabulary.forms(word))


class _Expander:
    """Walks a tree."""

    def __init__(self, words: _Words) -> None:
        self._words = words

    def node(self, node: Node) -> Node:
        """`node` with its words in both languages."""
        if isinstance(node, Text):
            return self._phrase(node)
        if isinstance(node, All):
            return All(tuple(self._all(node.parts)))
        if isinstance(node, AnyOf):
            return AnyOf(tuple(map(self.node, node.parts)))
        if isinstance(node, Boost):
            return replace(node, part=self.node(node.part))
        return node

    def _all(self, parts: Sequence[Node]) -> Iterator[Node]:
        """Neighbouring English words may be a phrase."""
        for field, run in groupby(parts, _plain_field):
            nodes = list(run)
            yield from self._run(nodes, field) if field else map(self.node, nodes)

    def _run(self, nodes: list[Node], field: str) -> Iterator[Node]:
        texts = [node.text for node in nodes if isinstance(node, Text)]
        if len(texts) > _MOST_WORDS:
            yield from nodes
            return
        for start, end in grouped(texts, lambda phrase: bool(self._words.known(phrase))):
            own = nodes[start] if end - start == 1 else All(tuple(nodes[start:end]))
            phrase = without_stop_words(texts[start:end])
            yield _either(own, self._words.wanted(phrase, field) if phrase else [])

    def _phrase(self, leaf: Text) -> Node:
        """A word, a quoted phrase, a run of Chinese."""
        if not _is_translated(leaf) or len(self._words.expansions) >= _MOST_WORDS:
            return leaf
        return _either(leaf, self._words.in_parts(leaf.text.strip(), leaf.field))


def _is_translated(leaf: Text) -> bool:
    """Whether `leaf` is of a kind that is looked up."""
    if leaf.field not in _FIELDS or len(leaf.text) > _LONGEST:
        return False
    if is_chinese(leaf.text):
        return True
    one_form = leaf.exact and len(runs(leaf.text)) == 1
    return is_latin(leaf.text) and not one_form


def _plain_field(node: Node) -> str:
    """The field of an English word, which its neighbours may go with; "" for all else."""
    plain = isinstance(node, Text) and not node.exact and _is_translated(node)
    return node.field if plain and isinstance(node, Text) and is_latin(node.text) else ""


def _either(own: Node, translations: Sequence[Node]) -> Node:
    return EitherLanguage((own, *translations)) if translations else own


def _any(nodes: list[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes))


def _translation(found: Translation, field: str) -> Node:
    """A word in its forms, a phrase as it is; `found` less than the word that was typed."""
    leaf = Text(found.word, field, exact=len(runs(found.word)) > 1)
    return Boost(leaf, round(_LESS * found.weight, 3))
