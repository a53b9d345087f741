"""Xapian, through the bindings of the system's own Python packages."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.benchmarks.classes import Query
from tests.benchmarks.corpus import Story, placed
from tests.benchmarks.engines import TOP, Answer, Library

_DATE, _YEAR, _LANGUAGE = 0, 1, 2
_SNIPPET = 200  # bytes
_ASK = """
import sys, importlib.util
found = importlib.util.find_spec("xapian")
print(*sys.version_info[:2], found.origin if found else "")
"""


def _load() -> ModuleType:
    """The module `xapian`: of this Python, else of the system's where the versions agree.

    It alone is loaded from there, not the other packages beside it.
    """
    if importlib.util.find_spec("xapian") is None:
        origin = _system_origin()
        spec = importlib.util.spec_from_file_location(
            "xapian", origin, submodule_search_locations=[str(Path(origin).parent)]
        )
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError("xapian", name="xapian")
        module = importlib.util.module_from_spec(spec)
        sys.modules["xapian"] = module
        spec.loader.exec_module(module)
    return importlib.import_module("xapian")


def _system_origin() -> str:
    """Where the system's Python has it; raises `ModuleNotFoundError`."""
    system = shutil.which("python3", path=os.defpath)
    if system:
        told = subprocess.run(
            [system, "-c", _ASK], capture_output=True, text=True, check=False
        ).stdout.split(maxsplit=2)
        if len(told) == 3 and told[:2] == [str(part) for part in sys.version_info[:2]]:
            return told[2].strip()
    raise ModuleNotFoundError("xapian", name="xapian")


xapian: Any = _load()


class Engine:
    """Implements `Contestant`. Xapian 1.4 has no fuzzy query."""

    name = "xapian"

    def __init__(self, folder: Path, library: Library) -> None:
        """Use the database in `folder`."""
        self._path = str(folder / "xapian")
        self._library = library
        self._database: Any = None

    def build(self, stories: Iterable[Story]) -> None:
        """Index and commit; Xapian writes to disk every 10,000 documents by itself."""
        self._write(xapian.DB_CREATE_OR_OVERWRITE, stories)

    def _write(self, action: int, stories: Iterable[Story]) -> None:
        writer = xapian.WritableDatabase(self._path, action)
        for story in stories:
            document = xapian.Document()
            add = document.add_posting
            for place, word in placed(story.tokens):
                add(word, place)
            document.add_value(_DATE, xapian.sortable_serialise(story.date))
            document.add_value(_YEAR, str(story.date // 10000))
            document.add_value(_LANGUAGE, story.language)
            writer.replace_document(story.number, document)
        writer.commit()
        writer.close()

    def open(self) -> None:
        """Open the database."""
        self._database = xapian.Database(self._path)

    def ask(self, query: Query) -> Answer | None:
        """Search; `checkatleast` makes the count exact."""
        if query.op == "fuzzy":
            return None
        enquire = xapian.Enquire(self._database)
        enquire.set_query(_query(query))
        if query.newest:
            enquire.set_sort_by_value(_DATE, True)
        spies = {}
        if query.facets:
            spies = {
                "year": xapian.ValueCountMatchSpy(_YEAR),
                "language": xapian.ValueCountMatchSpy(_LANGUAGE),
            }
            for spy in spies.values():
                enquire.add_matchspy(spy)
        found = enquire.get_mset(0, TOP, self._database.get_doccount())
        ids = [match.docid for match in found]
        return Answer(
            count=found.get_matches_estimated(),
            ids=ids,
            facets={
                name: {value.term.decode(): value.termfreq for value in spy.values()}
                for name, spy in spies.items()
            },
            snippets=self._snippets(found, ids) if query.snippets else (),
        )

    def _snippets(self, found: Any, ids: Sequence[int]) -> list[str]:  # noqa: ANN401
        """Xapian 1.4 marks single Chinese characters only, so no pair is marked here."""
        flags = found.SNIPPET_CJK_NGRAM | found.SNIPPET_EXHAUSTIVE
        stem = xapian.Stem("none")
        texts = (self._library(number).text for number in ids)
        return [
            found.snippet(text, _SNIPPET, stem, flags, "<mark>", "</mark>", "…").decode()
            for text in texts
        ]

    def append(self, stories: Sequence[Story]) -> None:
        """Add in one commit and look at it."""
        self._write(xapian.DB_OPEN, stories)
        self._database.reopen()

    def close(self) -> None:
        """Let go of the files."""
        if self._database is not None:
            self._database.close()


def _query(query: Query) -> Any:  # noqa: ANN401
    make = xapian.Query
    if query.op == "prefix":
        words = make(make.OP_WILDCARD, query.text, 0, make.WILDCARD_LIMIT_ERROR)
    elif len(query.words) == 1:
        words = make(query.words[0])
    else:
        joined = {"row": make.OP_PHRASE, "and": make.OP_AND, "or": make.OP_OR}[query.op]
        words = make(joined, list(query.words))
    if not query.first:
        return words
    first, last = (xapian.sortable_serialise(day) for day in (query.first, query.last))
    return make(make.OP_FILTER, words, make(make.OP_VALUE_RANGE, _DATE, first, last))
