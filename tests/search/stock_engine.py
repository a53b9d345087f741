"""The search engine on Whoosh with its stock codec."""

from __future__ import annotations

import gc
import json
import shutil
import threading
import time
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh.collectors import ScoredCollector
from whoosh.fields import ID, TEXT, Schema
from whoosh.index import LockError

from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.files import write_atomically
from desktop_app.language.stems import stem
from desktop_app.messages import Message, message
from desktop_app.search.engine import Document, Sort, Term
from desktop_app.search.explained import Explained
from desktop_app.search.nodes import Node
from desktop_app.search.whoosh_schema import (
    LAYOUT_VERSION,
    SEPARATOR,
    BeilinAnalyzer,
    fields_of,
    schema,
)
from desktop_app.workers import ALONE, Workers
from tests.search.stock_columns import Columns, read_columns
from tests.search.stock_query import to_whoosh

COMMIT_POINT = "covered.json"
# Postings held before Whoosh spills a run to disk. It counts low: with 64 an import of
# 3,000 bulletin items held 150 MB, with 4 it held 83 MB.
_WRITER_MEGABYTES = 4
_LOOK_EVERY = 512  # matches between two looks at `cancelled`


@dataclass(frozen=True, slots=True)
class StockMatches:
    """Implements `Matches`, all worked out beforehand."""

    query: Node
    numbers: Sequence[int]
    scores: Sequence[float]
    facets: Mapping[str, Mapping[str, int]]
    took_ms: float = 0.0


