from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.search.nodes import (
    All,
    AnyOf,
    Boost,
    Everything,
    Fuzzy,
    Keyword,
    Near,
    Node,
    Not,
    Prefix,
    Text,
    Wildcard,
    positive_words,
)
from desktop_app.search.query import MAX_DEPTH, parse
from desktop_app.search.query_lexer import balanced, quoted
from desktop_app.search.query_problems import MOST_PROBLEMS

TODAY = date(2021, 9, 1)


def tree(query: str) -> Node:
    """The tree of a query in which everything has a meaning."""
    parsed = parse(query, TODAY)
    assert parsed.problems == ()
    return parsed.node


def flawed(query: str) -> tuple[Node, list[str]]:
    """The tree, and the pieces of the query that have no meaning."""
    parsed = parse(query, TODAY)
    assert parsed.problems != ()
    return parsed.node, [query[problem.start : problem.end] for problem in parsed.problems]


def test_words_must_all_match() -> None:
    assert tree("oil prices") == tree("oil AND prices") == All((Text("oil"), Text("prices")))
    assert tree("石油　价格") == All((Text("石油"), Text("价格")))


@pytest.mark.parametrize(
    "query",
    [
        '"prime minister"',
        "“prime minister”",
        "「prime minister」",
        "『prime minister』",
        "＂prime minister＂",
        "“prime minister“",
        '“prime minister"',
        "﹁prime minister﹂",
    ],
)
def test_a_phrase_stays_together_in_any_quotation_marks(query: str) -> None:
    assert tree(query) == Text("prime minister", exact=True)


def test_quotation_marks_of_one_kind_may_hold_those_of_another() -> None:
    assert tree("「他说“好”」") == Text("他说“好”", exact=True)


@pytest.mark.parametrize(
    "query", ["a b OR c", "a b 或 c", "a b ＯＲ c", "(a b) 或 (c)", "(a b)或(c)"]
)
def test_or_binds_looser_than_standing_side_by_side(query: str) -> None:
    assert tree(query) == AnyOf((All((Text("a"), Text("b"))), Text("c")))


@pytest.mark.parametrize(
    "query", ["oil -gas", "oil NOT gas", "oil 非 gas", "oil －gas", "oil --gas"]
)
def test_a_word_is_left_out_by_any_sign(query: str) -> None:
    assert tree(query) == All((Text("oil"), Not(Text("gas"))))


def test_phrases_brackets_and_fields_are_left_out_too() -> None:
    assert tree("-(a OR b)") == tree("非（a 或 b）") == Not(AnyOf((Text("a"), Text("b"))))
    assert tree('-"a b"') == tree("非“a b”") == Not(Text("a b", exact=True))
    assert tree("a OR -title:b") == AnyOf((Text("a"), Not(Text("b", "title"))))


@pytest.mark.parametrize(
    "word",
    ["anti-dumping", "非洲", "或者", "是非", "A或B", "or", "not", "10:30", "notes:x", "u.s."],
)
def test_signs_inside_words_are_none(word: str) -> None:
    assert tree(word) == Text(word)


def test_signs_as_values_are_words() -> None:
    assert tree("title:或") == Text("或", "title")
    assert tree('"OR"') == Text("OR", exact=True)


def test_words_near_each_other() -> None:
    assert tree('"oil prices"~5') == Near(("oil", "prices"), 5)
    assert tree("“中国 oil 合作创新”～12") == Near(("中国", "oil", "合作创新"), 12)
    assert tree('speaker:"X Y"~3') == Near(("X", "Y"), 3, "speaker")
    assert tree('"oil"~3') == Text("oil", exact=True)


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("pre*", Prefix("pre")),
        ("pre＊", Prefix("pre")),
        ("pre**", Prefix("pre")),
        ("title:pre*", Prefix("pre", "title")),
        ("f?o", Wildcard("f?o")),
        ("c*t", Wildcard("c*t")),
        ("*ing", Wildcard("*ing")),
        ("f?o*", Wildcard("f?o*")),
        ("colour~", Fuzzy("colour", 1)),
        ("colour~1", Fuzzy("colour", 1)),
        ("colour～2", Fuzzy("colour", 2)),
        ("speaker:rocd~", Fuzzy("rocd", 1, "speaker")),
        ("=sign", Text("sign", exact=True)),
        ("＝sign", Text("sign", exact=True)),
        ("title:=sign", Text("sign", "title", exact=True)),
        ("oil^2", Boost(Text("oil"), 2.0)),
        ("oil^0.5", Boost(Text("oil"), 0.5)),
        ('"oil prices"^3', Boost(Text("oil prices", exact=True), 3.0)),
        ('"oil prices"~4^3', Boost(Near(("oil", "prices"), 4), 3.0)),
        ("(oil gas)^2", Boost(All((Text("oil"), Text("gas"))), 2.0)),
        ("title:pre*^2", Boost(Prefix("pre", "title"), 2.0)),
        ("colour~2^2", Boost(Fuzzy("colour", 2), 2.0)),
        ("-oil^2", Not(Boost(Text("oil"), 2.0))),
    ],
)
def test_signs_on_words(query: str, node: Node) -> None:
    assert tree(query) == node


