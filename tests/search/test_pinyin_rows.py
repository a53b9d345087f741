from __future__ import annotations

import pytest

from desktop_app.search.nodes import All, AnyOf, Boost, Node, Not, Pinyin, Text
from desktop_app.search.pinyin_rows import with_pinyin
from desktop_app.search.query import parse


def widened(query: str) -> Node:
    return with_pinyin(parse(query).node)


def names(node: Node) -> list[Pinyin]:
    if isinstance(node, Pinyin):
        return [node]
    parts = getattr(node, "parts", None) or (() if not hasattr(node, "part") else (node.part,))
    return [name for part in parts for name in names(part)]


@pytest.mark.parametrize("query", ["wangshuguo", "wang shuguo", "Wáng Shùguó", "WANG Shuguo"])
def test_a_name_is_asked_for_by_its_sound(query: str) -> None:
    node = widened(query)
    assert isinstance(node, AnyOf)
    assert node.parts[0] == parse(query).node
    (name,) = names(node)
    assert ("wang", "shu", "guo") in name.readings
    assert name.field == "text"


def test_other_words_beside_a_name_stay() -> None:
    node = widened("harbor wang shuguo -oil title:liqiang")
    assert isinstance(node, All)
    assert node.parts[0] == Text("harbor")
    assert node.parts[2] == Not(Text("oil"))
    assert [(name.typed, name.field) for name in names(node)] == [
        ("wang shuguo", "text"),
        ("liqiang", "title"),
    ]


@pytest.mark.parametrize(
    "query",
    ["oil", "wang", "=wangshuguo", '"wang shuguo"', "body:wangshuguo", "王树国", "wang*", ""],
)
def test_what_is_no_name_stays_as_it_is(query: str) -> None:
    assert widened(query) == parse(query).node


def test_names_inside_brackets_and_behind_signs() -> None:
    node = widened("(oil OR wangshuguo)^2 -liqiang")
    assert [name.typed for name in names(node)] == ["wangshuguo", "liqiang"]
    assert isinstance(node, All)
    assert isinstance(node.parts[0], Boost)


def test_widening_twice_is_widening_once() -> None:
    for query in ("wang shuguo oil", "wangshuguo", "(liqiang OR oil) x"):
        assert with_pinyin(widened(query)) == widened(query)
