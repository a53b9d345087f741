"""How well a Chinese word answers an English one, from 0 to 1.

Three things count: how the English word stands in the gloss (it is the gloss, its head,
or somewhere within), how early the gloss comes in its entry and how it is marked, and how
common the Chinese word is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import pow as power
from math import sqrt

from desktop_app.language.lexicon.entries import Entry
from desktop_app.language.lexicon.glosses import Gloss, acronym_of, initials
from desktop_app.language.stems import stem

STANDINGS = (1.0, 0.8, 0.2, 0.2)  # words, names, surnames, and what refers to another word
_HEAD, _FIRST, _WITHIN = 0.5, 0.4, 0.3
_SAME_STEM, _SINGULAR, _INITIALS = 0.7, 0.95, 0.6
_LATER_SENSE, _LATER_GLOSS, _MORE_WORDS = 0.92, 0.95, 0.95
# Lone characters are mostly parts of words; the most common stand by themselves: 说, 你.
_ONE_CHARACTER, _LONE, _LONE_ZIPF = 0.6, 0.85, 6.5
_OLD_VARIANT = re.compile(r"(?:\([^)]*\) )?(?:old|archaic|ancient|dated) ")
# Words that are looked up only as whole glosses.
COMMON = frozenset(
    word
    for words in (
        "a an and as at be by for from has have in into is it its of off on one or out that the",
        "their this to up used was which who whose with not no do make get",
    )
    for word in words.split()
)
_AFTER = "of in for with to on from by at that who which used as into about between against"
_AFTER_HEAD = frozenset(_AFTER.split())
_SPELLINGS = (
    *(("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing")),
    *(("our", "or"), ("ours", "ors"), ("tre", "ter"), ("tres", "ters"), ("ogue", "og")),
    *(("defence", "defense"), ("offence", "offense"), ("licence", "license")),
    *(("programme", "program"), ("programmes", "programs")),
)


def terms(gloss: Gloss) -> Iterator[tuple[str, float]]:
    """What `gloss` can be looked up by, and how it stands there; see the room's own text."""
    acronym = acronym_of(gloss.text)
    yield "=" + (acronym or " ".join(gloss.words)), 1.0
    yield stems(gloss.words), _SAME_STEM
    if short := initials(gloss.text):
        yield "=" + short, _INITIALS
    last = gloss.words[-1]
    if last.endswith("s") and not last.endswith(("ss", "us", "is")):
        yield "=" + " ".join((*gloss.words[:-1], last[:-1])), _SINGULAR
    if len(gloss.words) == 1:
        return
    head = _head(gloss)
    for place, word in enumerate(gloss.words):
        if word not in COMMON:
            yield stems((word,)), _inside(gloss, place, head)


def _inside(gloss: Gloss, place: int, head: int) -> float:
    """The worth of the word at `place`; less in a longer gloss."""
    worth = _HEAD if place == head else _FIRST if place == 0 else _WITHIN
    return worth * sqrt(2 / len(gloss.words))


def _head(gloss: Gloss) -> int:
    """The word a gloss is about: the verb, or the last one before a preposition."""
    if gloss.verb:
        return 0
    ends = (place for place, word in enumerate(gloss.words) if place and word in _AFTER_HEAD)
    return next(ends, len(gloss.words)) - 1


def standing_weight(gloss: Gloss) -> float:
    """What the place and the marks of `gloss` leave of its weight."""
    later = power(_LATER_SENSE, gloss.sense) * power(_LATER_GLOSS, gloss.place)
    return gloss.usage * later * power(_MORE_WORDS, len(gloss.words) - 1)


def frequency_weight(word: str, zipf: float) -> float:
    """What a Chinese word's frequency (Zipf: 3 once a million, 6 once a thousand) leaves."""
    known = zipf or (2.0 if len(word) > 3 else 0.5)
    weight = min(1.0, 0.25 + 0.75 * known / 6)
    if len(word) > 1:
        return weight
    lone = _LONE - (_LONE_ZIPF - zipf) / 4
    return weight * min(_LONE, max(_ONE_CHARACTER, lone))


def referred_weight(entry: Entry) -> float:
    """What an entry that points to another word has of the weight of that word's glosses."""
    return 0.2 if _OLD_VARIANT.match(entry.senses[0]) else 0.7


def stems(words: tuple[str, ...]) -> str:
    """The stems of a phrase, British spelling as American."""
    return " ".join(stem(_american(word)) for word in words)


def _american(word: str) -> str:
    for british, american in _SPELLINGS:
        if len(word) > 5 and word.endswith(british):
            return word.removesuffix(british) + american
    return word