def test_chinese_needs_no_signs_and_may_have_them() -> None:
    assert tree("合作*") == Text("合作")
    assert tree("中国？美国") == Text("中国?美国")


def test_a_question_asks_for_its_words() -> None:
    assert tree("what is oil?") == All((Text("what"), Text("is"), Text("oil")))


@pytest.mark.parametrize(
    ("names", "field"),
    [
        ("title TITLE Ｔｉｔｌｅ 标题 標題", "title"),
        ("body 正文", "body"),
        ("caption 图注 圖注", "caption"),
        ("speaker 讲话人 講話人", "speaker"),
        ("said 讲话 講話", "said"),
    ],
)
def test_fields_of_words_in_both_languages(names: str, field: str) -> None:
    for name in names.split():
        assert tree(f"{name}:合作") == tree(f"{name}：合作") == Text("合作", field)
        assert tree(f'{name}:"a b"') == Text("a b", field, exact=True)
        assert tree(f"{name}:(a OR b)") == AnyOf((Text("a", field), Text("b", field)))


def test_a_group_hands_its_field_down() -> None:
    node = tree("title:(a body:b (c 非 d))")
    inner = All((Text("c", "title"), Not(Text("d", "title"))))
    assert node == All((Text("a", "title"), Text("b", "body"), inner))


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("lang:zh", Keyword("lang", "zh")),
        ("语言：中文", Keyword("lang", "zh")),
        ("語言:英文", Keyword("lang", "en")),
        ("lang:fr", Keyword("lang", "fr")),
        ("kind:speech", Keyword("kind", "speech")),
        ("類型:講話", Keyword("kind", "speech")),
        ("类型:(新闻 或 简报)", AnyOf((Keyword("kind", "news"), Keyword("kind", "bulletin")))),
        ("来源:新华社", Keyword("source", "新华社")),
        ('source:"People\'s Daily"', Keyword("source", "People's Daily")),
        ("has:photo", Keyword("has", "photo")),
        ("有:照片", Keyword("has", "photo")),
        ("有：圖片", Keyword("has", "photo")),
    ],
)
def test_fields_that_filter(query: str, node: Node) -> None:
    assert tree(query) == node


@pytest.mark.parametrize("query", ["", "   ", "()", "，。", "-", "( - )", "…", "- -", "?"])
def test_marks_without_meaning_ask_for_everything(query: str) -> None:
    assert tree(query) == Everything()


@pytest.mark.parametrize(
    ("query", "node", "pieces"),
    [
        ('oil "prime minis', All((Text("oil"), Text("prime minis", exact=True))), ['"prime minis']),
        ("「合作", Text("合作", exact=True), ["「合作"]),
        ("(oil gas", All((Text("oil"), Text("gas"))), ["("]),
        ("oil) gas", All((Text("oil"), Text("gas"))), [")"]),
        ("oil OR", Text("oil"), ["OR"]),
        ("或 oil", Text("oil"), ["或"]),
        ("oil OR OR gas", AnyOf((Text("oil"), Text("gas"))), ["OR"]),
        ("(oil OR) gas", All((Text("oil"), Text("gas"))), ["OR"]),
        ("oil NOT", Text("oil"), ["NOT"]),
        ("OR", Text("OR"), ["OR"]),
        ("非", Text("非"), ["非"]),
        ("date:never", Text("never"), ["never"]),
        ("oil date:2021-13", All((Text("oil"), Text("2021-13"))), ["2021-13"]),
        ("date:..", Everything(), [".."]),
        ("has:wings", Text("wings"), ["wings"]),
        ("kind:novel", Text("novel"), ["novel"]),
        ("lang:??", Everything(), ["??"]),
        ("title:", Everything(), ["title:"]),
        ("标题： 合作", Text("合作"), ["标题："]),
        ("(title:)", Everything(), ["title:"]),
        ("colour~9", Text("colour"), ["~9"]),
        ("~9", Text("~9"), ["~9"]),
        ("anti-dumping~", Text("anti-dumping"), ["~"]),
        ("合作~", Text("合作"), ["~"]),
        ('"a b"~1000', Near(("a", "b"), 999), ["~1000"]),
        ("oil^x", Text("oil"), ["^x"]),
        ("oil^0", Text("oil"), ["^0"]),
        ("oil^", Text("oil"), ["^"]),
        ("^x", Text("^x"), ["^x"]),
        ("(oil)^x", Text("oil"), ["^x"]),
        ("oil *", Text("oil"), ["*"]),
        ("?*", Everything(), ["?*"]),
        ("anti-dump*", Text("anti-dump"), ["anti-dump*"]),
        ("中*国", All((Text("中"), Text("国"))), ["中*国"]),
    ],
)
def test_what_has_no_meaning_is_searched_as_words_and_named(
    query: str, node: Node, pieces: list[str]
) -> None:
    assert flawed(query) == (node, pieces)


