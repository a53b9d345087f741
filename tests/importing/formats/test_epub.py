"""EPUB files: books, and the periodicals that Calibre makes of news sites."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import ImportFailure
from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.epub import Epub
from desktop_app.importing.formats.saved_html import SavedHtml
from desktop_app.importing.raw import Failed, RawItem, Skipped
from tests.importing.mutations import CHANGES, mutated, survives
from tests.importing.reading import PNG, read, read_items, read_one

CONTAINER = """<?xml version="1.0"?><container version="1.0"
 xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile
 full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"
 unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:1</dc:identifier><dc:title>Campus Monthly</dc:title>
<dc:creator>Ann Lee</dc:creator><dc:publisher>Campus Press</dc:publisher>
<dc:date>2021-08-31T00:00:00+00:00</dc:date><dc:language>en</dc:language>{meta}</metadata>
<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{items}</manifest><spine toc="ncx">{refs}</spine></package>"""
NCX = """<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{}</navMap>
</ncx>"""
POINT = '<navPoint><navLabel><text>{}</text></navLabel><content src="{}"/></navPoint>'
PAGE = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"
 "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title/></head><body>{}</body></html>"""
WORDS = "The two universities signed an agreement, and their presidents spoke&mdash;at length."
SAID = "The two universities signed an agreement, and their presidents spoke—at length."


def epub(
    folder: Path,
    pages: Mapping[str, str],
    toc: Mapping[str, str],
    meta: str = "",
    other: Mapping[str, bytes] | None = None,
) -> Path:
    """A book of `pages` (name -> body), with a table of contents (reference -> label)."""
    path = folder / "a.epub"
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(pages)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("OEBPS/book.opf", OPF.format(meta=meta, items=items, refs=refs))
        points = "".join(POINT.format(label, place) for place, label in toc.items())
        book.writestr("OEBPS/toc.ncx", NCX.format(points))
        for name, body in pages.items():
            book.writestr(f"OEBPS/{name}", PAGE.format(body))
        for name, content in (other or {"OEBPS/img/a b.png": PNG}).items():
            book.writestr(name, content)
    return path


def test_each_text_is_an_item(tmp_path: Path) -> None:
    pages = {
        "cover.xhtml": '<img src="img/a%20b.png" alt="Cover"/>',
        "one.xhtml": f"<h1>First</h1><p>{WORDS}</p>",
        "two.xhtml": f"<h1>第二章 合作</h1><p>{'两校签署合作协议，校长在仪式上致辞。' * 3}</p>",
    }
    found = read(Epub(), epub(tmp_path, pages, {"one.xhtml": "The first", "two.xhtml": "合作"}))
    cover, one, two = found
    assert isinstance(cover, Skipped)
    assert isinstance(one, RawItem) and isinstance(two, RawItem)
    assert (one.title, one.paragraphs) == ("The first", ("First", SAID))
    assert (one.byline, one.source, one.date) == ("Ann Lee", "Campus Press", date(2021, 8, 31))
    assert (one.kind, one.language, two.language) == ("document", "en", "zh")
    assert one.details == (("series", "Campus Monthly"),)
    assert (one.part, one.identity) == ("OEBPS/one.xhtml", "epub:urn:uuid:1\nOEBPS/one.xhtml")


def test_places_in_one_text_are_items_of_their_own(tmp_path: Path) -> None:
    body = "".join(f'<a id="s{n}"/><h2>Part {n}</h2><p>{n} {WORDS}</p>' for n in range(3))
    toc = {f"all.xhtml#s{n}": f"Part {n}" for n in range(3)}
    items = read_items(Epub(), epub(tmp_path, {"all.xhtml": body}, toc))
    assert [item.title for item in items] == ["Part 0", "Part 1", "Part 2"]
    assert [item.paragraphs for item in items] == [(f"{n} {SAID}",) for n in range(3)]
    assert len({item.identity for item in items}) == 3


