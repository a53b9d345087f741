from __future__ import annotations

from datetime import date

import pytest

from desktop_app.search.describe import describe
from desktop_app.search.query import parse


def test_a_tree_is_written_a_line_a_node() -> None:
    query = 'oil (title:gas 或 "steel coal"~5) -pre*^2 date:2021-08.. lang:中文'
    assert describe(parse(query, date(2021, 9, 1)).node).splitlines() == [
        "AND",
        "  oil",
        "  OR",
        "    title:gas",
        '    "steel coal"~5',
        "  NOT",
        "    ^2",
        "      pre*",
        "  date:2021-08-01..",
        '  lang:"zh"',
    ]


@pytest.mark.parametrize(
    "query",
    [
        "oil",
        '"prime minister"',
        "title:pre*",
        "c*t",
        "body:colour~2",
        '"a b"~5',
        'source:"X Y"',
        "date:2021-08-01..2021-08-31",
        "*",
    ],
)
def test_a_leaf_is_written_as_it_may_be_typed(query: str) -> None:
    node = parse(query).node
    assert describe(node) == query
    assert parse(describe(node)).node == node