class StockEngine:
    """Implements `SearchEngine` in one folder, which it makes when first written to."""

    def __init__(self, folder: Path, merging: bool = True) -> None:
        """Open the index in `folder`, which may be missing or empty.

        Without `merging` each commit leaves a segment.
        """
        self._folder, self._merging = folder, merging
        self._searcher: Searcher | None = None
        self._searching = threading.Lock()

    @property
    def covered(self) -> int:
        """The change number the last complete commit covers; 0 for none to be used."""
        try:
            point = json.loads((self._folder / COMMIT_POINT).read_text("utf-8"))
            current = point["layout"] == LAYOUT_VERSION and whoosh_index.exists_in(self._folder)
            return int(point["covered"]) if current else 0
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    @property
    def count(self) -> int:
        """How many documents the index holds."""
        searcher = self._open()
        return 0 if searcher is None else int(searcher.whoosh.doc_count())

    def add(self, documents: Iterable[Document], covered: int, _workers: Workers = ALONE) -> None:
        """Index `documents` in one commit, then write the commit point."""
        index = self._writable_index()
        known = not index.is_empty()
        try:
            writer = index.writer(timeout=30.0, limitmb=_WRITER_MEGABYTES)
        except LockError as error:
            raise _in_use(self._folder) from error
        try:
            # Whoosh deletes what is committed, not what this writer was just given.
            for document in {each.number: each for each in documents}.values():
                _write(writer, document, known)
            writer.commit(merge=self._merging)
        except BaseException:
            writer.cancel()
            raise
        point = json.dumps({"layout": LAYOUT_VERSION, "covered": covered})
        write_atomically(self._folder / COMMIT_POINT, point.encode())
        self.refresh()
        # Whoosh's writers and readers hold each other in cycles, with their postings
        # and maps: some 30 MB a commit until the collector happens to come by.
        gc.collect()

    def search(
        self,
        query: Node,
        sort: Sort = Sort.RELEVANCE,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> StockMatches:
        """Find all matches of `query`, sorted and counted."""
        started = time.perf_counter()
        found = _Found(cancelled)
        # Whoosh's readers keep a place in their files: one search at a time.
        with self._searching:
            searcher = self._open()
            if searcher is None:
                return StockMatches(query, (), (), Columns((), (), (), (), ()).facets(()))
            searcher.whoosh.search_with_collector(to_whoosh(query, searcher), found)
        columns = searcher.columns
        order = columns.order(found.documents, found.scores, sort)
        numbers = array("I", (columns.number[found.documents[place]] for place in order))
        scores = array("d", (found.scores[place] for place in order))
        facets = columns.facets(found.documents)
        took_ms = (time.perf_counter() - started) * 1000
        return StockMatches(query, numbers, scores, facets, took_ms)

    def explain(self, query: Node) -> Explained:
        """The Whoosh query that answers `query`."""
        searcher = self._open()
        asked = "" if searcher is None else str(to_whoosh(query, searcher))
        return Explained(message("{query}", query=asked))

    def vocabulary(self, field: str = "text") -> StockVocabulary:
        """The words indexed in `field`."""
        searcher = self._open()
        return StockVocabulary(None if searcher is None else searcher.whoosh.reader(), field)

    def faults(self) -> Sequence[Message]:
        """Nothing: Whoosh keeps no checksums."""
        return ()

    def refresh(self) -> None:
        """Look at the newest commit at the next search."""
        # The old searcher may still be in use on another thread; it closes its files
        # when the last search that holds it ends.
        self._searcher = None

    def clear(self) -> None:
        """Drop the index."""
        self.refresh()
        if self._folder.exists():
            shutil.rmtree(self._folder)

    def close(self) -> None:
        """Let go of the index's files."""
        self.refresh()

    def _open(self) -> Searcher | None:
        """The searcher over the last commit, or None where there is none."""
        searcher = self._searcher
        if searcher is None and self.covered:
            searcher = self._searcher = Searcher(whoosh_index.open_dir(self._folder))
        return searcher

    def _writable_index(self) -> Any:  # noqa: ANN401 (Whoosh has no types)
        if not self.covered:
            self.clear()
            self._folder.mkdir(parents=True)
            return whoosh_index.create_in(self._folder, stock_schema())
        return whoosh_index.open_dir(self._folder)


@dataclass(frozen=True, slots=True)
class StockVocabulary:
    """Implements `Vocabulary` by Whoosh's own reader; None where nothing is indexed."""

    reader: Any
    field: str

    def documents(self, word: str) -> int:
        """How many documents hold `word`."""
        return 0 if self.reader is None else int(self.reader.doc_frequency(self.field, word))

    def beginning(self, prefix: str, limit: int) -> list[Term]:
        """The `limit` words in most documents that begin with `prefix`."""
        found = () if self.reader is None else self.reader.expand_prefix(self.field, prefix)
        return self._terms(word.decode() for word in found)[:limit]

    def similar(self, word: str, distance: int) -> list[Term]:
        """Words at most `distance` letters away from `word`."""
        found = () if self.reader is None else self.reader.terms_within(self.field, word, distance)
        return self._terms(other for other in found if other != word)

    def forms(self, word: str) -> list[str]:
        """The indexed words with the stem of `word`."""
        words = () if self.reader is None else self.reader.lexicon(self.field)
        return [other for raw in words if stem(other := raw.decode()) == stem(word)]

    def _terms(self, words: Iterable[str]) -> list[Term]:
        terms = {Term(word, self.documents(word)) for word in words}
        return sorted(terms, key=lambda term: (-term.documents, term.text))


class Searcher:
    """A Whoosh searcher over one commit, with what is worked out from it once."""

    def __init__(self, index: Any) -> None:  # noqa: ANN401
        self.whoosh = index.searcher()
        self._lexicons: dict[str, list[str]] = {}

    @cached_property
    def columns(self) -> Columns:
        return read_columns(self.whoosh.reader())

    def tokens_with(self, field: str, character: str) -> list[str]:
        """The indexed tokens of one or two characters with `character` in them."""
        return [token for token in self._lexicon(field)
                if len(token) <= 2 and not token.isascii() and character in token]  # fmt: skip

    def forms(self, field: str, word: str) -> list[str]:
        """The indexed words with the stem of `word`, or `word` alone."""
        if not word.isascii() or not word.isalpha() or len(word) < 3:
            return [word]
        root = stem(word)
        alike = (other for other in self._lexicon(field) if other.isascii())
        return [other for other in alike if stem(other) == root] or [word]

    def _lexicon(self, field: str) -> list[str]:
        held = self._lexicons.get(field)
        if held is None:
            reader = self.whoosh.reader()
            held = self._lexicons[field] = [raw.decode() for raw in reader.lexicon(field)]
        return held


class _Found(ScoredCollector):  # type: ignore[misc]
    """Keeps every match and its score."""

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        super().__init__(replace=0)
        self._cancelled = cancelled
        self.documents = array("I")
        self.scores = array("d")

    def _collect(self, global_docnum: int, score: float) -> float:
        if len(self.documents) % _LOOK_EVERY == 0 and self._cancelled():
            raise Cancelled
        self.documents.append(global_docnum)
        self.scores.append(score)
        return -score


def stock_schema() -> Schema:
    """Beilin's fields, and two that its own codec does without.

    `key` finds the older version of a document; `body` holds the paragraphs, which
    Beilin works out from the fields it has.
    """
    fields = schema()
    fields.add("key", ID(unique=True))
    fields.add("body", TEXT(analyzer=BeilinAnalyzer()))
    return fields


def _write(writer: Any, document: Document, known: bool) -> None:  # noqa: ANN401
    """Add `document`; only an index that held something can hold its older version."""
    if known:
        writer.delete_by_term("key", str(document.number))
    own = {"key": str(document.number), "body": SEPARATOR.join(document.paragraphs)}
    writer.add_document(**fields_of(document), **own)


def _in_use(folder: Path) -> ArchiveError:
    return ArchiveError(
        message(
            "{path} is being written by another Beilin; try again when that has finished",
            path=folder.parent,
        )
    )
