"""Several stores read as one: a joined number says which store an item is in."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from desktop_app.items import Item, Origin, Statement
from desktop_app.store.item_pages import Place
from desktop_app.store.joined_photos import JoinedPhotos
from desktop_app.store.reading import TextReading
from desktop_app.store.said import Head, SaidIn, SpeakerRow
from desktop_app.store.store import Store
from desktop_app.store.twins import TwinTable, twin_table


class JoinedStore:
    """Implements `Reading`. The item `n` of the store `k` has the number `k * span + n`.

    Safe to use from several threads at once.
    """

    def __init__(self, stores: Sequence[Store], span: int) -> None:
        """Read `stores`."""
        self.stores, self.span = stores, span
        self.speech = JoinedSpeech(self)
        self._twins: tuple[list[int], TwinTable] | None = None
        self._lock = threading.Lock()

    def located(self, number: int) -> tuple[int, int]:
        """The place of the store that has the item `number`, and its number there."""
        return divmod(number, self.span)

    def last_change(self) -> int:
        """The sum of the stores'."""
        return sum(store.last_change() for store in self.stores)

    def latest(self, limit: int) -> list[int]:
        """Those added last to each, in turn: no two stores count alike."""
        hidden, found = self.twins().hidden, []
        for place, store in enumerate(self.stores):
            own = [place * self.span + number for number in store.latest(limit + len(hidden))]
            shown = [number for number in own if number not in hidden]
            found += [(turn, number) for turn, number in enumerate(shown[:limit])]
        return [number for _turn, number in sorted(found)[:limit]]

    @property
    def shelf(self) -> JoinedShelf:
        """Many items' texts."""
        return JoinedShelf(self)

    @property
    def photo_shelf(self) -> JoinedPhotos:
        """Many photos."""
        hidden = self.apart(self.twins().hidden)
        return JoinedPhotos([store.photo_shelf for store in self.stores], self.span, hidden)

    def twins(self) -> TwinTable:
        """What stands in several of the stores, read again when one has changed."""
        with self._lock:
            moment = [store.last_change() for store in self.stores]
            if self._twins is None or self._twins[0] != moment:
                self._twins = moment, twin_table(self.stores, self.span)
            return self._twins[1]

    def items(self) -> Iterator[Item]:
        """Yield all items, each once, store by store, in the order of changes there."""
        hidden = self.twins().hidden
        for place, store in enumerate(self.stores):
            for _change, number, item in store.changed_since(0):
                if place * self.span + number not in hidden:
                    yield item

    def items_by_number(self, numbers: Sequence[int]) -> list[Item]:
        """The items with these numbers, in that order; unknown numbers are left out."""
        found = self.numbered(numbers)
        return [found[number] for number in numbers if number in found]

    def numbered(self, numbers: Sequence[int]) -> dict[int, Item]:
        """Number -> item; unknown numbers are left out."""
        return {
            place * self.span + number: item
            for place, own in self.apart(numbers).items()
            for number, item in self.stores[place].numbered(own).items()
        }

    def copies_of(self, numbers: Sequence[int]) -> dict[int, tuple[Origin, ...]]:
        """Item -> where else it was found, of those of `numbers` that have copies."""
        return {
            place * self.span + number: copies
            for place, own in self.apart(numbers).items()
            for number, copies in self.stores[place].copies_of(own).items()
        }

    def said_by_place(self, places: Sequence[Place]) -> Mapping[Place, tuple[Item, Statement]]:
        """The statement at each of `places` and its item."""
        found: dict[Place, tuple[Item, Statement]] = {}
        wanted: dict[int, list[Place]] = defaultdict(list)
        for number, at in places:
            store, own = self.located(number)
            wanted[store].append((own, at))
        for store, rows in wanted.items():
            for (own, at), said in self.stores[store].said_by_place(rows).items():
                found[store * self.span + own, at] = said
        return found

    def apart(self, numbers: Iterable[int]) -> dict[int, list[int]]:
        """Joined numbers by the place of their store, as that numbers them."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            store, own = self.located(number)
            found[store].append(own)
        return found


class JoinedShelf:
    """Implements `TextReading`."""

    def __init__(self, joined: JoinedStore) -> None:
        """Read from the stores of `joined`."""
        self._joined = joined

    def texts(self, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Number and text of each, in order."""
        for base, shelf, own in self._parts(numbers):
            yield from ((base + number, text) for number, text in shelf.texts(own))

    def about(self, numbers: Sequence[int]) -> Iterator[tuple[int, tuple[str, str, str, str]]]:
        """Number of each, with its id, title, date and source."""
        for base, shelf, own in self._parts(numbers):
            yield from ((base + number, about) for number, about in shelf.about(own))

    def spoken(self, numbers: Sequence[int]) -> Iterator[tuple[int, int, int, str]]:
        """Number, start, end and speaker of every statement."""
        for base, shelf, own in self._parts(numbers):
            for number, start, end, speaker in shelf.spoken(own):
                yield base + number, start, end, speaker

    def _parts(self, numbers: Sequence[int]) -> Iterator[tuple[int, TextReading, list[int]]]:
        """Each store's shelf with its numbers, which stand side by side as they ascend."""
        span = self._joined.span
        for place, each in groupby(numbers, lambda number: number // span):
            own = [number - place * span for number in each]
            yield place * span, self._joined.stores[place].shelf, own


class JoinedSpeech:
    """Implements `SpeechReading`; what stands in several stores was said once."""

    def __init__(self, joined: JoinedStore) -> None:
        """Read from the stores of `joined`."""
        self._joined = joined

    def heads(
        self, numbers: Collection[int] | None, speakers: Collection[str] | None
    ) -> Iterator[Head]:
        """Yield statements of the items `numbers` by `speakers` (None: all)."""
        for base, store, own, hidden in self._parts(numbers):
            for head in store.speech.heads(own, speakers):
                if head.item not in hidden:
                    yield head._replace(item=base + head.item)

    def said(
        self, numbers: Collection[int] | None, speakers: Collection[str] | None
    ) -> Iterator[SaidIn]:
        """Yield the statements of the items `numbers` (None: all), those of `speakers` alone."""
        for base, store, own, hidden in self._parts(numbers):
            for said in store.speech.said(own, speakers):
                if said.item not in hidden:
                    parts = tuple(one._replace(item=base + one.item) for one in said.said)
                    yield SaidIn(base + said.item, said.day, said.text, parts)

    def count(self) -> int:
        """How many statements there are, in all stores."""
        return sum(store.speech.count() for store in self._joined.stores)

    def speakers(self) -> list[SpeakerRow]:
        """Every name in every role in which it speaks."""
        hidden = self._joined.apart(self._joined.twins().hidden)
        rows: dict[tuple[str, str], SpeakerRow] = {}
        for place, store in enumerate(self._joined.stores):
            twice = store.speech.counted(hidden.get(place, ()))
            for row in store.speech.speakers():
                key = row.name, row.role
                once = row._replace(statements=row.statements - twice[key])
                rows[key] = _both(rows[key], once) if key in rows else once
        return [row for row in rows.values() if row.statements]

    def decisions(self) -> dict[str, str]:
        """What the reader decided; of two about one name, that in the earlier store."""
        found: dict[str, str] = {}
        for store in reversed(self._joined.stores):
            found |= store.speech.decisions()
        return found

    def _parts(
        self, numbers: Collection[int] | None
    ) -> Iterator[tuple[int, Store, set[int] | None, set[int]]]:
        """Each store with its numbers, and those of its items that an earlier one has."""
        joined = self._joined
        hidden = joined.apart(joined.twins().hidden) if numbers is None else {}
        wanted = {} if numbers is None else joined.apart(numbers)
        for place, store in enumerate(joined.stores):
            base = place * joined.span
            if numbers is None:
                yield base, store, None, set(hidden.get(place, ()))
            elif place in wanted:
                yield base, store, set(wanted[place]), set()


def _both(one: SpeakerRow, other: SpeakerRow) -> SpeakerRow:
    """What two stores say of one name in one role, as one."""
    return one._replace(
        statements=one.statements + other.statements,
        first=min((row.first for row in (one, other) if row.first), default=""),
        last=max(one.last, other.last),
    )
