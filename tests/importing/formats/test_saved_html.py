"""Saved HTML pages: article, pictures, captions, encodings, and what strangers write."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from pathlib import Path

import pytest

from desktop_app.importing.formats.saved_html import SavedHtml
from desktop_app.importing.raw import Skipped
from tests.importing.reading import PNG, read, read_one

TEXT = (
    "The two universities signed an agreement on Tuesday, and their presidents spoke at length.",
    "Students of both will spend a year at the other, beginning with the next autumn term.",
    "The agreement follows ten years of work by the departments of engineering in both places.",
    "Officials said that a laboratory would be built before the end of the year in the new campus.",
)
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Agreement signed - Campus News</title>
<meta property="og:site_name" content="Campus News">
<meta property="article:published_time" content="2021-08-31T10:00:00+08:00">
<meta name="author" content="Ann Lee"><link rel="canonical" href="https://news.example.org/a">{head}
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/x">Sport</a></li></ul></nav>
<article><h1>Agreement signed</h1>{before}<p>{0}</p><p>{1}</p>{middle}<p>{2}</p><p>{3}</p>{after}
</article><aside><img src="page_files/ad.png"><p>Buy now</p></aside>
<footer><img src="page_files/ad.png">Copyright</footer></body></html>"""


def write(folder: Path, name: str = "page.html", **parts: str) -> Path:
    slots = {"head": "", "before": "", "middle": "", "after": "", **parts}
    path = folder / name
    path.write_text(PAGE.format(*TEXT, **slots), "utf-8")
    files = folder / f"{path.stem}_files"
    files.mkdir(exist_ok=True)
    for picture in ("a.png", "b c.png", "ad.png", "占位.png"):
        (files / picture).write_bytes(PNG)
    return path


def test_a_page_says_what_it_is(tmp_path: Path) -> None:
    item = read_one(SavedHtml(), write(tmp_path))
    assert (item.title, item.date) == ("Agreement signed", date(2021, 8, 31))
    assert (item.byline, item.source) == ("Ann Lee", "Campus News")
    assert (item.url, item.language) == ("https://news.example.org/a", "en")
    assert item.paragraphs == TEXT
    assert item.photos == ()


def test_figures_give_photo_caption_credit_and_place(tmp_path: Path) -> None:
    figure = (
        '<figure><img src="./page_files/b%20c.png"><figcaption>The presidents shake hands. '
        '<span class="photo-credit">Photo: Bo Li</span></figcaption></figure>'
    )
    item = read_one(SavedHtml(), write(tmp_path, middle=figure))
    (photo,) = item.photos
    assert photo.path == (tmp_path / "page_files" / "b c.png").resolve()
    assert (photo.caption, photo.credit) == ("The presidents shake hands.", "Photo: Bo Li")
    assert photo.after == 2
    assert item.paragraphs == TEXT


def test_a_remote_picture_keeps_its_caption(tmp_path: Path) -> None:
    figure = (
        '<figure><img src="https://cdn.example.org/x.jpg"><figcaption>Seen from afar.'
        "</figcaption></figure>"
    )
    item = read_one(SavedHtml(), write(tmp_path, before=figure, after='<img src="//cdn/y.jpg">'))
    assert [(photo.path, photo.caption, photo.after) for photo in item.photos] == [
        (None, "Seen from afar.", 0)
    ]


def test_late_loading_pictures_are_found_where_they_were_saved(tmp_path: Path) -> None:
    image = (
        '<p><img src="page_files/占位.png" data-src="page_files/a.png" alt="The new campus"></p>'
    )
    (photo,) = read_one(SavedHtml(), write(tmp_path, middle=image)).photos
    assert photo.path == (tmp_path / "page_files" / "a.png").resolve()
    assert photo.caption == "The new campus"


@pytest.mark.parametrize(
    ("image", "file"),
    [
        ('<img src="PAGE_Files/A.png">', "a.png"),
        ('<img src="https://news.example.org/img/a.png?w=300">', "a.png"),
        ('<img src="page_files/%D5%BC%CE%BB.png">', "占位.png"),
        ('<img src="page_files/%E5%8D%A0%E4%BD%8D.png">', "占位.png"),
        ('<img src="page_files/b%20c.png">', "b c.png"),
        ('<img src="page_files/x%20y#1.png">', "x%20y#1.png"),
        ('<img src="占位.png" srcset="page_files/b%20c.png 320w, page_files/a.png 640w">', "a.png"),
        ('<picture><source srcset="page_files/a.png 2x"><img src="gone.jpg"></picture>', "a.png"),
        ('<picture><source data-srcset="page_files/a.png"><img class="lazy"></picture>', "a.png"),
        (
            '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" class="lazy">'
            '<noscript><img src="page_files/a.png"></noscript>',
            "a.png",
        ),
    ],
)
def test_a_saved_picture_is_found_under_many_names(tmp_path: Path, image: str, file: str) -> None:
    figure = f"<figure>{image}<figcaption>Signing</figcaption></figure>"
    page = write(tmp_path, middle=figure)
    (tmp_path / "page_files" / "x%20y#1.png").write_bytes(PNG)
    (photo,) = read_one(SavedHtml(), page).photos
    assert (photo.path, photo.caption) == ((tmp_path / "page_files" / file).resolve(), "Signing")


