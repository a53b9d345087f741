"""Feeds: which text an entry is, its pictures, its identity, and feeds that mean harm."""

from __future__ import annotations

import socket
import urllib.request
from datetime import date
from pathlib import Path

import pytest

from desktop_app.errors import ImportFailure
from desktop_app.importing.formats.feed import Feed
from desktop_app.importing.raw import RawItem, Skipped
from tests.importing.reading import PNG, read, read_items, read_one

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>交大新闻</title><link>http://news.example.edu/</link><language>zh-CN</language>
<copyright>© 交大</copyright>
<item>{item}</item></channel></rss>"""
ITEM = """<title>新学期开始</title><link>http://news.example.edu/1.html</link>
<guid isPermaLink="false">17</guid><dc:creator>王记者</dc:creator>
<pubDate>Wed, 01 Sep 2021 00:30:00 +0800</pubDate><category>校园</category>
<description>摘要</description>
<content:encoded><![CDATA[<p>第一段，见<a href="/2.html">通知</a>。</p>
<figure><img src="http://img.example.edu/p/a.png"><figcaption>开学典礼</figcaption></figure>
<p>第二段。</p><script>alert(1)</script>]]></content:encoded>"""


def write(folder: Path, text: str, encoding: str = "utf-8", name: str = "feed.xml") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_an_entry_is_its_full_text_with_all_its_feed_says(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    item = read_one(Feed(), write(tmp_path, RSS.format(item=ITEM)))
    assert (item.title, item.byline, item.source) == ("新学期开始", "王记者", "交大新闻")
    assert item.paragraphs == ("第一段，见通知。", "第二段。")
    assert item.date == date(2021, 9, 1)  # the day in its own zone; in Greenwich it is August
    assert (item.language, item.url) == ("zh", "http://news.example.edu/1.html")
    assert item.identity == "http://news.example.edu/\n17"  # 17 alone is that of many feeds
    assert item.details == (("keyword", "校园"), ("copyright", "© 交大"))
    (photo,) = item.photos
    assert (photo.path, photo.caption, photo.after) == (tmp_path / "a.png", "开学典礼", 1)
    (link,) = item.links
    assert "\n".join(item.paragraphs)[link.start : link.end] == "通知"
    assert link.address == "http://news.example.edu/2.html"


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-8-sig"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = RSS.format(item="<title>北京時間上午九點</title><description>中國的新聞</description>")
    declared = text.replace('encoding="utf-8"', f'encoding="{encoding}"')
    item = read_one(
        Feed(),
        write(
            tmp_path,
            declared.replace("©", "(c)")
            .replace("学", "學")
            .replace("闻", "聞")
            .replace("新", "新"),
            encoding,
        ),
    )
    assert (item.title, item.paragraphs) == ("北京時間上午九點", ("中國的新聞",))


def test_media_rss_captions_stand_with_their_pictures(tmp_path: Path) -> None:
    for name in ("one.jpg", "two.jpg"):
        (tmp_path / name).write_bytes(PNG)
    media = """<title>T</title><description>Text of the entry.</description>
    <media:group><media:content url="http://x.org/one.jpg" medium="image">
      <media:description>First caption</media:description><media:credit>A. Bee</media:credit>
    </media:content></media:group>
    <media:content url="http://x.org/two.jpg" type="image/jpeg"><media:title>Second</media:title>
    </media:content>
    <media:content url="http://x.org/film.mp4" type="video/mp4"/>
    <enclosure url="http://x.org/one.jpg" type="image/jpeg" length="3"/>
    <media:thumbnail url="http://x.org/small.jpg"/>"""
    item = read_one(Feed(), write(tmp_path, RSS.format(item=media)))
    assert item.paragraphs == ("Text of the entry.",)
    assert [(p.path and p.path.name, p.caption, p.credit) for p in item.photos] == [
        ("one.jpg", "First caption", "A. Bee"),
        ("two.jpg", "Second", ""),
    ]


def test_what_media_rss_says_is_the_text_where_there_is_no_other(tmp_path: Path) -> None:
    media = """<title>T</title><media:group><media:content url="http://x.org/film.mp4"/>
    <media:description>All there is.</media:description></media:group>"""
    assert read_one(Feed(), write(tmp_path, RSS.format(item=media))).paragraphs == (
        "All there is.",
    )


def test_atom_by_its_feeds_author_with_xhtml(tmp_path: Path) -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Blatt</title>
    <author><name>Erika M.</name></author><rights>frei</rights>
    <entry><title type="html">&lt;b&gt;Kühe&lt;/b&gt; &amp;amp; Käse</title><id>tag:x,2020:1</id>
    <link rel="alternate" href="http://x.org/1"/><updated>2020-05-02T23:59:00-07:00</updated>
    <published>2020-05-01T08:00:00Z</published><summary>Kurz</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Kühe sind
    wieder da.</p><ul><li>Käse</li><li>Milch</li></ul></div></content></entry></feed>"""
    item = read_one(Feed(), write(tmp_path, atom))
    assert (item.title, item.byline, item.date) == ("Kühe & Käse", "Erika M.", date(2020, 5, 1))
    assert item.paragraphs == ("Die Kühe sind wieder da.", "• Käse", "• Milch")
    assert (item.identity, item.url, item.language) == ("tag:x,2020:1", "http://x.org/1", "de")


