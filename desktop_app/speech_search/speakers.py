"""The speakers of an archive as persons, the reader's decisions heeded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop_app.search.nodes import Text
from desktop_app.search.speaker_names import SpeakerNames
from desktop_app.speeches.naming import is_named
from desktop_app.speeches.people import Person, name_key, people
from desktop_app.store.reading import Reading
from desktop_app.store.said import SpeakerRow


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person who speaks: `name` to show, all `names`, `roles` most frequent first.

    `first` and `last` are the ISO days of dated statements, or "".
    """

    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    statements: int
    first: str
    last: str

    @staticmethod
    def of(person: Person, rows: Sequence[SpeakerRow]) -> Speaker:
        """The speaker that `person` is, from the rows of all their names."""
        roles: Counter[str] = Counter()
        for row in rows:
            roles[row.role] += row.statements
        return Speaker(
            name=person.name,
            names=person.names,
            roles=tuple(role for role, _count in roles.most_common() if role),
            statements=roles.total(),
            first=min((row.first for row in rows if row.first), default=""),
            last=max((row.last for row in rows), default=""),
        )


@dataclass(frozen=True)
class Speakers:
    """Everyone who speaks in an archive at one moment."""

    rows: tuple[SpeakerRow, ...]
    decisions: dict[str, str]

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """The persons, the most quoted first."""
        counts: Counter[str] = Counter()
        for row in self.rows:
            counts[row.name] += row.statements
        return tuple(people(counts, self.decisions))

    @cached_property
    def names(self) -> SpeakerNames:
        """Their names, for queries; what a reader calls them is one of them."""
        return SpeakerNames((each.name, *each.names) for each in self.persons)

    @cached_property
    def _shown(self) -> dict[str, str]:
        return {name: each.name for each in self.persons for name in each.names}

    def person(self, name: str) -> str:
        """What the person is called who speaks under `name`."""
        return self._shown.get(name, name)

    def all(self) -> list[Speaker]:
        """All who have a name, or one a reader gave them, with figures, the most quoted first.

        Those who are only said to be "analysts" or 一名官员 are many: they are found by what
        they are called, but are nobody to list.
        """
        rows: dict[str, list[SpeakerRow]] = defaultdict(list)
        for row in self.rows:
            rows[row.name].append(row)
        return [
            Speaker.of(each, [row for name in each.names for row in rows[name]])
            for each in self.persons
            if is_named(each.name) or not self.decisions.keys().isdisjoint(each.names)
        ]

    def called(self, name: str) -> list[Person]:
        """The persons with this name as written, or else with one that only looks other."""
        exact = [each for each in self.persons if name in (each.name, *each.names)]
        if exact:
            return exact
        wanted = name_key(name)
        return [each for each in self.persons if wanted in map(name_key, (each.name, *each.names))]

    def names_meant(self, name: str) -> frozenset[str]:
        """All names of the persons who may be meant by `name`: whole, a part, or pinyin."""
        called = self.called(name)
        if called:
            return frozenset(each for person in called for each in person.names)
        return self.names.meant(Text(name, "speaker"))


class SpeakersOf:
    """The speakers of a store, counted again when it has changed. Safe to share."""

    def __init__(self, store: Reading) -> None:
        """Count those of `store`."""
        self._store = store
        self._counted: tuple[object, Speakers] | None = None

    def now(self) -> Speakers:
        """The speakers as the store is now."""
        decisions = self._store.speech.decisions()
        moment = (self._store.last_change(), tuple(decisions.items()))
        counted = self._counted
        if counted is None or counted[0] != moment:
            counted = (moment, Speakers(tuple(self._store.speech.speakers()), decisions))
            self._counted = counted
        return counted[1]
