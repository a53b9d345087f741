"""The pairs of an archive: which there are, and what a reader decided of them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.errors import ArchiveError
from desktop_app.items import Item, Pair
from desktop_app.messages import message
from desktop_app.pairing.traits import side
from desktop_app.store.pairs import Decision
from desktop_app.store.store import Store, StoreWriter

_BY_HAND = 1.0  # the score of a pair that nothing but a reader found


@dataclass(frozen=True, slots=True)
class Before:
    """What was `decided`, and which pairs were `found`, of either of two items."""

    decided: tuple[Decision, ...]
    found: tuple[Pair, ...]


class Pairings:
    """Reads the pairs of an archive. Safe for several threads."""

    def __init__(self, store: Store) -> None:
        """Read `store`."""
        self._store = store

    def pairs(self) -> list[Pair]:
        """All pairs, the reader's first, then in the order of import; each item is in one."""
        return [*self._decided(), *self._store.pairs.found()]

    def count(self) -> int:
        """How many `pairs` there are."""
        return len(self._decided()) + self._store.pairs.count()

    def numbers(self) -> set[int]:
        """The numbers of the items that are in a pair."""
        decided = [each for pair in self._decided() for each in (pair.en, pair.zh)]
        found = [number for row in self._store.pairs.found_rows() for number in row[:2]]
        return {*found, *self._store.ids.numbers_of(decided).values()}

    def of(self, item_id: str) -> Pair | None:
        """The pair of the item with this id; None where it has none."""
        decided = (each for each in self._decided() if item_id in (each.en, each.zh))
        return next(decided, None) or next(iter(self._store.pairs.found(item_id)), None)

    def other(self, item_id: str) -> str | None:
        """The id of the item that tells the same in the other language; None for none."""
        pair = self.of(item_id)
        return None if pair is None else pair.zh if pair.en == item_id else pair.en

    def _decided(self) -> list[Pair]:
        """The reader's pairs, both items of which there are, by the ids these now have."""
        decided = [each for each in self._store.pairs.decisions() if each.together]
        ids = self._store.pairs.present(each for one in decided for each in (one.en, one.zh))
        return [
            Pair(ids[each.en], ids[each.zh], each.score, "reader")
            for each in decided
            if each.en in ids and each.zh in ids
        ]


class PairingsWriter(Pairings):
    """Writes a reader's decisions, which hold over every new import."""

    _store: StoreWriter

    def pair(self, one: Item, other: Item) -> Pair:
        """Have two items be a pair, found or not; raises `ArchiveError` for one language."""
        english, chinese = _sides(one, other)
        found = self._found(english, chinese)
        self._decide(english, chinese, True, found.score if found else _BY_HAND)
        return Pair(english, chinese, found.score if found else _BY_HAND, "reader")

    def reject(self, one: Item, other: Item) -> None:
        """Have two items never be a pair; raises `ArchiveError` for one language."""
        english, chinese = _sides(one, other)
        found = self._found(english, chinese)
        self._decide(english, chinese, False, found.score if found else 0.0)

    def before(self, one: Item, other: Item) -> Before:
        """How it stands with two items before something is decided of them, for `restore`."""
        english, chinese = _sides(one, other)
        pairs = self._store.pairs
        decided = (each for each in pairs.decisions() if each.en == english or each.zh == chinese)
        found = dict.fromkeys([*pairs.found(english), *pairs.found(chinese)])
        return Before(tuple(decided), tuple(found))

    def restore(self, one: Item, other: Item, before: Before) -> None:
        """Have it stand with two items as it did `before` a decision."""
        now = self.before(one, other).decided
        with self._store.batch():
            for each in now:
                self._store.pairs.undecide(each.en, each.zh)
            for each in before.decided:
                self._store.pairs.decide(each)
            freed = (name for each in (*now, *before.decided) for name in (each.en, each.zh))
            self._let_go(*_sides(one, other), *freed)
            for pair in before.found:
                self._store.pairs.give_back(pair)

    def undecide(self, one: Item, other: Item) -> None:
        """Leave two items to what is found again."""
        english, chinese = _sides(one, other)
        with self._store.batch():
            self._store.pairs.undecide(english, chinese)
            self._let_go(english, chinese)

    def _found(self, english: str, chinese: str) -> Pair | None:
        pair = self.of(english)
        return pair if pair is not None and pair.zh == chinese else None

    def _decide(self, english: str, chinese: str, together: bool, score: float) -> None:
        with self._store.batch():
            if together:  # whoever was paired with either is free
                self._let_go(*(each.zh for each in [self.of(english)] if each))
                self._let_go(*(each.en for each in [self.of(chinese)] if each))
            self._store.pairs.decide(Decision(english, chinese, together, score))
            self._let_go(english, chinese)

    def _let_go(self, *ids: str) -> None:
        self._store.pairs.drop_found(self._store.pairs.numbers_of(ids).values())


def _sides(one: Item, other: Item) -> tuple[str, str]:
    """The ids of the English and of the Chinese item."""
    sides = {side(each.language): each.id for each in (one, other)}
    if set(sides) != {False, True}:
        raise ArchiveError(
            message(
                "{one} and {other} are not one English and one Chinese item; name one of each",
                one=one.id,
                other=other.id,
            )
        )
    return sides[False], sides[True]
