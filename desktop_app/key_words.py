"""From a query to the key words of a concordance: what is looked for, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.language.folding import fold
from desktop_app.language.tokens import HAN, runs
from desktop_app.language.variants import variants
from desktop_app.search.engine import Vocabulary
from desktop_app.search.finders import finder_of
from desktop_app.search.nodes import (
    All,
    AnyOf,
    Boost,
    Fuzzy,
    Near,
    Node,
    Not,
    Prefix,
    Text,
    Wildcard,
    Words,
    positive_words,
)
from desktop_app.speeches.key_words import Forms, KeyWord

_MOST_WORDS = 200  # of a query, as many as are marked in texts
_IN_TEXTS = ("text", "body", "said")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a concordance of a query looks for.

    `by` tells of a speaker ("" for nobody) whether a place counts that stands in their
    statement; None where every place counts.
    """

    words: tuple[KeyWord, ...]
    by: Callable[[str], bool] | None


def wanted_of(query: Node, vocabulary: Vocabulary) -> Wanted:
    """The words that `query` looks for in texts; after ``said:`` or ``speaker:``, in speech."""
    leaves = list(dict.fromkeys(positive_words(query)))[:_MOST_WORDS]
    words = [_key_word(leaf, vocabulary) for leaf in leaves if leaf.field in _IN_TEXTS]
    speakers = [finder_of(leaf) for leaf in leaves if leaf.field == "speaker"]
    in_speech = speakers or any(leaf.field == "said" for leaf in leaves)

    def is_meant(speaker: str) -> bool:
        folded = fold(speaker)
        named = any(next(find(folded), None) for find in speakers)
        return bool(speaker) and (named or not speakers)

    return Wanted(tuple(words), is_meant if in_speech else None)


def in_speech(node: Node) -> Node:
    """`node`, its words looked for in what is said."""
    if isinstance(node, (All, AnyOf)):
        return type(node)(tuple(map(in_speech, node.parts)))
    if isinstance(node, (Not, Boost)):
        return replace(node, part=in_speech(node.part))
    if isinstance(node, (Text, Near, Prefix, Wildcard, Fuzzy)) and node.field in ("text", "body"):
        return replace(node, field="said")
    return node


def _key_word(leaf: Words, vocabulary: Vocabulary) -> KeyWord:
    """`leaf` as forms where it is one word or Chinese run, which is the quicker way."""
    pieces = runs(leaf.text) if isinstance(leaf, Text) else []
    if len(pieces) != 1 or not isinstance(leaf, Text):
        return finder_of(leaf)
    if HAN.match(pieces[0]):
        return Forms((pieces[0],), chinese=True, variants=variants(pieces[0]))
    forms = () if leaf.exact else vocabulary.forms(pieces[0])
    return Forms(tuple(dict.fromkeys([pieces[0], *forms])))
