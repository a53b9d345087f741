"""Statements found: how many, and pages of them, read from the store only when shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop_app.homes import Home, HomeOf, no_home
from desktop_app.items import Item, Photo, Statement
from desktop_app.search.bilingual.matched import MatchedLanguages
from desktop_app.search.highlight import Highlighter
from desktop_app.search.nodes import Node
from desktop_app.search.snippets import Snippet, make_snippet
from desktop_app.speeches.photos import photo_of

Place = tuple[int, int]
"""The number of an item, and the place of a statement among its own."""
Facets = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class SaidHit:
    """A statement, the item it stands in, and its person as shown.

    The item has its statements only where it has photos, whose captions they help to read.

    `marks` are the query's words in its text, code points from first to before last;
    `snippet` is the passage of it that shows why it was found, `photo` the item's photo of
    the speaker, where a caption names them; `matched_language` and `home` are as in `Hit`.
    """

    item: Item
    statement: Statement
    person: str
    marks: tuple[tuple[int, int], ...]
    snippet: Snippet
    photo: Photo | None
    matched_language: str = ""
    home: Home | None = None


@dataclass(frozen=True)
class SaidMatches:
    """All statements that match a query: each is the number of its item and a place there.

    `order` says which of these comes first, second and so on.
    """

    query: Node
    numbers: Sequence[int]
    places: Sequence[int]
    order: Sequence[int]
    read: Callable[[Sequence[Place]], Mapping[Place, tuple[Item, Statement]]]
    shown: Callable[[str], str]
    counted: Callable[[Sequence[int]], Facets]
    home_of: HomeOf = no_home

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.order)

    def hits(self, start: int, stop: int) -> list[SaidHit]:
        """Those from place `start` to before `stop`; what is gone since is left out."""
        wanted = [(self.numbers[one], self.places[one]) for one in self.order[start:stop]]
        found = self.read(wanted)
        highlighter, languages = Highlighter.of(self.query), MatchedLanguages.of(self.query)
        return [
            self._hit(place[0], *found[place], highlighter, languages)
            for place in wanted
            if place in found
        ]

    @cached_property
    def facets(self) -> Facets:
        """How many of them are of each year, language, kind and source."""
        return self.counted(self.numbers)

    @cached_property
    def items(self) -> Sequence[int]:
        """The numbers of the items they stand in, each once, that of the first one first."""
        return list(dict.fromkeys(self.numbers[one] for one in self.order))

    def _hit(
        self,
        number: int,
        item: Item,
        statement: Statement,
        highlighter: Highlighter,
        languages: MatchedLanguages,
    ) -> SaidHit:
        marks = tuple((a, b) for a, b, _term in highlighter.in_body(statement.text))
        snippet = make_snippet([statement.text], highlighter)
        person, photo = self.shown(statement.speaker), photo_of(item, statement.speaker)
        language = languages.of_texts([("body", statement.text)])
        home = self.home_of(number)
        return SaidHit(item, statement, person, marks, snippet, photo, language, home)