@pytest.mark.parametrize("source", ["新华社", 'The "Post"', "“好”报", "「甲」", "甲“乙”「丙」"])
def test_any_source_can_be_asked_for_by_name(source: str) -> None:
    assert tree(f"source:{quoted(source)} oil") == All((Keyword("source", source), Text("oil")))


def test_reasons_name_what_was_typed() -> None:
    problem = parse("date:never", TODAY).problems[0]
    assert "never" in str(problem.reason)
    assert "2021-08" in str(problem.reason)


def test_brackets_without_end_are_read_without_end() -> None:
    deep = parse("(" * (MAX_DEPTH + 3) + "a" + ")" * (MAX_DEPTH + 3))
    assert deep.node == Text("a")
    assert len(deep.problems) == 1
    depth = node_depth(parse("(a OR -" * 100_000).node)
    assert depth <= 4 * MAX_DEPTH


def node_depth(node: Node) -> int:
    parts = getattr(node, "parts", ()) if isinstance(node, All | AnyOf) else ()
    if isinstance(node, Not | Boost):
        parts = (node.part,)
    return 1 + max(map(node_depth, parts), default=0)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        ")",
        '"',
        "「",
        "-",
        "^",
        "~",
        "*",
        "a^",
        "a~9",
        "OR ",
        "非 ",
        "title:",
        "a?b*",
        "(-",
        "=",
    ],
)
def test_long_queries_are_read_like_short_ones(piece: str) -> None:
    long = parse(piece * (100_000 // len(piece)), TODAY)
    assert len(long.problems) <= MOST_PROBLEMS
    assert node_depth(long.node) <= 4 * MAX_DEPTH


def test_words_that_are_excluded_are_not_marked() -> None:
    assert list(positive_words(tree("oil -gas title:price^2"))) == [
        Text("oil"),
        Text("price", "title"),
    ]


SIGNS = 'ab中国或非 "“”「」()（）-－:：~^*?=.123OR NOT title标题date日期has有'


@given(st.text(alphabet=SIGNS, max_size=60) | st.text(max_size=60))
def test_whatever_is_typed_parses_and_problems_have_a_place(query: str) -> None:
    parsed = parse(query, TODAY)
    for problem in parsed.problems:
        assert 0 <= problem.start < problem.end <= len(query)
        assert str(problem.reason)


@given(st.text(alphabet=SIGNS, max_size=40))
def test_a_balanced_query_leaves_alone_what_follows(query: str) -> None:
    alone, both = parse(query, TODAY).node, parse(f"({balanced(query)}) lang:zh", TODAY).node
    filtered = Keyword("lang", "zh")
    if filtered != both:
        assert isinstance(both, All)
        assert both.parts[-1] == filtered
        before = both.parts[:-1]
        flat = alone.parts if isinstance(alone, All) and len(before) > 1 else (alone,)
        assert before in (flat, (alone,))


@pytest.mark.parametrize(
    ("page", "heading"), [("README.md", "Searching"), ("README.zh.md", "搜索")]
)
def test_everything_the_readme_shows_has_a_meaning(page: str, heading: str) -> None:
    text = (Path(__file__).parent.parent.parent / page).read_text("utf-8")
    table = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    examples = [each for row in rows for each in re.findall("`([^`]+)`", row)]
    assert len(examples) > 30
    for example in examples:
        if not example.endswith((":", "：")):  # a field's name alone
            assert not isinstance(tree(example), Everything), example
