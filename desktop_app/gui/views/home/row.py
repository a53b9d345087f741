"""A row of the home page, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Way(Enum):
    """What a row leads to."""

    QUERY = "what is found for a query"
    PERSON = "the page of a person"
    ITEM = "an item to read"
    VIEW = "a view"


@dataclass(frozen=True, slots=True)
class Wish:
    """`value` is a query, a person's name, an item's id or a view's name, by `way`."""

    way: Way
    value: str


@dataclass(frozen=True, slots=True)
class Row:
    """`words`, and at the right `figure`; a bar beneath takes `share` (0 to 1) of the width.

    `spoken` is what a screen reader says of it.
    """

    words: str
    figure: str
    spoken: str
    wish: Wish
    share: float = 0.0
