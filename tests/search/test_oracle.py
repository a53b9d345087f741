"""The columns against stock Whoosh: the same documents, scores, order and counts.

Three ways to one answer: Beilin's own steps over the columns, Whoosh's own matchers
over the columns, and stock Whoosh with its stock codec.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from whoosh import index as whoosh_index

from desktop_app.search.codec.index_writer import IndexWriter
from desktop_app.search.engine import Document, Sort
from desktop_app.search.nodes import All, AnyOf, Boost, Node, Not, Text, positive_words
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document
from tests.search.generated import commits, queries
from tests.search.stock_columns import read_columns
from tests.search.stock_engine import Searcher, StockEngine
from tests.search.stock_query import to_whoosh

# Not shrunk: that takes minutes, and what fails has few words as it is.
SHORT = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
LONG = settings(SHORT, max_examples=150)
ALLOWED = 1e-4


@dataclass(frozen=True)
class Pair:
    """The same documents in both codecs, and where the columns are."""

    columns: WhooshEngine
    stock: StockEngine
    folder: Path

    def ordinary(self, query: Node) -> dict[int, float]:
        """What Whoosh's own matchers find in the columns, and the scores."""
        searcher = Searcher(whoosh_index.open_dir(self.folder))
        results = searcher.whoosh.search(to_whoosh(query, searcher), limit=None)
        numbers = read_columns(searcher.whoosh.reader()).number
        return {numbers[hit.docnum]: hit.score for hit in results}


@contextmanager
def both(batches: Iterable[Sequence[Document]]) -> Iterator[Pair]:
    """Both engines with a segment for each of `batches`: merging changes what is counted."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(IndexWriter, "tidy"):
        path = Path(folder)
        pair = Pair(WhooshEngine(path / "columns"), StockEngine(path / "stock", False),
                    path / "columns")  # fmt: skip
        for covered, batch in enumerate(batches, 1):
            pair.columns.add(batch, covered)
            pair.stock.add(batch, covered)
        yield pair
        pair.columns.close()
        pair.stock.close()


def same(found: Mapping[int, float], expected: Mapping[int, float]) -> None:
    assert found.keys() == expected.keys()
    assert found == pytest.approx(expected, rel=ALLOWED, abs=1e-9)


def compare(pair: Pair, query: Node) -> None:
    """All three answer `query` alike."""
    ours, theirs = pair.columns.search(query), pair.stock.search(query)
    expected = dict(zip(theirs.numbers, theirs.scores, strict=True))
    same(dict(zip(ours.numbers, ours.scores, strict=True)), expected)
    if not asks_for_the_body(query):  # a field only the stock engine has
        same(pair.ordinary(query), expected)
    assert list(ours.scores) == sorted(ours.scores, reverse=True)
    assert ours.facets == theirs.facets
    for sort in (Sort.NEWEST, Sort.OLDEST):
        assert list(pair.columns.search(query, sort).numbers) == list(
            pair.stock.search(query, sort).numbers
        )


def asks_for_the_body(query: Node) -> bool:
    if isinstance(query, (All, AnyOf)):
        return any(map(asks_for_the_body, query.parts))
    if isinstance(query, (Not, Boost)):
        return asks_for_the_body(query.part)
    return any(word.field == "body" for word in positive_words(query))


def check(batches: Sequence[Sequence[Document]], asked: Iterable[Node]) -> None:
    with both(batches) as pair:
        assert pair.columns.count == pair.stock.count
        for query in asked:
            compare(pair, query)


@SHORT
@given(commits(), st.lists(queries, min_size=10, max_size=16))
def test_the_codecs_agree(batches: list[list[Document]], asked: list[Node]) -> None:
    check(batches, asked)


@pytest.mark.slow
@LONG
@given(commits(7), st.lists(queries, min_size=10, max_size=40))
def test_the_codecs_agree_for_long(batches: list[list[Document]], asked: list[Node]) -> None:
    check(batches, asked)


@pytest.fixture(scope="module")
def long_items() -> Iterator[Pair]:
    """An item of more positions than two bytes count, beside short ones and an update."""
    long = "harbor oil 西安交通大学 ships. " * 9000 + "the only end，西安国"
    batches = [
        [document(1, long, title="x"), document(2, "harbor ships 西安"), document(3, "x")],
        [document(4, "harbor oil " * 130), document(2, "oil harbor the end")],
        [document(5, "the " * 70_000 + "oil")],
    ]
    with both(batches) as pair:
        yield pair


@settings(SHORT, max_examples=60)
@given(query=queries)
def test_the_codecs_agree_on_very_long_items(long_items: Pair, query: Node) -> None:
    compare(long_items, query)


@pytest.mark.parametrize("text", ["only end 西安国", "the only end", "ships the only", "交通大学"])
def test_a_phrase_at_the_end_of_a_very_long_item(long_items: Pair, text: str) -> None:
    compare(long_items, Text(text, exact=True))
    assert set(long_items.columns.search(Text(text, exact=True)).numbers) >= {1}
