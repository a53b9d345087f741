"""Pieces of HTML: paragraphs, lists and tables in lines, links in their places, pictures."""

from __future__ import annotations

import pytest

from desktop_app.importing.html.fragment import is_html, read_fragment
from desktop_app.importing.wire.marked_text import MarkedText, plain_text, without_first
from desktop_app.items import Link


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("one<br>two<br><br>three", ("one", "two", "three")),
        ("<p>a  <b>b</b>\n c</p>tail", ("a b c", "tail")),
        ("<ul><li>a<li><p>b</p><p>c</p><li></ul><p>d", ("• a", "• b", "c", "d")),
        ("<table><tr><th>a<th>b<tr><td><td>c<td></table>", ("a | b", "c")),
        ("<table><tr><td><p>a</p><p>b</p><td>c</table>", ("a", "b", "c")),
        ("<script>x</script><style>y</style>a<!-- z -->b", ("ab",)),
        ("a &amp; b &lt;c&gt; &nbsp;d", ("a & b <c> d",)),
        ("<div><div><div>deep", ("deep",)),
        ("<b>a</b>\n\nb\nc\n \nd", ("a", "b c", "d")),
        ("<p>a\n\nb</p>", ("a b",)),
        ("", ()),
        ("<p></p><ul><li></li></ul>", ()),
    ],
)
def test_paragraphs(source: str, paragraphs: tuple[str, ...]) -> None:
    assert read_fragment(source).paragraphs == paragraphs


def test_links_lie_where_their_words_are() -> None:
    source = (
        "<p>See <a href='/a'>this <b>one</b></a>, <a href='javascript:x'>not</a> and</p>"
        "<ul><li><a href='http://y.org/b#c'>that</a></li></ul><a href='x:y'>no</a>"
        "<a href='mailto:a@b.org'><p>two</p><p>lines</p></a>"
    )
    text = read_fragment(source, "http://x.org/dir/page")
    joined = "\n".join(text.paragraphs)
    assert [(joined[link.start : link.end], link.address) for link in text.links] == [
        ("this one", "http://x.org/a"),
        ("that", "http://y.org/b#c"),
        ("two", "mailto:a@b.org"),
        ("lines", "mailto:a@b.org"),
    ]


def test_pictures_stand_after_the_text_before_them() -> None:
    source = (
        "<p>one</p><figure><img src='http://x.org/p/a.png' alt='A'><figcaption>Caption <cite>C. Dee"
        "</cite></figcaption></figure><p>two</p><img src='b.png' width=1>"
        "<img src='c.png' alt='See'>"
    )
    text = read_fragment(source)
    assert text.paragraphs == ("one", "two")
    first, second = text.photos
    assert (first.caption, first.credit, first.after) == ("Caption", "C. Dee", 1)
    assert first.references == ("http://x.org/p/a.png", "x.org/p/a.png", "p/a.png", "a.png")
    assert (second.references, second.alt, second.after) == (("c.png",), "See", 2)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("2 > 1 & 1 < 2", False),
        ("a <b>c</b>", True),
        ("AT&amp;T", True),
        ("AT&T; x", False),
        ("<br/>", True),
        ("<3", False),
    ],
)
def test_html_is_told_from_text(text: str, html: bool) -> None:
    assert is_html(text) == html


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one\ntwo folded\n\nthree", ("one two folded", "three")),
        ("第一段。\r\n第二段。", ("第一段。", "第二段。")),
        ("a line that is\nfolded at some\nwidth.", ("a line that is folded at some width.",)),
        ("\n  one  \n", ("one",)),
    ],
)
def test_plain_text(text: str, paragraphs: tuple[str, ...]) -> None:
    assert plain_text(text).paragraphs == paragraphs


def test_a_title_said_again_goes_and_links_move_with_it() -> None:
    text = MarkedText(("Title", "See this."), (Link(0, 5, "a"), Link(10, 14, "b")))
    assert without_first(text, "Title") == MarkedText(("See this.",), (Link(4, 8, "b"),))
    assert without_first(text, "Other") is text
