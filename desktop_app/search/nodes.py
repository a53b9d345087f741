"""The tree of a query: what is asked for, whatever typed it and whatever answers it.

A leaf of words is looked up in one field: ``text`` (all of an item: title, paragraphs,
captions), ``title``, ``body`` (the paragraphs alone), ``caption``, ``speaker`` or
``said``. Words are kept as typed; engines and highlights fold and split them alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as place
from typing import Union

TEXT_FIELDS = ("text", "title", "body", "caption", "speaker", "said")


@dataclass(frozen=True, slots=True)
class Everything:
    """All items: what an empty box asks for."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words side by side. One Latin word stands for its forms too, unless `exact`."""

    text: str
    field: str = "text"
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Parts in any order with at most `distance` other words between them in all.

    Each part is one word, or a Chinese run whose characters stay side by side.
    """

    parts: tuple[str, ...]
    distance: int
    field: str = "text"


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin with `text`."""

    text: str
    field: str = "text"


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words of the form `pattern`: ``*`` any run of characters, ``?`` any one."""

    pattern: str
    field: str = "text"


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words at most `distance` (1 or 2) letters put in, left out or changed from `text`."""

    text: str
    distance: int = 1
    field: str = "text"


@dataclass(frozen=True, slots=True)
class DateRange:
    """Items dated from `first` to `last`, both included, as yyyymmdd numbers."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Keyword:
    """Items whose `field` (lang, kind, source, has) is `value`."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Items of which `field` (in, tag, note, is, has) is `value` by what no index knows.

    See `outside`. It was typed at code points `start` to before `end`.
    """

    field: str
    value: str
    start: int = place(default=0, compare=False)
    end: int = place(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class All:
    """Items that every part matches."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Items that at least one part matches."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class EitherLanguage(AnyOf):
    """What was typed, the first part, and its translations, the others."""


@dataclass(frozen=True, slots=True)
class OwnFirst(AnyOf):
    """Two parts: in the order of hits the items of the first come before all others."""


@dataclass(frozen=True, slots=True)
class Not:
    """Items that `part` does not match."""

    part: Node


@dataclass(frozen=True, slots=True)
class Boost:
    """The items of `part`, their scores taken `factor` times."""

    part: Node
    factor: float


Words = Union[Text, Near, Prefix, Wildcard, Fuzzy]  # noqa: UP007 (3.10)
Node = Union[Everything, Words, DateRange, Keyword, Mark, All, AnyOf, Not, Boost]  # noqa: UP007


def positive_words(node: Node) -> Iterator[Words]:
    """Yield the words that matching items show: all but the excluded ones."""
    if isinstance(node, (Text, Near, Prefix, Wildcard, Fuzzy)):
        yield node
    elif isinstance(node, (All, AnyOf)):
        for part in node.parts:
            yield from positive_words(part)
    elif isinstance(node, Boost):
        yield from positive_words(node.part)
