"""Steps that combine others: all of them, any of them, none of them, some as a bonus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from desktop_app.search import sets
from desktop_app.search.codec.blocks import Array
from desktop_app.search.plan.filters import FilterStep
from desktop_app.search.plan.step import Step
from desktop_app.search.snapshot import View


@dataclass(frozen=True, slots=True)
class AllStep:
    """The documents that every part matches, every filter lets through, nothing excludes."""

    parts: Sequence[Step]
    filters: Sequence[FilterStep] = ()
    excluded: Sequence[Step] = ()

    def size(self, view: View) -> int:
        """As many as the rarest part."""
        return min((part.size(view) for part in self.parts), default=view.count)

    def documents(self, view: View) -> Array:
        """The rarest part's documents, less what the others do not match."""
        found = self._matching(view)
        for each in self.filters:
            found = each.among(view, found)
        for step in self.excluded:
            if len(found):
                found = sets.subtract(found, step.documents(view), view.count)
        return found

    def _matching(self, view: View) -> Array:
        rarest = sorted(self.parts, key=lambda part: part.size(view))
        found = rarest[0].documents(view)
        for part in rarest[1:]:
            if not len(found):
                break
            found = sets.intersect(found, part.documents(view), view.count)
        return found

    def scores(self, view: View, documents: Array) -> Array:
        """The sum of the parts' scores."""
        total = self.parts[0].scores(view, documents)
        for part in self.parts[1:]:
            total = total + part.scores(view, documents)
        return total

    def lines(self) -> Iterator[str]:
        """The parts, the filters, what is excluded."""
        yield "all of, the rarest first"
        yield from _indented(self.parts)
        for each in self.filters:
            yield from (f"  only {line}" for line in each.lines())
        for step in self.excluded:
            yield from (f"  without {line}" for line in step.lines())


@dataclass(frozen=True, slots=True)
class AnyStep:
    """The documents that at least one part matches."""

    parts: Sequence[Step]
    _found: dict[int, list[Array]] = field(default_factory=dict)

    def size(self, view: View) -> int:
        """As many as all parts together."""
        return min(view.count, sum(part.size(view) for part in self.parts))

    def documents(self, view: View) -> Array:
        """The parts' documents, each once."""
        return sets.unite(self._parts(view), view.count)

    def scores(self, view: View, documents: Array) -> Array:
        """The sum of the scores of the parts that match a document."""
        table = np.zeros(view.count, np.float32)
        wanted = np.zeros(view.count, np.bool_)
        wanted[documents] = True
        for part, found in zip(self.parts, self._parts(view)):  # noqa: B905 (hot)
            own = found[wanted[found]]
            table[own] += part.scores(view, own)
        return table[documents]

    def _parts(self, view: View) -> list[Array]:
        found = self._found.get(view.place)
        if found is None:
            found = self._found[view.place] = [part.documents(view) for part in self.parts]
        return found

    def lines(self) -> Iterator[str]:
        """The parts."""
        yield "any of"
        yield from _indented(self.parts)


@dataclass(frozen=True, slots=True)
class BonusStep:
    """The documents of `main`; those that `bonus` matches too score more."""

    main: Step
    bonus: Step

    def size(self, view: View) -> int:
        """As many as `main`."""
        return self.main.size(view)

    def documents(self, view: View) -> Array:
        """Those of `main`."""
        return self.main.documents(view)

    def scores(self, view: View, documents: Array) -> Array:
        """The scores of `main`, and of `bonus` where it matches."""
        total = self.main.scores(view, documents)
        if not self.bonus.size(view):
            return total
        shared = sets.intersect(documents, self.bonus.documents(view), view.count)
        if len(shared):
            at = sets.locate(documents, shared, view.count)
            total[at] += self.bonus.scores(view, shared)
        return total

    def lines(self) -> Iterator[str]:
        """Both."""
        yield from self.main.lines()
        yield from (f"  more for {line}" for line in self.bonus.lines())


@dataclass(frozen=True, slots=True)
class BoostStep:
    """The documents of `part`, their scores taken `factor` times."""

    part: Step
    factor: float

    def size(self, view: View) -> int:
        """As many as `part`."""
        return self.part.size(view)

    def documents(self, view: View) -> Array:
        """Those of `part`."""
        return self.part.documents(view)

    def scores(self, view: View, documents: Array) -> Array:
        """The scores of `part`, taken so many times."""
        return self.part.scores(view, documents) * np.float32(self.factor)

    def lines(self) -> Iterator[str]:
        """The factor and the part."""
        yield f"{self.factor:g} times"
        yield from _indented([self.part])


def _indented(steps: Sequence[Step]) -> Iterator[str]:
    return (f"  {line}" for step in steps for line in step.lines())
