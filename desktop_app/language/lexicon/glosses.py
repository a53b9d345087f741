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
    r"same as\b|also (?:written|pr\.|called|known)|Taiwan pr\.|abbr\. (?:for|to)|"
    r"name of a\b|place name\b"
)
_REFERENCE = re.compile(r"[^\x00-\x7f|]+(?:\|[^\x00-\x7f]+)?\s*(?:\[[^\]]*\])?")
_ASIDE = re.compile(r"\(([^()]*)\)")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,7}")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
# Angela Merkel (1954-), Joe Biden (1942-): the last name alone is what the news says.
_PERSON = re.compile(r"(?:[A-Z][\w.'’-]*\s){1,3}?([A-Z][\w'’-]+)\s\((?:c\.\s)?\d{3,4}")
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_UNINITIAL = ("of", "the", "for", "and", "on", "in")
_OPENINGS = ("to", "a", "an", "the")
_OPENING = re.compile(r"(?:to be|to|an?|the)\s+")
_FILLERS = frozenset(("sb", "sth", "etc", "oneself", "one's"))
# Heads that add little to what stands before them: a summit meeting is a summit.
_GENERAL = frozenset(
    ("meeting", "conference", "person", "people", "thing", "affairs", "event", "language",
     "municipality", "province", "city", "county", "initiative")
)  # fmt: skip
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
# Of a trade or science: 走向 is a strike to geologists only.
_FIELDS = (
    "math.", "computing", "chemistry", "medicine", "physics", "botany", "geology", "anatomy",
    "music", "linguistics", "zoology", "biology", "astronomy", "electronics", "grammar", "golf",
    "statistics", "biochemistry", "geometry", "mining", "gaming", "psychology", "photography",
    "accounting", "pharmacology", "textiles", "particle physics", "printing", "physiology",
    "constellation", "grape type", "dog breed", "taxonomy", "soil taxonomy", "mineralogy",
)  # fmt: skip
_USAGE = {**_MARKS, **dict.fromkeys(_FIELDS, 0.6)}
# What a gloss may begin with, and what that leaves of its weight.
_OPENED = (
    *(("lit. and fig. ", 0.8), ("lit. ", 0.5), ("fig. ", 0.7), ("esp. ", 0.8)),
    *(("surname ", 0.5), ("short name for ", 0.6)),
)


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
        place = 0
        for text, usage in _of_sense(told):
            words = words_of(text)
            if words and len(words) <= _LONGEST:
                yield Gloss(words, _shown(text), sense, place, usage, text.startswith("to "))
                place += 1
        sense += place > 0


def words_of(text: str) -> tuple[str, ...]:
    """The words of an English phrase, in lower case, "to" and articles before it left out."""
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    lowered = plain.lower().replace("co-op", "coop").replace("’", "'").strip()
    opening = _OPENING.match(lowered)
    words = _WORD.findall(lowered[opening.end() :] if opening else lowered)
    return tuple(word.removesuffix("'s") for word in words if word not in _FILLERS)


def acronym_of(text: str) -> str:
    """`text` where it is written as an acronym (UN, U.S.), without its dots; else ""."""
    plain = text.strip().replace(".", "")
    return plain if _ACRONYM.fullmatch(plain) else ""


def _of_sense(told: str) -> Iterator[tuple[str, float]]:
    """What a sense says, with what each is worth by how it is said and marked."""
    asides = _ASIDE.findall(told)
    bare = _without_asides(told)
    if _NO_GLOSS.match(bare):
        return
    usage = min((_USAGE.get(aside, 1.0) for aside in asides), default=1.0)
    person = _PERSON.match(told)
    names = [person[1]] if person else []
    acronyms = [aside for aside in asides if _ACRONYM.fullmatch(aside) and _stands_for(aside, bare)]
    for part in [*bare.split(";"), *names, *acronyms]:
        for text, worth in _pieces(part):
            if not _NO_GLOSS.match(text):
                yield text, usage * worth


def initials(text: str) -> str:
    """The acronym of a name (United Nations: UN); "" for what is no name of several words."""
    words = [word for word in text.split() if word not in _UNINITIAL]
    named = len(words) > 1 and all(word[:1].isupper() and word.isalpha() for word in words)
    return "".join(word[0] for word in words) if named else ""


def _stands_for(acronym: str, text: str) -> bool:
    """Whether the words of `text` begin with the letters of `acronym`, but for one of them."""
    begins = iter([word[0].upper() for word in text.replace("-", " ").split()])
    return sum(letter in begins for letter in acronym) >= len(acronym) - 1


def _without_asides(told: str) -> str:
    """`told` without what stands in brackets, nested or not."""
    while (bare := _ASIDE.sub(" ", told)) != told:
        told = bare
    return " ".join(told.split())


def _pieces(part: str) -> Iterator[tuple[str, float]]:
    """A gloss, and what stands before and between its commas, with what each is worth."""
    text, worth = " ".join(_REFERENCE.sub(" ", part).split()), 1.0
    for opening, less in _OPENED:
        if text.startswith(opening):
            text, worth = text.removeprefix(opening), less
    first, *others = [piece.strip() for piece in text.split(",")]
    yield first, worth if not others else worth * 0.9
    modifier, _, head = first.rpartition(" ")
    if head.lower() in _GENERAL and modifier not in _OPENINGS:
        yield modifier, worth * 0.9
    for other in others:
        if 0 < len(other.split()) <= 3:
            yield other, worth * 0.6


def _shown(text: str) -> str:
    opening = _OPENING.match(text)
    return (text[opening.end() :] if opening else text).strip(" .")
