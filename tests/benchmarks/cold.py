"""Run by `indexing.open_cold`: opens an index, asks one question, prints a `Cold` as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from tests.benchmarks.classes import Query
from tests.benchmarks.corpus import Story
from tests.benchmarks.engines import load


def memory() -> tuple[float, float]:
    """MB of this process's own memory, and of the mapped files it has touched."""
    # The same two figures in /proc/self/status lag behind by some hundred kilobytes.
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    own = kilobytes["Anonymous"]
    return own / 1024, (kilobytes["Rss"] - own) / 1024


def _no_library(number: int) -> Story:
    raise LookupError(number)


def main(name: str, folder: Path, query: Query) -> None:
    """Import, then open, then ask."""
    maker = load(name)
    if isinstance(maker, str):
        raise SystemExit(maker)
    own, mapped = memory()
    started = time.perf_counter()
    engine = maker(folder, _no_library)
    engine.open()
    opened = time.perf_counter()
    engine.ask(query)
    answered = time.perf_counter()
    own_after, mapped_after = memory()
    told = {
        "open_ms": (opened - started) * 1000,
        "first_ms": (answered - opened) * 1000,
        "own_mb": own_after - own,
        "mapped_mb": mapped_after - mapped,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    asked = json.loads(sys.argv[3])
    main(sys.argv[1], Path(sys.argv[2]), Query(**{**asked, "words": tuple(asked["words"])}))
