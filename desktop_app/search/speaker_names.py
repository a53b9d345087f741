"""What a query asks of speakers, in the names of persons: who has one name has them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeGuard

from desktop_app.language.folding import fold_letters
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
)
from desktop_app.search.pinyin_rows import spoken_names

# Names added to a leaf; a leaf that means more persons finds enough by itself.
_MOST_NAMES = 100


class SpeakerNames:
    """The speakers of an archive, a row of names for each person. Safe to share."""

    def __init__(self, persons: Iterable[Sequence[str]]) -> None:
        """Know `persons`, each as the names that stand for them."""
        self._persons = tuple(tuple(names) for names in persons)
        self._folded = [[fold_letters(name)[0] for name in names] for names in self._persons]

    def meant(self, leaf: Words) -> frozenset[str]:
        """All names of the persons of whom one name is what `leaf` looks for, or sounds so."""
        finders = [finder_of(each) for each in (leaf, *spoken_names(leaf))]
        return frozenset(
            name
            for names, folded in zip(self._persons, self._folded, strict=True)
            if any(next(find(each), None) for each in folded for find in finders)
            for name in names
        )

    def expanded(self, node: Node) -> Node:
        """`node`, what it asks of speakers looked for under their other names too."""
        if isinstance(node, (All, AnyOf)):
            return replace(node, parts=tuple(self.expanded(part) for part in node.parts))
        if isinstance(node, (Not, Boost)):
            return replace(node, part=self.expanded(node.part))
        return self._leaf(node) if is_speaker(node) else node

    def _leaf(self, leaf: Words) -> Node:
        find = finder_of(leaf)
        others = [name for name in sorted(self.meant(leaf)) if not any(find(fold_letters(name)[0]))]
        named = (Text(name, "speaker", exact=True) for name in others[:_MOST_NAMES])
        return AnyOf((leaf, *named)) if others else leaf


def is_speaker(node: Node) -> TypeGuard[Words]:
    """Whether `node` is a leaf that looks among speakers."""
    return isinstance(node, (Text, Near, Prefix, Wildcard, Fuzzy)) and node.field == "speaker"


def asks_for_speakers(node: Node) -> bool:
    """Whether any leaf of `node` looks among speakers."""
    if isinstance(node, (All, AnyOf)):
        return any(map(asks_for_speakers, node.parts))
    return asks_for_speakers(node.part) if isinstance(node, (Not, Boost)) else is_speaker(node)