def test_rdf_is_a_feed_where_it_says_so_only(tmp_path: Path) -> None:
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="http://x.org/"><title>Old</title></channel>
    <item rdf:about="http://x.org/1"><title>One</title><link>http://x.org/1</link>
    <dc:date>2003-02-01</dc:date><description>Text &amp;lt;b&gt;</description></item></rdf:RDF>"""
    path = write(tmp_path, rdf)
    assert Feed().recognises(path, rdf.encode())
    item = read_one(Feed(), path)
    assert (item.title, item.source, item.date) == ("One", "Old", date(2003, 2, 1))
    assert not Feed().recognises(path, rdf.replace("purl.org/rss/1.0/", "x.org/foaf/").encode())


def test_an_ill_formed_feed_is_read_all_the_same(tmp_path: Path) -> None:
    broken = RSS.format(item="<title>Fish & chips</title><description>a < b<p>c</description>")
    item = read_one(Feed(), write(tmp_path, broken))
    assert item.title == "Fish & chips"


def test_entries_without_guid_or_link_are_told_apart(tmp_path: Path) -> None:
    twice = "<title>Same</title></item><item><title>Same</title>"
    items = read_items(Feed(), write(tmp_path, RSS.format(item=twice)))
    assert [item.identity for item in items] == ["", ""]
    assert len({item.part for item in items}) == 2


def test_a_feed_without_entries_and_an_entry_without_text_are_skipped(tmp_path: Path) -> None:
    (none,) = read(Feed(), write(tmp_path, "<rss><channel><title>T</title></channel></rss>"))
    assert isinstance(none, Skipped) and "no entries" in str(none.reason)
    pieces = read(Feed(), write(tmp_path, RSS.format(item="</item><item><title>T</title>")))
    assert [type(piece) for piece in pieces] == [Skipped, RawItem]


BOMB = "<!DOCTYPE rss [" + "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol" * 10}">' for n in range(10)
)


@pytest.mark.parametrize(
    "doctype",
    [
        BOMB + "]>",
        '<!DOCTYPE rss [<!ENTITY l9 "' + "a" * 100_000 + '">]>',
        '<!DOCTYPE rss [<!ENTITY % p \'<!ENTITY l9 "x">\'><!ENTITY l9 "%p;">]>',
    ],
)
def test_entity_bombs_fail_by_name(tmp_path: Path, doctype: str) -> None:
    feed = doctype + RSS.format(item="<title>&l9;</title>").partition("?>")[2]
    with pytest.raises(ImportFailure, match=r"feed\.xml declares the entity l\d"):
        read(Feed(), write(tmp_path, feed))


def test_growth_by_many_small_entities_is_bounded(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE rss [<!ENTITY a "' + "x" * 200 + '">]>'
    feed = doctype + RSS.format(item="<title>" + "&a;" * 30_000 + "</title>").partition("?>")[2]
    with pytest.raises(ImportFailure, match="entity a"):
        read(Feed(), write(tmp_path, feed))


def test_nothing_is_opened_for_a_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("opened")

    (tmp_path / "secret.txt").write_text("secret")
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(urllib.request, "build_opener", refuse)
    doctype = (
        f'<!DOCTYPE rss SYSTEM "http://x.org/rss.dtd" [<!ENTITY s SYSTEM "{tmp_path}/secret.txt">]>'
    )
    item = "<title>T &s; &eacute;</title><link>http://x.org/</link>"
    feed = doctype + RSS.format(item=item).partition("?>")[2]
    assert read_one(Feed(), write(tmp_path, feed)).title == "T &s; é"
    only = write(tmp_path, "http://x.org/feed.xml")
    with pytest.raises(ImportFailure):
        read(Feed(), only)


def test_pictures_are_looked_for_beside_the_feed_only(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "out.png").write_bytes(PNG)
    item = '<title>T</title><enclosure url="../out.png" type="image/png"/>'
    assert read_one(Feed(), write(inner, RSS.format(item=item))).photos == ()


@pytest.mark.parametrize(
    "broken",
    [
        # Found by damaging real feeds: each of these is an error of another kind in feedparser.
        b'<rss version="2.0"><channel></creativeCommons:license><title></rss>',
        b'<rss version="0.91"><channel><image><heig9</height></image></channel></rss>',
    ],
)
def test_feeds_that_break_the_parser_fail_by_name(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(broken)
    with pytest.raises(ImportFailure, match=r"feed\.xml is no feed"):
        read(Feed(), path)


def test_a_namespace_with_blanks_in_its_name(tmp_path: Path) -> None:
    feed = """<rss xmlns:m="http://x.org/a b c"><channel><item><m:x>1</m:x><title>T</title></item>
    </channel></rss>"""
    assert read_one(Feed(), write(tmp_path, feed)).title == "T"
