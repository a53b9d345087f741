"""tantivy, through its own Python package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import tantivy

from tests.benchmarks.classes import Query
from tests.benchmarks.corpus import Story
from tests.benchmarks.engines import TOP, Answer, Library

_HEAP = 256_000_000  # bytes the writer may hold
_YEARS = 1000  # more groups than there can be: counts stay exact


class Engine:
    """Implements `Contestant`. A prefix is asked as a regular expression."""

    name = "tantivy"

    def __init__(self, folder: Path, library: Library) -> None:
        """Use the index in `folder`."""
        build = tantivy.SchemaBuilder()
        build.add_integer_field("number", fast=True)
        build.add_text_field("body", tokenizer_name="whitespace", index_option="position")
        build.add_integer_field("date", indexed=True, fast=True)
        build.add_integer_field("year", fast=True)
        build.add_text_field("language", fast=True, tokenizer_name="raw", index_option="basic")
        self._schema = build.build()
        self._folder = folder
        self._library = library
        self._index: Any = None
        self._searcher: Any = None

    def build(self, stories: Iterable[Story]) -> None:
        """Index in one commit, on one thread."""
        self._index = tantivy.Index(self._schema, str(self._folder))
        self._write(stories)

    def _write(self, stories: Iterable[Story]) -> None:
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for story in stories:
            document = tantivy.Document()
            document.add_integer("number", story.number)
            document.add_text("body", story.tokens)
            document.add_integer("date", story.date)
            document.add_integer("year", story.date // 10000)
            document.add_text("language", story.language)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """Open a searcher."""
        self._index = tantivy.Index.open(str(self._folder))
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, query: Query) -> Answer:
        """Search and count in one pass; facets in a second."""
        asked = self._query(query)
        order = {"order_by_field": "date", "order": tantivy.Order.Desc} if query.newest else {}
        found = self._searcher.search(asked, TOP, count=True, **order)
        addresses = [address for _score, address in found.hits]
        ids = self._searcher.fast_field_values("number", addresses)
        return Answer(
            count=found.count,
            ids=ids,
            facets=self._facets(asked) if query.facets else {},
            snippets=self._snippets(asked, ids) if query.snippets else (),
        )

    def _query(self, query: Query) -> Any:  # noqa: ANN401
        schema, make, occur = self._schema, tantivy.Query, tantivy.Occur
        terms = [make.term_query(schema, "body", word) for word in query.words]
        if query.op == "prefix":
            words = make.regex_query(schema, "body", f"{query.text}.*")
        elif query.op == "fuzzy":
            words = make.fuzzy_term_query(schema, "body", query.text, 1, False)
        elif query.op == "row":
            words = terms[0]
            if len(terms) > 1:
                words = make.phrase_query(schema, "body", list(query.words))
        else:
            part = occur.Must if query.op == "and" else occur.Should
            words = make.boolean_query([(part, term) for term in terms])
        if not query.first:
            return words
        kind = tantivy.FieldType.Integer
        dates = make.range_query(schema, "date", kind, query.first, query.last)
        return make.boolean_query(
            [(occur.Must, words), (occur.Must, make.const_score_query(dates, 0.0))]
        )

    def _facets(self, asked: Any) -> dict[str, dict[str, int]]:  # noqa: ANN401
        wanted = {name: {"terms": {"field": name, "size": _YEARS}} for name in ("year", "language")}
        found = self._searcher.aggregate(asked, wanted)
        found = json.loads(found) if isinstance(found, str) else found
        return {
            name: {_plain(each["key"]): each["doc_count"] for each in found[name]["buckets"]}
            for name in wanted
        }

    def _snippets(self, asked: Any, ids: Sequence[int]) -> list[str]:  # noqa: ANN401
        """Its snippets are of the tokens, as it cuts a text by the field's tokenizer."""
        maker = tantivy.SnippetGenerator.create(self._searcher, asked, self._schema, "body")
        snippets = []
        for number in ids:
            document = tantivy.Document()
            document.add_text("body", self._library(number).tokens)
            snippets.append(maker.snippet_from_doc(document).to_html())
        return snippets

    def append(self, stories: Sequence[Story]) -> None:
        """Add in one commit and look at it."""
        self._write(stories)
        self._index.reload()
        self._searcher = self._index.searcher()

    def close(self) -> None:
        """Let go of the files."""
        self._index = self._searcher = None


def _plain(key: object) -> str:
    """A year comes as a float."""
    return str(int(key)) if isinstance(key, float) else str(key)
