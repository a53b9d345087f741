"""Text is read in the encoding it is in, whatever it is declared as."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import ftfy.bad_codecs
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


def bulletin(shared_data: Path) -> str:
    return (shared_data / "bulletins-zh" / "20230105.md").read_text("utf-8")


@pytest.mark.parametrize("declared", ["right", "none", "utf-8", "gbk", "big5", "iso-8859-1"])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "gbk", "gb18030", "big5hkscs", "hz", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_real_chinese_pages_come_back_from_every_encoding(
    shared_data: Path, encoding: str, declared: str
) -> None:
    names = ("archive.org.he.xinhuanet.com.25340717.html", "xinhuanet.com.c_1125597921.html")
    pages = [decode((shared_data / "pages-zh-en" / name).read_bytes()) for name in names]
    label = {"right": encoding, "none": "x-nothing"}.get(declared, declared)
    for text in (*pages, bulletin(shared_data)):
        page = re.sub(r"""(?i)(charset\s*=\s*["']?\s*)[\w-]+""", rf"\g<1>{label}", text)
        content = page.encode(encoding, "ignore")
        expected = content.decode(encoding)
        if len(expected) * 10 >= len(page) * 9:  # Big5 has no simplified characters
            assert decode(content) == expected


def test_what_is_declared_outside_counts_for_less_than_the_bytes() -> None:
    assert decode(SIMPLE.encode("gbk"), outside="utf-8") == SIMPLE
    assert decode("Скорость бега".encode("koi8-r"), outside="koi8-r") == "Скорость бега"


@pytest.mark.parametrize("declared", ["utf-8", "gbk", "big5", "utf-16"])
def test_a_western_page_that_says_it_is_something_else(declared: str) -> None:
    text = f'<meta charset="{declared}"><p>El español dice: mañana, señor.</p>' + "<p>plain</p>" * 9
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("wrong", ["latin-1", "sloppy-windows-1252"])
def test_utf8_that_was_read_as_western_is_mended(shared_data: Path, wrong: str) -> None:
    ftfy.bad_codecs.ok()  # which knows the second encoding
    for text in (bulletin(shared_data), FRENCH, TRADITIONAL):
        assert decode(text.encode().decode(wrong).encode()) == text


def test_gbk_that_was_read_as_western_is_mended(shared_data: Path) -> None:
    text = bulletin(shared_data).encode("gbk", "ignore").decode("gbk")
    assert decode(text.encode("gbk").decode("latin-1").encode()) == text


def test_utf8_that_was_read_as_gbk_is_mended_where_it_can_be(shared_data: Path) -> None:
    wrong = SIMPLE.encode().decode("gbk", "replace")
    assert "西安" not in wrong and decode(wrong.encode()).startswith("西安交")
    whole = bulletin(shared_data)
    found = decode(whole.encode().decode("gbk", "replace").encode())
    kept = sum(1 for line in whole.split() if line[:4] in found)
    assert kept * 10 >= len(whole.split()) * 6


def test_letters_that_are_lost_are_marked_so() -> None:
    assert decode("锟斤拷锟斤拷 2021 锟斤拷锟斤拷锟斤拷".encode()) == "\ufffd 2021 \ufffd"


@pytest.mark.parametrize(
    "text",
    [
        "文件里全是“æ±‰å­—”和“锟斤拷”，还有“姹夊瓧”，其实是编码读错了。" * 3,
        "Ça va très bien à São Paulo, señor. Größe, naïve, 20 °C, 5 €.",
        "ÀÉÎÕÜ ŠŽ ‘quoted’ “so” – and — so… 100 £ ½ ¼ ±",
        "Привет, мир. Καλημέρα κόσμε. こんにちは世界。안녕하세요.",
    ],
)
def test_text_that_is_right_is_left_alone(text: str) -> None:
    assert decode(text.encode()) == text
