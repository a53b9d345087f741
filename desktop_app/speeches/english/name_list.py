"""The names an item holds, and the fullest form of a shorter one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.speeches.english.mentions import split_role
from desktop_app.speeches.english.names import CAPITAL_WORD, is_personal
from desktop_app.speeches.english.titles import BEGINNINGS, CHINESE_SURNAMES, ORGANISATION
from desktop_app.speeches.english.words import words

_RUN = re.compile(
    rf"(?<![\w’'.&-]){CAPITAL_WORD}"
    r"(?:[ ](?:(?:of|for|the|de|der|den|del|della|di|da|du|van|von|bin|and|&)[ ]){0,2}"
    rf"(?:{CAPITAL_WORD}|(?:co|inc|corp|ltd)\b))+"
)
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z.&]{1,9})\)")
_BEFORE_BRACKET = 80  # code points in which the name stands that an acronym is of
_MOST = 1_000  # names kept; a text with more is a list
_MOST_OF_ONE = 200
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_SHORT = 5
_NAMES_IN_ING = words("Irving Sterling Harding Golding Browning Manning Fleming Beijing")
_MARKS = ".,’'"
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class NameList:
    """People by the single words they are called by, and other names, each with its place."""

    acronyms: dict[str, str]
    people: dict[str, list[tuple[int, str]]]
    others: list[tuple[int, str]]

    @classmethod
    def of(cls, text: str) -> NameList:
        """The names of two and more words in `text`."""
        made = cls({}, {}, [])
        for found in _BRACKETED.finditer(text) if "(" in text else ():
            before = text[max(0, found.start() - _BEFORE_BRACKET) : found.start()]
            made.acronyms.setdefault(found.group(1), _initialled(before, found.group(1)))
        for place, name in _names(text):
            if not is_personal(name):
                if len(made.others) < _MOST:
                    made.others.append((place, name))
                continue
            for key in _keys(name):
                called = made.people.setdefault(key, [])
                if len(called) < _MOST_OF_ONE:
                    called.append((place, name))
        return made

    def full(self, said: str, place: int) -> str:
        """The fullest form of a name: that nearest before `place`, else the first."""
        plain = bare(said)
        if plain != said.removeprefix("the ").removeprefix("The "):  # Moody's said
            return self._organisation(said) or self._organisation(plain) or said
        if " " in plain:
            person = self._person(plain) if is_personal(plain) else ""
            return person or self._organisation(plain) or plain
        known = self.people.get(plain.strip(_MARKS), [])
        before = [name for at, name in known if at <= place]
        if known:
            return before[-1] if before else known[0][1]
        return self._organisation(plain) or plain

    def holding(self, noun: str, place: int) -> str:
        """The organisation named before `place` whose name holds `noun`: "the bank"."""
        before = [name for at, name in self.others if at < place]
        return next((name for name in reversed(before) if noun in name.lower().split()), "")

    def place(self, name: str) -> int:
        """Where the person is first named in full, in code points; -1 for no person."""
        called = self.people.get(_keys(name)[0], ()) if is_personal(name) else ()
        return next((at for at, known in called if known == name), -1)

    def _person(self, name: str) -> str:
        for _, known in self.people.get(_keys(name)[0], []):
            if known != name and known.lower().endswith(f" {name.lower()}"):
                return known
            if known.startswith(f"{name} ") and known.split()[-1].lower() in _SUFFIXES:
                return known
        return ""

    def _organisation(self, name: str) -> str:
        """The organisation of which `name` is the beginning or the acronym."""
        for _, known in self.others:
            rest = known[len(name) :].split() if known.startswith(f"{name} ") else []
            if 0 < len(rest) <= 3 and rest[-1].lower().strip(".") in ORGANISATION:
                return known
        if name.isupper() and 2 <= len(name) <= _LONGEST_ACRONYM:
            return self._spelt_out(name)
        return ""

    def _spelt_out(self, acronym: str) -> str:
        if acronym in self.acronyms:
            return self.acronyms[acronym]
        for _, known in self.others:
            if "".join(part[0] for part in known.split() if part[0].isupper()) == acronym:
                return known
        return ""


def is_known_person(names: NameList, name: str) -> bool:
    """Whether `name` is a person's among `names`."""
    return is_personal(name) and any(
        name == known for _, known in names.people.get(_keys(name)[0], ())
    )


def bare(name: str) -> str:
    """`name` without an article before or a possessive behind it."""
    name = name.removesuffix("’s").removesuffix("'s")
    return name.removeprefix("The ").removeprefix("the ").strip(" ,")


def _names(text: str) -> Iterator[tuple[int, str]]:
    for run in _RUN.finditer(text):
        at, said = run.start(), run.group().rstrip(".")
        while " " in said and _begins(said.partition(" ")[0]):
            first = len(said.partition(" ")[0]) + 1
            at, said = at + first, said[first:]
        head = said.partition(" of ")[0]
        for part in [head] if head != said and is_personal(head) else _people_in(said):
            _, name = split_role(part)
            name = bare(name or part)
            if " " in name:
                yield at + max(0, said.find(name)), name


def _begins(word: str) -> bool:
    """Whether a capital only begins a sentence: "The", "Taking Archie outside"."""
    doing = word.endswith("ing") and len(word) > _SHORT and word not in _NAMES_IN_ING
    return word in BEGINNINGS or doing


def _people_in(said: str) -> list[str]:
    """The two of "Bob Hawke and Paul Keating"; else the name whole."""
    parts = said.split(" and ")
    if len(parts) == 1:
        return parts
    _, last = split_role(parts[-1])
    return parts if is_personal(last or parts[-1]) or is_personal(parts[0]) else [said]


def _keys(name: str) -> list[str]:
    """The single words by which a person may be called: the surname, first or last."""
    parts = [part for part in name.split() if part.lower() not in _SUFFIXES] or [name]
    last = parts[-1].strip(_MARKS)
    first = [parts[0]] if parts[0] in CHINESE_SURNAMES and len(parts) == 2 else []
    return [last, *first]


def _initialled(said: str, acronym: str) -> str:
    """The end of `said` whose initials are those of `acronym`."""
    parts = said.split()
    for begin in range(len(parts) - 1, -1, -1):
        initials = "".join(part[0] for part in parts[begin:] if part[0].isupper())
        if initials.upper() == acronym.upper() and parts[begin][0].isupper():
            return " ".join(parts[begin:])
    return ""
