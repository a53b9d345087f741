"""What any search engine must do for Beilin, whatever holds its postings.

`EngineContract` asks for two fixtures: `engine`, an engine whose folder is empty, and
`another`, which opens one more on the same folder. `test_contract` holds every engine
there is to it; to hold one more, add it to `ENGINES` there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop_app.errors import Cancelled
from desktop_app.language.folding import fold
from desktop_app.search.engine import Document, SearchEngine, Sort
from desktop_app.search.nodes import Boost, Fuzzy, Near, Node, Prefix, Text, Wildcard
from desktop_app.search.query import parse
from tests.material import document

Another = Callable[[], SearchEngine]


def found(engine: SearchEngine, query: str) -> set[int]:
    return set(engine.search(parse(query).node).numbers)


def bulletins(folder: Path) -> list[Document]:
    pieces = []
    for file in sorted((folder / "bulletins-zh").rglob("*.md"))[:25]:
        pieces += file.read_text("utf-8").split("### ")[1:]
    return [document(number, piece) for number, piece in enumerate(pieces, 1)]


class EngineContract:
    """The tests; a class that begins with `Test` inherits them."""

    def test_an_index_that_is_not_there_finds_nothing(self, engine: SearchEngine) -> None:
        matches = engine.search(parse("anything").node)
        assert (len(matches.numbers), engine.covered, engine.count) == (0, 0, 0)
        assert matches.facets["year"] == {}

    def test_chinese_is_found_by_any_substring_and_by_nothing_else(
        self, engine: SearchEngine
    ) -> None:
        engine.add([document(1, "西安交通大学"), document(2, "交通大学在西安")], 1)
        assert found(engine, "安交通") == {1}
        assert found(engine, "交通大学") == {1, 2}
        assert found(engine, "西安大学") == set()
        assert found(engine, "西") == {1, 2}

    def test_traditional_and_full_width_input_finds_simplified_text(
        self, engine: SearchEngine
    ) -> None:
        engine.add([document(1, "国际新闻 G20"), document(2, "別的")], 1)
        assert found(engine, "國際新聞") == {1}
        assert found(engine, "Ｇ２０") == {1}
        assert found(engine, "别的") == {2}

    def test_a_phrase_with_chinese_punctuation_keeps_its_distances(
        self, engine: SearchEngine
    ) -> None:
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
    def test_the_query_language(self, engine: SearchEngine, query: str, numbers: set[int]) -> None:
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

    def test_sorting_by_date_puts_the_undated_last(self, engine: SearchEngine) -> None:
        days = {1: date(1990, 1, 1), 2: None, 3: date(2000, 1, 1), 4: date(1980, 1, 1)}
        engine.add([document(number, "word", date=day) for number, day in days.items()], 1)
        newest = engine.search(parse("word").node, Sort.NEWEST)
        oldest = engine.search(parse("word").node, Sort.OLDEST)
        assert list(newest.numbers) == [3, 1, 4, 2]
        assert list(oldest.numbers) == [4, 1, 3, 2]

    def test_relevance_puts_title_matches_and_repeated_words_first(
        self, engine: SearchEngine
    ) -> None:
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

    def test_a_text_in_two_languages_is_found_and_counted_in_both(
        self, engine: SearchEngine
    ) -> None:
        engine.add(
            [
                document(1, "word", language="en", other_languages=("zh",)),
                document(2, "word", language="zh"),
                document(3, "word", language="zh", other_languages=("en",)),
                document(4, "word", language="fr"),
            ],
            1,
        )
        facet = engine.search(parse("word").node).facets["language"]
        assert facet == {"zh": 3, "en": 2, "mul": 2, "fr": 1}
        for value, count in facet.items():
            assert len(found(engine, f"lang:{value}")) == count
        assert found(engine, "lang:en") == found(engine, "语言：双语") == {1, 3}
        assert found(engine, "lang:zh -lang:mixed") == {2}

    def test_facets_count_all_hits(self, engine: SearchEngine) -> None:
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

    def test_a_document_added_again_takes_the_place_of_the_older(
        self, engine: SearchEngine
    ) -> None:
        engine.add([document(1, "before"), document(2, "beside")], 1)
        engine.add([document(1, "after")], 2)
        assert (found(engine, "before"), found(engine, "after")) == (set(), {1})
        assert (engine.count, engine.covered) == (2, 2)

    def test_a_second_engine_sees_a_commit_after_refresh(
        self, engine: SearchEngine, another: Another
    ) -> None:
        engine.add([document(1, "first")], 1)
        reader = another()
        assert found(reader, "first") == {1}
        engine.add([document(2, "second")], 2)
        assert found(reader, "second") == set()
        reader.refresh()
        assert found(reader, "second") == {2}

    def test_a_search_can_be_cancelled(self, engine: SearchEngine) -> None:
        engine.add([document(number, "word") for number in range(1, 50)], 1)
        with pytest.raises(Cancelled):
            engine.search(parse("word").node, Sort.RELEVANCE, lambda: True)

    def test_real_bulletins_agree_with_a_plain_search(
        self, engine: SearchEngine, shared_data: Path
    ) -> None:
        documents = bulletins(shared_data)
        engine.add(documents, 1)
        texts = {each.number: fold("\n".join(each.paragraphs)) for each in documents}
        dice = random.Random(8)
        for _ in range(150):
            run = dice.choice(re.findall(r"[\u4e00-\u9fff]{2,}", dice.choice(list(texts.values()))))
            start = dice.randrange(len(run) - 1)
            piece = run[start : start + dice.randint(2, 8)]
            assert found(engine, piece) == {n for n, text in texts.items() if piece in text}, piece

    def test_an_index_without_any_date_has_no_years(self, engine: SearchEngine) -> None:
        engine.add([document(1, "word", date=None), document(2, "word", date=None)], 1)
        assert engine.search(parse("word").node).facets["year"] == {}

    def test_forms_that_begin_otherwise_are_found_both_ways(self, engine: SearchEngine) -> None:
        engine.add([document(1, "dying"), document(2, "to die"), document(3, "dye")], 1)
        assert found(engine, "die") == found(engine, "dying") == {1, 2}

    @pytest.mark.parametrize(
        ("node", "numbers"),
        [
            (Prefix("harb"), {1, 2}),
            (Prefix("oil", "title"), {2}),
            (Wildcard("h*r?or*"), {1, 2}),
            (Fuzzy("harbur"), {1}),
            (Fuzzy("xarbor", 2), {1, 2}),
            (Near(("oil", "harbor"), 1), {1}),
            (Near(("harbor", "oil"), 3), {1}),
            (Near(("北京", "大学"), 2), {3}),
            (Text("oil", "body"), {1}),
            (Text("oil", "title"), {2}),
            (Text("crane", "caption"), {2}),
            (Text("张三", "speaker"), {3}),
            (Text("团结", "said"), {3}),
            (Text("harbors", exact=True), {2}),
            (Boost(Text("oil"), 3.0), {1, 2}),
        ],
    )  # fmt: skip
    def test_every_kind_of_node(self, engine: SearchEngine, node: Node, numbers: set[int]) -> None:
        engine.add(
            [
                document(1, "the harbor has oil"),
                document(2, "many harbors and a shore", title="Oil", captions=("A crane",)),
                document(3, "北京的大学：团结", speakers=("张三",), said=("团结",)),
            ],
            1,
        )
        assert set(engine.search(node).numbers) == numbers

    def test_a_boost_takes_scores_so_many_times(self, engine: SearchEngine) -> None:
        engine.add([document(1, "harbor and shore"), document(2, "else")], 1)
        plain = engine.search(Text("harbor", exact=True)).scores[0]
        boosted = engine.search(Boost(Text("harbor", exact=True), 2.5)).scores[0]
        assert boosted == pytest.approx(2.5 * plain, rel=1e-6)

    def test_an_update_leaves_nothing_of_the_older_version(self, engine: SearchEngine) -> None:
        engine.add([document(number, f"word{number} all") for number in range(1, 40)], 1)
        engine.add([document(7, "changed"), document(9, "changed")], 2)
        assert found(engine, "all") == set(range(1, 40)) - {7, 9}
        assert found(engine, "changed") == {7, 9}
        assert found(engine, "") == set(range(1, 40))
        assert engine.search(parse("all").node).facets["language"] == {"zh": 37}

    def test_of_a_number_given_twice_the_last_counts(self, engine: SearchEngine) -> None:
        engine.add([document(1, "first")], 1)
        engine.add([document(1, "second"), document(2, "beside"), document(1, "third")], 2)
        assert (found(engine, "third"), found(engine, "second")) == ({1}, set())
        assert engine.count == 2

    def test_matches_can_be_read_from_anywhere(self, engine: SearchEngine) -> None:
        engine.add([document(number, "word " * number) for number in range(1, 200)], 1)
        matches = engine.search(parse("word").node)
        numbers, scores = list(matches.numbers), list(matches.scores)
        assert sorted(numbers) == list(range(1, 200))
        assert list(matches.numbers[150:170]) == numbers[150:170]
        assert (matches.numbers[-1], matches.scores[120]) == (numbers[-1], scores[120])
        assert list(matches.numbers[500:]) == []

    def test_scores_are_there_in_the_order_of_time_too(self, engine: SearchEngine) -> None:
        days = {1: date(1990, 1, 1), 2: date(2000, 1, 1)}
        engine.add([document(n, "word " * n + "other", date=day) for n, day in days.items()], 1)
        by_score = engine.search(parse("word").node)
        newest = engine.search(parse("word").node, Sort.NEWEST)
        expected = dict(zip(by_score.numbers, by_score.scores, strict=True))
        assert list(newest.numbers) == [2, 1]
        assert list(newest.scores) == pytest.approx([expected[2], expected[1]])

    def test_the_vocabulary(self, engine: SearchEngine) -> None:
        engine.add([document(1, "harbor harbour"), document(2, "harbor"), document(3, "西安")], 1)
        words = engine.vocabulary()
        assert (words.documents("harbor"), words.documents("nothing")) == (2, 0)
        assert [term.text for term in words.beginning("harb", 5)] == ["harbor", "harbour"]
        assert [term.text for term in words.beginning("harb", 1)] == ["harbor"]
        assert [term.text for term in words.similar("harbor", 1)] == ["harbour"]

    def test_a_dropped_index_is_empty_and_can_be_filled_again(self, engine: SearchEngine) -> None:
        engine.add([document(1, "before")], 3)
        engine.clear()
        assert (engine.covered, engine.count, found(engine, "before")) == (0, 0, set())
        engine.add([document(1, "after")], 4)
        assert (engine.covered, found(engine, "after")) == (4, {1})

    def test_how_a_query_is_worked_out_names_its_words(self, engine: SearchEngine) -> None:
        engine.add([document(1, "harbor")], 1)
        assert "harbor" in str(engine.explain(parse("harbor shore").node))

    def test_another_form_alone_is_found_in_every_field(self, engine: SearchEngine) -> None:
        engine.add([document(1, "their happiness", title="Ships")], 1)
        assert found(engine, "body:happy") == found(engine, "happy") == {1}
        assert (found(engine, "title:ship"), found(engine, "body:ship")) == ({1}, set())
