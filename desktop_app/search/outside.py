"""What a query may ask that no index knows, such as what a reader marked; others answer it.

The search room knows the fields' names and hands each value on: ``in:``, ``tag:``,
``note:``, ``is:`` and part of ``has:``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Protocol

from desktop_app.messages import Message
from desktop_app.search.nodes import All, AnyOf, Boost, Mark, Node, Not
from desktop_app.search.query_problems import Problem


class Outside(Protocol):
    """Answers marks. Safe to ask from several threads at once."""

    def numbers(self, mark: Mark) -> Collection[int]:
        """The numbers of the items that `mark` asks for; none where it is not known."""

    def why_not(self, mark: Mark) -> Message | None:
        """Why what `mark` names is not known, and what is; None where it is known."""


class NothingOutside:
    """Where there is nobody to ask: no item is marked."""

    def numbers(self, mark: Mark) -> Collection[int]:
        """None."""
        return ()

    def why_not(self, mark: Mark) -> Message | None:
        """Nothing to complain of."""
        return None


def marks_in(node: Node) -> Iterator[Mark]:
    """Yield the marks that `node` asks for, in order."""
    if isinstance(node, Mark):
        yield node
    elif isinstance(node, (All, AnyOf)):
        for part in node.parts:
            yield from marks_in(part)
    elif isinstance(node, (Not, Boost)):
        yield from marks_in(node.part)


def unknown_marks(node: Node, outside: Outside) -> Iterator[Problem]:
    """Yield what of the marks in `node` is not known, each where it was typed."""
    for mark in dict.fromkeys(marks_in(node)):
        reason = outside.why_not(mark)
        if reason is not None:
            yield Problem(mark.start, mark.end, reason)
