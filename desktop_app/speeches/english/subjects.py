"""Who speaks, as the words beside a verb name them: a subject, its role, its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from desktop_app.speeches.english.quotations import CLOSES
from desktop_app.speeches.english.titles import HONORIFIC, NATIONS, OFFICES, ORGANISATION, ROLE
from desktop_app.speeches.english.words import words

_CAPITAL = r"(?:[A-ZÀ-Þ][\w’'.-]*|al-[A-Z][\w’'-]*)"
_PARTICLE = r"(?:de|da|del|della|der|den|di|du|la|le|van|von|bin|ibn|al|el|ter|dos|dit)"
NAME = rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+)*{_CAPITAL})*"
_ONLY_NAME = re.compile(rf"{NAME}\Z")
_OFFICE_NAME = re.compile(rf"(?P<role>.*?\b(?:{OFFICES}))\s+(?P<name>{NAME})\Z")
_LAST_LOWER = re.compile(rf"(?P<role>.*\s)?(?P<word>[\w’'.-]*[a-z][\w’'.-]*)\s+(?P<name>{NAME})\Z")
_AGE = re.compile(r",?\s*\b\d{1,3}(?:-year-old)?\b,?")

_ADVERBS = re.compile(
    r"(?:\s+(?:also|later|then|still|has|have|had|now|once|often|again|since|both|all|too|"
    r"even|further|earlier|today|yesterday|instead|just|first|who|would|will|reportedly|"
    r"simply|recently|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[a-z]+ly|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))+\Z"
)
_BOUNDARY = re.compile(rf"[,;:()\[\]{CLOSES}]|\s[-–—]+\s|—|–|--|\s\.\.\.?\s")
_LEADING = re.compile(
    r"^(?:(?:and|but|yet|so|or|while|when|where|though|although|because|as|since|after|before|if|"
    r"that|what|which|whom|than|until|whether|And|But|While|When|Though|Although|Because|As|"
    r"Since|Yet|So|If|Still|Also|Then|Meanwhile|However|Later|Earlier|nor|like|"
    r"(?:in|at|by|on|during|from|of|with|to|for) (?:which|whom))\s+)+"
)
_PREPOSITION = re.compile(
    r"^(?:In|On|At|After|By|For|During|Following|From|With|Last|This|Late|Early|Before|Until|"
    r"Since|Under|Over|Through|Speaking|in|on|at|after|by|during|last)\s"
)
_PRONOUN = re.compile(r"(?:.*\s)?(he|she|it|they|He|She|It|They|He)\Z")
_NOT_SPEAKERS = words(
    "i we you who that which there this what nobody someone everyone people one be been is was "
    "are were being to not and or never"
)
_APPOSITION_ASIDE = re.compile(
    r"^(?:however|meanwhile|too|though|in turn|for (?:his|her|its) part|nevertheless|nonetheless|"
    r"of course|moreover|who\b|whose\b|which\b|where\b|in \w|on \w|at \w|speaking\b|via\b)"
)
_FINITE_INSIDE = re.compile(r"\b(?:is|are|was|were|will|would|can|could|may|might|does|did)\b")
_LONGEST = 14  # words of a subject; longer ones are clauses that were not understood
_REACH = 240  # code points before a verb in which its subject is looked for


class Kind(Enum):
    """How a speaker is named."""

    NAME = "name"
    PRONOUN = "pronoun"
    COMMON = "common"  # the company, a spokesman, analysts


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as named at one place, which begins at `start` (code points)."""

    words: str
    role: str
    kind: Kind
    start: int

    @property
    def is_person(self) -> bool:
        """Whether a name is that of a person, as far as its words tell."""
        return self.kind is Kind.NAME and (bool(self.role) or is_personal(self.words))


def is_personal(name: str) -> bool:
    """Whether `name` may be a person's: two to four words, none of an organisation."""
    words = name.split()
    if not 2 <= len(words) <= 4 or words[0] in ("The", "New", "North", "South", "West", "East"):
        return False
    return not any(word.strip(".,’'").lower() in ORGANISATION for word in words) and not any(
        word.isupper() and len(word) > 2 for word in words
    )


def before_verb(mask: str, floor: int, verb: int) -> Mention | None:
    """The subject that ends right before `verb`; nothing before `floor` belongs to it."""
    floor = max(floor, verb - _REACH)
    left = mask[floor:verb].rstrip()
    left = _ADVERBS.sub("", left) if left else left
    if left.endswith(","):
        return _before_apposition(left[:-1], floor)
    begin = 0
    for mark in _BOUNDARY.finditer(left):
        begin = mark.end()
    return _mention(left, begin, floor)


def _mention(left: str, begin: int, floor: int, role: str = "") -> Mention | None:
    """The subject in `left` from `begin` on, if it can be one."""
    words = left[begin:]
    begin += len(words) - len(words.lstrip())
    words = words.strip()
    leading = _LEADING.match(words + " ")
    if leading:
        begin, words = begin + leading.end(), words[leading.end() :]
    return mention(words, floor + begin, role)


