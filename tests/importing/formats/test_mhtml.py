"""MHTML files, as Chrome, Internet Explorer, Word and mail programs write them."""

from __future__ import annotations

import base64
import quopri
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import ImportFailure
from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.mhtml import Mhtml
from desktop_app.importing.formats.saved_html import SavedHtml
from desktop_app.importing.raw import RawItem
from tests.importing.formats.test_saved_html import PAGE, TEXT
from tests.importing.mutations import CHANGES, mutated, survives
from tests.importing.reading import PNG, read, read_one

ADDRESS = "https://news.example.org/2021/a.html"
FIGURE = "<figure><img src='{}'><figcaption>The presidents shake hands.</figcaption></figure>"
CHROME = """From: <Saved by Blink>
Snapshot-Content-Location: {address}
Subject: =?utf-8?Q?Agreement=20signed?=
Date: Tue, 31 Aug 2021 10:00:00 +0800
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--Ab3(x)----"


------MultipartBoundary--Ab3(x)----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: {address}

{page}
------MultipartBoundary--Ab3(x)----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: {picture}

{content}
------MultipartBoundary--Ab3(x)------
"""
EXPLORER = """From: "Saved by Internet Explorer 11"
Subject: =?gb2312?B?wb3Qo8eptqjQrdLp?=
Date: Tue, 31 Aug 2021 10:00:00 +0800
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----=_NextPart_000_0000_01D79E4B.0A0B0C00"
X-MimeOLE: Produced By Microsoft MimeOLE V6.3.9600.16384

This is a multi-part message in MIME format.

------=_NextPart_000_0000_01D79E4B.0A0B0C00
Content-Type: text/html;
\tcharset="{charset}"
Content-Transfer-Encoding: quoted-printable
Content-Location: {address}

{page}

------=_NextPart_000_0000_01D79E4B.0A0B0C00
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: {picture}

{content}

------=_NextPart_000_0000_01D79E4B.0A0B0C00--
"""


def page(image: str = "", head: str = "") -> str:
    figure = FIGURE.format(image) if image else ""
    return PAGE.format(*TEXT, head=head, before="", middle=figure, after="")


def filled(template: str, html: bytes, picture: str = "", charset: str = "utf-8") -> bytes:
    """A message of `template` with carriage returns, as all programs write it."""
    text = template.format(
        address=ADDRESS,
        charset=charset,
        page=quopri.encodestring(html).decode("ascii"),
        picture=picture,
        content=base64.encodebytes(PNG).decode("ascii").strip(),
    )
    return text.replace("\n", "\r\n").encode("ascii")


def write(folder: Path, content: bytes, name: str = "a.mhtml") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("template", [CHROME, EXPLORER], ids=["chrome", "explorer"])
def test_a_saved_page_with_its_picture(tmp_path: Path, template: str) -> None:
    html = page("../img/a.png").encode()
    picture = "https://news.example.org/img/a.png"
    item = read_one(Mhtml(), write(tmp_path, filled(template, html, picture)))
    assert (item.title, item.date) == ("Agreement signed", date(2021, 8, 31))
    assert item.paragraphs == TEXT
    assert (item.address, item.captured) == (ADDRESS, "2021-08-31T02:00:00+00:00")
    (photo,) = item.photos
    assert (photo.content, photo.after) == (PNG, 2)
    assert photo.caption == "The presidents shake hands."


@pytest.mark.parametrize(
    ("reference", "location"),
    [
        ("https://cdn.example.org/x.png?w=3&h=4", "https://cdn.example.org/x.png?w=3&h=4"),
        ("/img/a.png#top", "https://news.example.org/img/a.png"),
        ("//cdn.example.org/x.png", "https://cdn.example.org/x.png"),
        ("img/图.png", "https://news.example.org/2021/img/%E5%9B%BE.png"),
        ("cid:photo-1@example", "cid:photo-1@example"),
        ("a.files/image001.png", "a.files/image001.png"),
    ],
)
def test_references_are_those_of_the_page(tmp_path: Path, reference: str, location: str) -> None:
    content = filled(CHROME, page(reference).encode(), location)
    (photo,) = read_one(Mhtml(), write(tmp_path, content)).photos
    assert photo.content == PNG


def test_a_base_in_the_page_counts(tmp_path: Path) -> None:
    html = page("a.png", '<base href="https://cdn.example.org/pictures/">').encode()
    content = filled(CHROME, html, "https://cdn.example.org/pictures/a.png")
    (photo,) = read_one(Mhtml(), write(tmp_path, content)).photos
    assert photo.content == PNG


