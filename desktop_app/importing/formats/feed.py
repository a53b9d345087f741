"""RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, with Media RSS, as saved."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import feedparser
from lxml import etree

from desktop_app.errors import ImportFailure
from desktop_app.importing.html.fragment import is_html, one_line
from desktop_app.importing.html.remote_pictures import is_picture, places_of
from desktop_app.importing.html.stated_day import stated_day
from desktop_app.importing.page import read_bytes, tidy
from desktop_app.importing.photos import LocalPictures
from desktop_app.importing.raw import Found, Later, RawPhoto, ReportBytes
from desktop_app.importing.wire.feed_entry import FeedAbout, FeedEntry, feed_items
from desktop_app.importing.wire.feed_media import drop_captions, entries_of, entry_photos
from desktop_app.importing.wire.xml_head import root_of
from desktop_app.importing.wire.xml_text import MAX_XML, xml_text
from desktop_app.importing.wire.xml_tree import parse_xml_text
from desktop_app.messages import message

_ROOTS = frozenset(("rss", "feed", "rdf", "channel"))
_FEEDS_RDF = ("purl.org/rss/1.0", "my.netscape.com/rdf/simple", "channel.netscape.com/rdf/simple")
# The name of a namespace with blanks in it, which feedparser splits at the wrong one.
_SPACED = re.compile(r"""(\sxmlns(?::[\w.-]{1,100})?\s*=\s*)("[^"<>]{0,300}"|'[^'<>]{0,300}')""")
_MAX_LOOSE = 4 * 1024 * 1024  # bytes of a feed that is no XML: feedparser guesses, slowly
_MAX_ENTRIES = 20_000
_CHANGES = ("updated", "published", "created")
_DAYS = ("published", "created", "updated", "issued")  # published before changed


class Feed:
    """Feeds, one file each; every entry is an item."""

    name = "feed"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the root element; RDF is many things, and a feed where it says RSS."""
        root = root_of(head)
        if root is None or root.name.lower() not in _ROOTS:
            return False
        return root.name.lower() != "rdf" or any(
            space in head.decode("latin-1") for space in _FEEDS_RDF
        )

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the entries."""
        yield Later(partial(read_feed, path), LocalPictures(path))
        report_bytes(path.stat().st_size)


@dataclass(frozen=True, slots=True)
class _Parsed:
    """What feedparser made of a feed, and the photos beside its entries where known."""

    feed: Mapping[str, Any]
    entries: Sequence[Mapping[str, Any]]
    photos: Sequence[tuple[RawPhoto, ...]]
    version: str


def read_feed(path: Path) -> Sequence[Found]:
    """The items of the feed in the file at `path`; raises `ImportFailure`."""
    about, entries = read_entries(path)
    return tuple(feed_items(about, entries))


def read_entries(path: Path) -> tuple[FeedAbout, Sequence[FeedEntry]]:
    """The feed in the file at `path` as it is, also entries that make no item."""
    parsed = _parsed(xml_text(read_bytes(path, MAX_XML), path), path)
    entries = [
        _entry(entry, parsed.photos[number] if parsed.photos else _flat_photos(entry))
        for number, entry in enumerate(parsed.entries[:_MAX_ENTRIES])
    ]
    return _about(parsed), entries


def _parsed(text: str, path: Path) -> _Parsed:
    """`text` read by feedparser, which is given bytes only and so opens nothing."""
    photos: list[tuple[RawPhoto, ...]] = []
    try:
        root = parse_xml_text(_SPACED.sub(_without_blanks, text), path)
    except ImportFailure:
        content = text.encode("utf-8", "replace")
        if len(content) > _MAX_LOOSE:
            raise
    else:
        for entry in entries_of(root):
            photos.append(entry_photos(entry))
            drop_captions(entry)
        content = etree.tostring(root, encoding="utf-8")
    found = _understood(content, path)
    same = len(photos) == len(found.entries)
    return _Parsed(found.feed, found.entries, photos if same else (), found.version or "")


def _without_blanks(match: re.Match[str]) -> str:
    return match[1] + re.sub(r"\s", "", match[2])