def _before_apposition(left: str, floor: int) -> Mention | None:
    """The subject of ``NAME, president of X,``: the last part between commas that is a name."""
    parts = [mark.end() for mark in _BOUNDARY.finditer(left)]
    for begin in reversed([0, *parts[:-1]] if parts else []):
        end = min((part for part in parts if part > begin), default=len(left))
        words = left[begin : end - 1]
        apposition = left[end:].strip(" ,")
        if begin and left[begin - 1] in CLOSES and not words.strip():
            continue
        role = "" if _APPOSITION_ASIDE.match(apposition) else role_of(apposition)
        if not role and not _APPOSITION_ASIDE.match(apposition):
            continue
        found = _mention(words, 0, floor + begin, role)
        if found and (found.kind is Kind.NAME or _APPOSITION_ASIDE.match(apposition)):
            return found
    return None


def role_of(apposition: str) -> str:
    """The role an apposition gives, without its article; "" if it gives none."""
    words = _AGE.sub("", apposition.strip(" ,"))
    words = re.split(r",?\s+(?:who|which|whose|where|that)\b", words, maxsplit=1)[0]
    words = re.sub(r"^(?:a|an|the)\s+", "", words.strip(" ,."))
    if _FINITE_INSIDE.search(words) or len(words) > 160 or not ROLE.search(words):
        return ""
    return words


def mention(words: str, start: int, role: str = "") -> Mention | None:
    """What `words`, at `start`, name: None where they are no speaker's."""
    words = words.strip(" ,")
    if not words or words.lower() in _NOT_SPEAKERS or words.split()[-1].lower() in _NOT_SPEAKERS:
        return None
    pronoun = _PRONOUN.match(words)
    if pronoun:
        return Mention(pronoun.group(1).lower(), "", Kind.PRONOUN, start + pronoun.start(1))
    if _PREPOSITION.match(words) or _FINITE_INSIDE.search(words):
        words, start = _trailing(words, start)
    if not words or len(words.split()) > _LONGEST:
        return None
    return _named(words, start, role)


def _trailing(words: str, start: int) -> tuple[str, int]:
    """The last noun phrase of a clause: from its last article, or its last capitals."""
    found = re.search(rf"(?:\b(?:the|a|an|his|her|its|their)\s+[^,]*|{NAME})\Z", words)
    if found is None or found.start() == 0:
        return "", start
    return words[found.start() :], start + found.start()


def _named(words: str, start: int, role: str) -> Mention | None:
    plain = re.sub(r"^(?:the|The)\s+", "", words)
    start += len(words) - len(plain)
    own, name = split_role(plain)
    if name:
        start += len(plain) - len(name) if plain.endswith(name) else 0
        return Mention(name, own or role, Kind.NAME, start)
    if not plain[0].isalnum() and plain[0] not in "<(":
        return None
    bare = plain.strip("<>()")
    if re.match(r"^(?:[A-Z]|<|\()", plain) and plain.split()[0] not in _DETERMINERS:
        return Mention(re.sub(r"\s*<[^>]*>", "", bare), role, Kind.NAME, start)
    return Mention(bare, role, Kind.COMMON, start)


_DETERMINERS = words(
    "A An One Some Several Many Most Both Two Three Four Five All Other Another Analysts "
    "Officials Economists Traders Dealers Police Authorities Experts Critics Scientists "
    "Researchers Those Their His Her Its These Doctors Sources Industry Market"
)


def split_role(words: str) -> tuple[str, str]:
    """The role before a name and the name: ("XJTU President", "Wang Shuguo").

    The name is "" where `words` hold none that could be told from the rest.
    """
    honorific = HONORIFIC.match(words)
    if honorific and _ONLY_NAME.match(words[honorific.end() :]):
        return "", words[honorific.end() :]
    office = _OFFICE_NAME.match(words)
    if office:
        return office.group("role").strip(), office.group("name")
    roles = [each for each in ROLE.finditer(words) if each.end() < len(words)]
    for found in reversed(roles):
        name = words[found.end() :].strip()
        if _ONLY_NAME.match(name) and " and " not in words[: found.end()].replace("and CEO", ""):
            return words[: found.end()].strip(), HONORIFIC.sub("", name)
        if _ONLY_NAME.match(name) and not re.search(rf"{NAME} and ", words[: found.start()]):
            return words[: found.end()].strip(), HONORIFIC.sub("", name)
    if _ONLY_NAME.match(words):
        return "", _without_nation(words)
    return _after_lower(words)


def _without_nation(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.rstrip(".") in NATIONS and is_personal(rest) else name


def _after_lower(words: str) -> tuple[str, str]:
    """A name behind nouns: "research team head Jennifer Ngo-Anh", "the 14th-ranked Nadal"."""
    found = _LAST_LOWER.match(words)
    if not found or found.group("word").lower() in _FUNCTION:
        return "", ""
    before = (found.group("role") or "") + found.group("word")
    if re.match(r"^(?:a|an|one|several|some|many|both|those)\b", before, re.IGNORECASE):
        return "", ""
    return (before if ROLE.search(before) else ""), found.group("name")


_FUNCTION = words(
    "of for with in at from to by on and the a an or as 's ’s with about his her its their de "
    "la van von co inc corp ltd plc"
)
