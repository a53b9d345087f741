"""Where a story's other version lies, by its address alone."""

from __future__ import annotations

import pytest

from desktop_app.items import Alternate, Link, Origin
from desktop_app.pairing.places import named_places, neutral, neutral_places
from tests.material import item


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("https://example.org/en/news/1.html", "https://example.org/zh/news/1.html"),
        ("https://example.org/news/1", "https://example.org/zh-cn/news/1/"),
        ("https://en.example.org/a", "http://cn.example.org/a"),
        ("https://www.example.org/a?lang=en&id=7", "https://example.org/a?id=7&lang=zh"),
        ("site/README.md", "site/README.zh-CN.md"),
        ("site/page_en.html", "site/page_cn.html"),
        ("docs/guide.en.html", "docs/guide.zh.html"),
        ("site/blog/2024/a.md", "site/i18n/zh/docusaurus-plugin-content-blog/2024/a.md"),
    ],
)
def test_two_versions_lie_at_one_place(english: str, chinese: str) -> None:
    assert neutral(english) == neutral(chinese) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/en/1", "https://example.org/zh/2"),
        ("https://zh.org/a", "https://en.org/a"),
        ("a/english-lessons.md", "a/lessons.md"),
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("notes/cn.md", "notes/tokyo.md"),
    ],
)
def test_other_stories_do_not(one: str, other: str) -> None:
    assert neutral(one) != neutral(other)


def test_rows_that_are_only_numbered_lie_nowhere() -> None:
    assert neutral_places(item(), Origin("en/table.csv", "12")) == []
    assert neutral_places(item(), Origin("CHANGELOG.en.md", "2.1.0 Lyra")) == [
        neutral("CHANGELOG.md") + "\n2.1.0 Lyra"
    ]


def test_links_named_for_the_other_language_and_alternates_are_followed() -> None:
    text = "Read it in 中文版 or see the map"
    links = (Link(11, 14, "../zh/a.html"), Link(25, 32, "map.html"))
    one = item(
        text=text, url="https://example.org/en/a.html", links=links,
        alternates=(Alternate("zh", "https://example.cn/b"),),
    )  # fmt: skip
    assert named_places(one, Origin("a")) == ["example.cn/b", "example.org/zh/a.html"]


@pytest.mark.parametrize("place", ["", "https://[bad/en/a", "//" * 9000, "https://a/%zz", "\x00"])
def test_what_is_no_address_makes_no_trouble(place: str) -> None:
    one = item(url=place, alternates=(Alternate("zh", place),))
    assert isinstance(neutral_places(one, Origin(place)) + named_places(one, Origin(place)), list)


def test_a_page_of_nothing_but_links_is_read_once() -> None:
    text = "中文 " * 40_000
    links = tuple(Link(3 * n, 3 * n + 2, f"https://example.org/zh/{n}") for n in range(40_000))
    assert len(named_places(item(text=text, links=links), Origin("a"))) == 100
