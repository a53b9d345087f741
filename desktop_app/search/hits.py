"""A hit: what a list shows of a matching item."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.errors import Cancelled
from desktop_app.homes import Home
from desktop_app.items import Item, Origin, Photo
from desktop_app.search.bilingual.matched import UNASKED, MatchedLanguages
from desktop_app.search.highlight import Highlighter
from desktop_app.search.nodes import Node
from desktop_app.search.snippets import Snippet, make_snippet


@dataclass(frozen=True, slots=True)
class Hit:
    """One matching item with its score, a passage, and its title's matches.

    `matched_language` is ``en``, ``zh`` or ``mul``: of a query that was asked in both
    languages, the language of the words that the item has; "" for any other query.
    `home` is the archive it is in, where several are searched together; `copies` are where
    else the item was found.
    """

    item: Item
    score: float
    snippet: Snippet
    title_marks: tuple[tuple[int, int], ...]
    matched_language: str = ""
    home: Home | None = None
    copies: tuple[Origin, ...] = ()

    @property
    def photo(self) -> Photo | None:
        """The first photo whose file is in the archive."""
        return next((photo for photo in self.item.photos if photo.file), None)


def make_hits(
    query: Node,
    numbers: Sequence[int],
    items: Mapping[int, Item],
    scores: Sequence[float],
    cancelled: Callable[[], bool],
) -> list[Hit]:
    """Show the items with `numbers` as found by `query` with these `scores`.

    One that is gone by now is left out. Raises `Cancelled`.
    """
    highlighter, languages = Highlighter.of(query), MatchedLanguages.of(query)
    made = []
    for number, score in zip(numbers, scores, strict=False):
        if cancelled():
            raise Cancelled
        if number in items:
            made.append(make_hit(items[number], score, highlighter, languages))
    return made


def make_hit(
    item: Item,
    score: float,
    highlighter: Highlighter,
    languages: MatchedLanguages = UNASKED,
) -> Hit:
    """Show `item` as found by the highlighter's query."""
    captions = [photo.caption for photo in item.photos if photo.caption]
    return Hit(
        item=item,
        score=score,
        snippet=make_snippet(item.paragraphs, highlighter, captions),
        title_marks=tuple((a, b) for a, b, _term in highlighter.in_title(item.title)),
        matched_language=languages.of_item(item),
    )
