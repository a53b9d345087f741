"""Lists too long for memory: written once to a file, read again in order, or sorted."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import BinaryIO

_SORTED_AT_A_TIME = 50_000


class Listing:
    """Rows of texts, kept in the file at `path`."""

    def __init__(self, path: Path) -> None:
        """Begin an empty list."""
        self._path = path
        self._stream = path.open("w", encoding="ascii")

    def add(self, *row: str) -> None:
        """Add a row."""
        self._stream.write(json.dumps(row) + "\n")

    def __iter__(self) -> Iterator[list[str]]:
        """Yield all rows in order; none is added any more."""
        self._stream.close()
        with self._path.open(encoding="ascii") as stream:
            for line in stream:
                yield json.loads(line)


def sorted_lines(path: Path, at_a_time: int = _SORTED_AT_A_TIME) -> Iterator[bytes]:
    """Yield the lines of the file at `path` in the order of their bytes.

    Runs of lines, sorted `at_a_time`, are kept in files beside it: memory stays bounded.
    """
    with ExitStack() as stack, path.open("rb") as source:
        runs: list[BinaryIO] = []
        while lines := sorted(islice(source, at_a_time)):
            run = stack.enter_context(path.with_name(f"{path.name}.{len(runs)}").open("w+b"))
            run.writelines(lines)
            run.seek(0)
            runs.append(run)
        yield from heapq.merge(*runs)
