"""Finders: where one leaf of a query stands in a folded text, as an index would find it.

A finder takes a text folded by `fold_letters` and yields spans of it, in order, none
overlapping. Most look for a piece of text that must be there, which Python does at a
gigabyte a second, and look closer only where it is: no text is cut into tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from desktop_app.language.stems import FORMS_APART, stem
from desktop_app.language.tokens import HAN, WORD, runs
from desktop_app.search.levenshtein import within
from desktop_app.search.near import find_near
from desktop_app.search.nodes import Fuzzy, Near, Prefix, Text, Wildcard, Words
from desktop_app.search.pinyin_rows import Pinyin
from desktop_app.search.sounds import find_sounds
from desktop_app.search.wildcards import fits

# From a folded text to spans of it.
Finder = Callable[[str], Iterator[tuple[int, int]]]

_ANY_MARKS, _MARKS = r"[\W_]*", r"[\W_]+"
_MARKS_OR_WORD = rf"[\W_]*(?:{WORD.pattern}[\W_]*)?"
_SHORTEST_WITH_FORMS = 3  # letters, as in engines


def finder_of(leaf: Words | Pinyin) -> Finder:
    """The finder of `leaf`, whatever its field."""
    if isinstance(leaf, Text):
        return _of_text(leaf)
    if isinstance(leaf, Prefix):
        return _of_words(_folded(leaf.text), lambda _word: True)
    if isinstance(leaf, Wildcard):
        return _of_wildcard(leaf.pattern)
    if isinstance(leaf, Fuzzy):
        wanted, distance = _folded(leaf.text), leaf.distance
        return _of_words("", lambda word: within(word, wanted, distance))
    if isinstance(leaf, Near):
        return _of_near(leaf)
    return _of_sounds(leaf)


def _folded(text: str) -> str:
    return "".join(runs(text))


def _of_text(leaf: Text) -> Finder:
    pieces = runs(leaf.text)
    if not pieces:
        return lambda _text: iter(())
    if len(pieces) > 1:
        return _of_row(pieces)
    word = pieces[0]
    if HAN.match(word):
        return lambda text: _occurrences(text, word)
    if leaf.exact or not has_forms(word):
        return _of_words(word, lambda other: other == word)
    root = stem(word)
    # Forms share their stem but for its last letter (happy, happi-ness).
    anchor = root[:1] if root in FORMS_APART else root[: max(2, len(root) - 1)]
    return _of_words(anchor, lambda other: other.isascii() and stem(other) == root)


def has_forms(word: str) -> bool:
    """Whether engines look for the forms of `word` too."""
    return len(word) >= _SHORTEST_WITH_FORMS and word.isascii() and word.isalpha()


def _occurrences(text: str, piece: str) -> Iterator[tuple[int, int]]:
    """Every place of a Chinese piece: bigrams make any substring of a run a match."""
    place = text.find(piece)
    while place >= 0:
        yield place, place + len(piece)
        place = text.find(piece, place + len(piece))


class _Verdicts(dict[str, bool]):
    """Whether a word is meant, worked out once a word."""

    def __init__(self, accepts: Callable[[str], bool]) -> None:
        super().__init__()
        self._accepts = accepts

    def __missing__(self, word: str) -> bool:
        verdict = self[word] = self._accepts(word)
        return verdict


def _of_words(beginning: str, accepts: Callable[[str], bool]) -> Finder:
    """Whole Latin words with this `beginning` that are accepted."""
    verdicts = _Verdicts(accepts)

    def find(text: str) -> Iterator[tuple[int, int]]:
        place = text.find(beginning)
        while place >= 0:
            if place and WORD.match(text, place - 1):
                place = text.find(beginning, place + 1)
                continue
            word = WORD.match(text, place)
            end = word.end() if word else place + 1
            if word and verdicts[word.group()]:
                yield place, end
            place = text.find(beginning, end)

    def find_any(text: str) -> Iterator[tuple[int, int]]:
        return (word.span() for word in WORD.finditer(text) if verdicts[word.group()])

    return find if beginning else find_any


def _of_wildcard(pattern: str) -> Finder:
    pieces = [piece if piece in "*?" else _folded(piece) for piece in re.split("([*?])", pattern)]
    folded = "".join(pieces)
    return _of_words(pieces[0], lambda word: fits(folded, word))


def _of_row(pieces: list[str]) -> Finder:
    """Pieces side by side, as their tokens' positions say.

    Where two Chinese runs meet the index leaves a position empty; so a run goes on to
    the next with marks between, with nothing, or with one Latin word in that position.
    A lone character in a row is a run of its own.
    """
    parts = [_bounded(pieces[0])]
    for before, piece in pairwise(pieces):
        parts += [_between(before, piece), _bounded(piece)]
    row = re.compile("".join(parts))
    longest = max(pieces, key=len)

    def find(text: str) -> Iterator[tuple[int, int]]:
        if longest in text:
            yield from (found.span() for found in row.finditer(text))

    return find


def _between(before: str, piece: str) -> str:
    """The pattern of what may stand between two pieces of a row."""
    chinese = HAN.match(before) is not None, HAN.match(piece) is not None
    if all(chinese):
        return _MARKS_OR_WORD
    return _ANY_MARKS if any(chinese) else _MARKS


def _bounded(piece: str) -> str:
    """The pattern of one piece, which ends where its tokens do."""
    if not HAN.match(piece):
        edge = WORD.pattern.removesuffix("+")
    elif len(piece) == 1:
        edge = HAN.pattern.removesuffix("+")
    else:
        return re.escape(piece)
    return f"(?<!{edge}){re.escape(piece)}(?!{edge})"


def _of_near(leaf: Near) -> Finder:
    parts = [runs(part) for part in leaf.parts]
    pieces = tuple(part[0] for part in parts if part)

    def find(text: str) -> Iterator[tuple[int, int]]:
        if all(piece in text for piece in pieces):
            yield from find_near(text, pieces, leaf.distance)

    return find


def _of_sounds(leaf: Pinyin) -> Finder:
    shortest = min(map(len, leaf.readings), default=1)
    run = re.compile(f"{HAN.pattern.removesuffix('+')}{{{shortest},}}")

    def find(text: str) -> Iterator[tuple[int, int]]:
        for found in run.finditer(text):
            for start, end in find_sounds(found.group(), leaf.readings):
                yield found.start() + start, found.start() + end

    return find
