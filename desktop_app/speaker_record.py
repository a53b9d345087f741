"""What an archive knows of one speaker: roles and years, words, people spoken of, photos."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop_app.items import Item
from desktop_app.language.folding import fold
from desktop_app.search.engine import Searches, Sort
from desktop_app.search.nodes import AnyOf, Text
from desktop_app.speech_search.search import SpeechSearch
from desktop_app.speech_search.speakers import Speaker, Speakers
from desktop_app.speeches.keyness import KeyToken
from desktop_app.speeches.mentioned import is_whole_name, mentioned
from desktop_app.speeches.people import Person
from desktop_app.store.reading import Reading
from desktop_app.store.said import SpeakerRow
from desktop_app.word_use import WordUse

_WORDS, _PEOPLE, _PHOTOS = 100, 50, 60  # as many as a page shows


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role with how many statements were made in it, from one ISO day (or "") to another."""

    role: str
    first: str
    last: str
    statements: int


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """One speaker.

    `roles` by their first day; `years`: statements of each year that has some; `words`: what
    they say more than others, the most telling first; `people`: whom they speak of, with how
    often; `photos`: item and number there of photos whose caption has their whole name.
    """

    speaker: Speaker
    roles: tuple[RoleHeld, ...]
    years: tuple[tuple[str, int], ...]
    words: tuple[KeyToken, ...]
    people: tuple[tuple[str, int], ...]
    photos: tuple[tuple[Item, int], ...]


class SpeakerRecords:
    """Makes records from an archive. Safe for several threads."""

    def __init__(
        self, engine: Searches, store: Reading, speech: SpeechSearch, words: WordUse
    ) -> None:
        """Read `store`; `engine` finds captions, `speech` knows who is who."""
        self._engine, self._store, self._speech, self._words = engine, store, speech, words

    def of(self, name: str, cancelled: Callable[[], bool] = lambda: False) -> SpeakerRecord | None:
        """The record of the person who has this name; None where there is none.

        Raises `Cancelled`.
        """
        speakers = self._speech.speakers()
        called = speakers.called(name)
        if not called:
            return None
        names = frozenset(called[0].names)
        rows = [row for row in speakers.rows if row.name in names]
        body, words = self._words.of_speaker(names, cancelled)
        others = _whole_names(speakers, called[0])
        return SpeakerRecord(
            speaker=Speaker.of(called[0], rows),
            roles=tuple(_roles(rows)),
            years=tuple(self._years(names)),
            words=tuple(each for each in words[:_WORDS] if each.log_likelihood > 0),
            people=tuple(mentioned(others, body).items())[:_PEOPLE],
            photos=tuple(self._photos(names, cancelled))[:_PHOTOS],
        )

    def _years(self, names: frozenset[str]) -> Iterable[tuple[str, int]]:
        heads = self._store.speech.heads(None, names)
        return sorted(Counter(head.day[:4] for head in heads if head.day).items())

    def _photos(
        self, names: frozenset[str], cancelled: Callable[[], bool]
    ) -> Iterable[tuple[Item, int]]:
        whole = [name for name in names if is_whole_name(name)]
        if not whole:
            return
        node = AnyOf(tuple(Text(name, "caption", exact=True) for name in whole))
        found = self._engine.search(node, Sort.NEWEST, cancelled).numbers[:_PHOTOS]
        folded = [fold(name) for name in whole]
        for item in self._store.items_by_number(list(found)):
            for number, photo in enumerate(item.photos):
                caption = fold(photo.caption)
                if any(name in caption for name in folded):
                    yield item, number


def _whole_names(speakers: Speakers, but: Person) -> Iterator[tuple[str, list[str]]]:
    """Everyone else's name with their whole names, where they have one."""
    held = {row.name for row in speakers.rows if row.role}
    for each in speakers.persons:
        whole = [name for name in each.names if is_whole_name(name, name in held)]
        if whole and each != but:
            yield each.name, whole


def _roles(rows: Iterable[SpeakerRow]) -> list[RoleHeld]:
    by_role: dict[str, RoleHeld] = {}
    for row in rows:
        if not row.role:
            continue
        held = by_role.get(row.role, RoleHeld(row.role, row.first, row.last, 0))
        by_role[row.role] = RoleHeld(
            row.role,
            min(filter(None, (held.first, row.first)), default=""),
            max(held.last, row.last),
            held.statements + row.statements,
        )
    return sorted(by_role.values(), key=lambda each: (each.first or "9", -each.statements))
