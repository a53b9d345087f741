"""Who is meant: pronouns, surnames with a title and parts of names as the item's full names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator

from desktop_app.speeches.chinese.names import (
    CHINESE,
    FOREIGN,
    LATIN,
    SOUNDS,
    SURNAME,
    is_chinese_name,
    is_name,
    may_follow_role,
)
from desktop_app.speeches.chinese.roles import OFFICE, TITLES, is_title, role_of, split_role

_LATIN = re.compile(LATIN)
_DOTS = re.compile("[·•‧・]")
_PRONOUN = re.compile(r"他|她|其|后者|本人")
_BRACKETS = re.compile(r"（[^）]*）(?:先生|女士|博士|教授|小姐)?$")
_WHERE = re.compile(r"(?<=..)[在于对向从就]")
_FAMILIAR = re.compile(r"[老小](?P<surname>.)$")
_TITLE = re.compile(rf"(?P<surname>{SURNAME.pattern})(?P<title>{OFFICE.pattern})")
_NAMED = re.compile(rf"{FOREIGN}|{CHINESE}")
_BEFORE_TITLE = re.compile(
    rf"(?:^|(?<=[，。；：\n]))(?P<name>{CHINESE})(?:{TITLES})(?![的团们和与及等、府办室处])"
)
# Somebody, and what he does while he speaks: 他语气坚定, 习近平总书记始终.
_SOMEBODY = re.compile(
    rf"(?P<pronoun>[他她])(?![们的])|(?P<name>{CHINESE})(?:{TITLES})(?![的团们和与及等、府办室处])"
)
# Foreign names without dots: up to what follows names, after a role.
_SOUNDS = re.compile(rf"{SOUNDS}|[\u4e00-\u9fff]{{3,6}}?(?=\d)")
_OPENING = re.compile(rf"(?:^|[。，\n])((?:{SURNAME.pattern})[\u4e00-\u9fff]{{2}})", re.MULTILINE)
_OFTEN = 3
# What follows a name and belongs to no name.
_AFTER_NAME = re.compile(
    r"[在日说表的与同和对将向于是也曾认指称出会应今等就为从主会参已还有中上下告接作先来及这那]|热烈|高度|强烈|赞同|欢迎|询问"
)


class _Known:
    """Names that are known, and whom a surname or a part of a foreign name stands for."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._by_surname: dict[str, str] = {}
        self._by_part: dict[str, str] = {}

    def add(self, name: str, written: str) -> None:
        """Know `name`, in one script, by how it is `written`; the first with a part keeps it."""
        if name in self.names:
            return
        self.names.add(name)
        parts = _DOTS.split(name)
        if len(parts) > 1:
            for part in parts:
                self._by_part.setdefault(part, written)
        elif 2 <= len(name) <= 4 and (surname := SURNAME.match(name)):
            self._by_surname.setdefault(surname.group(), written)

    def of_surname(self, surname: str) -> str:
        """The written full name; empty where none is known."""
        return self._by_surname.get(surname, "")

    def of_part(self, part: str) -> str:
        """The written full name; empty where none is known."""
        return self._by_part.get(part, "")