def test_a_nav_of_the_third_version_names_the_items(tmp_path: Path) -> None:
    nav = PAGE.format(
        '<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol><li>'
        '<a href="one.xhtml">By the nav</a></li></ol></nav>'
    )
    path = epub(
        tmp_path,
        {"one.xhtml": f"<p>{WORDS}</p>"},
        {"one.xhtml": "By the NCX"},
        other={"OEBPS/nav.xhtml": nav.encode()},
    )
    assert read_one(Epub(), path).title == "By the nav"


def test_pictures_captions_and_tables(tmp_path: Path) -> None:
    body = (
        f"<h1>One</h1><p>{WORDS}</p><figure><img src='img/a%20b.png'/><figcaption>The presidents."
        "</figcaption></figure><table><tr><th>Country</th><th>Gold</th></tr><tr><td>China</td>"
        "<td>38</td></tr></table>"
    )
    item = read_one(Epub(), epub(tmp_path, {"one.xhtml": body}, {"one.xhtml": "One"}))
    assert item.paragraphs == (SAID, "Country | Gold", "China | 38")
    assert [(p.content, p.caption, p.after) for p in item.photos] == [(PNG, "The presidents.", 1)]


def test_a_periodical_by_calibre(tmp_path: Path) -> None:
    meta = '<meta name="calibre:publication_type" content="periodical:news"/>'
    bar = (
        '<div class="calibre_navbar">| <a href="x.html">Next</a> | <a href="index.html">Menu</a> |'
        "</div>"
    )
    article = (
        f"{bar}<h1>Agreement</h1><p>By Bo Li</p><p>30 August 2021</p><p>{WORDS}</p><p>{WORDS}</p>"
        '<p>This article was downloaded by <b>calibre</b> from <a href="https://news.example.org/a">'
        "https://news.example.org/a</a></p>"
    )
    pages = {
        "index.html": "<ul>" + "".join(f'<li><a href="f{n}">Feed {n}</a></li>' for n in "abcd"),
        "feed_0/article_0/index.html": article,
    }
    pages["index.html"] += "</ul>"
    index, item = read(
        Epub(), epub(tmp_path, pages, {"feed_0/article_0/index.html": "Agreement"}, meta)
    )
    assert isinstance(index, Skipped) and isinstance(item, RawItem)
    assert (item.title, item.kind, item.date) == ("Agreement", "news", date(2021, 8, 30))
    assert (item.byline, item.url) == ("Bo Li", "https://news.example.org/a")
    assert item.paragraphs == (SAID, SAID)


def test_texts_calibre_divided_are_whole_again(tmp_path: Path) -> None:
    pages = {f"one_split_00{n}.html": f"<p>{n} {WORDS}</p>" for n in range(3)}
    item = read_one(Epub(), epub(tmp_path, pages, {"one_split_000.html": "One"}))
    assert item.paragraphs == tuple(f"{n} {SAID}" for n in range(3))


def test_links_lead_out_of_the_book(tmp_path: Path) -> None:
    body = (
        f"<h1>One</h1><p>{WORDS}</p><p>More is said on <a href='https://news.example.org/a'>the "
        "page of the university</a> and in <a href='two.xhtml'>the next chapter</a>.</p>"
    )
    item = read_one(Epub(), epub(tmp_path, {"one.xhtml": body}, {"one.xhtml": "One"}))
    (link,) = item.links
    assert "\n".join(item.paragraphs)[link.start : link.end] == "the page of the university"
    assert link.address == "https://news.example.org/a"


def test_a_real_page_in_a_book(shared_data: Path, tmp_path: Path) -> None:
    source = shared_data / "pages-zh-en" / "xinhuanet.com.c_1125597921.html"
    expected = read_one(SavedHtml(), source)
    body = f"<h1>{expected.title}</h1>" + "".join(f"<p>{p}</p>" for p in expected.paragraphs)
    item = read_one(Epub(), epub(tmp_path, {"a.xhtml": body}, {}))
    assert (item.title, item.paragraphs) == (expected.title, expected.paragraphs)


