"""Who is meant: pronouns, surnames with a title and parts of names as the item's full names."""

from __future__ import annotations

import re
from collections import Counter

from desktop_app.speeches.chinese.names import CHINESE, FOREIGN, SURNAME, may_follow_role
from desktop_app.speeches.chinese.roles import OFFICE, TITLES, is_title, role_of, split_role

_PRONOUN = re.compile(r"他|她|其|后者|本人")
_BRACKETS = re.compile(r"（[^）]*）(?:先生|女士|博士|教授|小姐)?$")
_FAMILIAR = re.compile(r"[老小](?P<surname>.)$")
_TITLE = re.compile(rf"(?P<surname>{SURNAME.pattern})(?P<title>{OFFICE.pattern})")
_NAMED = re.compile(rf"{FOREIGN}|{CHINESE}")
# Foreign names without dots: up to what follows names, after a role.
_SOUNDS = re.compile(r"[\u4e00-\u9fff]{2,8}?(?=[\d，在对表说会同当])")
_OPENING = re.compile(rf"(?:^|[。，\n])((?:{SURNAME.pattern})[\u4e00-\u9fff]{{2}})", re.MULTILINE)
_OFTEN = 3
# What follows a name and belongs to no name.
_AFTER_NAME = re.compile(
    r"[在日说表的与同和对将向于是也曾认指称出会应今等就为从主会参已还有中上下告接作先来及这那]"
)


class Cast:
    """The people of one item, as they come up.

    `text` is the item's text as written, `plain` the same in one script.
    """

    def __init__(self, text: str, plain: str) -> None:
        self._text = text
        self._plain = plain
        self._people: list[tuple[str, str]] = []  # plain name, as written; the last is the latest
        self._named: list[tuple[int, str, str]] | None = None

    def resolve(self, start: int, end: int) -> tuple[str, str]:
        """The speaker in the phrase from `start` to `end`, and the role it gives."""
        brackets = _BRACKETS.search(self._plain, start, end)
        end = brackets.start() if brackets and brackets.start() > start else end
        plain = self._plain[start:end]
        if _PRONOUN.fullmatch(plain):
            return self._last_person(start) or self._text[start:end], ""
        if found := self._familiar(plain, start) or self._of_title(plain):
            return found, ""
        first, last, person = self._titled(plain) or split_role(plain)
        written = self._text[start + first : start + last]
        role = role_of(self._text[start:end], first, last)
        full = self._full(plain[first:last], written)
        if person or full != written:
            written = full
            self._people.append((plain[first:last], written))
        return _unmarked(written), role

    def _titled(self, plain: str) -> tuple[int, int, bool] | None:
        """A name known from the item with a title behind: 查克维拉总统."""
        for name, _ in self._people:
            if plain.startswith(name) and is_title(plain[len(name) :]):
                return 0, len(name), True
        return None

    def _last_person(self, before: int) -> str:
        """Who spoke last; else who was named last with a role."""
        if self._people:
            return self._people[-1][1]
        named = next((name for at, _, name in reversed(self._mentions()) if at < before), "")
        return named or self._repeated(before)

    def _repeated(self, before: int) -> str:
        """The name that opens most sentences before, where it does so often enough."""
        opening = Counter(found[1] for found in _OPENING.finditer(self._plain, 0, before))
        name, times = next(iter(opening.most_common(1)), ("", 0))
        at = self._plain.find(name)
        return self._text[at : at + len(name)] if times >= _OFTEN else ""

    def _familiar(self, plain: str, before: int) -> str:
        """Whose full name a surname with a title stands for."""
        found = _TITLE.fullmatch(plain) or _FAMILIAR.fullmatch(plain)
        if not found:
            return ""
        surname = found["surname"]
        known = [(name, written) for name, written in self._people if _is_of(name, surname)]
        known += [(name, written) for _, name, written in self._mentions() if _is_of(name, surname)]
        if known:
            return known[0][1]
        full = re.search(rf"{surname}[\u4e00-\u9fff]{{1,2}}(?=(?:{TITLES}))", self._plain)
        return self._text[full.start() : full.end()] if full else ""

    def _of_title(self, plain: str) -> str:
        """Who is meant by a title alone: whom the item first names with it."""
        if not is_title(plain):
            return ""
        found = re.search(rf"(?:{CHINESE})(?={plain})", self._plain)
        return self._text[found.start() : found.end()] if found else ""

    def _full(self, plain: str, written: str) -> str:
        """The full foreign name of which `plain` is a part, if the item has one."""
        if "·" in plain or len(plain) < 2 or "·" not in self._plain:
            return written
        known = [*self._people, *((name, full) for _, name, full in self._mentions())]
        return next((full for name, full in known if plain in re.split("[·•‧・]", name)), written)

    def _mentions(self) -> list[tuple[int, str, str]]:
        """Names in the item behind a role: place, plain, as written."""
        if self._named is None:
            self._named = sorted({(at, *self._cut(at)) for at in self._after_roles()})
            self._named = [each for each in self._named if len(each[1]) > 1]
        return self._named

    def _after_roles(self) -> list[int]:
        return [found.end() for found in OFFICE.finditer(self._plain)]

    def _cut(self, at: int) -> tuple[str, str]:
        """The name at `at`, plain and as written; empty where none stands there."""
        found = _NAMED.match(self._plain, at) or _SOUNDS.match(self._plain, at)
        if not found:
            return "", ""
        name = found.group()
        after = _AFTER_NAME.search(name, 2)
        name = name[: after.start()] if after else name
        if not may_follow_role(name):
            return "", ""
        return name, self._text[at : at + len(name)]


def _is_of(name: str, surname: str) -> bool:
    return name.startswith(surname) and 2 <= len(name) <= 4 and "·" not in name


def _unmarked(name: str) -> str:
    """A name without marks around all of it."""
    return name[1:-1] if len(name) > 2 and name[0] in "“「『" and name[-1] in "”」』" else name
