"""From a byline to its authors: people and organisations, in the parts a citation needs.

Chinese names are never taken apart: GB/T 7714-2015 (8.1.1) and the English manuals write
them whole, family name first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.citing.chinese_bylines import chinese_names
from desktop_app.citing.clean_text import one_line
from desktop_app.language.syllables import split_pinyin
from desktop_app.speeches.english.titles import CHINESE_SURNAMES, ORGANISATION
from desktop_app.speeches.english.words import words

_MOST = 40  # authors; a longer list is no byline
_BY = re.compile(
    r"^(?:(?:written |reported |story |text )?by\b[\s:：]*)?"
    r"(?:(?:\w+ )?(?:staff |special )?(?:writer|reporter|correspondent)s?\s+(?=\w+ \w))?",
    re.IGNORECASE,
)
_NOISE = re.compile(r"\S+@\S+|\(.*?\)|\s+-\s+\d{4}-\d\d-\d\d$|https?://\S+")
# A comma belongs to the name before "Inc."; a full stop behind a whole word ends a name.
_COMPANY = re.compile(r",\s*(?=(?:Inc|Ltd|LLC|LLP|Corp|Co|S\.A|GmbH)\b\.?)", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:;|；|、|，|,|\||/|&|\band\b|\bwith\b|(?<=[a-z]{3})\.(?=\s))\s*", re.IGNORECASE
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
# What stands behind a name and is no further author: offices and degrees.
_OFFICE = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|staff|columnists?|contributors?|"
    r"producers?|analysts?|bureau|M\.?[SAD]\.?|Ph\.?D\.?|RDN|RN|CPA|Esq\.?|of The .*)$",
    re.IGNORECASE,
)
_ACCOUNTS = words("admin administrator editor editorial webmaster root user author staff")
_AGENCIES = words(
    "ap afp ans ani pti upi dpa efe tass reuters xinhua bloomberg editorial newsroom tv "
    "television radio media magazine newspaper agency agencies online cnn bbc nbc cbs abc pbs "
    "npr cgtn cctv rt zdf fernsehen images reports inc. ltd. co. com"
)
_PARTICLES = words(
    "de da das dos do del della dela der den di du la le van von ter ten bin ibn al el y zu"
)


@dataclass(frozen=True, slots=True)
class Author:
    """A person with `family` name, or whole as `literal`: an organisation, a Chinese name.

    `family_first` tells that the person's own language puts the family name first.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    family_first: bool = False

    @property
    def whole(self) -> str:
        """The name as it is said."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        name = self.literal or " ".join(part for part in parts if part)
        return f"{name} {self.suffix}".strip()


def authors(byline: str) -> tuple[Author, ...]:
    """The authors named in `byline`, in its order."""
    line = one_line(byline)
    if _HAN.search(line):
        found = [each for name in chinese_names(line) for each in _authors_of(name)]
    else:
        found = _western(line)
    return tuple(dict.fromkeys(found))[:_MOST]


def _authors_of(name: str) -> list[Author]:
    return [Author(literal=name)] if _HAN.search(name) else _western(name)


def _western(line: str) -> list[Author]:
    line = _COMPANY.sub(" ", _NOISE.sub(" ", _BY.sub("", line))).strip(" ,;-")
    parts = [part.strip(" .") if part.endswith(" .") else part for part in _BETWEEN.split(line)]
    parts = [part for part in parts if part]
    if "," in line and _is_turned_round(parts):
        return [Author(family=parts[0], given=parts[1])]
    found: list[Author] = []
    for part in parts:
        person_before = bool(found) and not found[-1].literal
        if person_before and _SUFFIX.fullmatch(part):
            last = found.pop()
            found.append(Author(last.family, last.given, part, "", last.family_first))
        elif person_before and (_OFFICE.search(part) or _is_organisation(part)):
            continue  # says where the person works
        elif part.lower() not in _ACCOUNTS:
            found.append(_author(part))
    return found


def _is_turned_round(parts: list[str]) -> bool:
    """Whether these are the two halves of ``Smith, John``."""
    alone = all(" " not in part and not _is_organisation(part) for part in parts)
    return len(parts) == 2 and alone


def _is_organisation(name: str) -> bool:
    parts = name.split()
    lower = {word.lower().rstrip(".") for word in parts}
    if lower & (_AGENCIES | ORGANISATION) or re.search(r"\w\.\w\w", name):
        return True
    return parts[:1] == ["The"] or (len(parts) == 1 and len(name) > 1 and name.isupper())


def _author(name: str) -> Author:
    parts = name.split()
    if len(parts) < 2 or _is_organisation(name) or _OFFICE.search(name) or len(parts) > 6:
        return Author(literal=name)
    parts = [_in_small_letters(word) for word in parts] if name.isupper() else parts
    suffix = parts.pop() if len(parts) > 2 and _SUFFIX.fullmatch(parts[-1]) else ""
    if len(parts) == 2 and all(part in CHINESE_SURNAMES for part in parts):
        return Author(literal=" ".join(parts))  # Wang Yi, or Yi Wang? Nobody can tell
    if _is_family_first(parts):
        return Author(parts[0], parts[1], suffix, "", True)
    first = next(
        (n for n in range(1, len(parts)) if parts[n].lower() in _PARTICLES), len(parts) - 1
    )
    return Author(" ".join(parts[first:]), " ".join(parts[:first]), suffix)


def _is_family_first(parts: list[str]) -> bool:
    """Whether these are a Chinese or Korean name in its own order: Wang Shuguo, Lee Su-wan."""
    if len(parts) != 2 or parts[0] not in CHINESE_SURNAMES:
        return False
    return bool(re.fullmatch(r"\w+-[a-z]+", parts[1]) or split_pinyin(parts[1]))


def by_characters(given: str) -> str:
    """A Chinese given name in Latin letters with a capital for each character: ``Shu Guo``."""
    parts = given.split("-") if "-" in given else next(iter(split_pinyin(given) or ()), (given,))
    return " ".join(part.capitalize() for part in parts)


def _in_small_letters(word: str) -> str:
    """A word that was written in capitals throughout: ``D'AFFLISIO`` as ``D'Afflisio``."""
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