def test_a_mail_with_a_page_inside(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Agreement"
    mail["Content-Location"] = ADDRESS
    mail.set_content("Open this in a browser.")
    mail.add_alternative(page("cid:one@example"), subtype="html")
    parts = mail.get_payload()
    assert isinstance(parts, list) and isinstance(parts[1], EmailMessage)
    parts[1].add_related(PNG, "image", "png", cid="<one@example>")
    mail.make_mixed()
    item = read_one(Mhtml(), write(tmp_path, mail.as_bytes(), "a.mht"))
    assert item.paragraphs == TEXT
    assert [photo.content for photo in item.photos] == [PNG]


def test_a_message_cut_short_keeps_what_it_has(tmp_path: Path) -> None:
    whole = filled(CHROME, page().encode(), "https://news.example.org/x.png")
    cut = whole[: whole.index(b"image/png")]
    assert read_one(Mhtml(), write(tmp_path, cut)).paragraphs == TEXT
    with pytest.raises(ImportFailure, match=r"a\.mhtml"):
        read(Mhtml(), write(tmp_path, whole[:300]))


def test_the_article_in_a_frame(tmp_path: Path) -> None:
    frame = (
        "\r\n------MultipartBoundary--Ab3(x)----\r\nContent-Type: text/html\r\n"
        "Content-ID: <frame-2@mhtml.blink>\r\nContent-Transfer-Encoding: 8bit\r\n"
        "Content-Location: https://frames.example.org/b/\r\n\r\n" + page("c.png")
    )
    outer = "<html><body><iframe src='cid:frame-2@mhtml.blink'></iframe></body></html>"
    content = filled(CHROME, outer.encode(), "https://frames.example.org/b/c.png")
    end = content.rindex(b"\r\n------MultipartBoundary")
    item = read_one(Mhtml(), write(tmp_path, content[:end] + frame.encode() + content[end:]))
    assert (item.paragraphs, item.address) == (TEXT, ADDRESS)
    assert [photo.content for photo in item.photos] == [PNG]


def reference(shared_data: Path) -> tuple[RawItem, str]:
    source = shared_data / "pages-zh-en" / "xinhuanet.com.c_1125597921.html"
    return read_one(SavedHtml(), source), source.read_text("utf-8")


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "utf-8", "big5"])
@pytest.mark.parametrize("declared", [True, False], ids=["declared", "undeclared"])
def test_a_real_page_in_each_encoding(
    shared_data: Path, tmp_path: Path, encoding: str, declared: bool
) -> None:
    expected, text = reference(shared_data)
    if encoding == "big5":
        import opencc

        text = opencc.OpenCC("s2t").convert(text)
        source = tmp_path / "page.html"
        source.write_text(text, "utf-8")
        expected = read_one(SavedHtml(), source)
    text = text.replace("charset=utf-8", f"charset={encoding}" if declared else "")
    html = text.encode(encoding, "xmlcharrefreplace")
    content = filled(EXPLORER, html, charset=encoding if declared else "iso-8859-1")
    item = read_one(Mhtml(), write(tmp_path, content))
    assert (item.title, item.date) == (expected.title, expected.date)
    assert item.paragraphs == expected.paragraphs
    assert [p.caption for p in item.photos] == [p.caption for p in expected.photos]


def test_they_are_known_by_content(tmp_path: Path) -> None:
    content = filled(CHROME, page().encode())
    for name in ("a.mhtml", "a.MHT", "page", "a.bin"):
        assert isinstance(detect(write(tmp_path, content, name), formats()), Mhtml)
    text = write(
        tmp_path, b"Title: a page\n\nContent-Type: multipart/related, he wrote.\n", "a.txt"
    )
    assert not isinstance(detect(text, formats()), Mhtml)


@pytest.mark.parametrize(
    "content",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n" + b"--x\n" * 99,
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nwords",
        b"Content-Type: multipart/related; boundary=" + b"y" * 200_000,
        b"Content-Type: multipart/related; boundary=a\r\n\r\n"
        + b"--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" * 20_000,
    ],
    ids=["empty parts", "no boundary", "one line", "nested"],
)
def test_hostile_messages_fail_by_name(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ImportFailure, match=r"a\.mhtml"):
        read(Mhtml(), write(tmp_path, content))


@given(seed=st.integers(0, 2**32), many=st.integers(1, 30))
@settings(CHANGES, max_examples=40)
def test_changed_messages_break_nothing(tmp_path: Path, seed: int, many: int) -> None:
    content = filled(CHROME, page("a.png").encode(), "https://news.example.org/2021/a.png")
    survives(Mhtml(), write(tmp_path, mutated(content, seed, many)))


@pytest.mark.slow
@given(seed=st.integers(0, 2**32), many=st.integers(1, 200))
@settings(CHANGES, max_examples=2000)
def test_many_changed_messages_break_nothing(tmp_path: Path, seed: int, many: int) -> None:
    content = filled(EXPLORER, page("a.png").encode(), "https://news.example.org/2021/a.png")
    survives(Mhtml(), write(tmp_path, mutated(content, seed, many)))