def test_a_picture_inside_the_page_is_kept(tmp_path: Path) -> None:
    embedded = f"data:image/png;base64,{b64encode(PNG).decode()}"
    figure = f'<figure><img src="{embedded}"><figcaption>Signing</figcaption></figure>'
    (photo,) = read_one(SavedHtml(), write(tmp_path, middle=figure)).photos
    assert (photo.path, photo.content, photo.caption) == (None, PNG, "Signing")
    late = figure.replace("<img ", '<img data-src="https://x.example.org/a/z.jpg" ')
    (photo,) = read_one(SavedHtml(), write(tmp_path, middle=late)).photos
    assert (photo.path, photo.content, photo.caption) == (None, b"", "Signing")


def test_a_caption_of_two_pictures_is_that_of_each(tmp_path: Path) -> None:
    figure = (
        '<figure><img src="page_files/a.png"><img src="page_files/b%20c.png">'
        "<figcaption>Both rectors</figcaption></figure>"
    )
    item = read_one(SavedHtml(), write(tmp_path, middle=figure))
    assert [(photo.path.name, photo.caption) for photo in item.photos if photo.path] == [
        ("a.png", "Both rectors"),
        ("b c.png", "Both rectors"),
    ]


def test_a_centred_line_below_a_picture_is_its_caption(tmp_path: Path) -> None:
    image = (
        '<p align="center"><img src="page_files/a.png"></p>'
        '<p style="text-align: center">Guests in the hall</p>'
    )
    item = read_one(SavedHtml(), write(tmp_path, middle=image))
    assert [photo.caption for photo in item.photos] == ["Guests in the hall"]
    assert item.paragraphs == TEXT


@pytest.mark.parametrize(
    "source",
    [
        "../../../../../../etc/passwd",
        "..%2F..%2Fsecret.png",
        "../secret.png",
        "/etc/passwd",
        "file:///etc/passwd",
        "page_files/link.png",
        "data:image/png;base64,AAAA",
        "page_files/\x00",
        "http://[",
    ],
)
def test_pictures_outside_the_page_are_refused(tmp_path: Path, source: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.png").write_bytes(PNG)
    page = write(inner, middle=f'<figure><img src="{source}"><figcaption>Cap</figcaption></figure>')
    (inner / "page_files" / "link.png").symlink_to(tmp_path / "secret.png")
    item = read_one(SavedHtml(), page)
    assert [(photo.path, photo.caption) for photo in item.photos] == [(None, "Cap")]


def test_tables_and_lists_stay_readable(tmp_path: Path) -> None:
    middle = (
        "<table><tr><th>Town</th><th>Bread</th><th>Milk</th></tr>"
        "<tr><td><p>North</p></td><td></td><td>1.05</td></tr></table>"
        "<ul><li>the weather</li><li><p>the price of fuel</p></li></ul>"
    )
    item = read_one(SavedHtml(), write(tmp_path, middle=middle))
    assert item.paragraphs[2:6] == (
        "Town | Bread | Milk",
        "North | | 1.05",
        "• the weather",
        "• the price of fuel",
    )


@pytest.mark.parametrize(
    "middle",
    [
        '<img src="page_files/a.png"><p class="caption">On the quay.</p>',
        '<p align="center"><img src="page_files/a.png"><br>On the quay.</p>',
        '<p style="text-align:center"><a href="b"><img src="page_files/a.png"></a></p>'
        '<p style="text-align:center">On the quay.</p>',
        '<figure><img src="page_files/a.png"><figcaption><p>On</p><p>the quay.</p></figcaption>'
        "</figure>",
    ],
)
def test_a_line_at_the_picture_is_its_caption_and_no_paragraph(tmp_path: Path, middle: str) -> None:
    item = read_one(SavedHtml(), write(tmp_path, middle=middle))
    assert [photo.caption for photo in item.photos] == ["On the quay."]
    assert item.paragraphs == TEXT


def test_pictures_side_by_side_have_the_captions_below_them(tmp_path: Path) -> None:
    table = """<table><tr><td><img src="page_files/a.png"></td><td><img src="page_files/b c.png">
    </td></tr><tr><td>The quay.</td><td>The bridge.</td></tr></table>"""
    item = read_one(SavedHtml(), write(tmp_path, middle=table))
    assert [photo.caption for photo in item.photos] == ["The quay.", "The bridge."]
    assert item.paragraphs == TEXT


def test_links_span_the_words_they_were_set_on(tmp_path: Path) -> None:
    middle = (
        '<p>As <a href="/b">the rector</a> said, see <a href="c?x=1">a report</a> and '
        '<a href="#top">up</a>, or <a href="javascript:go()">go</a>, to'
        ' <a href="https://y.example/z"><b>the whole</b> text</a>.</p>'
        '<ul><li>of <a href="//cdn.example.org/p">many</a></li></ul>'
    )
    item = read_one(SavedHtml(), write(tmp_path, middle=middle))
    text = "\n".join(item.paragraphs)
    assert [(text[link.start : link.end], link.address) for link in item.links] == [
        ("the rector", "https://news.example.org/b"),
        ("a report", "https://news.example.org/c?x=1"),
        ("the whole text", "https://y.example/z"),
        ("many", "https://cdn.example.org/p"),
    ]


def test_captions_outlive_pictures_that_were_not_saved(tmp_path: Path) -> None:
    middle = (
        '<figure class="wide"><div data-lazy="x.jpg"></div>'
        "<figcaption>The rectors in the old hall.</figcaption></figure>"
    )
    (photo,) = read_one(SavedHtml(), write(tmp_path, middle=middle)).photos
    assert (photo.path, photo.caption, photo.after) == (None, "The rectors in the old hall.", 2)


def test_a_picture_in_a_table_has_its_caption_in_the_row_below(tmp_path: Path) -> None:
    middle = (
        '<table><tr><td><img src="page_files/a.png"></td></tr>'
        "<tr><td>Guests in the hall</td></tr></table>"
    )
    item = read_one(SavedHtml(), write(tmp_path, middle=middle))
    assert [(photo.caption, photo.after) for photo in item.photos] == [("Guests in the hall", 2)]
    assert item.paragraphs == TEXT


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-16", "utf-8-sig"])
def test_chinese_pages_in_their_encodings(tmp_path: Path, encoding: str) -> None:
    paragraph = (
        "8月30日，西安交通大学与巴黎高科集团通过视频连线签署合作协议，校长王树国在签约仪式上致辞。"
    )
    page = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
        "<title>两校签署合作协议-西安交通大学新闻网</title></head><body><h2>两校签署合作协议</h2>"
        "<div>发布时间：2021-08-31 来源：国际处</div><div class='content'>"
        + f"<p>{paragraph}</p>"
        + "".join(f"<p>{paragraph[:-1]}，这是第{n}段正文内容。</p>" for n in "一二三四")
        + "</div></body></html>"
    )
    path = tmp_path / "p.htm"
    path.write_bytes(page.encode(encoding))
    item = read_one(SavedHtml(), path)
    assert (item.title, item.source) == ("两校签署合作协议", "西安交通大学新闻网")
    assert (item.date, item.language) == (date(2021, 8, 31), "zh")
    assert item.paragraphs[-1].endswith("这是第四段正文内容。")


