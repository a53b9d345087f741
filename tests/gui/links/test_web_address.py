"""What is shown of an address is where it goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from desktop_app.gui.links.web_address import read_address


@pytest.mark.parametrize(
    ("address", "host", "whole"),
    [
        ("https://example.org/a?b=1#c", "example.org", "https://example.org/a?b=1#c"),
        ("HTTP://Example.ORG:8080", "example.org", "http://example.org:8080"),
        ("https://bank.example@evil.example/", "evil.example", None),
        ("https://bank.example\\@evil.example/", "evil.example", None),
        ("https://bank.example/\\@x", "bank.example", "https://bank.example/%5C@x"),
        ("https://ex\tample.org/\n", "example.org", "https://example.org/"),
        ("https://a.example/\u202egpj.exe", "a.example", "https://a.example/%E2%80%AEgpj.exe"),
        ("https://[::1]:80/a", "[::1]", "https://[::1]:80/a"),
        ("http://http/http", "http", "http://http/http"),
        ("mailto:a@b.example?attach=/etc/passwd", "b.example", "mailto:a@b.example"),
    ],
)
def test_the_host_is_the_one_that_is_opened(address: str, host: str, whole: str | None) -> None:
    made = read_address(address)
    assert made.can_open
    assert made.host == host
    assert whole is None or made.whole == whole
    assert made.whole.isascii()


def test_a_host_in_other_letters_is_shown_in_ascii_first() -> None:
    chinese, cyrillic = read_address("https://例子.中国/"), read_address("https://аррӏе.com/")
    assert (chinese.host, chinese.spelt) == ("xn--fsqu00a.xn--fiqs8s", "例子.中国")
    assert cyrillic.host == "xn--80ak6aa92e.com"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://example.org/",
        "https:///x", "http://a b.example/", "https://a.example:abc/",
        "https://h\u202eost.example/",
        "https://a.example／b.example/", "http:example.org", "mailto:x%0ay@b.example",
        "page.html", "",
    ],
)  # fmt: skip
def test_what_is_no_address_of_web_or_mail_cannot_be_opened(address: str) -> None:
    made = read_address(address)
    assert not made.can_open
    assert made.whole.isascii()


@given(
    st.builds("".join, st.lists(st.sampled_from([
        "http:", "https:", "mailto:", "//", "/", "\\", "@", ":", "?", "#", "%", "[", "]",
        "a.example",
        "b.example", "80", "中", "。", "\u202e", "\x00", "\ud800", " ", "..", "xn--",
    ]), max_size=12))
)  # fmt: skip
def test_qt_is_handed_the_host_that_is_shown(address: str) -> None:
    made = read_address(address)
    assert made.whole.isascii()
    if made.can_open:
        url = QUrl(made.whole)
        assert url.scheme() in ("http", "https", "mailto")
        if url.scheme() != "mailto":
            full = QUrl.ComponentFormattingOption.FullyEncoded
            assert url.host(full) == made.host.strip("[]")