class Cast:
    """The people of one item, as they come up.

    `text` is the item's text as written, `plain` the same in one script. Each question that
    takes a look at the whole text is asked once.
    """

    def __init__(self, text: str, plain: str) -> None:
        self._text = text
        self._plain = plain
        self._speakers = _Known()
        self._latest = ""
        self._mentioned: tuple[list[tuple[int, str]], _Known] | None = None
        self._once: dict[str, str] = {}

    def resolve(self, start: int, end: int) -> tuple[str, str]:
        """The speaker in the phrase from `start` to `end`, and the role it gives."""
        brackets = _BRACKETS.search(self._plain, start, end)
        end = brackets.start() if brackets and brackets.start() > start else end
        plain = self._plain[start:end]
        if _PRONOUN.fullmatch(plain):
            return self._last_person(start) or self._text[start:end], ""
        if found := self._familiar(plain) or self._of_title(plain):
            self._latest = found
            return found, ""
        first, last, person = self._titled(plain) or split_role(plain)
        if not person and (cut := self._somebody(plain, start)):
            return self.resolve(start, start + cut)
        written = self._text[start + first : start + last]
        role = role_of(self._text[start:end], first, last)
        full = self._full(plain[first:last])
        if person or full:
            written = full or written
            self._speakers.add(plain[first:last], written)
            self._latest = written
        return _unmarked(written), role

    def _titled(self, plain: str) -> tuple[int, int, bool] | None:
        """A name known from the item with a title behind: 查克维拉总统."""
        for size in range(2, len(plain) - 1):
            if plain[:size] in self._speakers.names and is_title(plain[size:]):
                return 0, size, True
        return None

    def is_person(self, start: int, end: int) -> bool:
        """Whether the phrase from `start` to `end` names a person with a role, or by title."""
        plain = self._plain[start:end]
        first, last, person = split_role(plain)
        return is_title(plain) or (person and (first > 0 or last < len(plain)))

    def _somebody(self, plain: str, start: int) -> int:
        """Where the person ends with whom a phrase begins that goes on; 0 where none does."""
        for prep in _WHERE.finditer(plain):
            if self.is_person(start, start + prep.start()):
                return prep.start()
        found = _SOMEBODY.match(plain)
        if not found or found.end() == len(plain) or OFFICE.search(plain, found.end()):
            return 0
        return found.end() if found["pronoun"] or is_chinese_name(found["name"]) else 0

    def _last_person(self, before: int) -> str:
        """Who spoke last; else who was named last with a role, else most often."""
        if self._latest:
            return self._latest
        places, _ = self._mentions()
        at = bisect_left(places, (before, ""))
        return places[at - 1][1] if at else self._ask(_OPENING.pattern, self._repeated)

    def _repeated(self) -> str:
        """The name that opens most sentences, where it does so often enough."""
        opening = Counter(found[1] for found in _OPENING.finditer(self._plain))
        name, times = next(iter(opening.most_common(1)), ("", 0))
        at = self._plain.find(name)
        return self._text[at : at + len(name)] if times >= _OFTEN else ""

    def _familiar(self, plain: str) -> str:
        """Whose full name a surname with a title stands for."""
        found = _TITLE.fullmatch(plain) or _FAMILIAR.fullmatch(plain)
        if not found:
            return ""
        surname = found["surname"]
        known = self._speakers.of_surname(surname) or self._mentions()[1].of_surname(surname)
        return known or self._search(rf"{surname}[\u4e00-\u9fff]{{1,2}}(?=(?:{TITLES}))")

    def _of_title(self, plain: str) -> str:
        """Who is meant by a title alone: whom the item first names with it."""
        if not is_title(plain):
            return ""
        return self._search(rf"(?:{CHINESE})(?={plain})") or self._behind(plain)

    def _behind(self, title: str) -> str:
        """The name behind the first `title` in the item that has one."""

        def search() -> str:
            for found in re.finditer(title, self._plain):
                if name := self._cut(found.end()):
                    return self._text[found.end() : found.end() + len(name)]
            return ""

        return self._ask(f"behind {title}", search)

    def _full(self, plain: str) -> str:
        """The full foreign name of which `plain` is a part, if the item has one."""
        if _LATIN.fullmatch(plain):
            return self._search(rf"(?<![A-Za-z]){LATIN} {re.escape(plain)}(?![A-Za-z-])")
        if "·" in plain or len(plain) < 2 or "·" not in self._plain:
            return ""
        return self._speakers.of_part(plain) or self._mentions()[1].of_part(plain)

    def _search(self, pattern: str) -> str:
        """The first place of `pattern`, as written."""

        def search() -> str:
            found = re.search(pattern, self._plain)
            return self._text[found.start() : found.end()] if found else ""

        return self._ask(pattern, search)

    def _ask(self, question: str, answer: Callable[[], str]) -> str:
        if question not in self._once:
            self._once[question] = answer()
        return self._once[question]

    def _mentions(self) -> tuple[list[tuple[int, str]], _Known]:
        """Names in the item behind a role, by their places; and known by their parts."""
        if self._mentioned is None:
            self._mentioned = [], _Known()
            for place, name in sorted({*self._behind_roles(), *self._before_titles()}):
                written = self._text[place : place + len(name)]
                self._mentioned[0].append((place, written))
                self._mentioned[1].add(name, written)
        return self._mentioned

    def _behind_roles(self) -> Iterator[tuple[int, str]]:
        """Place and plain name of each that stands behind a role."""
        for found in OFFICE.finditer(self._plain):
            name = self._cut(found.end())
            if len(name) > 1:
                yield found.end(), name

    def _before_titles(self) -> Iterator[tuple[int, str]]:
        """Place and plain name of each that stands before a title."""
        for found in _BEFORE_TITLE.finditer(self._plain):
            if is_chinese_name(found["name"]):
                yield found.start(), found["name"]

    def _cut(self, at: int) -> str:
        """The plain name at `at`; empty where none stands there."""
        for pattern in (_NAMED, _SOUNDS):
            if found := pattern.match(self._plain, at):
                after = _AFTER_NAME.search(found.group(), 2)
                name = found.group()[: after.start()] if after else found.group()
                if (is_name if pattern is _NAMED else may_follow_role)(name):
                    return name
        return ""


def _unmarked(name: str) -> str:
    """A name without marks around all of it."""
    return name[1:-1] if len(name) > 2 and name[0] in "“「『" and name[-1] in "”」』" else name
