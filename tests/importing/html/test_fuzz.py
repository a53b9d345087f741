"""Whatever is done to a page, reading it gives an item or a reason, soon, and a sound one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import ImportFailure
from desktop_app.importing.html.page import HtmlPage, read_page
from desktop_app.importing.page import tidy
from desktop_app.importing.raw import RawItem, Skipped

PIECES = (
    b"<div>", b"</div>", b"<p>", b"<table><tr><td>", b"</table>", b"<li>", b"<a href='http://[::1'>",
    b"<a href=x>", b"</a>", b"<figure>", b"<img src=a.png srcset=',,, 2x'>", b"<figcaption>",
    b"<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[", b"</script>",
    b"<meta name=date content='2021-02-30T99:99'>", b"<base href='http://[x'>", b"<!--", b"-->",
    b"<title>", b"<h1>", b"<svg>", b"<template>", b"<noscript>", b"<![CDATA[", b"<?xml ?>", b"\0",
    b"\xff\xfe", b"\xf0\x9f", b"&#0;", b"&#xD800;", b"&#x10FFFF;", b"&nbsp;" * 50, b"~{", b"\r",
    b"<picture><source>" * 40, b"<b><i>" * 200, b"2021\xe5\xb9\xb48\xe6\x9c\x8831\xe6\x97\xa5",
)  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.sampled_from(("cut", "put", "twice", "flip")), st.floats(0, 1), st.floats(0, 0.3))
    | st.tuples(st.sampled_from(PIECES), st.floats(0, 1), st.floats(0, 0.3)),
    min_size=1,
    max_size=12,
)


def changed(content: bytes, changes: list[tuple[str | bytes, float, float]]) -> bytes:
    """`content` with each of `changes` made where its first number says."""
    for what, where, much in changes:
        start = int(where * len(content))
        end = start + int(much * 2000)
        if isinstance(what, bytes):
            content = content[:start] + what + content[start:]
        elif what == "cut":
            content = content[:start] + content[end:]
        elif what == "twice":
            content = content[:end] + content[start:]
        elif what == "flip":
            content = content[:start] + bytes(b ^ 0x20 for b in content[start:end]) + content[end:]
    return content


def check(content: bytes) -> None:
    """Read a page and see that what comes of it can be kept."""
    page = HtmlPage(content, "page", "https://news.example.org/a/b.html", "2021-09-01T10:00:00Z")
    try:
        (found,) = read_page(page)
    except ImportFailure:
        return
    if isinstance(found, Skipped):
        return
    assert isinstance(found, RawItem)
    text = "\n".join(found.paragraphs)
    assert all(paragraph == tidy(paragraph) != "" for paragraph in found.paragraphs)
    assert found.title == tidy(found.title) and (found.title or found.paragraphs)
    assert all(0 <= photo.after <= len(found.paragraphs) for photo in found.photos)
    for link in found.links:
        assert 0 <= link.start < link.end <= len(text) and "\n" not in text[link.start : link.end]
    text.encode(), found.title.encode(), found.byline.encode(), found.source.encode()


def pages(shared_data: Path) -> list[bytes]:
    names = sorted((shared_data / "pages-en").glob("*.html"), key=lambda path: path.stat().st_size)
    chosen = [*names[:20], shared_data / "pages-zh-en" / "xinhuanet.com.c_1125597921.html"]
    return [path.read_bytes() for path in chosen]


Changes = list[tuple[str | bytes, float, float]]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 20), CHANGES)
def test_changed_pages(shared_data: Path, number: int, changes: Changes) -> None:
    check(changed(pages(shared_data)[number], changes))


@pytest.mark.slow
@settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 20), CHANGES)
def test_many_changed_pages(shared_data: Path, number: int, changes: Changes) -> None:
    check(changed(pages(shared_data)[number], changes))


@pytest.mark.parametrize(
    "tag",
    ["div", "p", "b", "table><tr><td", "ul><li", "figure", "a href=x", "span class=caption",
     "picture><source", "noscript", "section itemscope itemprop=author"],
)  # fmt: skip
def test_a_hundred_thousand_levels(tag: str) -> None:
    check(
        b"<html><title>Deep page</title><body>" + f"<{tag}>".encode() * 100_000 + b"deep words here"
    )


@pytest.mark.parametrize(
    "content",
    [
        b"<p>" + b"<a href=x>word</a> " * 5_000,
        b"<p>" + b"<img src=a.png class=caption>" * 5_000,
        b"<title>" + b"2021-08-31 | " * 100_000,
        b"<script type='application/ld+json'>" + b"[" * 1_000_000,
        b"<p>" + "记者".encode() * 500_000,
        b"<h1>" + b"a b " * 25_000 + b"</h1>" + b"<h2><a href=x>another headline</a></h2>" * 2_000,
        b"<meta name='author' content='" + b"By " * 300_000 + b"'><p>text",
        b"~{" * 500_000,
        "锟斤拷".encode() * 300_000,
        "æ±‰å­—".encode() * 100_000,
    ],
    ids=["links", "images", "dates", "brackets", "roles", "headings", "names", "hz", "lost", "bad"],
)  # fmt: skip
def test_long_pages_take_a_moment_only(content: bytes) -> None:
    check(content)
