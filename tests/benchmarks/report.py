"""The figures of one run: the tables printed, the contract, and the JSON.

The JSON of ``search --json``::

    {"items", "text_bytes", "tokenising_seconds",
     "engines": {NAME: {"index_seconds", "built_earlier", "mb_per_s", "mb_per_s_with_tokens",
                        "index_bytes", "open_ms", "first_query_ms", "own_mb", "mapped_mb",
                        "add_100_seconds" or null}},
     "queries": [{"class", "query", "hits", "disagree": [NAME],
                  "ms": {NAME: median}, "calls": {NAME: timed calls}, "counts": {NAME: hits}}],
     "classes": {CLASS: {NAME: geometric mean of its queries' medians in ms}},
     "ratios": {NAME: {"classes": {CLASS: beilin / NAME}, "all": geometric mean over classes}},
     "processes": null or {"count", "seconds", "alone_seconds"},
     "contract": [{"what", "figure", "limit", "at_least", "wrong", "met"}]}

``mb_per_s`` of Beilin has its tokenising in it, as the engine makes its tokens itself.
Megabytes are 10**6 bytes of UTF-8 text.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.classes import CLASSES
from tests.benchmarks.indexing import Built, Cold
from tests.benchmarks.processes import Parallel
from tests.benchmarks.timing import Asked

_OURS = "beilin"


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything one run measured, by engine."""

    items: int
    text_bytes: int
    tokenising_seconds: float
    built: Mapping[str, Built]
    cold: Mapping[str, Cold]
    added: Mapping[str, float]
    asked: Sequence[Asked]
    parallel: Parallel | None = None

    def rate(self, name: str, with_tokens: bool = True) -> float:
        """MB/s from item to committed index; Beilin's always has its tokenising in it."""
        seconds = self.built[name].seconds
        if with_tokens and name != _OURS:
            seconds += self.tokenising_seconds
        return self.text_bytes / 1e6 / seconds


@dataclass(frozen=True, slots=True)
class Clause:
    """One line of the contract and whether it is met; a wrong answer never meets it."""

    what: str
    figure: float
    limit: float
    at_least: bool = False
    wrong: bool = False

    @property
    def met(self) -> bool:
        """Whether the answers are right and the figure keeps to the limit."""
        within = self.figure >= self.limit if self.at_least else self.figure <= self.limit
        return within and not self.wrong


def mean(values: Iterable[float]) -> float:
    """The geometric mean."""
    logs = [math.log(value) for value in values]
    return math.exp(sum(logs) / len(logs)) if logs else math.nan


def by_class(asked: Sequence[Asked]) -> dict[str, dict[str, float]]:
    """Class -> engine -> geometric mean of its queries' median ms, where it answers all."""
    table: dict[str, dict[str, float]] = {}
    for group in CLASSES:
        own = [each for each in asked if each.query.group == group]
        names = list(dict.fromkeys(name for each in own for name in each.milliseconds))
        if own:
            table[group] = {
                name: mean(each.milliseconds[name] for each in own)
                for name in names
                if all(name in each.milliseconds for each in own)
            }
    return table


def ratios(table: Mapping[str, Mapping[str, float]], name: str) -> dict[str, float]:
    """Class -> Beilin's time over that of `name`, where both answer."""
    return {
        group: row[_OURS] / row[name]
        for group, row in table.items()
        if _OURS in row and name in row
    }


def contract(figures: Figures) -> list[Clause]:
    """The lines of the contract that can be judged with the engines that were here."""
    table, built = by_class(figures.asked), figures.built
    wrong = {each.query.group for each in figures.asked if _OURS in each.odd}
    clauses: list[Clause] = []
    if _OURS not in built:
        return clauses
    if "xapian" in built:
        for group, ratio in ratios(table, "xapian").items():
            clauses.append(Clause(f"{group}: x Xapian", ratio, 1.0, wrong=group in wrong))
    for name, limit in (("tantivy", 1.5), ("stock", 1 / 20)):
        if name in built:
            overall = mean(ratios(table, name).values())
            what = f"all classes (geometric mean): x {name}"
            clauses.append(Clause(what, overall, limit, wrong=bool(wrong)))
    return [*clauses, *_index_clauses(figures)]


def _index_clauses(figures: Figures) -> list[Clause]:
    built, size = figures.built, figures.built[_OURS].bytes
    clauses = []
    for name, limit in (("xapian", 3.0), ("fts5", 1.0)):
        if name in built:
            ratio = figures.rate(_OURS) / figures.rate(name)
            clauses.append(Clause(f"indexing, tokens made: x {name}'s MB/s", ratio, limit, True))
    if "xapian" in built:
        clauses.append(Clause("index size: x Xapian", size / built["xapian"].bytes, 0.5))
    cold = figures.cold[_OURS]
    return [
        *clauses,
        Clause("index size: x text", size / figures.text_bytes, 1.5),
        Clause("cold: ms to open and answer once", cold.open_ms + cold.first_ms, 30.0),
        Clause("cold: MB of memory of its own", cold.own_mb, 40.0),
        Clause("adding 100 items: s", figures.added[_OURS], 1.0),
    ]


def show(figures: Figures) -> None:
    """Print the tables."""
    names = list(figures.built)
    megabytes = figures.text_bytes / 1e6
    print(f"\n{figures.items} items, {megabytes:.1f} MB of text. Milliseconds; a class is the")
    print("geometric mean of its queries' medians, asked warm and in turns.\n")
    _show_classes(figures, names)
    _show_indexes(figures, names)
    _show_disagreements(figures)
    print("\nContract (figures are for 100,000 items)")
    for clause in contract(figures):
        sign, met = (">=" if clause.at_least else "<="), ("met" if clause.met else "NOT MET")
        met += ", some answers differ" if clause.wrong else ""
        print(f"  {clause.what:<64} {clause.figure:>9.3f} {sign} {clause.limit:<6.3g} {met}")


