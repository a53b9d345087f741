"""The engines that are compared, one a file, behind one small protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Protocol

from tests.benchmarks.classes import Query
from tests.benchmarks.corpus import Story

TOP = 20
Library = Callable[[int], Story]
"""Gives a story by number: where the texts of snippets come from, for every engine."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine says: how many hits, the best 20, and what else was asked for.

    `facets` has the fields "year" and "language"; undated stories there are none.
    """

    count: int
    ids: Sequence[int]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    snippets: Sequence[str] = ()


class Contestant(Protocol):
    """An engine in one folder. One process and one thread write and ask."""

    name: str

    def build(self, stories: Iterable[Story]) -> None:
        """Index `stories` in an empty folder and commit."""

    def open(self) -> None:
        """Make ready to answer, from the files alone."""

    def ask(self, query: Query) -> Answer | None:
        """The answer, or None where this engine has no such query."""

    def append(self, stories: Sequence[Story]) -> None:
        """Add `stories` to the index, so that the next question finds them."""

    def close(self) -> None:
        """Let go of the files."""


Maker = Callable[[Path, Library], Contestant]

# Name -> module, in the order of the tables. Beilin's own is first.
MODULES = {
    "beilin": "beilin",
    "stock": "stock_whoosh",
    "fts5": "sqlite_fts5",
    "tantivy": "tantivy_rust",
    "xapian": "xapian_debian",
}


def load(name: str) -> Maker | str:
    """What makes the engine `name`, or one line on how to install what it needs.

    The module imports the engine's libraries as it is loaded.
    """
    try:
        module = import_module(f"tests.benchmarks.engines.{MODULES[name]}")
    except ModuleNotFoundError as error:
        if error.name not in HOW_TO_INSTALL:
            raise
        return f"{name} is left out: {HOW_TO_INSTALL[error.name]}"
    maker: Maker = module.Engine
    return maker


HOW_TO_INSTALL = {
    "tantivy": "python -m pip install tantivy==0.27.0, by the Python of .venv",
    "xapian": "apt-get install python3-xapian, with .venv of the system's Python version",
}
