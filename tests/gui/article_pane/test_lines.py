"""How an item becomes lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.gui.article_pane.lines import LONGEST_LINE, Line, Role, lines_of, pieces
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.languages import languages
from desktop_app.items import Item, Link, Photo
from tests.material import item


@pytest.fixture(scope="module")
def english() -> Catalog:
    return Catalog("en")


def roles(lines: list[Line]) -> list[Role]:
    return [line.role for line in lines]


def lines(given: Item, catalog: Catalog, *shown: bool) -> list[Line]:
    return lines_of(given, catalog, shown)


def test_the_head_tells_date_byline_source_and_kind(english: Catalog) -> None:
    head = lines(item(byline="By Someone", source="Port News", kind="speech"), english)
    assert head[0] == Line(Role.TITLE, "Title of one")
    assert head[1].text == "Aug 31, 2021 · By Someone · Port News · Speech"


def test_the_head_names_the_languages_where_there_are_several() -> None:
    both = item(source="", other_languages=("zh",))
    heads = [lines(both, Catalog(language))[1].text for language in languages()]
    assert heads == [
        "Aug 31, 2021 · News · English and Chinese",
        "2021年8月31日 · 新闻 · 英语和中文",
        "2021年8月31日 · 新聞 · 英文和中文",
    ]


def test_the_head_tells_how_long_the_item_takes_to_read() -> None:
    long, longer = item(text="word " * 240, source=""), item(text="港" * 1200, source="")
    heads = [
        (lines(long, Catalog(language))[1].text, lines(longer, Catalog(language))[1].text)
        for language in languages()
    ]
    assert [(one.split(" · ")[-1], three.split(" · ")[-1]) for one, three in heads] == [
        ("1 minute to read", "3 minutes to read"),
        ("阅读约需 1 分钟", "阅读约需 3 分钟"),
        ("閱讀約需 1 分鐘", "閱讀約需 3 分鐘"),
    ]


def test_what_is_unknown_leaves_no_gap(english: Catalog) -> None:
    head = lines(item(date=None, source=""), english)
    assert head[1].text == "News"


def test_each_paragraph_is_set_in_its_own_script(english: Catalog) -> None:
    body = lines(item(text="西安交通大学与 ParisTech 签署合作协议。\nXJTU signs."), english)[2:]
    assert roles(body) == [Role.CHINESE, Role.ENGLISH]


def test_photos_stand_after_their_paragraphs_with_their_words(english: Catalog) -> None:
    photos = (
        Photo("b.jpg", "Late", after=9),
        Photo("a.jpg", "Early", "Xinhua", "2021-08-30T10:00:00", after=1),
    )
    body = lines(item(text="One\nTwo", photos=photos), english, True, True)[2:]
    assert [(line.text, line.photo) for line in body] == [
        ("One", -1),
        ("\ufffc", 1),
        ("Early", 1),
        ("Xinhua · Aug 30, 2021", 1),
        ("Two", -1),
        ("\ufffc", 0),
        ("Late", 0),
    ]


def test_a_photo_that_was_not_saved_leaves_its_caption(english: Catalog) -> None:
    photos = (Photo(None, "A ceremony"), Photo("broken.jpg", "Another"))
    body = lines(item(text="One", photos=photos), english, False, False)[2:]
    assert [line.text for line in body if line.photo >= 0] == [
        "The photo was not saved",
        "A ceremony",
        "The photo cannot be shown",
        "Another",
    ]
    assert all(line.absent for line in body if line.photo >= 0)


@pytest.mark.parametrize("language", languages())
def test_every_language_gives_the_same_lines(language: str, english: Catalog) -> None:
    photos = (Photo(None, "A", "B", "2021-08-30"), Photo("a.jpg", "", "", "some day"))
    given = item(text="One\n二\n", photos=photos, url="https://example.org/a")
    translated = lines(given, Catalog(language), False, True)
    assert roles(translated) == roles(lines(given, english, False, True))


def test_only_addresses_of_the_web_are_links(english: Catalog) -> None:
    def link(url: str) -> Line:
        return next(line for line in lines(item(url=url), english) if line.role is Role.LINK)

    address = "https://example.org/a"
    assert link(address).links == (Link(0, len(address), address),)
    for url in ("file:///etc/passwd", "javascript:alert(1)", "smb://host/share"):
        assert link(url).links == ()
    long = link("https://example.org/" + "a" * 500)
    assert len(long.text) <= 80
    assert len(long.links[0].address) == 520


def test_what_qt_takes_for_its_own_marks_is_harmless(english: Catalog) -> None:
    text = "a\r\ufdd0b\ufffc\x00c\u2029d"
    given = replace(item(photos=(Photo(None, "two\nlines"),)), paragraphs=(text,))
    body = lines(given, english, False)[2:]
    assert [line.text for line in body[1:]] == ["two\u2028lines", "a  b  c\u2028d"]
    assert len(body[2].text) == len(text)


@pytest.mark.parametrize("sentence", ["他说了很多话。", "He said many things. ", "x"])
def test_a_very_long_paragraph_is_cut_after_sentences(sentence: str) -> None:
    text = sentence * (3 * LONGEST_LINE // len(sentence))
    parts = list(pieces(text))
    assert "".join(parts) == text
    assert max(map(len, parts)) <= LONGEST_LINE
    assert all(part.endswith(sentence[-1]) for part in parts)
    assert len(parts) <= 4