def _understood(content: bytes, path: Path) -> feedparser.FeedParserDict:
    """What feedparser makes of a feed; raises `ImportFailure`."""
    try:
        found = feedparser.parse(
            io.BytesIO(b'<?xml version="1.0" encoding="utf-8"?>\n' + content),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    # On what is no XML it trips over its own assumptions, with any kind of error (KeyError
    # at a licence that only ends, TypeError at a picture's empty height).
    except Exception as error:
        raise _unreadable(path) from error
    if not found.version and not found.entries:
        raise _unreadable(path)
    return found


def _unreadable(path: Path) -> ImportFailure:
    return ImportFailure(message("{path} is no feed that can be read", path=path))


def _about(parsed: _Parsed) -> FeedAbout:
    feed = parsed.feed
    return FeedAbout(
        title=tidy(_line(feed, "title")),
        address=_text(feed, "link") or _text(feed, "id"),
        language=_text(feed, "language") or _details(feed, "title").get("language") or "",
        # RFC 4287, 4.2.1: an Atom entry without an author is by the feed's. An RSS channel
        # has editors, who did not write its items.
        byline=_names(feed) if parsed.version.startswith("atom") else "",
        copyright=_line(feed, "rights"),
    )


def _entry(entry: Mapping[str, Any], photos: tuple[RawPhoto, ...]) -> FeedEntry:
    body = _body(entry)
    source = entry.get("source")
    return FeedEntry(
        title=_line(entry, "title"),
        body=str(body.get("value") or ""),
        plain=body.get("type") == "text/plain",
        base=str(body.get("base") or ""),
        day=stated_day(*(_text(entry, key) for key in _DAYS if key in entry)),
        byline=_names(entry),
        address=_address(entry),
        guid=_text(entry, "id"),
        language=str(body.get("language") or ""),
        source=_line(source, "title") if isinstance(source, Mapping) else "",
        copyright=_line(entry, "rights"),
        usage=_text(entry, "license"),
        keywords=_keywords(entry),
        photos=photos,
        changed=tuple(_text(entry, key) for key in _CHANGES if key in entry),
    )


def _body(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """The full content, the longest that is text; else the summary."""
    contents = [
        each
        for each in entry.get("content") or ()
        if not re.match(r"(?:image|audio|video|font)/", str(each.get("type") or ""))
        and str(each.get("value") or "").strip()
    ]
    return max(contents, key=lambda each: len(each["value"]), default=_details(entry, "summary"))


def _details(record: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = record.get(f"{key}_detail")
    return found if isinstance(found, Mapping) else {}


def _line(record: Mapping[str, Any], key: str) -> str:
    """A text construct as one line of plain text, written so that no tag is seen in it."""
    value = _text(record, key)
    if _details(record, key).get("type") == "text/plain" or not is_html(value):
        return value
    return one_line(value)


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    return value.strip() if isinstance(value, str) else ""


def _names(record: Mapping[str, Any]) -> str:
    """The names of the authors, or their addresses where they have none."""
    people = [each for each in record.get("authors") or () if isinstance(each, Mapping)]
    names = (str(each.get("name") or each.get("email") or "") for each in people)
    found = ", ".join(dict.fromkeys(name for name in map(tidy, names) if name))
    return found or _text(record, "author")


def _address(entry: Mapping[str, Any]) -> str:
    """Where the entry stands: before a counter was put between, else its page, else any."""
    links = [each for each in entry.get("links") or () if each.get("rel") == "alternate"]
    pages = [each for each in links if each.get("type") in (None, "text/html")]
    page = next((str(each["href"]) for each in pages or links if each.get("href")), "")
    return _text(entry, "feedburner_origlink") or page or _text(entry, "link")


def _keywords(record: Mapping[str, Any]) -> tuple[str, ...]:
    tags = (each for each in record.get("tags") or () if isinstance(each, Mapping))
    return tuple(str(tag.get("label") or tag.get("term") or "") for tag in tags)


def _flat_photos(entry: Mapping[str, Any]) -> tuple[RawPhoto, ...]:
    """The pictures of an entry whose feed is no XML: without what was said of each."""
    found = [*(entry.get("enclosures") or ()), *(entry.get("media_content") or ())]
    found = found or list(entry.get("media_thumbnail") or ())[:1]
    places = ((str(e.get("href") or e.get("url") or ""), str(e.get("type") or "")) for e in found)
    return tuple(
        RawPhoto(None, references=places_of(url)) for url, kind in places if is_picture(url, kind)
    )
