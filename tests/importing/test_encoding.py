"""Text is read in the encoding it is in, whatever it is declared as."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import ImportFailure
from desktop_app.importing.encoding import declared_encoding, decode, is_binary

SIMPLE = "西安交通大学与巴黎高科签署合作协议。校长王树国在签约仪式上发表讲话，希望两校学生多交流。"
TRADITIONAL = "臺北市政府表示，這項計畫對學生的學習有很大的幫助，未來會在各校推動。"
FRENCH = (
    "L’École des Ponts et Chaussées a été fondée à Paris; les élèves y étudient où ils veulent."
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLE, "utf-8"),
        (SIMPLE, "utf-8-sig"),
        (SIMPLE, "gbk"),
        (SIMPLE, "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-8"),
        (SIMPLE, "utf-16"),
        ("Title\n" + FRENCH, "utf-16-le"),
        ("Title\n" + FRENCH, "utf-16-be"),
        (FRENCH, "cp1252"),
        ("plain words", "ascii"),
    ],
)
def test_text_without_a_declaration(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_decides(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(mark + SIMPLE.encode(encoding)) == SIMPLE


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="gb2312">', "gbk"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gbk"),
        ("<meta charset=big5>", "big5"),
        ('<?xml version="1.0" encoding="gb18030"?>', "gb18030"),
        ('<meta charset="koi8-r">', "koi8-r"),
    ],
)
def test_a_page_says_its_encoding(head: str, encoding: str) -> None:
    body = {"koi8-r": "Скорость бега", "big5": TRADITIONAL}.get(encoding, SIMPLE)
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    assert body in decode(page.encode(encoding))


@pytest.mark.parametrize(
    "wrong", ["gb2312", "iso-8859-1", "utf-16", "no-such-thing", "rot13", "base64"]
)
def test_utf8_is_known_under_any_declaration(wrong: str) -> None:
    page = f'<meta charset="{wrong}"><p>{SIMPLE}</p>'
    assert SIMPLE in decode(page.encode())


@pytest.mark.parametrize("wrong", ["utf-8", "no-such-thing", "hex"])
def test_gbk_is_known_under_a_wrong_declaration(wrong: str) -> None:
    page = f'<meta charset="{wrong}"><p>{SIMPLE * 5}</p>'
    assert SIMPLE in decode(page.encode("gbk"))


@pytest.mark.parametrize(
    ("text", "encoding", "wrong"),
    [
        (SIMPLE, "gbk", "iso-8859-1"),
        (SIMPLE, "gbk", "big5"),
        (TRADITIONAL, "big5", "gb2312"),
        (FRENCH, "cp1252", "gbk"),
        (FRENCH, "cp1252", "iso-8859-1"),
    ],
)
def test_one_set_is_told_from_another_that_is_declared(
    text: str, encoding: str, wrong: str
) -> None:
    page = f'<meta charset="{wrong}"><p>{text}</p>'
    assert text in decode(page.encode(encoding))


def test_a_chinese_text_in_utf16_needs_no_mark_and_a_zero_byte_makes_none() -> None:
    text = "\n".join([SIMPLE] * 8)
    assert decode(text.encode("utf-16-le")) == text
    assert decode(text.encode("utf-16-be")) == text
    assert "plain words" in decode(b"plain words " * 40 + b"\0 and more")


def test_a_few_broken_bytes_do_not_spoil_the_rest() -> None:
    content = SIMPLE.encode() * 20 + b"\xff" + SIMPLE.encode()
    assert SIMPLE in decode(content)


def test_gb2312_pages_use_characters_of_gbk() -> None:
    assert declared_encoding(b"<meta charset=gb2312>") == "gb18030"
    assert "镕" in decode("<meta charset=gb2312>朱镕基的讲话".encode("gbk"))


@pytest.mark.parametrize("noise", [bytes(range(256)) * 40, b"PK\x03\x04" + b"\0" * 5000])
def test_binary_noise_is_no_text(noise: bytes) -> None:
    assert is_binary(noise)
    with pytest.raises(ImportFailure, match=r"noise\.txt"):
        decode(noise, "noise.txt")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_clear_failure(content: bytes) -> None:
    try:
        assert isinstance(decode(content, "x"), str)
    except ImportFailure as error:
        assert "UTF-8" in str(error)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_utf8_comes_back_as_written(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")
