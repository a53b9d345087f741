"""What the senses of an entry say in English, taken apart into glosses.

CC-CEDICT parts senses by ``/`` and glosses by ``;``, marks usage in brackets, and refers
to other entries. A gloss is what could stand for the word in an English text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.language.lexicon.entries import Entry

# Senses that translate nothing.
_NO_GLOSS = re.compile(
    r"CL:|classifier\b|see (?:also )?\W*[^\x00-\x7f]|(?:\w+ )?variants? of\b|"
    r"erhua (?:variant|form) of\b|used in\b|"
    r"same as\b|also (?:written|pr\.|called|known)|Taiwan pr\.|abbr\. (?:for|to)|surname [A-Z]|"
    r"name of a\b|place name\b"
)
_REFERENCE = re.compile(r"[^\x00-\x7f|]+(?:\|[^\x00-\x7f]+)?\s*(?:\[[^\]]*\])?")
_ASIDE = re.compile(r"\(([^()]*)\)")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,7}")
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_OPENING = re.compile(r"(?:to be|to|an?|the)\s+")
_FILLERS = frozenset(("sb", "sth", "etc", "oneself", "one's"))
_LONGEST = 12  # words; longer ones are explanations

# How much less a gloss so marked is meant in the news of today.
_MARKS = {
    "old": 0.4, "archaic": 0.3, "arch.": 0.3, "literary": 0.45, "classical": 0.3,
    "in former times": 0.4, "in ancient times": 0.4, "historical": 0.6, "dialect": 0.4,
    "slang": 0.35, "vulgar": 0.3, "derog.": 0.4, "Internet slang": 0.35, "coll.": 0.7,
    "Tw": 0.7, "bound form": 0.6, "humble": 0.3, "honorific": 0.5, "used in place names": 0.2,
    "loanword": 0.7, "onom.": 0.4, "idiom": 0.7, "dated": 0.4, "neologism": 0.6, "lit.": 0.5,
    "brand": 0.5, "name": 0.8,
}  # fmt: skip
_LITERAL = (("lit. and fig. ", 0.8), ("lit. ", 0.5), ("fig. ", 0.7), ("esp. ", 0.8))


@dataclass(frozen=True, slots=True)
class Gloss:
    """`words` in lower case without "to" or an article before them; `text` as written.

    `sense` and `place` count from 0: which sense, and which gloss of it. `usage` is 1
    for plain words and less for what is marked as old, slang and so on.
    """

    words: tuple[str, ...]
    text: str
    sense: int
    place: int
    usage: float
    verb: bool


def glosses(entry: Entry) -> Iterator[Gloss]:
    """The glosses of `entry` in its order."""
    sense = 0
    for told in entry.senses:
        found = list(_of_sense(told, sense))
        yield from found
        sense += bool(found)


def words_of(text: str) -> tuple[str, ...]:
    """The words of an English phrase, in lower case, "to" and articles before it left out."""
    lowered = text.lower().replace("co-op", "coop").replace("’", "'").strip()
    opening = _OPENING.match(lowered)
    words = _WORD.findall(lowered[opening.end() :] if opening else lowered)
    return tuple(word.removesuffix("'s") for word in words if word not in _FILLERS)


def _of_sense(told: str, sense: int) -> Iterator[Gloss]:
    asides = _ASIDE.findall(told)
    bare = _without_asides(told)
    if _NO_GLOSS.match(bare):
        return
    usage = min((_MARKS[aside] for aside in asides if aside in _MARKS), default=1.0)
    acronyms = [aside for aside in asides if _ACRONYM.fullmatch(aside)]
    place = 0
    for part in [*bare.split(";"), *acronyms]:
        for text, factor in _pieces(part):
            words = words_of(text)
            if words and len(words) <= _LONGEST:
                verb = text.startswith("to ")
                yield Gloss(words, _shown(text), sense, place, usage * factor, verb)
                place += 1


def _without_asides(told: str) -> str:
    """`told` without what stands in brackets, nested or not."""
    while (bare := _ASIDE.sub(" ", told)) != told:
        told = bare
    return " ".join(told.split())


def _pieces(part: str) -> Iterator[tuple[str, float]]:
    """A gloss, and what stands before and between its commas, with what each is worth."""
    text, factor = " ".join(_REFERENCE.sub(" ", part).split()), 1.0
    for opening, worth in _LITERAL:
        if text.startswith(opening):
            text, factor = text.removeprefix(opening), worth
    first, *others = [piece.strip() for piece in text.split(",")]
    yield first, factor if not others else factor * 0.9
    for other in others:
        if 0 < len(other.split()) <= 3:
            yield other, factor * 0.6


def _shown(text: str) -> str:
    opening = _OPENING.match(text)
    return (text[opening.end() :] if opening else text).strip(" .")