def _show_classes(figures: Figures, names: Sequence[str]) -> None:
    table = by_class(figures.asked)
    others = [name for name in names if name != _OURS]
    heads = [f"/{name}" for name in others]
    print(f"{'':<22}{'hits':>8}" + "".join(f"{each:>10}" for each in [*names, *heads]))
    for group, row in table.items():
        own = [each for each in figures.asked if each.query.group == group]
        odd = {name for each in own for name in each.odd}
        cells = [_cell(row.get(name), name in odd) for name in names]
        cells += [_cell(ratios({group: row}, name).get(group)) for name in others]
        hits = mean(max(each.hits, 1) for each in own)
        print(f"{group:<22}{hits:>8.0f}" + "".join(cells))
    overall = [_cell(mean(ratios(table, name).values())) for name in others]
    print(f"{'all (geometric mean)':<30}" + " " * 10 * len(names) + "".join(overall))


def _cell(value: float | None, odd: bool = False) -> str:
    """The value in ten columns, with a ? where the engine's answers differ from the others'."""
    if value is None or math.isnan(value):
        return f"{'':>10}"
    return f"{f'{value:.3f}' + ('?' if odd else ''):>10}"


def _show_indexes(figures: Figures, names: Sequence[str]) -> None:
    print(f"\n{'':<34}" + "".join(f"{name:>10}" for name in names))
    built, cold = figures.built, figures.cold
    rows = {
        "indexing, MB/s, tokens made": [figures.rate(name) for name in names],
        "indexing, MB/s, tokens given": [
            None if name == _OURS else figures.rate(name, False) for name in names
        ],
        "index, MB": [built[name].bytes / 1e6 for name in names],
        "index / text": [built[name].bytes / figures.text_bytes for name in names],
        "cold: open, ms": [cold[name].open_ms for name in names],
        "cold: first query, ms": [cold[name].first_ms for name in names],
        "cold: own memory, MB": [cold[name].own_mb for name in names],
        "cold: mapped files, MB": [cold[name].mapped_mb for name in names],
        "add 100 items, s": [figures.added.get(name) for name in names],
    }
    for what, values in rows.items():
        print(f"{what:<34}" + "".join(_cell(value) for value in values))
    if (parallel := figures.parallel) is not None:
        what = f"indexing, {parallel.count} processes"
        times = f"{parallel.seconds:.1f} s, alone {parallel.alone_seconds:.1f} s"
        print(f"{what:<34}{parallel.ratio:>10.2f} times as fast as Beilin's one ({times})")
    earlier = [name for name in names if built[name].earlier]
    if earlier:
        print(f"Built in an earlier run, and timed then: {', '.join(earlier)}.")


def _show_disagreements(figures: Figures) -> None:
    odd = [each for each in figures.asked if each.odd]
    print(f"\nCounts agree in {len(figures.asked) - len(odd)} of {len(figures.asked)} queries.")
    for each in odd:
        told = ", ".join(f"{name} {each.counts[name]}" for name in each.odd)
        print(f"  {each.query.group}: {each.query.label}: most say {each.hits}, {told}")
    if odd:
        print("(FTS5 and tantivy are given no empty positions: a phrase may reach across a comma.)")


def to_json(figures: Figures) -> dict[str, object]:
    """The shape told at the head of this file."""
    table = by_class(figures.asked)
    others = [name for name in figures.built if name != _OURS]
    each_ratio = {name: ratios(table, name) for name in others}
    return {
        "items": figures.items,
        "text_bytes": figures.text_bytes,
        "tokenising_seconds": figures.tokenising_seconds,
        "engines": {name: _engine_json(figures, name) for name in figures.built},
        "queries": [_query_json(each) for each in figures.asked],
        "classes": table,
        "ratios": {
            name: {"classes": found, "all": mean(found.values())}
            for name, found in each_ratio.items()
            if found
        },
        "processes": asdict(figures.parallel) if figures.parallel else None,
        "contract": [
            {"what": c.what, "figure": c.figure, "limit": c.limit, "at_least": c.at_least,
             "wrong": c.wrong, "met": c.met}
            for c in contract(figures)
        ],
    }  # fmt: skip


def _engine_json(figures: Figures, name: str) -> dict[str, object]:
    built, cold = figures.built[name], figures.cold[name]
    return {
        "index_seconds": built.seconds,
        "built_earlier": built.earlier,
        "mb_per_s": figures.rate(name, False),
        "mb_per_s_with_tokens": figures.rate(name),
        "index_bytes": built.bytes,
        "open_ms": cold.open_ms,
        "first_query_ms": cold.first_ms,
        "own_mb": cold.own_mb,
        "mapped_mb": cold.mapped_mb,
        "add_100_seconds": figures.added.get(name),
    }


def _query_json(each: Asked) -> dict[str, object]:
    return {
        "class": each.query.group,
        "query": each.query.label,
        "hits": each.hits,
        "disagree": each.odd,
        "ms": dict(each.milliseconds),
        "calls": dict(each.calls),
        "counts": each.counts,
    }


def write(path: Path | None, figures: object) -> None:
    """Write `figures` to `path` where one was given."""
    if path is not None:
        path.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")
        print(f"\nAll figures: {path}")
