"""Whether an English caption says that its picture shows somebody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from desktop_app.speeches.english.given_names import is_given
from desktop_app.speeches.english.name_list import NameList
from desktop_app.speeches.english.names import is_personal
from desktop_app.speeches.english.sentences import sentences
from desktop_app.speeches.english.titles import CHINESE_SURNAMES, HONORIFIC, OFFICES, is_role

_STANDS = re.compile(
    r",?\s*\(?(?:(?:far|top|bottom|front|back|second|third|fourth)[ -](?:from )?)?(?:the )?"
    r"(?:left|right|cent(?:er|re)|middle|foreground|[LRC](?=[),]))\b"
)
_OWNS = re.compile(r"['’]s?\b|['’]\s|\s+(?:supporters|fans|followers)\b|/")
_PLACED = re.compile(
    r"\b(?:of|for|against|with|by|to|from|behind|outside|near|beside|on|at|in|after|like|about|over|"
    r"under|between|including)\b"
)
_PICTURE_OF = re.compile(
    r"(?:photo|photograph|picture|portrait|image|shot|sketch|bust)\s+(?:of|showing|shows)\s+"
    r"(?:the\s+|former\s+)?",
    re.IGNORECASE,
)
_OFFICE = re.compile(rf"(?:{OFFICES})\s*\Z")
_CREDIT = re.compile(
    r"(?:photos?|photographs?|photographer|credits?|images?|picture|courtesy|video|source|graphic|"
    r"illustration)\s*:\s*\Z",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:photo|photograph|picture|image|illustration|graphic)s?(?:\s+by\s*|/)\Z", re.IGNORECASE
)
_GIVEN_BY = re.compile(r"\s+(?:Submitted|Courtesy|Handout)\Z")
_CUT = re.compile(r"[,:;–—]|\s-\s")


def shows_in_letters(caption: str, speaker: str, others: Collection[str]) -> bool:
    """Whether `caption` shows `speaker`; `others` speak in the same item."""
    spans = sentences(caption, 0, len(caption))
    first = caption[slice(*spans[0])] if spans else ""
    for start, end in _named(first, speaker):
        if not _is_shown(first, start, end):
            continue
        if _STANDS.match(first, end) or not _is_among_others(first, speaker, others):
            return True
    return False


def persons_in_letters(caption: str) -> Iterator[str]:
    """The persons an English caption names in full: with a role, or a common given name.

    Not the photographer, whom "Photo:" or "photo by" leads up to.
    """
    for called in NameList.of(caption).people.values():
        for place, name in called:
            before = caption[:place]
            if not _CREDIT.search(before) and not _BY.search(before) and _is_told(before, name):
                yield _GIVEN_BY.sub("", name)


def _is_told(before: str, name: str) -> bool:
    """Whether what stands before a name, or the name itself, tells that it is a person's."""
    role = before.split()
    first = name.split(maxsplit=1)[0]
    if first == "United":  # Arab Emirates, behind "crown prince of the"
        return False
    return is_given(name) or first in CHINESE_SURNAMES or bool(role and is_role(role[-1]))


def _named(text: str, speaker: str) -> Iterator[tuple[int, int]]:
    """Where `text` names the speaker: in full, else by surname behind a title or a role."""
    parts = speaker.split()
    if len(parts) > 1:
        full = r"\s+".join(map(re.escape, parts))
        found = list(re.finditer(rf"(?<!\w){full}(?!\w)", text, re.IGNORECASE))
        if found:
            yield from (each.span() for each in found)
            return
    surname = parts[0] if len(parts) == 2 and parts[0] in CHINESE_SURNAMES else parts[-1]
    for each in re.finditer(rf"([\w.-]+)\s+({re.escape(surname)})(?![\w-])(?!\s+[A-Z])", text):
        if HONORIFIC.match(f"{each.group(1)} ") or is_role(each.group(1)):
            yield each.span(2)


def _is_shown(text: str, start: int, end: int) -> bool:
    """Whether whom stands from `start` to `end` is whom the picture is of."""
    before = text[:start]
    if _OWNS.match(text, end) or before.count("(") > before.count(")"):
        return False
    if _CREDIT.search(before) and not re.match(r"file ", before, re.IGNORECASE):
        return False
    led = _PICTURE_OF.split(_CUT.split(before)[-1])[-1]
    office = _OFFICE.search(led)
    return _PLACED.search(led[: office.start()] if office else led) is None


def _is_among_others(text: str, speaker: str, others: Collection[str]) -> bool:
    """Whether other persons are named: speakers, those with a role or a common given name."""
    for called in NameList.of(text).people.values():
        for place, name in called:
            if name in speaker or speaker in name:
                continue
            role = text[:place].split()
            told = name in others or is_given(name) or name.split()[0] in CHINESE_SURNAMES
            if told or (role and is_role(role[-1])):
                return True
    return any(is_personal(name) and name in text for name in others)
