"""OPML as a table of contents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.opml import Opml
from desktop_app.importing.raw import Skipped
from tests.importing.reading import read, read_one

OPML = """<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>My feeds</title>
<dateModified>Sun, 05 Sep 2021 10:00:00 GMT</dateModified><ownerName>Li Hua</ownerName></head><body>
<outline text="University"><outline type="rss" text="Campus &amp; town" description="What happens"
 xmlUrl="http://x.edu/rss.xml" htmlUrl="http://x.edu/"/></outline>
<outline title="Papers"><outline xmlUrl="http://y.org/feed"/></outline></body></opml>"""


def test_an_outline_is_one_document_that_lists_its_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feeds.xml"
    path.write_text(OPML, "utf-8")
    found = detect(path, formats())
    assert not isinstance(found, Skipped) and found.name == "opml"
    item = read_one(Opml(), path)
    assert (item.title, item.kind, item.date) == ("My feeds", "document", date(2021, 9, 5))
    assert item.paragraphs == (
        "University",
        "• Campus & town – What happens (http://x.edu/)",
        "Papers",
        "• http://y.org/feed",
    )
    text = "\n".join(item.paragraphs)
    assert [(text[e.start : e.end], e.address) for e in item.links] == [
        ("Campus & town", "http://x.edu/"),
        ("http://y.org/feed", "http://y.org/feed"),
    ]


def test_an_empty_outline_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text("<opml><body/></opml>")
    (piece,) = read(Opml(), path)
    assert isinstance(piece, Skipped)
