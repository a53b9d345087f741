"""Beilin's own JSONL."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.jsonl import Jsonl
from desktop_app.importing.raw import Failed, RawItem, Skipped
from tests.importing.reading import PNG, read, read_items, read_one

RECORD = {
    "id": "first",
    "title": "Title 标题",
    "date": "2021-08-31",
    "language": "zh",
    "source": "Source",
    "kind": "speech",
    "byline": "Someone",
    "url": "https://example.org/a",
    "paragraphs": ["One.", "Two."],
    "photos": [
        {
            "file": "x-photos/a.png",
            "caption": "C",
            "credit": "D",
            "taken": "2021-08-30",
            "after": 1,
        },
        {"file": None, "caption": "Only words", "credit": "", "taken": None},
    ],
    "statements": [],
}


def write(folder: Path, *lines: object) -> Path:
    path = folder / "x.jsonl"
    text = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(text) + "\n", "utf-8")
    return path


def test_a_line_gives_its_item(tmp_path: Path) -> None:
    (tmp_path / "x-photos").mkdir()
    (tmp_path / "x-photos" / "a.png").write_bytes(PNG)
    item = read_one(Jsonl(), write(tmp_path, RECORD))
    assert (item.identity, item.title, item.date) == (
        "beilin:first",
        "Title 标题",
        date(2021, 8, 31),
    )
    assert (item.language, item.source, item.kind) == ("zh", "Source", "speech")
    assert (item.byline, item.url) == ("Someone", "https://example.org/a")
    assert item.paragraphs == ("One.", "Two.")
    first, second = item.photos
    assert first.path == (tmp_path / "x-photos" / "a.png").resolve()
    assert (first.caption, first.credit, first.taken, first.after) == ("C", "D", "2021-08-30", 1)
    assert (second.path, second.caption, second.taken) == (None, "Only words", "")


@pytest.mark.parametrize(
    "line",
    [
        "{not json",
        "[]",
        "17",
        "{}",
        json.dumps({**RECORD, "title": 7}),
        json.dumps({**RECORD, "paragraphs": "text"}),
        json.dumps({**RECORD, "paragraphs": [1]}),
        json.dumps({**RECORD, "date": "yesterday"}),
        json.dumps({**RECORD, "kind": "poem"}),
        json.dumps({**RECORD, "photos": ["a.png"]}),
        json.dumps({**RECORD, "photos": [{"file": "a.png", "after": -1}]}),
        json.dumps({**RECORD, "photos": [{"file": 3}]}),
        "[" * 100_000,
    ],
)
def test_a_wrong_line_fails_alone_and_is_named(tmp_path: Path, line: str) -> None:
    good, wrong, last = read(Jsonl(), write(tmp_path, RECORD, line, {**RECORD, "id": "last"}))
    assert isinstance(wrong, Failed) and wrong.where == "line 2"
    assert isinstance(good, RawItem) and isinstance(last, RawItem)


def test_a_line_that_is_no_utf8_fails_alone(tmp_path: Path) -> None:
    path = write(tmp_path, RECORD)
    path.write_bytes(b'{"title": "\xff"}\n' + path.read_bytes())
    wrong, good = read(Jsonl(), path)
    assert isinstance(wrong, Failed) and isinstance(good, RawItem)


def test_half_characters_do_not_reach_the_archive(tmp_path: Path) -> None:
    item = read_one(
        Jsonl(), write(tmp_path, '{"title": "a\\ud800b\\u0000", "paragraphs": ["\\udfffc"]}')
    )
    assert (item.title, item.paragraphs) == ("ab", ("c",))


@pytest.mark.parametrize(
    "file", ["../secret.png", "/etc/passwd", "link.png", "a\0b", "x" * 5000, "."]
)
def test_pictures_outside_the_folder_are_refused(tmp_path: Path, file: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.png").write_bytes(PNG)
    (inner / "link.png").symlink_to(tmp_path / "secret.png")
    item = read_one(Jsonl(), write(inner, {**RECORD, "photos": [{"file": file, "caption": "C"}]}))
    assert [(photo.path, photo.caption) for photo in item.photos] == [(None, "C")]


def test_the_lines_of_crawlers_and_data_sets_are_read_by_their_keys(tmp_path: Path) -> None:
    first = {
        "headline": "Bridge opens",
        "published_at": "2021-08-31T23:00:00Z",
        "content": {"rendered": "<p>One.</p><p>Two.</p>"},
        "authors": [{"name": "Ann Lee"}, {"name": "Bob Ray"}],
        "link": "https://example.org/a",
        "tags": ["bridge", "river"],
        "comments": 3,
    }
    second = {"标题": "大桥通车", "正文": "第一段。\n第二段。", "发布时间": "2021年9月1日"}
    one, two = read_items(Jsonl(), write(tmp_path, first, second))
    assert (one.title, one.date, one.byline) == (
        "Bridge opens",
        date(2021, 8, 31),
        "Ann Lee, Bob Ray",
    )
    assert (one.paragraphs, one.url) == (("One.", "Two."), "https://example.org/a")
    assert one.details == (("keyword", "bridge"), ("keyword", "river"))
    assert (two.title, two.date, two.language) == ("大桥通车", date(2021, 9, 1), "zh")
    assert two.paragraphs == ("第一段。", "第二段。")


def test_no_text_is_lost_of_a_line_much_like_our_own(tmp_path: Path) -> None:
    line = {"id": 7, "title": "Title", "text": "Words.", "date": "2021-08-31 10:00"}
    item = read_one(Jsonl(), write(tmp_path, line))
    assert (item.paragraphs, item.date) == (("Words.",), date(2021, 8, 31))


def test_objects_in_lines_are_known_without_their_name(tmp_path: Path) -> None:
    path = write(tmp_path, RECORD, RECORD).rename(tmp_path / "export.bin")
    found = detect(path, formats())
    assert not isinstance(found, Skipped) and found.name == "jsonl"


def test_the_page_list_of_an_unpacked_wacz_holds_no_items(tmp_path: Path) -> None:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    page = {"id": "1db0ef709a", "url": "http://example.org/", "title": "Example", "ts": "2020"}
    (found,) = read(Jsonl(), write(tmp_path, head, page))
    assert isinstance(found, Skipped)
