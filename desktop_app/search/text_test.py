"""Testing a query on one passage of an item, such as a statement: the same tree, less text.

Words are looked for in the passage, whatever part of an item they might stand in;
words of the fields ``title`` and ``caption``, dates, languages, kinds and sources are
asked of the item it stands in; words of the field ``speaker`` of who says it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from typing import TypeGuard

from desktop_app.language.tokens import runs
from desktop_app.search.finders import Finder, finder_of
from desktop_app.search.nodes import (
    All,
    AnyOf,
    Boost,
    Everything,
    Fuzzy,
    Near,
    Node,
    Not,
    Prefix,
    Text,
    Wildcard,
    Words,
)
from desktop_app.search.speaker_names import is_speaker

_PASSAGE = ("text", "body", "said")
_NOTHING = Not(Everything())
_MOST_NAMES = 200  # looked up; more persons than that are as good as anyone


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its text folded by `fold_letters`, who says it, its item's number."""

    folded: str
    speaker: str
    item: int


Test = Callable[[Passage], bool]
NamesOf = Callable[[Words], Container[str]]
ItemsOf = Callable[[Node], Container[int]]


def is_said(node: Node) -> TypeGuard[Words]:
    """Whether `node` is a leaf of words that are looked for in the passage itself."""
    return isinstance(node, (Text, Near, Prefix, Wildcard, Fuzzy)) and node.field in _PASSAGE


def said_words(node: Node) -> Iterator[Words]:
    """Yield the words of `node` that a matching passage may show."""
    if is_said(node):
        yield node
    elif isinstance(node, (All, AnyOf)):
        for part in node.parts:
            yield from said_words(part)
    elif isinstance(node, Boost):
        yield from said_words(node.part)


def reads_text(node: Node) -> bool:
    """Whether `node` can only be decided with the passage's text."""
    if isinstance(node, (All, AnyOf)):
        return any(map(reads_text, node.parts))
    return reads_text(node.part) if isinstance(node, (Not, Boost)) else is_said(node)


def of_item(node: Node) -> bool:
    """Whether `node` asks only of the item, so that an index of items decides it."""
    if isinstance(node, (All, AnyOf)):
        return all(map(of_item, node.parts))
    if isinstance(node, (Not, Boost)):
        return of_item(node.part)
    return not is_said(node) and not is_speaker(node)


def passage_test(node: Node, names: NamesOf, items: ItemsOf) -> Test:
    """What tells whether a passage matches `node`.

    `names` gives the names a leaf of speakers means, `items` the numbers of the items a
    part that asks only of items finds.
    """
    if isinstance(node, Everything):
        return lambda _passage: True
    if of_item(node):
        found = items(node)
        return lambda passage: passage.item in found
    if isinstance(node, Boost):
        return passage_test(node.part, names, items)
    if isinstance(node, Not):
        part = passage_test(node.part, names, items)
        return lambda passage: not part(passage)
    if isinstance(node, (All, AnyOf)):
        parts = [passage_test(part, names, items) for part in _gathered(node)]
        every = all if isinstance(node, All) else any
        return lambda passage: every(part(passage) for part in parts)
    return _leaf_test(node, names)


def _gathered(node: All | AnyOf) -> Iterator[Node]:
    """The parts of `node`, those that ask only of items as one: neighbours may be pinyin."""
    whole = [part for part in node.parts if of_item(part)]
    if whole:
        yield replace(node, parts=tuple(whole))
    yield from (part for part in node.parts if not of_item(part))


def _leaf_test(node: Node, names: NamesOf) -> Test:
    if is_speaker(node):
        meant = names(node)
        return lambda passage: passage.speaker in meant
    assert is_said(node)  # of_item has taken all others
    return _finds(finder_of(node))


def _finds(find: Finder) -> Test:
    return lambda passage: next(find(passage.folded), None) is not None


def item_query(node: Node, names: Callable[[Words], frozenset[str]]) -> Node:
    """What finds, in an index of items, every item with a passage that matches `node`.

    And others: of an item that holds two words, no passage may hold both.
    """
    if of_item(node):
        return node
    if isinstance(node, (All, AnyOf)):
        return replace(node, parts=tuple(item_query(part, names) for part in node.parts))
    if isinstance(node, Boost):
        return item_query(node.part, names)
    if is_said(node):
        return replace(node, field="said")
    return _by_speaker(names(node)) if is_speaker(node) else Everything()


def _by_speaker(names: frozenset[str]) -> Node:
    if len(names) > _MOST_NAMES:
        return Everything()
    named = tuple(Text(name, "speaker", exact=True) for name in sorted(names) if runs(name))
    return AnyOf(named) if named else _NOTHING
