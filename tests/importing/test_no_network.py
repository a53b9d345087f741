from __future__ import annotations

import socket
from pathlib import Path

import pytest

from desktop_app.archive_writer import open_for_import
from desktop_app.importing.pipeline import Importer
from tests.importing.conftest import _Watch


def test_the_watch_hears_a_connection(_network_watch: _Watch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
    assert any("socket.connect" in event for event in _network_watch.heard)
    _network_watch.heard.clear()


# Style sheets, pictures, entities, schemas and frames that a stranger would have us load.
FILES = {
    "page.html": """<html><head><link rel="stylesheet" href="THERE.css"><base href="THERE"></head>
        <body><h1>Bridge opens</h1><p>It was opened on Tuesday by many people of the town.</p>
        <img src="THERE.jpg"><iframe src="THERE"></iframe></body></html>""",
    "feed.xml": """<?xml version="1.0"?>
        <!DOCTYPE rss SYSTEM "THERE.dtd" [<!ENTITY e SYSTEM "THERE">]>
        <rss version="2.0"><channel><title>T</title><item><title>A &e;</title>
        <description>B</description><enclosure url="THERE.jpg" type="image/jpeg"/></item>
        </channel></rss>""",
    "news.xml": """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "THERE.dtd">
        <nitf><head><title>T</title></head><body><body.content><p>One.</p>
        <media><media-reference source="THERE.jpg"/></media></body.content></body></nitf>""",
    "book.opml": """<?xml version="1.0"?><opml version="2.0"><head><title>T</title></head>
        <body><outline text="A" type="rss" xmlUrl="THERE"/></body></opml>""",
}


@pytest.mark.parametrize("name", FILES)
def test_what_a_file_names_elsewhere_is_not_fetched(name: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        there = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        (tmp_path / name).write_text(FILES[name].replace("THERE", there).lstrip(), "utf-8")
        with open_for_import(tmp_path / "a.beilin") as archive:
            report = Importer(archive).run([tmp_path / name])
        assert report.imported == 1, report
        with pytest.raises(TimeoutError):
            server.accept()
