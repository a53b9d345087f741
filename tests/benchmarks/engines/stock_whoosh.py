"""Whoosh with its own codec, used as its documentation says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from whoosh import highlight
from whoosh import index as whoosh_index
from whoosh import query as wq
from whoosh.analysis import Analyzer, Token
from whoosh.fields import ID, NUMERIC, STORED, TEXT, Schema
from whoosh.sorting import Count, FieldFacet

from desktop_app.language.tokens import tokens
from tests.benchmarks.classes import Query
from tests.benchmarks.corpus import Story, placed
from tests.benchmarks.engines import TOP, Answer, Library

_WRITER_MEGABYTES = 256


class _Given(Analyzer):  # type: ignore[misc]
    """Takes tokens already made, as `Story.tokens` has them."""

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:  # noqa: ANN401
        shared = Token(positions=True, boost=1.0, stopped=False)
        for place, word in placed(value):
            shared.text, shared.pos, shared.boost = word, place, 1.0
            yield shared


class _Marking(Analyzer):  # type: ignore[misc]
    """Makes the tokens of a text anew, with their places, for its highlighter."""

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:  # noqa: ANN401
        for token in tokens(value):
            made = Token(positions=True, chars=True, boost=1.0, stopped=False)
            made.text, made.pos = token.text, token.position
            made.startchar, made.endchar = token.start, token.end
            yield made


def _schema() -> Schema:
    return Schema(
        number=STORED,
        body=TEXT(analyzer=_Given()),
        date=NUMERIC(int, bits=32, signed=False, sortable=True),
        year=NUMERIC(int, bits=32, signed=False, sortable=True),
        language=ID(sortable=True),
    )


class Engine:
    """Implements `Contestant`."""

    name = "stock"

    def __init__(self, folder: Path, library: Library) -> None:
        """Use the index in `folder`."""
        self._folder = folder
        self._library = library
        self._searcher: Any = None

    def build(self, stories: Iterable[Story]) -> None:
        """Index in one commit."""
        _write(whoosh_index.create_in(self._folder, _schema()), stories)

    def open(self) -> None:
        """Open a searcher."""
        self._searcher = whoosh_index.open_dir(self._folder).searcher()

    def ask(self, query: Query) -> Answer:
        """Search; the number of hits is asked for too, which Whoosh counts by itself."""
        options: dict[str, Any] = {"limit": TOP}
        if query.newest:
            options["sortedby"] = FieldFacet("date", reverse=True)
        if query.facets:
            options["groupedby"] = ["year", "language"]
            options["maptype"] = Count
        asked = _query(query)
        results = self._searcher.search(asked, **options)
        groups = {name: results.groups(name) for name in options.get("groupedby", ())}
        return Answer(
            count=len(results),
            ids=[hit["number"] for hit in results],
            facets={name: {str(k): n for k, n in found.items()} for name, found in groups.items()},
            snippets=self._snippets(query, results) if query.snippets else (),
        )

    def _snippets(self, query: Query, results: Any) -> list[str]:  # noqa: ANN401
        fragments, form = highlight.ContextFragmenter(), highlight.HtmlFormatter("mark")
        wanted = frozenset(query.words)
        texts = (self._library(hit["number"]).text for hit in results)
        return [
            highlight.highlight(text, wanted, _Marking(), fragments, form, top=1) for text in texts
        ]

    def append(self, stories: Sequence[Story]) -> None:
        """Add in one commit."""
        _write(whoosh_index.open_dir(self._folder), stories)
        self._searcher = self._searcher.refresh()

    def close(self) -> None:
        """Let go of the files."""
        if self._searcher is not None:
            self._searcher.close()


def _write(index: Any, stories: Iterable[Story]) -> None:  # noqa: ANN401
    writer = index.writer(limitmb=_WRITER_MEGABYTES)
    for story in stories:
        writer.add_document(
            number=story.number,
            body=story.tokens,
            date=story.date,
            year=story.date // 10000,
            language=story.language,
        )
    writer.commit()


def _query(query: Query) -> wq.Query:
    terms = [wq.Term("body", word) for word in query.words]
    words: wq.Query
    if query.op == "prefix":
        words = wq.Prefix("body", query.text)
    elif query.op == "fuzzy":
        words = wq.FuzzyTerm("body", query.text, maxdist=1, prefixlength=0)
    elif query.op == "row":
        words = terms[0] if len(terms) == 1 else wq.Phrase("body", list(query.words))
    else:
        words = wq.And(terms) if query.op == "and" else wq.Or(terms)
    if not query.first:
        return words
    return wq.Require(words, wq.NumericRange("date", query.first, query.last))
