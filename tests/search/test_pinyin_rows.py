from __future__ import annotations

import pytest

from desktop_app.search.pinyin_rows import Pinyin, spoken_names
from desktop_app.search.query import parse


def names(query: str) -> list[Pinyin]:
    return list(spoken_names(parse(query).node))


@pytest.mark.parametrize("query", ["wangshuguo", "wang shuguo", "Wáng Shùguó", "WANG Shuguo"])
def test_a_name_is_known_by_its_sound(query: str) -> None:
    (name,) = names(query)
    assert ("wang", "shu", "guo") in name.readings
    assert name.field == "text"


def test_names_stand_among_other_words_in_brackets_and_behind_signs() -> None:
    found = names("harbor wang shuguo -wangyi title:liqiang (oil OR wuyi)^2")
    assert [(name.readings[0], name.field) for name in found] == [
        (("wang", "shu", "guo"), "text"),
        (("li", "qiang"), "title"),
        (("wu", "yi"), "text"),
    ]


@pytest.mark.parametrize(
    "query",
    ["oil", "wang", "=wangshuguo", '"wang shuguo"', "body:wangshuguo", "王树国", "wang*", ""],
)
def test_what_is_no_name_stands_for_nothing(query: str) -> None:
    assert names(query) == []