def test_a_date_in_the_future_is_no_date(tmp_path: Path) -> None:
    page = write(tmp_path)
    page.write_text(page.read_text("utf-8").replace("2021-08-31", "2921-08-31"), "utf-8")
    assert read_one(SavedHtml(), page).date is None


def test_the_real_chinese_pages(shared_data: Path) -> None:
    folder = shared_data / "pages-zh-en"
    play = read_one(SavedHtml(), folder / "archive.org.he.xinhuanet.com.25340717.html")
    assert (play.title, play.date) == ("话剧《约定无期限》河北各市巡演结束", date(2012, 6, 4))
    assert play.source == "河北日报"
    city = read_one(SavedHtml(), folder / "xinhuanet.com.c_1125597921.html")
    assert (city.title, city.date) == ("武汉的声音：有英勇的你，才有英雄的城！", date(2020, 2, 19))
    assert (city.source, city.language) == ("新华网", "zh")
    assert [photo.caption[-10:] for photo in city.photos] == ["新华社记者 才扬 摄"]
    assert "微信" not in "".join(city.paragraphs)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 2000 + "deep words here",
        "<p><b>" * 1000 + "deep words here",
        "<table><tr><td>" * 2000 + "deep words here",
        "<html><body><p>deep words here",
        "<html><body><p>\x01\x0c&#1;&#x1F;\uffff</p><p>" + "deep words here " * 40 + "</p>\x1b",
        "<p>" + "deep words here " * 60_000,
        "<html><body>" + "<br>" * 1000 + "deep words here",
        "<!DOCTYPE html [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'>]><html><p>&b;deep words here</p>",
    ],
    ids=["divs", "inline", "tables", "short", "controls", "one line", "breaks", "entities"],
)
def test_odd_pages_keep_their_words(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page, "utf-8")
    item = read_one(SavedHtml(), path)
    assert "deep words here" in "\n".join((item.title, *item.paragraphs))


def test_a_page_without_words_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><script>app()</script></body></html>", "utf-8")
    (found,) = read(SavedHtml(), path)
    assert isinstance(found, Skipped)
