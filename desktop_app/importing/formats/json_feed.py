"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from desktop_app.errors import ImportFailure
from desktop_app.importing.html.remote_pictures import is_picture, places_of
from desktop_app.importing.html.stated_day import stated_day
from desktop_app.importing.page import tidy
from desktop_app.importing.photos import LocalPictures
from desktop_app.importing.raw import Found, Later, RawPhoto, ReportBytes
from desktop_app.importing.wire.feed_entry import FeedAbout, FeedEntry, feed_items
from desktop_app.importing.wire.json_text import (
    Record,
    begins_as_json,
    read_json,
    records_at,
    text_at,
)
from desktop_app.messages import message

_MAX_PHOTOS = 300
_VERSION = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org(?:\\?/)')


class JsonFeed:
    """Feeds in JSON; every item of theirs is an item."""

    name = "json_feed"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the address its version is."""
        return begins_as_json(head) and _VERSION.search(head) is not None

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the entries."""
        yield Later(partial(read_json_feed, path), LocalPictures(path))
        report_bytes(path.stat().st_size)


def read_json_feed(path: Path) -> Sequence[Found]:
    """The items of the feed in the file at `path`; raises `ImportFailure`."""
    feed = read_json(path)
    if not isinstance(feed, dict) or not isinstance(feed.get("items", []), list):
        raise ImportFailure(message("{path} is no feed that can be read", path=path))
    about = FeedAbout(
        title=text_at(feed, "title"),
        address=text_at(feed, "home_page_url", "feed_url"),
        language=text_at(feed, "language"),
        byline=_names(feed),
    )
    return tuple(feed_items(about, [_entry(item) for item in records_at(feed, "items")]))


def _entry(item: Record) -> FeedEntry:
    """An item; what a link post points to (`external_url`) is its address where it has none."""
    html = text_at(item, "content_html")
    return FeedEntry(
        title=text_at(item, "title"),
        body=html or text_at(item, "content_text", "summary"),
        plain=not html,
        day=stated_day(text_at(item, "date_published"), text_at(item, "date_modified")),
        byline=_names(item),
        address=text_at(item, "url", "external_url"),
        guid=text_at(item, "id"),
        language=text_at(item, "language"),
        keywords=tuple(each for each in _list(item, "tags") if isinstance(each, str)),
        photos=tuple(islice(_photos(item), _MAX_PHOTOS)),
        changed=(text_at(item, "date_modified"), text_at(item, "date_published")),
    )


def _names(record: Record) -> str:
    """The authors of version 1.1, or the one of version 1."""
    people = records_at(record, "authors") or records_at(record, "author")
    names = (tidy(text_at(each, "name", "url")) for each in people)
    return ", ".join(dict.fromkeys(name for name in names if name))


def _photos(item: Record) -> Iterator[RawPhoto]:
    for key in ("image", "banner_image"):
        if url := text_at(item, key):
            yield RawPhoto(None, references=places_of(url))
    for each in records_at(item, "attachments"):
        url, kind = text_at(each, "url"), text_at(each, "mime_type")
        if is_picture(url, kind):
            yield RawPhoto(None, tidy(text_at(each, "title")), references=places_of(url))


def _list(record: Record, key: str) -> list[object]:
    value = record.get(key)
    return value if isinstance(value, list) else []
