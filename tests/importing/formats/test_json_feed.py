"""JSON Feed 1 and 1.1."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.errors import ImportFailure
from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.json_feed import JsonFeed
from desktop_app.importing.raw import Skipped
from tests.importing.reading import PNG, read, read_items, read_one

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour News",
    "home_page_url": "https://example.org/",
    "language": "en",
    "authors": [{"name": "The Desk"}],
    "items": [
        {
            "id": "https://example.org/1",
            "url": "https://example.org/1",
            "title": "Ferry returns",
            "content_html": "<p>It is back.</p><p>See <a href='/2'>more</a>.</p>",
            "summary": "Back",
            "date_published": "2022-03-04T23:30:00+08:00",
            "date_modified": "2022-03-09T00:00:00Z",
            "tags": ["ferry", "harbour", 7],
            "image": "https://example.org/ferry.png",
            "attachments": [
                {"url": "https://x.org/b.png", "mime_type": "image/png", "title": "The quay"},
                {"url": "https://x.org/b.mp3", "mime_type": "audio/mpeg"},
            ],
        },
        {"id": 2, "content_text": "One line.\n\nAnother <b>line</b>.", "author": {"name": "Ann"}},
    ],
}


def write(folder: Path, feed: object) -> Path:
    path = folder / "feed.json"
    path.write_text(json.dumps(feed), "utf-8")
    return path


def test_items_of_both_versions(tmp_path: Path) -> None:
    (tmp_path / "ferry.png").write_bytes(PNG)
    path = write(tmp_path, FEED)
    found = detect(path, formats())
    assert not isinstance(found, Skipped) and found.name == "json_feed"
    first, second = read_items(JsonFeed(), path)
    assert (first.title, first.date, first.byline) == (
        "Ferry returns",
        date(2022, 3, 4),
        "The Desk",
    )
    assert first.paragraphs == ("It is back.", "See more.")
    assert [link.address for link in first.links] == ["https://example.org/2"]
    assert first.details == (("keyword", "ferry"), ("keyword", "harbour"))
    assert [(p.path and p.path.name, p.caption) for p in first.photos] == [
        ("ferry.png", ""),
        (None, "The quay"),
    ]
    assert (first.source, first.identity) == ("Harbour News", "https://example.org/1")
    assert (second.title, second.byline) == ("One line.", "Ann")
    assert second.paragraphs == ("One line.", "Another <b>line</b>.")
    assert second.identity == "https://example.org/\n2"


def test_other_json_is_no_feed(tmp_path: Path) -> None:
    path = write(tmp_path, {"version": "1.1", "items": []})
    assert not JsonFeed().recognises(path, path.read_bytes())


def test_wrong_feeds_are_named(tmp_path: Path) -> None:
    (none,) = read(JsonFeed(), write(tmp_path, {**FEED, "items": []}))
    assert isinstance(none, Skipped)
    with pytest.raises(ImportFailure, match=r"feed\.json is no feed"):
        read(JsonFeed(), write(tmp_path, {**FEED, "items": {"a": 1}}))
    path = write(tmp_path, FEED)
    path.write_text(path.read_text()[:-5])
    with pytest.raises(ImportFailure, match=r"feed\.json is not valid JSON"):
        read(JsonFeed(), path)


def test_odd_values_cost_only_themselves(tmp_path: Path) -> None:
    odd = {"id": None, "title": ["x"], "content_html": 17, "tags": "a", "date_published": {}}
    item = read_one(JsonFeed(), write(tmp_path, {**FEED, "items": [odd]}))
    assert (item.title, item.date, item.details) == ("17", None, ())
