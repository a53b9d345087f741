"""Whether two items are copies of one page: saved twice, printed, for telephones.

A copy says what the other says, and no more than a page's frame adds: lines that are no
prose, or a note at the foot. What replaces words of the other by its own is another story
or a later version of it, which a reader wants to see beside the first.
"""

from __future__ import annotations

import re

import numpy as np

from desktop_app.items import Item
from desktop_app.language.minhash import Array, shingles
from desktop_app.language.tokens import HAN, runs

# Measured on the 91 pages of shared/data/pages-en, each beside a printed and a telephone
# version of itself; on 7,000 stories of Reuters and 3,810 items of bulletins, of which no
# two that differ may be folded.
_REPLACED = 0.02  # of the runs: what both have and the other has not; a word in 250
_ADDED = 0.40  # of the longer's runs: lines of the frame
_ADDED_PROSE = 0.08  # of the longer's letters: an author's note; a new paragraph is more
_PROSE = 120  # letters of a paragraph that is no line; a Chinese character counts three
_TITLES = 0.8  # of the shorter title's words
_SHORT = 30  # runs under which copies are equal or none
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


def is_same_story(one: Item, other: Item) -> bool:
    """Whether `one` and `other` are copies of one page."""
    if one.language != other.language or (one.date and other.date and one.date != other.date):
        return False
    if not _same_title(one.title, other.title):
        return False
    ours, theirs = shingles(one.paragraphs), shingles(other.paragraphs)
    if min(len(ours), len(theirs)) < _SHORT:
        return len(ours) > 0 and np.array_equal(ours, theirs)
    shared = len(np.intersect1d(ours, theirs, assume_unique=True))
    lost, added = sorted((len(ours) - shared, len(theirs) - shared))
    longest = max(len(ours), len(theirs))
    if lost > _REPLACED * longest or added > _ADDED * longest:
        return False
    return _same_numbers(one, other) and max(_new(one, theirs), _new(other, ours)) <= _ADDED_PROSE


def is_better(one: Item, other: Item) -> bool:
    """Whether `one` rather than `other` is kept of two copies: it says more."""
    return _worth(one) > _worth(other)


def _worth(item: Item) -> tuple[bool, int, int]:
    """A day first, then text, in which each picture weighs as a paragraph."""
    kept = sum(1 for photo in item.photos if photo.file)
    captioned = sum(1 for photo in item.photos if photo.caption)
    return item.date is not None, len(item.text) + 300 * kept + 50 * captioned, len(item.links)


def _same_title(one: str, other: str) -> bool:
    """Whether the words of the shorter title stand in the longer, its numbers among them."""
    ours, theirs = _words(one), _words(other)
    fewer = min(len(ours), len(theirs))
    if fewer == 0:
        return ours == theirs
    return len(ours & theirs) >= _TITLES * fewer


def _words(title: str) -> set[str]:
    found = set()
    for run in runs(title):
        found |= {run[n : n + 2] for n in range(max(1, len(run) - 1))} if HAN.match(run) else {run}
    return found


def _same_numbers(one: Item, other: Item) -> bool:
    """Whether not both have numbers of their own: a toll that rose, another quarter."""
    ours, theirs = (set(_NUMBER.findall(item.text)) for item in (one, other))
    return not (ours - theirs and theirs - ours)


def _new(item: Item, known: Array) -> float:
    """How much of an item's letters is prose of which less than half is `known`."""
    total = sum(map(_weight, item.paragraphs))
    prose = [each for each in item.paragraphs if _weight(each) >= _PROSE]
    return sum(_weight(each) for each in prose if not _is_known(each, known)) / max(1, total)


def _is_known(paragraph: str, known: Array) -> bool:
    own = shingles((paragraph,))
    return len(np.intersect1d(own, known, assume_unique=True)) * 2 >= len(own)


def _weight(text: str) -> int:
    return len(text) + 2 * sum(len(run.group()) for run in HAN.finditer(text))
