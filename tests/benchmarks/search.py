"""``python3 -m tests.benchmarks search``: Beilin's search engine beside others."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from tests.benchmarks import growth, indexing, processes, report
from tests.benchmarks.classes import CLASSES, SAMPLE, Query, choose
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.engines import MODULES, Maker, load
from tests.benchmarks.timing import ROUNDS, ask_all

_STOCK_UP_TO = 100_000  # items: there it takes some eight minutes to index


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the figures down."""
    given = _arguments(arguments)
    makers = _makers(given)
    if given.growth:
        sizes = [int(number) for number in given.growth.split(",")]
        grown = growth.measure(makers, sizes, given.only, given.rounds)
        growth.show(grown)
        report.write(given.json, growth.to_json(grown))
        return
    figures = measure(makers, Corpus(given.items), given)
    report.show(figures)
    report.write(given.json, report.to_json(figures))


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python3 -m tests.benchmarks search", description=__doc__)
    parser.add_argument("--items", type=int, default=10_000, help="how many items (10000)")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write all figures to OUT")
    parser.add_argument(
        "--engines", default="", help=f"some of {','.join(MODULES)}; all that are installed"
    )
    parser.add_argument(
        "--stock",
        action=argparse.BooleanOptionalAction,
        help=f"stock Whoosh too; by default up to {_STOCK_UP_TO} items. Its index is kept",
    )
    parser.add_argument(
        "--reuse", action="store_true", help="keep the indexes of the other engines too"
    )
    parser.add_argument("--only", default="", help="only classes with this in their name")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"turns a query ({ROUNDS})")
    parser.add_argument(
        "--growth",
        nargs="?",
        const="10000,100000",
        help="fit exponents over these numbers of items, of Beilin's engine by default",
    )
    return parser.parse_args(arguments)


def _makers(given: argparse.Namespace) -> dict[str, Maker]:
    """The engines to measure; what is not installed is named with the way to install it."""
    wanted = given.engines.split(",") if given.engines else list(MODULES)
    if given.growth and not given.engines:
        wanted = ["beilin"]
    stock = given.items <= _STOCK_UP_TO if given.stock is None else given.stock
    if not stock and not given.engines:
        wanted.remove("stock")
        print(f"stock is left out beyond {_STOCK_UP_TO} items; --stock asks for it.")
    makers: dict[str, Maker] = {}
    for name in wanted:
        made = load(name)
        if isinstance(made, str):
            print(made)
        else:
            makers[name] = made
    return makers


def questions(corpus: Corpus, only: str) -> list[Query]:
    """The questions of the classes with `only` in their name."""
    groups = [group for group in CLASSES if only in group]
    chosen = choose(list(islice(corpus, SAMPLE)))
    return [query for query in chosen if query.group in groups]


def measure(makers: dict[str, Maker], corpus: Corpus, given: argparse.Namespace) -> report.Figures:
    """Build, open, add and ask, for every engine."""
    queries = questions(corpus, given.only)
    first = next((query for query in queries if query.group == "middling term"), queries[0])
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        scratch = Path(name)
        indexes = _build_all(makers, corpus, scratch, given.reuse)
        parallel = processes.measure(corpus, scratch) if "beilin" in makers else None
        cold = {name: indexing.open_cold(name, indexes[name][0], first) for name in makers}
        added = {
            name: indexing.add(maker, indexes[name][0], scratch, corpus)
            for name, maker in makers.items()
            if name != "stock"
        }
        engines = {name: maker(indexes[name][0], corpus.story) for name, maker in makers.items()}
        for engine in engines.values():
            engine.open()
            stack.callback(engine.close)
        return report.Figures(
            items=corpus.count,
            text_bytes=corpus.bytes,
            tokenising_seconds=indexing.tokenising_seconds(corpus),
            built={name: built for name, (_folder, built) in indexes.items()},
            cold=cold,
            added=added,
            asked=ask_all(engines, queries, given.rounds),
            parallel=parallel,
        )


def _build_all(
    makers: dict[str, Maker], corpus: Corpus, scratch: Path, reuse: bool
) -> dict[str, tuple[Path, indexing.Built]]:
    """Engine -> folder and figures. Stock Whoosh's index is kept; with `reuse` all but ours."""
    indexes = {}
    for name, maker in makers.items():
        if name == "stock" or (reuse and name != "beilin"):
            indexes[name] = indexing.kept(name, maker, corpus)
        else:
            folder = scratch / name
            indexes[name] = folder, indexing.build(name, maker, folder, corpus)
        seconds = indexes[name][1].seconds
        print(f"{name}: indexed {corpus.count} items in {seconds:.1f} s", flush=True)
    return indexes
