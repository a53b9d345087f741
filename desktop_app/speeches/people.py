"""Which names are one person's: as written, in pinyin, with initials, in another script."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from desktop_app.language.folding import fold
from desktop_app.language.pinyin import readings
from desktop_app.language.tokens import HAN
from desktop_app.speeches.english.titles import ORGANISATION
from desktop_app.speeches.naming import is_named

_MOST_READINGS = 16  # of one name: characters read in several ways multiply
_HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady|rev|gen|col|lt|capt|sgt|gov|sen|rep|"
    r"president|premier|minister|chairman|secretary|professor|senator|ambassador)\.?\s+)+",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r",?\s+(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Person:
    """One speaker: the `name` to show, and all `names` that stand for them, that among them."""

    name: str
    names: tuple[str, ...]


def people(counts: Mapping[str, int], decided: Mapping[str, str] | None = None) -> list[Person]:
    """The persons behind the names in `counts` (name -> statements), the most quoted first.

    What names nobody ("it", "a spokesman") is joined with nothing else: IT is a company.

    `decided` are a reader's decisions, name -> person's name; they hold against any rule,
    and a name decided to be its own person's is nobody else's.
    """
    decided = decided or {}
    groups = _Groups(counts)
    free = [name for name in counts if name not in decided and is_named(name)]
    for names in _alike(free):
        groups.join(names)
    for name, person in decided.items():
        if name in counts:
            groups.join([name, person])
    made = [_person(names, counts, decided) for names in groups.all()]
    return sorted(made, key=lambda one: -sum(counts.get(name, 0) for name in one.names))


def name_key(name: str) -> str:
    """What two spellings of one name share: case, titles, marks and script aside."""
    plain = _SUFFIX.sub("", _HONORIFIC.sub("", fold(name).strip()))
    return " ".join(_NAME.findall(plain))


class _Groups:
    """Names put together (a disjoint-set forest)."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}

    def join(self, names: Iterable[str]) -> None:
        first, *others = names
        for other in others:
            self._above[self._top(other)] = self._top(first)

    def all(self) -> Iterator[list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._above:
            found[self._top(name)].append(name)
        yield from found.values()

    def _top(self, name: str) -> str:
        self._above.setdefault(name, name)
        while self._above[name] != name:
            self._above[name] = name = self._above[self._above[name]]
        return name


def _alike(names: Iterable[str]) -> Iterator[list[str]]:
    """Yield rows of names that are one person's."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if key := name_key(name):
            by_key[key].append(name)
    yield from by_key.values()
    yield from _in_pinyin(by_key)
    yield from _with_initials(by_key)


def _in_pinyin(by_key: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Chinese names with their spellings, surname first or last."""
    chinese = {key for key in by_key if HAN.fullmatch(key) and 2 <= len(key) <= 4}
    spelled: dict[str, list[str]] = defaultdict(list)
    for key in chinese:
        for spelling in _spellings(key):
            spelled[spelling].append(key)
    for key in by_key:
        found = spelled.get(re.sub(r"[^a-z]", "", key), []) if key not in chinese else []
        if len(set(found)) == 1:  # two Chinese names may sound alike
            yield [by_key[found[0]][0], by_key[key][0]]


def _spellings(name: str) -> set[str]:
    """How a Chinese name is written in letters, with nothing between."""
    spoken = readings(name)
    ways: Iterable[tuple[str, ...]] = product(*(row[:3] for row in spoken))
    found = set()
    for way in islice(ways, _MOST_READINGS):
        for surname in (1, 2) if len(way) > 2 else (1,):
            first, given = "".join(way[:surname]), "".join(way[surname:])
            found |= {first + given, given + first}
    return found


def _with_initials(by_key: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Latin names with initials, with the one full name they fit."""
    full: dict[str, list[str]] = defaultdict(list)
    for key in by_key:
        words = key.split()
        if len(words) > 1 and len(words[0]) > 1 and words[-1] not in ORGANISATION:
            full[words[-1]].append(key)
    for key in by_key:
        words = key.split()
        if len(words) > 1 and len(words[0]) == 1:
            fitting = [other for other in full[words[-1]] if _fits(words, other.split())]
            if len(fitting) == 1:
                yield [by_key[fitting[0]][0], by_key[key][0]]
        without = " ".join(word for word in words if len(word) > 1)
        if len(words) > 2 and without != key and without in by_key:  # John F. and John Kennedy
            yield [by_key[without][0], by_key[key][0]]


def _fits(initials: list[str], full: list[str]) -> bool:
    """Whether ``j f kennedy`` may be ``john fitzgerald kennedy`` or ``john kennedy``."""
    given, spelled = initials[:-1], full[:-1]
    return all(long.startswith(short) for short, long in zip(given, spelled, strict=False))


def _person(names: list[str], counts: Mapping[str, int], decided: Mapping[str, str]) -> Person:
    """The person with these names, called as a reader decided, else as most often."""
    chosen = next((decided[name] for name in names if name in decided), "")
    said = sorted((name for name in names if name in counts), key=lambda name: -counts[name])
    return Person(chosen or said[0], tuple(said))
