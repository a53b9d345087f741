"""Anchors: where in a text something is marked, so that it is found in a newer text too.

The two selectors of the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/,
4.2.4 Text Quote Selector, 4.2.5 Text Position Selector): what stands there with what stands
around it, and the place as code points. The quotation decides, the place helps where it
stands there several times.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

CONTEXT = 32  # code points kept before and behind
LONGEST = 20_000  # code points of a quotation: pages of a book, no whole book
_MOST_PLACES = 500  # looked at where a quotation stands often in a text
_ENDS = (24, 12, 6)  # letters at the ends of a quotation whose middle has changed


@dataclass(frozen=True, slots=True)
class Anchor:
    """Code points `start` to before `stop`, the text there, and the text around it."""

    start: int
    stop: int
    exact: str
    prefix: str = ""
    suffix: str = ""


def anchor_at(text: str, start: int, stop: int) -> Anchor:
    """The anchor of code points `start` to before `stop` of `text`, at most `LONGEST` of them."""
    start = max(0, min(start, len(text)))
    stop = max(start, min(stop, len(text), start + LONGEST))
    return Anchor(
        start=start,
        stop=stop,
        exact=text[start:stop],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[stop : stop + CONTEXT],
    )


def place_of(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Where in `text` the anchor is now: code points from, and to before; None for nowhere.

    To the letter first; then by letters and digits alone, so that other marks, spaces and
    capitals do no harm; then by the ends of the quotation, where its middle was edited. Time
    grows with the length of `text`.
    """
    if not anchor.exact.strip():
        return None
    found = _best(anchor, text)
    if found is not None:
        return found, found + len(anchor.exact)
    letters, places = _letters(text)
    plain = Anchor(
        start=sum(1 for place in places if place < anchor.start),
        stop=0,
        exact=_letters(anchor.exact)[0],
        prefix=_letters(anchor.prefix)[0],
        suffix=_letters(anchor.suffix)[0],
    )
    span = _in_letters(plain, letters)
    return None if span is None else (places[span[0]], places[span[1] - 1] + 1)


def _in_letters(plain: Anchor, letters: str) -> tuple[int, int] | None:
    if not plain.exact:
        return None
    found = _best(plain, letters)
    if found is not None:
        return found, found + len(plain.exact)
    return _by_ends(plain, letters)


def _by_ends(plain: Anchor, letters: str) -> tuple[int, int] | None:
    """From the first letters of the quotation to its last, about as far apart as they were."""
    wanted = len(plain.exact)
    for size in (size for size in _ENDS if size <= wanted // 3):
        head, tail = plain.exact[:size], plain.exact[-size:]
        for start in _places(head, letters, plain.start):
            stop = letters.find(tail, start + size, start + wanted + wanted // 2 + size)
            if stop >= 0 and stop + size - start >= wanted // 2:
                return start, stop + size
    return None


def _best(anchor: Anchor, text: str) -> int | None:
    """The place of the quotation whose surroundings are most alike, the nearest of such."""

    def fitness(start: int) -> tuple[int, int]:
        stop = start + len(anchor.exact)
        before = text[max(0, start - len(anchor.prefix)) : start]
        behind = text[stop : stop + len(anchor.suffix)]
        alike = _alike(before[::-1], anchor.prefix[::-1]) + _alike(behind, anchor.suffix)
        return alike, -abs(start - anchor.start)

    return max(_places(anchor.exact, text, anchor.start), key=fitness, default=None)


def _places(part: str, text: str, near: int) -> Iterator[int]:
    """Where `part` stands in `text`, at most `_MOST_PLACES` on each side of `near`."""
    behind = near - 1
    for _ in range(_MOST_PLACES):
        behind = text.find(part, behind + 1)
        if behind < 0:
            break
        yield behind
    before = near
    for _ in range(_MOST_PLACES):
        before = text.rfind(part, 0, max(before + len(part) - 1, 0))
        if before < 0:
            return
        yield before


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and digits of `text` in lower case, and where each stands."""
    places = [place for place, character in enumerate(text) if character.isalnum()]
    return "".join(text[place].lower()[0] for place in places), places
