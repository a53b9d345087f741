"""How times grow: exponents over several sizes, fitted by least squares in log-log.

The JSON of ``search --growth … --json``::

    {"sizes": [items], "engines": {NAME: {
        "indexing": {"bytes": […], "seconds": […], "exponent"},
        "classes": {CLASS: {"hits": […], "ms": […], "exponent"}}, "all_classes": exponent}}}
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import indexing, search
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.engines import Maker
from tests.benchmarks.report import by_class, mean
from tests.benchmarks.timing import Asked, ask_all


@dataclass(frozen=True, slots=True)
class Curve:
    """One value a size: how much there was, and what it took."""

    amount: tuple[float, ...]
    cost: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """The slope of log cost over log amount; 1 is linear."""
        xs, ys = [math.log(x) for x in self.amount], [math.log(y) for y in self.cost]
        middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
        spread = sum((x - middle_x) ** 2 for x in xs)
        together = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
        return together / spread if spread else math.nan


@dataclass(frozen=True, slots=True)
class Growth:
    """The curves of one engine: seconds over bytes, and ms over hits by class."""

    sizes: tuple[int, ...]
    indexing: Curve
    classes: Mapping[str, Curve]

    @property
    def all_classes(self) -> float:
        """The mean of the classes' exponents."""
        exponents = [curve.exponent for curve in self.classes.values()]
        return sum(exponents) / len(exponents)


def measure(
    makers: Mapping[str, Maker], sizes: Sequence[int], only: str, rounds: int
) -> dict[str, Growth]:
    """Index and ask at each size; the questions are the same ones, of the smallest corpus."""
    corpora = [Corpus(size) for size in sizes]
    queries = search.questions(corpora[0], only)
    grown = {}
    for name, maker in makers.items():
        built, asked = [], []
        for corpus in corpora:
            with tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch) / name
                built.append(indexing.build(name, maker, folder, corpus).seconds)
                print(f"{name}: indexed {corpus.count} items in {built[-1]:.1f} s", flush=True)
                engine = maker(folder, corpus.story)
                engine.open()
                asked.append(ask_all({name: engine}, queries, rounds))
                engine.close()
        volume = Curve(tuple(float(corpus.bytes) for corpus in corpora), tuple(built))
        grown[name] = Growth(tuple(sizes), volume, _curves(name, asked))
    return grown


def _curves(name: str, asked: Sequence[Sequence[Asked]]) -> dict[str, Curve]:
    """One curve a class that the engine answers; hits and ms are geometric means."""
    tables = [by_class(each) for each in asked]
    return {
        group: Curve(
            tuple(mean(max(a.hits, 1) for a in run if a.query.group == group) for run in asked),
            tuple(table[group][name] for table in tables),
        )
        for group in tables[0]
        if all(name in table[group] for table in tables)
    }


def show(grown: Mapping[str, Growth]) -> None:
    """Print the curves and their exponents."""
    for name, growth in grown.items():
        sizes = ", ".join(str(size) for size in growth.sizes)
        print(f"\n{name} at {sizes} items: ms (hits), and the exponent of ms over hits")
        for group, curve in growth.classes.items():
            points = zip(curve.amount, curve.cost, strict=True)
            told = "".join(f"{f'{ms:.3f} ({hits:.0f})':>20}" for hits, ms in points)
            print(f"{group:<22}{told}{curve.exponent:>8.2f}")
        seconds = "".join(f"{f'{cost:.1f} s':>20}" for cost in growth.indexing.cost)
        exponent = growth.indexing.exponent
        print(f"{'indexing, over bytes':<22}{seconds}{exponent:>8.2f}")
        worst = max(growth.classes, key=lambda group: growth.classes[group].exponent)
        most = growth.classes[worst].exponent
        print(f"queries: mean of the classes {growth.all_classes:.2f}, most {most:.2f} ({worst}),")
        print(f"  linear or better: {_met(most)}")
        print(f"indexing: {exponent:.2f}, linear or better: {_met(exponent)}")


def _met(exponent: float) -> str:
    """Linear to one decimal: two runs of the same differ by some hundredths."""
    return "met" if round(exponent, 1) <= 1.0 else "NOT MET"


def to_json(grown: Mapping[str, Growth]) -> dict[str, object]:
    """The shape told at the head of this file."""
    engines = {
        name: {
            "indexing": {
                "bytes": growth.indexing.amount,
                "seconds": growth.indexing.cost,
                "exponent": growth.indexing.exponent,
            },
            "classes": {
                group: {"hits": curve.amount, "ms": curve.cost, "exponent": curve.exponent}
                for group, curve in growth.classes.items()
            },
            "all_classes": growth.all_classes,
        }
        for name, growth in grown.items()
    }
    return {"sizes": next(iter(grown.values())).sizes if grown else (), "engines": engines}
