from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.errors import Cancelled
from desktop_app.language.folding import fold
from desktop_app.search.engine import Document, SearchEngine, Sort
from desktop_app.search.query import parse
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document

Found = Callable[[str], set[int]]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[WhooshEngine]:
    made = WhooshEngine(tmp_path / "index")
    yield made
    made.close()


def found(engine: SearchEngine, query: str) -> set[int]:
    return set(engine.search(parse(query).node).numbers)


def test_an_index_that_is_not_there_finds_nothing(engine: WhooshEngine) -> None:
    matches = engine.search(parse("anything").node)
    assert (len(matches.numbers), engine.covered, engine.count) == (0, 0, 0)
    assert matches.facets["year"] == {}


def test_chinese_is_found_by_any_substring_and_by_nothing_else(engine: WhooshEngine) -> None:
    engine.add([document(1, "西安交通大学"), document(2, "交通大学在西安")], 1)
    assert found(engine, "安交通") == {1}
    assert found(engine, "交通大学") == {1, 2}
    assert found(engine, "西安大学") == set()
    assert found(engine, "西") == {1, 2}


def test_traditional_and_full_width_input_finds_simplified_text(engine: WhooshEngine) -> None:
    engine.add([document(1, "国际新闻 G20"), document(2, "別的")], 1)
    assert found(engine, "國際新聞") == {1}
    assert found(engine, "Ｇ２０") == {1}
    assert found(engine, "别的") == {2}


def test_a_phrase_with_chinese_punctuation_keeps_its_distances(engine: WhooshEngine) -> None:
    engine.add([document(1, "中国，美国和法国"), document(2, "中国和美国，法国")], 1)
    assert found(engine, '"中国，美国和法国"') == {1}


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("oil prices", {1}),
        ('"oil prices"', {1}),
        ('"prices oil"', set()),
        ("oil OR steel", {1, 2, 3}),
        ("oil -prices", {2}),
        ("-oil", {3}),
        ("(oil OR steel) -demand", {1, 3}),
        ("title:summit", {3}),
        ("summit", {3}),
        ("handshake", {2}),
        ("date:1987", {1, 2}),
        ("date:1987-03..1987-04", {2}),
        ("date:1988-01-01..", {3}),
        ("lang:en", {1, 2, 3}),
        ("lang:zh", set()),
        ("kind:speech", {3}),
        ("source:reuters", {1, 2}),
        ("has:photo", {2}),
        ("has:photo oil", {2}),
        ("", {1, 2, 3}),
    ],
)
def test_the_query_language(engine: WhooshEngine, query: str, numbers: set[int]) -> None:
    common = {"language": "en", "source": "Reuters"}
    engine.add(
        [
            document(1, "Oil prices rose", date=date(1987, 2, 26), **common),
            document(2, "Oil demand fell", date=date(1987, 3, 1), captions=("A handshake",),
                     has_photo=True, **common),
            document(3, "Steel", title="Summit", date=date(1988, 1, 1), language="en",
                     kind="speech", source="House"),
        ],
        1,
    )  # fmt: skip
    assert found(engine, query) == numbers


def test_sorting_by_date_puts_the_undated_last(engine: WhooshEngine) -> None:
    days = {1: date(1990, 1, 1), 2: None, 3: date(2000, 1, 1), 4: date(1980, 1, 1)}
    engine.add([document(number, "word", date=day) for number, day in days.items()], 1)
    newest = engine.search(parse("word").node, Sort.NEWEST)
    oldest = engine.search(parse("word").node, Sort.OLDEST)
    assert list(newest.numbers) == [3, 1, 4, 2]
    assert list(oldest.numbers) == [4, 1, 3, 2]


def test_relevance_puts_title_matches_and_repeated_words_first(engine: WhooshEngine) -> None:
    filler = " other" * 30
    engine.add(
        [
            document(1, "harbor" + filler),
            document(2, "harbor harbor harbor" + filler),
            document(3, "something" + filler, title="Harbor"),
        ],
        1,
    )
    matches = engine.search(parse("harbor").node)
    assert matches.numbers[0] == 3
    assert list(matches.numbers).index(2) < list(matches.numbers).index(1)
    assert list(matches.scores) == sorted(matches.scores, reverse=True)


def test_facets_count_all_hits(engine: WhooshEngine) -> None:
    engine.add(
        [
            document(1, "word", language="en", kind="speech"),
            document(2, "word", date=date(1987, 1, 1)),
            document(3, "word", date=None),
            document(4, "else"),
        ],
        1,
    )
    facets = engine.search(parse("word").node).facets
    assert facets["year"] == {"2021": 1, "1987": 1}
    assert facets["language"] == {"zh": 2, "en": 1}
    assert facets["kind"] == {"news": 2, "speech": 1}
    assert facets["source"] == {"Test": 3}


def test_a_document_added_again_takes_the_place_of_the_older(engine: WhooshEngine) -> None:
    engine.add([document(1, "before"), document(2, "beside")], 1)
    engine.add([document(1, "after")], 2)
    assert (found(engine, "before"), found(engine, "after")) == (set(), {1})
    assert (engine.count, engine.covered) == (2, 2)


def test_a_second_engine_sees_a_commit_after_refresh(engine: WhooshEngine, tmp_path: Path) -> None:
    engine.add([document(1, "first")], 1)
    reader = WhooshEngine(tmp_path / "index")
    assert found(reader, "first") == {1}
    engine.add([document(2, "second")], 2)
    assert found(reader, "second") == set()
    reader.refresh()
    assert found(reader, "second") == {2}


def test_a_search_can_be_cancelled(engine: WhooshEngine) -> None:
    engine.add([document(number, "word") for number in range(1, 50)], 1)
    with pytest.raises(Cancelled):
        engine.search(parse("word").node, Sort.RELEVANCE, lambda: True)


def bulletins(folder: Path) -> list[Document]:
    pieces = []
    for file in sorted((folder / "bulletins-zh").rglob("*.md"))[:25]:
        pieces += file.read_text("utf-8").split("### ")[1:]
    return [document(number, piece) for number, piece in enumerate(pieces, 1)]


def test_real_bulletins_agree_with_a_plain_search(engine: WhooshEngine, shared_data: Path) -> None:
    documents = bulletins(shared_data)
    engine.add(documents, 1)
    texts = {each.number: fold("\n".join(each.paragraphs)) for each in documents}
    dice = random.Random(8)
    for _ in range(150):
        run = dice.choice(re.findall(r"[\u4e00-\u9fff]{2,}", dice.choice(list(texts.values()))))
        start = dice.randrange(len(run) - 1)
        piece = run[start : start + dice.randint(2, 8)]
        assert found(engine, piece) == {n for n, text in texts.items() if piece in text}, piece


def test_an_index_without_any_date_has_no_years(engine: SearchEngine) -> None:
    engine.add([document(1, "word", date=None), document(2, "word", date=None)], 1)
    assert engine.search(parse("word").node).facets["year"] == {}


def test_forms_that_begin_otherwise_are_found_both_ways(engine: SearchEngine) -> None:
    engine.add([document(1, "dying"), document(2, "to die"), document(3, "dye")], 1)
    assert found(engine, "die") == found(engine, "dying") == {1, 2}
