"""Pairs of items as TMX, XLIFF and TSV."""

from __future__ import annotations

import pytest
from lxml import etree

from desktop_app.exporting.bitext import Bitext, Passage, by_paragraphs, by_sentences, chinese_code
from desktop_app.exporting.parallel_table import parallel_table
from desktop_app.exporting.tmx import tmx
from desktop_app.exporting.xliff import xliff
from desktop_app.pairing.links import Link, SentenceLink, Span
from tests.material import item

HOSTILE = 'a\x00\x0b\ud800\ufffe<b> & "c" ]]> \t\r\n=1+1 \u2028 &amp;'
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def bitext(*passages: Passage, **given: object) -> Bitext:
    return Bitext(item("e<&\"'"), item("z", "文", language="zh"), passages, "paragraph")


def test_hostile_text_comes_through_tmx_and_xliff() -> None:
    made = bitext(Passage(HOSTILE, HOSTILE, 0.5))
    kept = 'a<b> & "c" ]]> \t\n=1+1 \u2028 &amp;'
    for written in ("".join(tmx([made], "paragraph")), "".join(xliff([made]))):
        root = etree.fromstring(written.encode())
        texts = [each.text for each in root.iter("{*}seg", "{*}source", "{*}target")]
        assert [text.replace("\r\n", "\n") for text in texts] == [kept, kept]


def test_a_row_of_the_table_is_one_line_whatever_it_holds() -> None:
    lines = list(parallel_table([bitext(Passage(HOSTILE, "=1", 1.0))]))
    assert len(lines) == 2
    assert all(line.count("\t") == 4 and len(line.splitlines()) == 1 for line in lines)
    assert lines[1].endswith("\t'=1\n")


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("zh", "中国与国际社会", "zh-Hans"),
        ("zh", "中國與國際社會", "zh-Hant"),
        ("zh", "人山人海", "zh-Hans"),
        ("zh-TW", "人山人海", "zh-Hant"),
        ("zh-Hant-HK", "中国", "zh-Hant"),
        ("zh-CN", "中國", "zh-Hans"),
    ],
)
def test_the_script_of_chinese_is_told(language: str, text: str, code: str) -> None:
    assert chinese_code(item("z", text, language=language)) == code


def test_languages_stand_with_each_text() -> None:
    made = Bitext(
        item("e"), item("z", "與國", language="zh"), (Passage("a", "與國", 1.0),), "sentence"
    )
    root = etree.fromstring("".join(tmx([made], "sentence")).encode())
    assert [each.get(LANGUAGE) for each in root.iter("tuv")] == ["en", "zh-Hant"]
    assert root.find("header").get("segtype") == "sentence"
    file = etree.fromstring("".join(xliff([made])).encode())[0]
    assert (file.get("source-language"), file.get("target-language")) == ("en", "zh-Hant")


def test_no_pairs_make_a_document_with_an_empty_file() -> None:
    root = etree.fromstring("".join(xliff([])).encode())
    assert [etree.QName(each).localname for each in root] == ["file"]
    needed = {"original", "source-language", "datatype"}
    assert needed <= set(root[0].attrib)
    assert [etree.QName(each).localname for each in root[0]] == ["body"]
    assert len(etree.fromstring("".join(xliff([bitext()])).encode())) == 1


def test_what_has_no_counterpart_is_no_passage() -> None:
    en, zh = item("e", "A. B.\nC."), item("z", "甲。乙。\n丙。", language="zh")
    links = (Link((0,), (), 0.0), Link((1,), (0, 1), 0.7))
    assert by_paragraphs(en, zh, links).passages == (Passage("C.", "甲。乙。\n丙。", 0.7),)
    both = SentenceLink((Span(0, 0, 2), Span(0, 3, 5)), (Span(0, 0, 2), Span(0, 2, 4)), 0.9)
    alone = SentenceLink((), (Span(1, 0, 2),), 0.0)
    assert by_sentences(en, zh, [both, alone]).passages == (Passage("A. B.", "甲。乙。", 0.9),)
