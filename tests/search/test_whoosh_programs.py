"""The codec in another program's hands: its schema, its queries, Whoosh's own merging.

Everything is done twice, with this codec and with Whoosh's own, and must come to the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from whoosh import index as whoosh_index
from whoosh import query as wq
from whoosh.analysis import StemmingAnalyzer
from whoosh.codec.base import Codec
from whoosh.fields import (
    BOOLEAN,
    DATETIME,
    ID,
    KEYWORD,
    NGRAM,
    NUMERIC,
    STORED,
    TEXT,
    Schema,
)
from whoosh.highlight import UppercaseFormatter
from whoosh.qparser import MultifieldParser, QueryParser
from whoosh.sorting import FieldFacet, MultiFacet

from desktop_app.search.codec.whoosh_codec import ColumnCodec

WORDS = (
    *("render", "shade", "shading", "shaded", "model", "models", "modelling", "camera", "lens"),
    *("light", "lights", "lighting", "texture", "mesh", "river", "bank", "banks", "harbour"),
    *("harbor", "oil", "price", "prices"),
)
TAGS = ["red", "green", "blue", "yellow"]
START = datetime(2020, 1, 1, 12, 30)


def schema() -> Schema:
    return Schema(
        path=ID(stored=True, unique=True, sortable=True),
        title=TEXT(stored=True, field_boost=2.0, spelling=True),
        body=TEXT(stored=True, analyzer=StemmingAnalyzer()),
        plain=TEXT(spelling=True),
        tags=KEYWORD(stored=True, commas=True, scorable=True, lowercase=True),
        size=NUMERIC(int, stored=True, sortable=True),
        rating=NUMERIC(float, stored=True, sortable=True),
        made=DATETIME(stored=True, sortable=True),
        draft=BOOLEAN(stored=True),
        grams=NGRAM(minsize=2, maxsize=3),
        extra=STORED,
        sort_title=TEXT(sortable=True),
    )


def values(dice: random.Random, number: int) -> dict[str, Any]:
    text = " ".join(dice.choices(WORDS, k=dice.randrange(1, 40)))
    given: dict[str, Any] = {
        "path": f"/a/{number}",
        "title": " ".join(dice.choices(WORDS, k=3)),
        "body": text,
        "plain": text,
        "tags": ", ".join(dice.sample(TAGS, dice.randrange(1, 4))),
        "size": dice.randrange(-1000, 1 << 30),
        "rating": round(dice.random(), 3),
        "made": START + timedelta(days=dice.randrange(900), seconds=dice.randrange(9999)),
        "draft": dice.random() < 0.5,
        "grams": dice.choice(WORDS),
        "sort_title": dice.choice(WORDS),
        "extra": {"n": number, "when": START, "raw": b"\0\xff", "list": [1, "二", None]},
    }
    if number % 7 == 0:
        del given["size"], given["title"], given["draft"]
    return given


def fill(folder: Path, codec: Codec | None, optimize: bool, merge: bool = True) -> Any:  # noqa: ANN401
    folder.mkdir()
    ix = whoosh_index.create_in(folder, schema())
    dice = random.Random(5)
    for commit in range(6):
        writer = ix.writer(codec=codec) if codec else ix.writer()
        for number in range(40):
            writer.add_document(**values(dice, 40 * commit + number))
        if commit:
            writer.delete_by_term("path", f"/a/{40 * commit - 9}")
            writer.update_document(**{**values(dice, 0), "path": f"/a/{40 * commit - 4}"})
            writer.delete_by_query(wq.And([wq.Term("tags", "red"), wq.Term("plain", "mesh")]))
        writer.commit(merge=merge)
    if optimize:
        writer = ix.writer(codec=codec) if codec else ix.writer()
        writer.commit(optimize=True)
    return ix


@dataclass(frozen=True)
class Two:
    """The same index twice: this codec's, and Whoosh's own."""

    ours: Any
    stock: Any

    def same(self, work: Callable[[Any], object]) -> None:
        """`work` gives the same on a searcher of each."""
        with self.ours.searcher() as ours, self.stock.searcher() as stock:
            found, expected = work(ours), work(stock)
            assert expected not in ([], {}, None), "nothing is compared"
            if isinstance(expected, Mapping):
                assert found == pytest.approx(expected)
            else:
                assert found == expected


@pytest.fixture(scope="module", params=["merged by Whoosh", "in segments", "optimized"])
def two(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    folder = tmp_path_factory.mktemp("two")
    options = (request.param == "optimized", request.param != "in segments")
    made = Two(
        fill(folder / "ours", ColumnCodec(), *options), fill(folder / "stock", None, *options)
    )
    assert list((folder / "ours").glob("*.pos"))
    yield Two(whoosh_index.open_dir(folder / "ours"), whoosh_index.open_dir(folder / "stock"))
    made.ours.close()
    made.stock.close()


def scored(query: object, **options: Any) -> Callable[[Any], dict[str, float]]:  # noqa: ANN401
    def work(searcher: Any) -> dict[str, float]:  # noqa: ANN401
        made = query(searcher) if callable(query) else query
        results = searcher.search(made, limit=None, **options)
        return {hit["path"]: hit.score for hit in results}

    return work


def test_counts(two: Two) -> None:
    two.same(lambda searcher: (searcher.doc_count(), searcher.doc_count_all()))
    two.same(lambda searcher: len(list(searcher.reader().leaf_readers())))


@pytest.mark.parametrize(
    "text",
    [
        "model", "title:model", "model lens", "model OR lens", "model AND NOT lens", '"oil price"',
        '"oil price"~4', "shad*", "h?rbour", "harbour~", "harbour~2/1", "tags:red", "draft:true",
        "size:[0 TO 500000000]", "size:{100 TO]", "rating:[0.25 TO 0.5]",
        "made:[20200301 TO 20210101]",
        "made:2021", "path:/a/5", "grams:ende", "model^3 lens", "[mesh TO oil]", "plain:lights",
        "model ANDMAYBE lens", "(model OR mesh) title:lens", "*:*", "tags:r*",
    ],
)  # fmt: skip
def test_queries_as_they_are_typed(two: Two, text: str) -> None:
    from whoosh.qparser import FuzzyTermPlugin
    from whoosh.qparser.dateparse import DateParserPlugin

    parser = QueryParser("body", two.ours.schema)
    parser.add_plugins([FuzzyTermPlugin(), DateParserPlugin(START)])
    two.same(scored(parser.parse(text)))


def test_several_fields_and_boosts(two: Two) -> None:
    parser = MultifieldParser(["title", "body"], two.ours.schema)
    two.same(scored(parser.parse("model lens^2")))


@pytest.mark.parametrize(
    "query",
    [
        wq.FuzzyTerm("plain", "harbur", maxdist=2),
        wq.Wildcard("plain", "*ing"),
        wq.Regex("plain", "l[ie].*s"),
        wq.Variations("plain", "model"),
        wq.Prefix("title", "ha"),
        wq.NumericRange("size", 10, 1 << 29),
        wq.NumericRange("rating", 0.2, None, startexcl=True),
        wq.DateRange("made", START, START + timedelta(days=100)),
        wq.TermRange("plain", "b", "m"),
        wq.Every(),
        wq.Every("title"),
        wq.Not(wq.Term("tags", "red")),
        wq.Phrase("plain", ["oil", "price"], slop=3),
        wq.DisjunctionMax([wq.Term("title", "model"), wq.Term("plain", "model")]),
        wq.Require(wq.Term("plain", "model"), wq.Term("tags", "blue")),
        wq.ConstantScoreQuery(wq.Term("plain", "oil"), 2.0),
    ],
    ids=repr,
)
def test_queries_as_they_are_built(two: Two, query: wq.Query) -> None:
    two.same(scored(query))


def test_the_best_ten_are_the_same_with_and_without_skipping(two: Two) -> None:
    query = wq.Or([wq.Term("plain", word) for word in ("model", "lens", "oil", "mesh")])

    def best(searcher: Any) -> list[float]:  # noqa: ANN401
        quick = [hit.score for hit in searcher.search(query, limit=10)]
        slow = [hit.score for hit in searcher.search(query, limit=10, optimize=False)]
        assert quick == pytest.approx(slow)
        return [round(score, 6) for score in quick]

    two.same(best)


@pytest.mark.parametrize(
    "facet",
    [
        FieldFacet("size"), FieldFacet("size", reverse=True), FieldFacet("rating"),
        FieldFacet("made", reverse=True), FieldFacet("path"), "sort_title",
        MultiFacet([FieldFacet("sort_title", reverse=True), FieldFacet("path")]),
    ],
    ids=["size", "largest", "rating", "newest", "path", "name", "two"],
)  # fmt: skip
def test_sorting_by_columns(two: Two, facet: object) -> None:
    two.same(lambda searcher: [
        hit["path"] if not isinstance(facet, str) else None
        for hit in searcher.search(wq.Every(), sortedby=facet, limit=None)
    ])  # fmt: skip


def test_faceting(two: Two) -> None:
    for name in ("sort_title", "size", "tags", "draft"):
        facet = FieldFacet(name, allow_overlap=name == "tags")

        def grouped(searcher: Any, facet: FieldFacet = facet, name: str = name) -> object:  # noqa: ANN401
            results = searcher.search(
                wq.Term("plain", "model"), groupedby={name: facet}, limit=None
            )
            groups = results.groups(name)
            return {str(key): len(members) for key, members in groups.items()}

        two.same(grouped)


def test_spelling(two: Two) -> None:
    two.same(lambda searcher: searcher.suggest("plain", "harbur", maxdist=2))
    two.same(
        lambda searcher: sorted(searcher.corrector("title").suggest("modle", limit=3, maxdist=2))
    )
    parser = QueryParser("plain", two.ours.schema)

    def corrected(searcher: Any) -> str:  # noqa: ANN401
        return str(searcher.correct_query(parser.parse("harbr"), "harbr").string)

    two.same(corrected)


def test_key_terms_and_documents_alike(two: Two) -> None:
    def alike(searcher: Any) -> object:  # noqa: ANN401
        number = searcher.document_number(path="/a/51")
        found = searcher.more_like(number, "plain", text="harbour oil prices bank bank")
        return sorted(hit["path"] for hit in found)

    two.same(alike)

    def key_terms(searcher: Any) -> object:  # noqa: ANN401
        results = searcher.search(wq.Term("plain", "harbour"), limit=10)
        return len(results.key_terms("body", docs=5)) and True

    two.same(key_terms)
    two.same(lambda searcher: [
        (word, round(score, 4))
        for word, score in searcher.key_terms_from_text("plain", "harbour oil oil bank", numterms=3)
    ])  # fmt: skip


def test_what_a_reader_knows_of_words(two: Two) -> None:
    two.same(lambda searcher: list(searcher.reader().lexicon("plain")))
    two.same(lambda searcher: list(searcher.reader().expand_prefix("plain", "ha")))
    two.same(lambda searcher: list(searcher.reader().all_terms()))
    two.same(lambda searcher: list(searcher.reader().terms_within("plain", "lihgt", 2)))
    two.same(lambda searcher: list(searcher.reader().terms_from("plain", "m")))
    two.same(lambda searcher: sorted(searcher.reader().most_frequent_terms("plain", 5)))
    two.same(lambda searcher: list(searcher.reader().field_terms("size")))

    def figures(searcher: Any) -> dict[str, float]:  # noqa: ANN401
        reader, found = searcher.reader(), {}
        for name in ("plain", "title", "tags", "grams", "size", "path"):
            for word in reader.lexicon(name):
                info = reader.term_info(name, word)
                key = f"{name} {word!r}"
                found[f"{key} weight"] = reader.frequency(name, word)
                found[f"{key} documents"] = reader.doc_frequency(name, word)
                found[f"{key} lengths"] = (info.max_length() or 0) * 1000 + (info.min_length() or 0)
                found[f"{key} most"] = info.max_weight()
                found[f"{key} ids"] = (info.min_id() or 0) * 1000 + (info.max_id() or 0)
        for name in ("plain", "title", "tags"):
            found[f"{name} length"] = reader.field_length(name)
            found[f"{name} max"] = reader.max_field_length(name)
            found[f"{name} min"] = reader.min_field_length(name)
        return found

    two.same(figures)


def test_postings_and_lengths(two: Two) -> None:
    def postings(searcher: Any) -> object:  # noqa: ANN401
        reader, found = searcher.reader(), []
        for name, word in (("plain", "model"), ("tags", "red"), ("title", "oil"), ("path", "/a/3")):
            matcher = reader.postings(name, word)
            while matcher.is_active():
                places = matcher.value_as("positions") if matcher.supports("positions") else None
                number = matcher.id()
                found.append((name, number, matcher.weight(), places, reader.is_deleted(number),
                              reader.doc_field_length(number, name)))  # fmt: skip
                matcher.next()
        return found

    two.same(postings)


def test_stored_fields_and_columns(two: Two) -> None:
    two.same(
        lambda searcher: sorted(searcher.reader().all_stored_fields(), key=lambda d: d["path"])
    )
    two.same(lambda searcher: [searcher.document(path="/a/5")["extra"]])
    for name in ("size", "made", "rating", "path", "sort_title"):
        two.same(lambda searcher, name=name: list(searcher.reader().column_reader(name)))


def test_highlights(two: Two) -> None:
    def marked(searcher: Any) -> list[str]:  # noqa: ANN401
        results = searcher.search(QueryParser("body", two.ours.schema).parse("shading lens"))
        results.formatter = UppercaseFormatter()
        return sorted(hit.highlights("body") for hit in results)

    two.same(marked)


def test_matched_terms(two: Two) -> None:
    def matched(searcher: Any) -> object:  # noqa: ANN401
        query = wq.Or([wq.Term("plain", "model"), wq.Term("plain", "oil")])
        results = searcher.search(query, terms=True, limit=None)
        return {hit["path"]: len(hit.matched_terms()) for hit in results}

    two.same(matched)


def test_a_codec_of_its_own_for_each_writer_may_be_mixed(tmp_path: Path) -> None:
    ix = whoosh_index.create_in(tmp_path, Schema(body=TEXT, n=NUMERIC(stored=True)))
    for number, codec in enumerate((ColumnCodec(), None, ColumnCodec())):
        writer = ix.writer(codec=codec) if codec else ix.writer()
        writer.add_document(body=f"harbor {number}", n=number)
        writer.commit(merge=False)
    with ix.searcher() as searcher:
        assert {hit["n"] for hit in searcher.search(wq.Term("body", "harbor"))} == {0, 1, 2}
    ix.writer(codec=ColumnCodec()).commit(optimize=True)
    with ix.searcher() as searcher:
        assert {hit["n"] for hit in searcher.search(wq.Term("body", "harbor"))} == {0, 1, 2}


def test_a_writer_that_is_cancelled_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    ix = whoosh_index.create_in(tmp_path, Schema(body=TEXT))
    writer = ix.writer(codec=ColumnCodec())
    writer.add_document(body="one")
    writer.commit()
    writer = ix.writer(codec=ColumnCodec())
    writer.add_document(body="two")
    writer.cancel()
    assert whoosh_index.open_dir(tmp_path).doc_count() == 1


def test_what_is_stored_must_be_plain(tmp_path: Path) -> None:
    ix = whoosh_index.create_in(tmp_path, Schema(body=TEXT, extra=STORED))
    writer = ix.writer(codec=ColumnCodec())
    writer.add_document(body="one", extra=object())
    with pytest.raises(TypeError, match="cannot be stored"):
        writer.commit()
