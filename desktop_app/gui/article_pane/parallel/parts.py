"""The lines of an item, taken apart into its head, its paragraphs and its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from desktop_app.gui.article_pane.lines import Line, Role
from desktop_app.items import Item, Photo

_HEAD = (Role.TITLE, Role.FACTS, Role.LINK)
_BODY = (Role.CHINESE, Role.ENGLISH)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line and where it is from.

    `own` is its number among the lines of its item alone, -1 for what is there for the
    layout. `paragraph` is -1 for what is not in one; `start` counts the code points of the
    paragraph before it.
    """

    line: Line
    own: int = -1
    paragraph: int = -1
    start: int = 0


@dataclass(slots=True)
class Parts:
    """`figures` and `paragraphs` by number of paragraph; figures stand after so many."""

    head: list[Piece] = field(default_factory=list)
    paragraphs: list[list[Piece]] = field(default_factory=list)
    figures: dict[int, list[Piece]] = field(default_factory=dict)
    tail: list[Piece] = field(default_factory=list)


def parted(lines: Sequence[Line]) -> Parts:
    """Take the lines of an item apart."""
    made = Parts()
    for number, line in enumerate(lines):
        if line.role in _HEAD:
            made.head.append(Piece(line, number))
        elif line.role in _BODY:
            if not line.continues:
                made.paragraphs.append([])
            before = made.paragraphs[-1]
            start = sum(len(each.line.text) for each in before)
            before.append(Piece(line, number, len(made.paragraphs) - 1, start))
        elif line.photo >= 0:
            made.figures.setdefault(len(made.paragraphs), []).append(Piece(line, number))
        else:
            made.tail.append(Piece(line, number))
    return made


def merged_photos(own: Item, other: Item) -> tuple[tuple[Photo, ...], dict[int, int]]:
    """The photos of both, each file once; and which of them each of `other` is."""
    photos, numbers = list(own.photos), {}
    known = {photo.file: number for number, photo in enumerate(own.photos) if photo.file}
    for number, photo in enumerate(other.photos):
        if photo.file not in known:
            photos.append(photo)
        numbers[number] = known.get(photo.file or "", len(photos) - 1)
    return tuple(photos), numbers


def join_figures(own: Parts, other: Parts, numbers: dict[int, int], shared: int) -> None:
    """Have figures of `other` stand where `own` shows the same photo, with their words alone.

    `numbers` are those of `merged_photos`, of which the first `shared` are of `own`.
    """
    words: dict[int, list[Piece]] = {}
    for place, pieces in list(other.figures.items()):
        moved = [replace(each, line=_renumbered(each.line, numbers)) for each in pieces]
        other.figures[place] = [each for each in moved if each.line.photo >= shared]
        for each in moved:
            if each.line.photo < shared and each.line.role in (Role.CAPTION, Role.CREDIT):
                words.setdefault(each.line.photo, []).append(each)
    for place, pieces in own.figures.items():
        own.figures[place] = list(_with_words(pieces, words))


def _renumbered(line: Line, numbers: dict[int, int]) -> Line:
    return replace(line, photo=numbers[line.photo])


def _with_words(pieces: list[Piece], words: dict[int, list[Piece]]) -> list[Piece]:
    made: list[Piece] = []
    for photo, group in groupby(pieces, lambda each: each.line.photo):
        figure = list(group)
        said = {each.line.text for each in figure}
        made += figure
        made += [each for each in words.get(photo, ()) if each.line.text not in said]
    return made
