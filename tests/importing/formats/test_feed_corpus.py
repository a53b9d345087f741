"""All 340 feeds of feedparser's own tests: what each says it expects holds here too.

The files say it in a comment, as an expression in Python over what feedparser gives
(``Expect: not bozo and entries[0]['title'] == 'Example Atom'``). Each part of it that is
about something Beilin keeps is checked; the rest (the port of a cloud service) is not.
"""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml.html import fragment_fromstring

from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.feed import Feed, read_entries
from desktop_app.importing.html.fragment import is_html, read_fragment
from desktop_app.importing.raw import Failed, RawItem, Skipped
from desktop_app.importing.wire.feed_entry import FeedAbout, FeedEntry
from tests.importing.reading import read

_EXPECT = re.compile(rb"Expect:(.*?)(?:\n|-->)")
_ENTRY = {
    "title": "title",
    "link": "address",
    "id": "guid",
    "guid": "guid",
    "author": "byline",
    "rights": "copyright",
    "license": "usage",
}
_ABOUT = {"title": "title", "link": "address", "rights": "copyright", "copyright": "copyright"}
_DAYS = ("published_parsed", "updated_parsed", "created_parsed")
_BOTH = (  # full text before summary, which is not kept beside it
    "atom10-entry_content_and_summary.xml",
    "rss-item_summary_and_description.xml",
)
_NO_TEXT = "rss-item_description_not_a_doctype.xml"  # a bogus comment, which browsers hide
_BODIES = ("summary", "description", "content")


def expectations(path: Path) -> Iterator[tuple[list[object], object]]:
    """What is looked up, as ``["entries", 0, "title"]``, and what it should be."""
    match = _EXPECT.search(path.read_bytes())
    source = match[1].decode("latin-1").strip() if match else "1"
    for node in ast.walk(ast.parse(source, mode="eval")):
        if isinstance(node, ast.Compare) and isinstance(node.ops[-1], ast.Eq):
            *operands, value = (node.left, *node.comparators)
            try:
                expected = ast.literal_eval(value)
            except ValueError:
                continue
            yield from ((steps(operand), expected) for operand in operands)


def steps(node: ast.AST) -> list[object]:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return [*steps(node.value), node.slice.value]
    if isinstance(node, ast.Attribute):
        return [*steps(node.value), node.attr]
    return [node.id] if isinstance(node, ast.Name) else []


def words(value: object) -> set[str]:
    """A text as feedparser has it, and as a reader sees it."""
    text = str(value)
    seen = fragment_fromstring(text or " ", create_parent="div").text_content()
    return {"".join(each.split()) for each in (text, seen, html.unescape(text))}


def shown(body: str) -> str:
    return " ".join(read_fragment(body).paragraphs)


def found(about: FeedAbout, entries: list[FeedEntry], path: list[object]) -> object:
    """What Beilin has at the place `path` names; None for what it does not keep."""
    if not path or path[-1] in ("type", "email", "url"):
        return None
    name = str(path[-1] if path[-1] not in ("value", "name") else path[-2]).removesuffix("_detail")
    if path[0] == "feed" and len(path) <= 3:
        own = str(path[1]).removesuffix("_detail")
        return getattr(about, _ABOUT[name]) if name == own and name in _ABOUT else None
    if path[0] != "entries" or len(path) < 3 or not isinstance(path[1], int):
        return None
    return of_entry(entries[path[1]], path[2:], name)


def of_entry(entry: FeedEntry, path: list[object], name: str) -> object:
    own = str(path[0]).removesuffix("_detail")
    if own == "source":
        return entry.source if path[1:] in (["title"], ["title_detail", "value"]) else None
    if own in _DAYS:
        return entry.day
    if own == "content" or path in (["summary"], ["description"]):
        if path[-1] not in (*_BODIES, "value"):
            return None
        return entry.body if entry.plain or not is_html(entry.body) else shown(entry.body)
    if own == "tags":
        return entry.keywords[int(str(path[1]))] if path[-1] == "label" else None
    return getattr(entry, _ENTRY[name]) if name == own and name in _ENTRY else None


def test_every_feed_is_recognised_and_read_as_its_authors_expect(shared_data: Path) -> None:
    checked = 0
    for path in sorted((shared_data / "feeds").iterdir()):
        assert Feed().recognises(path, path.read_bytes()[:65536]), path.name
        about, entries = read_entries(path)
        if path.name == _NO_TEXT:
            continue
        for place, expected in expectations(path):
            own = found(about, list(entries), place)
            if own is None or (path.name in _BOTH and place[2] == "summary"):
                continue
            if isinstance(expected, tuple):
                assert own == date(*expected[:3]), (path.name, place)
            elif "author" in place:
                assert own, (path.name, place)
                assert str(own) in str(expected) or str(expected) in str(own), path.name
            else:
                assert "".join(str(own).split()) in words(expected), (path.name, place)
            checked += 1
    assert checked >= 111


def test_every_feed_gives_items_or_says_why_not(shared_data: Path) -> None:
    counts = {RawItem: 0, Skipped: 0, Failed: 0}
    for path in sorted((shared_data / "feeds").iterdir()):
        format_ = detect(path, formats())
        assert not isinstance(format_, Skipped) and format_.name == "feed", path.name
        pieces = read(format_, path)  # type: ignore[arg-type]
        assert pieces, path.name
        for piece in pieces:
            counts[type(piece)] += 1
    assert counts == {RawItem: 54, Skipped: 288, Failed: 0}


@pytest.mark.parametrize(
    ("name", "language", "part"),
    [
        ("gb2312", "zh", "不归移民漫画系列：专业工作"),
        ("euckr", None, "한글닉네임"),
        ("eucjp", None, "ゲーム三昧な正月"),
        ("shiftjis", None, "記事投稿が反映されない"),
        ("tis620", None, "สำนักงานส่งเสริม"),
        ("windows1255", None, "האם תדפיס"),
    ],
)
def test_encodings_nobody_declared(
    shared_data: Path, name: str, language: str | None, part: str
) -> None:
    (item,) = read(Feed(), shared_data / "feeds" / f"chardet-{name}.xml")
    assert isinstance(item, RawItem)
    assert part in item.title + "".join(item.paragraphs)
    assert language in (None, item.language)
