"""Steps that look at columns: dates, languages, kinds, sources, photos."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

import numpy as np

from desktop_app.messages import Message, message
from desktop_app.search import sets
from desktop_app.search.codec.blocks import Array
from desktop_app.search.explained import Explained
from desktop_app.search.plan.step import Scored
from desktop_app.search.view import View


@dataclass(frozen=True, slots=True)
class FilterStep:
    """The documents whose column values are accepted; they score nothing."""

    says: Message
    accept: Callable[[View], Array]
    _tables: dict[int, Array] = field(default_factory=dict)

    def table(self, view: View) -> Array:
        """Whether each document is accepted (bool)."""
        table = self._tables.get(view.place)
        if table is None:
            table = self._tables[view.place] = self.accept(view)
        return table

    def among(self, view: View, documents: Array) -> Array:
        """Those of `documents` that are accepted."""
        return documents[self.table(view)[documents]]

    def size(self, view: View) -> int:
        """All of them, for all that is known."""
        return view.count

    def documents(self, view: View) -> Array:
        """The accepted ones."""
        return sets.chosen(self.table(view))

    def scored(self, view: View) -> Scored:
        """The accepted ones, without a score."""
        documents = self.documents(view)
        return documents, np.zeros(len(documents), np.float32)

    def scores(self, view: View, documents: Array) -> Array:
        """Nothing."""
        return np.zeros(len(documents), np.float32)

    def explained(self) -> Explained:
        """The filter."""
        return Explained(self.says)


def in_range(name: str, first: int, last: int) -> FilterStep:
    """The documents whose number in the column `name` is from `first` to `last`."""

    def accept(view: View) -> Array:
        values = view.segment.numbers(name)
        table: Array = (values >= first) & (values <= last)
        return table

    says = message("{name} from {first} to {last}", name=name, first=first, last=last)
    return FilterStep(says, accept)


def having(name: str, value: str, accepts: Callable[[str], bool]) -> FilterStep:
    """The documents whose value in the column `name` `accepts`, such as `value`."""

    def accept(view: View) -> Array:
        column = view.segment.coded(name)
        accepted = np.array([accepts(value.decode()) for value in column.values], np.bool_)
        table: Array = accepted[column.codes]
        return table

    return FilterStep(message("{name}: {value}", name=name, value=value), accept)


def numbered(name: str, value: str, numbers: Collection[int]) -> FilterStep:
    """The documents of these numbers, of which `name` is `value`."""
    wanted = np.fromiter(numbers, np.int64, len(numbers))

    def accept(view: View) -> Array:
        table: Array = np.isin(view.numbers, wanted)
        return table

    return FilterStep(message("{name}: {value}", name=name, value=value), accept)


@dataclass(frozen=True, slots=True)
class EverythingStep:
    """All documents; each scores 1, as in Whoosh."""

    def size(self, view: View) -> int:
        """All of them."""
        return view.count

    def documents(self, view: View) -> Array:
        """All of them."""
        return np.arange(view.count, dtype=np.uint16 if view.count <= 1 << 16 else np.int64)

    def scored(self, view: View) -> Scored:
        """All of them, 1 each."""
        return self.documents(view), np.ones(view.count, np.float32)

    def scores(self, view: View, documents: Array) -> Array:
        """1 each."""
        return np.ones(len(documents), np.float32)

    def explained(self) -> Explained:
        """That it is everything."""
        return Explained(message("all items"))