def test_a_missing_text_costs_only_itself(tmp_path: Path) -> None:
    path = epub(tmp_path, {"one.xhtml": f"<p>{WORDS}</p>", "two.xhtml": f"<p>{WORDS}</p>"}, {})
    short = tmp_path / "b.epub"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(short, "w") as new:
        for info in old.infolist():
            if not info.filename.endswith("one.xhtml"):
                new.writestr(info, old.read(info))
    failed, item = read(Epub(), short)
    assert isinstance(failed, Failed) and failed.where == "OEBPS/one.xhtml"
    assert isinstance(item, RawItem)


def test_locked_books_name_the_way_out(tmp_path: Path) -> None:
    locked = (
        b'<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/'
        b'xmlenc#aes128-cbc"/></EncryptedData></encryption>'
    )
    page = {"one.xhtml": f"<p>{WORDS}</p>"}
    path = epub(tmp_path, page, {}, other={"META-INF/encryption.xml": locked})
    with pytest.raises(ImportFailure, match="licence"):
        read(Epub(), path)
    fonts = locked.replace(
        b"http://www.w3.org/2001/04/xmlenc#aes128-cbc", b"http://www.idpf.org/2008/embedding"
    )
    assert read_one(Epub(), epub(tmp_path, page, {}, other={"META-INF/encryption.xml": fonts}))


def test_hostile_books(tmp_path: Path) -> None:
    bomb = "<!DOCTYPE html [<!ENTITY a 'x'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
    )
    pages = {
        "deep.xhtml": "<div>" * 100_000 + "deep words here",
        "line.xhtml": "<p>" + "long words here " * 100_000 + "</p>",
        "good.xhtml": f"<p>{WORDS}</p>",
    }
    path = epub(tmp_path, pages, {}, other={"OEBPS/../../../evil.txt": b"x"})
    items = [piece for piece in read(Epub(), path) if isinstance(piece, RawItem)]
    assert items[-1].paragraphs == (SAID,)
    assert not (tmp_path.parent / "evil.txt").exists()
    with zipfile.ZipFile(tmp_path / "b.epub", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("OEBPS/book.opf", bomb + "]><package>&j;</package>")
    with pytest.raises(ImportFailure, match=r"b\.epub"):
        read(Epub(), tmp_path / "b.epub")
    with zipfile.ZipFile(tmp_path / "c.epub", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("META-INF/container.xml", b" " * 100_000_000)
    with pytest.raises(ImportFailure, match=r"c\.epub"):
        read(Epub(), tmp_path / "c.epub")


def test_it_is_known_by_content(tmp_path: Path) -> None:
    path = epub(tmp_path, {"one.xhtml": f"<p>{WORDS}</p>"}, {}).rename(tmp_path / "book.zip")
    assert isinstance(detect(path, formats()), Epub)


def fuzz(folder: Path, seed: int, many: int) -> None:
    whole = epub(folder, {"one.xhtml": f"<h1>A</h1><p>{WORDS}</p>"}, {"one.xhtml#x": "One"})
    path = folder / "mutated.epub"
    if seed % 2:
        path.write_bytes(mutated(whole.read_bytes(), seed, many))
    else:
        with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
            for info in old.infolist():
                new.writestr(info.filename, mutated(old.read(info), seed, many))
    survives(Epub(), path)


@given(seed=st.integers(0, 2**32), many=st.integers(1, 6))
@settings(CHANGES, max_examples=60)
def test_changed_books_break_nothing(tmp_path: Path, seed: int, many: int) -> None:
    fuzz(tmp_path, seed, many)


@pytest.mark.slow
@given(seed=st.integers(0, 2**32), many=st.integers(1, 100))
@settings(CHANGES, max_examples=3000)
def test_many_changed_books_break_nothing(tmp_path: Path, seed: int, many: int) -> None:
    fuzz(tmp_path, seed, many)
