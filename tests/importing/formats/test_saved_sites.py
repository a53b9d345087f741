"""Saved pages in their surroundings: folders of files, copies of sites, articles in parts."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.saved_html import SavedHtml
from desktop_app.importing.html.mirror import is_host
from desktop_app.importing.html.saved import read_saving
from desktop_app.importing.raw import RawItem, Skipped
from desktop_app.items import Alternate
from tests.importing.formats.test_saved_html import PAGE, TEXT
from tests.importing.mutations import CHANGES, mutated, survives
from tests.importing.pdf_writer import jpeg
from tests.importing.reading import PNG, read, read_one

FIGURE = '<figure><img src="{}"><figcaption>Signing</figcaption></figure>'
SINGLE_FILE = (
    "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n"
    " url: https://news.example.org/2021/a.html?x=1&y=2 \n"
    " saved date: Tue Aug 31 2021 10:00:00 GMT+0800 (China Standard Time)\n-->"
)
HTTRACK = (
    "<!DOCTYPE html>\n<html>\n<!-- Mirrored from news.example.org/2021/a.html by HTTrack Website "
    "Copier/3.x [XR&CO'2014], Tue, 31 Aug 2021 02:00:00 GMT -->\n"
)


def page(image: str = "", head: str = "", start: str = "") -> str:
    figure = FIGURE.format(image) if image else ""
    text = PAGE.format(*TEXT, head=head, before="", middle=figure, after="")
    return text.replace('<!DOCTYPE html><html lang="en">', start) if start else text


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    ("note", "address", "captured"),
    [
        (
            SINGLE_FILE,
            "https://news.example.org/2021/a.html?x=1&y=2",
            "2021-08-31T02:00:00+00:00",
        ),
        (HTTRACK, "http://news.example.org/2021/a.html", "2021-08-31T02:00:00+00:00"),
        (
            "<!-- saved from url=(0026)https://news.example.org/a -->",
            "https://news.example.org/a",
            "",
        ),
        (
            '<meta name="savepage-url" content="https://news.example.org/a">\n'
            '<meta name="savepage-date" content="Tue Aug 31 2021 10:00:00 GMT+0200 (x)">',
            "https://news.example.org/a",
            "2021-08-31T08:00:00+00:00",
        ),
        (
            "<!-- Archive processed by SingleFile\n url: http://x.org/\n"
            " saved date: Tue Aug 31 2021-->",
            "http://x.org/",
            "2021-08-31",
        ),
        ("<!-- saved date: never --><!-- url: http://x/ -->", "", ""),
        ("<!--\n Page saved with SingleFile\n url: x\n saved date: Tue Aug 99 2021 -->", "", ""),
    ],
)
def test_who_saved_a_page_says_from_where(note: str, address: str, captured: str) -> None:
    saving = read_saving(note.encode())
    assert (saving.address, saving.captured) == (address, captured)


def test_a_single_file_with_its_pictures(tmp_path: Path) -> None:
    photo = jpeg(wide=640, high=400)
    inside = f"data:image/jpeg;base64,{b64encode(photo).decode()}"
    empty = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='640'></svg>"
    variables = f'<style>:root{{--sf-img-3: url("{inside}")}}</style>'
    for image, head in (
        (inside, ""),
        (f'{empty}" srcset="{inside} 640w, {empty} 2x', ""),
        (f'{empty}" style="background-image:var(--sf-img-3)!important;width:640px', variables),
    ):
        path = write(tmp_path / "a.html", page(image, head, SINGLE_FILE))
        item = read_one(SavedHtml(), path)
        assert [(p.content == photo, p.caption, p.after) for p in item.photos] == [
            (True, "Signing", 2)
        ]
        assert item.paragraphs == TEXT
        assert (item.address[:12], item.captured[:10]) == ("https://news", "2021-08-31")


def test_a_picture_larger_than_the_parser_takes(tmp_path: Path) -> None:
    inside = "data:image/jpeg;base64," + b64encode(jpeg() + bytes(9_000_000)).decode()
    item = read_one(SavedHtml(), write(tmp_path / "a.html", page(inside)))
    assert item.paragraphs == TEXT
    assert [len(photo.content) > 9_000_000 for photo in item.photos] == [True]


def test_a_box_that_draws_its_photo(tmp_path: Path) -> None:
    box = (
        '<figure><div style="background: url(page_files/a.png) center"></div>'
        "<figcaption>Signing</figcaption></figure>"
    )
    write(tmp_path / "page_files" / "a.png", PNG)
    path = write(
        tmp_path / "page.html", PAGE.format(*TEXT, head="", before="", middle=box, after="")
    )
    (photo,) = read_one(SavedHtml(), path).photos
    assert photo.path == (tmp_path / "page_files" / "a.png").resolve()


@pytest.mark.parametrize("folder", ["页面_files", "页面.files", "页面-Dateien", "页面_archivos"])
def test_files_beside_a_page_are_part_of_it(tmp_path: Path, folder: str) -> None:
    source = write(tmp_path / "页面.htm", page("https://cdn.example.org/x/a.png"))
    picture = write(tmp_path / folder / "a.png", PNG)
    frame = detect(write(tmp_path / folder / "frame.html", page()), formats())
    assert isinstance(frame, Skipped) and "页面.htm" in str(frame.reason)
    assert [photo.path for photo in read_one(SavedHtml(), source).photos] == [picture.resolve()]


@pytest.mark.parametrize(
    ("reference", "file"),
    [
        ("../../img.example.org/x/a.png", "img.example.org/x/a.png"),
        ("http://img.example.org/x/a.png", "img.example.org/x/a.png"),
        ("//img.example.org/x/a.png", "img.example.org/x/a.png"),
        ("/x/a.png", "news.example.org/x/a.png"),
        ("../x/%E5%9B%BE.png", "news.example.org/x/图.png"),
        ("http://www.news.example.org/x/a.png", "news.example.org/x/a.png"),
        ("/x/a.png?w=3&h=4", "news.example.org/x/a.png?w=3&h=4"),
        ("/x/a.png?w=3", "news.example.org/x/a.png@w=3"),
        ("/x/a.png?w=9", "news.example.org/x/a.png"),
    ],
)
def test_pictures_in_a_copy_of_a_site(tmp_path: Path, reference: str, file: str) -> None:
    source = write(tmp_path / "copy" / "news.example.org" / "2021" / "a.html", page(reference))
    picture = write(tmp_path / "copy" / file, PNG)
    assert [photo.path for photo in read_one(SavedHtml(), source).photos] == [picture.resolve()]


def test_a_copy_says_where_its_pages_were(tmp_path: Path) -> None:
    plain = "<html><head><title>Words</title></head><body><p>Some words of text.</p></body></html>"
    for name, address in (
        ("2021/08/31/index.html", "http://news.example.org/2021/08/31/"),
        ("a.php@id=3", "http://news.example.org/a.php?id=3"),
    ):
        item = read_one(SavedHtml(), write(tmp_path / "news.example.org" / name, plain))
        assert (item.address, item.url, item.source) == (address, address, "news.example.org")


def test_a_copy_without_its_host_is_known_by_the_address(tmp_path: Path) -> None:
    start = "<!-- saved from url=(0035)https://news.example.org/2021/a.html --><html>"
    source = write(tmp_path / "copy" / "2021" / "a.html", page("/x/a.png", start=start))
    picture = write(tmp_path / "copy" / "x" / "a.png", PNG)
    assert [photo.path for photo in read_one(SavedHtml(), source).photos] == [picture.resolve()]


@pytest.mark.parametrize(
    "reference",
    ["../../secret.png", "../../private/secret.png", "/../../secret.png", "//private/secret.png"],
)
def test_a_copy_leads_nowhere_else(tmp_path: Path, reference: str) -> None:
    for place in ("secret.png", "private/secret.png"):
        write(tmp_path / "copy" / place, PNG)
    (tmp_path / "copy" / "evil.example.org").mkdir()
    (tmp_path / "copy" / "evil.example.org" / "a.png").symlink_to(tmp_path / "copy" / "secret.png")
    source = tmp_path / "copy" / "news.example.org" / "2021" / "a.html"
    for each in (reference, "//evil.example.org/a.png"):
        item = read_one(SavedHtml(), write(source, page(each)))
        assert [(photo.path, photo.content) for photo in item.photos] == [(None, b"")]


@pytest.mark.parametrize(
    ("name", "host"),
    [
        *(("www.example.com", True), ("news.example.cn", True), ("example.org+8080", True)),
        *(
            ("127.0.0.1", True),
            ("photos.old", False),
            ("news.tar.gz", False),
            ("2021", False),
            ("a.html", False),
        ),
    ],
)
def test_folders_of_hosts(name: str, host: bool) -> None:
    assert is_host(name) is host


def test_what_programs_that_copy_sites_add_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "news.example.org" / "a.html", page())
    before = write(tmp_path / "news.example.org" / "a.html.orig", page())
    (found,) = read(SavedHtml(), before)
    assert isinstance(found, Skipped) and "a.html" in str(found.reason)
    generator = '<meta name="generator" content="HTTrack Website Copier/3.x">'
    (found,) = read(SavedHtml(), write(tmp_path / "index.html", page(head=generator)))
    assert isinstance(found, Skipped)
    for name in ("hts-log.txt", "hts-cache/new.txt", "hts-cache/new.zip"):
        assert isinstance(detect(write(tmp_path / name, b"words"), formats()), Skipped)


def test_names_with_queries_are_pages(tmp_path: Path) -> None:
    for name in ("index.html?p=1", "view.htm@id=3", "a.shtml"):
        path = write(tmp_path / name, "<p>words</p>")
        assert isinstance(detect(path, formats()), SavedHtml)


PART = (
    "<html><head><title>{title}</title></head><body><h1>Agreement signed</h1><div>{text}</div>"
    "<div class=pages>{links}</div></body></html>"
)


def part(number: int, links: str, title: str = "Agreement signed") -> str:
    text = "".join(f"<p>On page {number}: {words}</p>" for words in TEXT)
    return PART.format(title=title, text=text, links=links)


@pytest.mark.parametrize(
    ("names", "links"),
    [
        (("a.html", "a_2.html", "a_3.html"), ("a_2.html", "a_3.html", "a.html")),
        (("a.html", "a_1.html", "a_2.html"), ("./a_1.html", "/x/a_2.html", "a.html")),
        (("a-p1.html", "a-p2.html", "a-p3.html"), ("a-p2.html", "a-p3.html", "a-p1.html")),
        (
            ("a.html", "a.html?page=2", "a.html?page=3"),
            ("a.html?page=2", "a.html%3Fpage=3", "a.html"),
        ),
        (("a.html", "a2.html", "a3.html"), ("a2.html", "a3.html", "a.html")),
        (("one.html", "two.html", "three.html"), ("two.html", "three.html", "one.html")),
        (("index.html", "2/index.html", "3/index.html"), ("2/", "../3/index.html", "../")),
    ],
    ids=[
        "from 2",
        "from 1",
        "all numbered",
        "queries",
        "no mark",
        "by their links alone",
        "folders",
    ],
)
def test_parts_of_an_article_are_one_item(
    tmp_path: Path, names: tuple[str, ...], links: tuple[str, ...]
) -> None:
    titles = ("Agreement signed", "Agreement signed (2)", "Agreement signed - Page 3")
    paths = [
        write(
            tmp_path / name,
            part(
                number, f"<a href='{before}'>上一页</a> <a rel=next href='{link}'>下一页</a>", title
            ),
        )
        for number, (before, name, link, title) in enumerate(
            zip(("", *names[:-1]), names, links, titles, strict=True), 1
        )
    ]
    item = read_one(SavedHtml(), paths[0])
    assert item.title == "Agreement signed"
    expected = [f"On page {number}: {words}" for number in (1, 2, 3) for words in TEXT]
    assert [each for each in item.paragraphs if each.startswith("On page")] == expected
    for later in paths[1:]:
        (found,) = read(SavedHtml(), later)
        assert isinstance(found, Skipped) and names[0] in str(found.reason)


def test_photos_of_later_parts_stand_in_their_places(tmp_path: Path) -> None:
    write(tmp_path / "a_2_files" / "b.png", PNG)
    first = write(tmp_path / "a.html", page() + "<a href=a_2.html>2</a>")
    second = page("a_2_files/b.png").replace("<p>", "<p>Second page: ")
    write(tmp_path / "a_2.html", second)
    item = read_one(SavedHtml(), first)
    assert len(item.paragraphs) == 8
    assert [(photo.after, photo.path is not None) for photo in item.photos] == [(6, True)]


def test_a_round_of_pages_has_a_beginning(tmp_path: Path) -> None:
    names = ("a.html", "a_2.html", "a_3.html")
    for number, name in enumerate(names):
        before, after = names[number - 1], names[(number + 1) % 3]
        links = f"<a rel=prev href='{before}'>x</a><a rel=next href='{after}'>y</a>"
        write(tmp_path / name, part(number + 1, links))
    found = [read(SavedHtml(), tmp_path / name)[0] for name in names]
    assert [isinstance(piece, RawItem) for piece in found] == [True, False, False]
    text = "\n".join(read_one(SavedHtml(), tmp_path / "a.html").paragraphs)
    assert [f"On page {number}: " in text for number in (1, 2, 3)] == [True, True, True]


@pytest.mark.parametrize(
    ("names", "link", "title"),
    [
        (("a.html", "a_2.html"), "", "Agreement signed"),
        (("a.html", "a_2.html"), "a_2.html", "Another story altogether"),
        (("2021-08-30.html", "2021-08-31.html"), "2021-08-31.html", "Agreement signed"),
        (("a.html", "ba_2.html"), "ba_2.html", "Agreement signed"),
    ],
    ids=["no link", "another title", "days", "another name"],
)
def test_other_pages_stay_apart(
    tmp_path: Path, names: tuple[str, str], link: str, title: str
) -> None:
    write(tmp_path / names[0], part(1, f"<a href='{link}'>next</a>"))
    write(tmp_path / names[1], part(2, "", title))
    for name in names:
        assert isinstance(read_one(SavedHtml(), tmp_path / name), RawItem)


def test_other_languages_of_a_story(tmp_path: Path) -> None:
    head = (
        '<link rel="alternate" hreflang="zh-CN" href="/zh/2021/a.html">'
        '<link rel="alternate" hreflang="x-default" href="/2021/a.html">'
        '<link rel="alternate" hreflang="en" href="https://news.example.org/a">'
        '<link rel="alternate" type="application/rss+xml" hreflang="fr" href="/fr/feed.xml">'
    )
    body = (
        '<a href="/zh/">中文</a><a href="/zh-hant/2021/a.html">[繁體中文]</a>'
        '<a href="javascript:void(0)">English</a><a href="/x/b.html">English lessons</a>'
    )
    html = PAGE.format(*TEXT, head=head, before=body, middle="", after="")
    item = read_one(SavedHtml(), write(tmp_path / "a.html", html))
    assert item.alternates == (
        Alternate("zh-CN", "https://news.example.org/zh/2021/a.html"),
        Alternate("zh-Hant", "https://news.example.org/zh-hant/2021/a.html"),
    )


SIMPLIFIED = "xinhuanet.com.c_1125597921.html"


@pytest.mark.parametrize(
    "encoding", ["gb2312", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-8-sig"]
)
@pytest.mark.parametrize("declared", [True, False], ids=["declared", "undeclared"])
def test_a_real_chinese_page_in_each_encoding(
    shared_data: Path, tmp_path: Path, encoding: str, declared: bool
) -> None:
    source = shared_data / "pages-zh-en" / SIMPLIFIED
    expected = read_one(SavedHtml(), source)
    name = {"utf-16-le": "utf-16"}.get(encoding, encoding)
    text = source.read_text("utf-8").replace("charset=utf-8", f"charset={name}" * declared)
    content = text.encode(encoding, "xmlcharrefreplace")
    assert same(read_one(SavedHtml(), write(tmp_path / SIMPLIFIED, content)), expected)


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs"])
def test_a_real_page_in_traditional_encodings(
    shared_data: Path, tmp_path: Path, encoding: str
) -> None:
    import opencc

    text = (shared_data / "pages-zh-en" / SIMPLIFIED).read_text("utf-8")
    text = opencc.OpenCC("s2t").convert(text)
    expected = read_one(SavedHtml(), write(tmp_path / "a" / SIMPLIFIED, text))
    for declared in ("charset=big5", ""):
        content = text.replace("charset=utf-8", declared).encode(encoding, "xmlcharrefreplace")
        assert same(read_one(SavedHtml(), write(tmp_path / SIMPLIFIED, content)), expected)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii", "utf-16-be"])
def test_a_real_english_page_in_western_encodings(
    shared_data: Path, tmp_path: Path, encoding: str
) -> None:
    source = shared_data / "pages-zh-en" / "edition.cnn.com-royal.html"
    expected = read_one(SavedHtml(), source)
    text = source.read_text("utf-8")
    content = text.encode(encoding, "xmlcharrefreplace")
    assert same(read_one(SavedHtml(), write(tmp_path / source.name, content)), expected)


@given(seed=st.integers(0, 2**32), many=st.integers(1, 60))
@settings(CHANGES, max_examples=30)
def test_changed_pages_break_nothing(tmp_path: Path, seed: int, many: int) -> None:
    content = mutated(page("a.png", start=SINGLE_FILE).encode(), seed, many)
    survives(SavedHtml(), write(tmp_path / "a.html", content))


@pytest.mark.slow
@given(seed=st.integers(0, 2**32), many=st.integers(1, 500))
@settings(CHANGES, max_examples=1000)
def test_many_changed_pages_break_nothing(
    shared_data: Path, tmp_path: Path, seed: int, many: int
) -> None:
    pages = sorted((shared_data / "pages-zh-en").glob("*.html"))
    content = mutated(pages[seed % len(pages)].read_bytes()[:60_000], seed, many)
    survives(SavedHtml(), write(tmp_path / "a.html", content))


def same(item: RawItem, expected: RawItem) -> bool:
    """Whether two readings of a page tell the same."""
    facts = [
        (i.title, i.date, i.paragraphs, i.language, i.byline, [p.caption for p in i.photos])
        for i in (item, expected)
    ]
    return facts[0] == facts[1] and isinstance(item.date, date)
