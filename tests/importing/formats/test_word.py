"""Word documents, as Word, WPS and python-docx write them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop_app.errors import ImportFailure
from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.word import OldWord, Word
from desktop_app.importing.raw import Failed, RawItem, Skipped
from tests.importing.mutations import CHANGES, mutated, survives
from tests.importing.reading import read, read_one

TITLE = "西安交通大学与巴黎高科集团签署合作协议"
TEXT = (
    "8月30日，西安交通大学与巴黎高科集团通过视频连线签署合作协议，校长王树国在签约仪式上致辞，双方代表出席。",
    "根据协议，两校将在工程教育领域开展交流，每年互派学生，并在新校区建设联合实验室。",
    "巴黎高科集团主席表示，期待与中国的大学一道培养面向未来的工程师。",
)


def jpeg(colour: str = "red") -> io.BytesIO:
    """A small photo of one colour."""
    content = io.BytesIO()
    Image.new("RGB", (320, 200), colour).save(content, "JPEG")
    content.seek(0)
    return content


def save(document: docx.document.Document, folder: Path, name: str = "a.docx") -> Path:
    path = folder / name
    document.save(str(path))
    return path


def test_title_head_text_and_caption(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph("发布时间：2021-08-31 来源：国际处 作者：张三")
    document.add_paragraph(TEXT[0])
    document.add_picture(jpeg())
    document.add_paragraph("签约仪式现场", style="Caption")
    document.add_paragraph(TEXT[1])
    item = read_one(Word(), save(document, tmp_path))
    assert (item.title, item.date, item.kind) == (TITLE, date(2021, 8, 31), "news")
    assert (item.byline, item.source, item.language) == ("张三", "国际处", "zh")
    assert item.paragraphs == TEXT[:2]
    (photo,) = item.photos
    assert (photo.caption, photo.after) == ("签约仪式现场", 1)
    assert photo.content == jpeg().getvalue()


def test_properties_stand_in_where_the_text_is_silent(tmp_path: Path) -> None:
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author = "Agreement signed", "Ann Lee; Bo Li"
    properties.created = datetime(2021, 8, 31, 10)
    properties.keywords = "university, agreement"
    document.add_paragraph("The two universities signed an agreement, and both presidents spoke.")
    item = read_one(Word(), save(document, tmp_path))
    assert (item.title, item.byline) == ("Agreement signed", "Ann Lee, Bo Li")
    assert (item.date, item.kind) == (date(2021, 8, 31), "document")
    assert item.details == (("keyword", "university"), ("keyword", "agreement"))


def test_what_programs_put_into_properties_is_not_believed(tmp_path: Path) -> None:
    document = docx.Document()  # author "python-docx", created with its template in 2013
    document.core_properties.title = "Microsoft Word - 文档1.doc"
    document.add_heading("两校签署合作协议", 1)
    document.add_paragraph(TEXT[0])
    item = read_one(Word(), save(document, tmp_path))
    assert (item.title, item.byline, item.date) == ("两校签署合作协议", "", None)
    assert item.paragraphs == TEXT[:1]


def test_a_heading_further_down_takes_no_text_away(tmp_path: Path) -> None:
    document = docx.Document()
    for text in TEXT[:2]:
        document.add_paragraph(text)
    document.add_heading("背景", 1)
    document.add_paragraph(TEXT[2])
    item = read_one(Word(), save(document, tmp_path))
    assert item.paragraphs == (*TEXT[:2], "背景", TEXT[2])


def test_tables_keep_their_rows(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Medals", 0)
    document.add_paragraph("The table lists the medals of the games, by country and by colour.")
    table = document.add_table(2, 3)
    for row, words in enumerate((("Country", "Gold", "Silver"), ("China", "38", "32"))):
        for cell, word in zip(table.rows[row].cells, words, strict=True):
            cell.text = word
    item = read_one(Word(), save(document, tmp_path))
    assert item.paragraphs[1:] == ("Country | Gold | Silver", "China | 38 | 32")


def test_empty_cells_leave_no_blanks_at_the_ends_of_a_row(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The table lists the medals of the games, by country and by colour.")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "China", "38"
    item = read_one(Word(), save(document, tmp_path))
    assert item.paragraphs[-2:] == ("China |", "| 38")


def test_a_table_around_a_picture_holds_its_caption(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(TEXT[0])
    table = document.add_table(2, 1)
    table.cell(0, 0).paragraphs[0].add_run().add_picture(jpeg())
    table.cell(1, 0).text = "签约仪式现场 新华社记者 李明 摄"
    document.add_paragraph(TEXT[1])
    item = read_one(Word(), save(document, tmp_path))
    assert [photo.caption for photo in item.photos] == ["签约仪式现场 新华社记者 李明 摄"]
    assert item.paragraphs == TEXT[:2]


def test_links_stand_where_their_words_do(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Agreement", 0)
    document.add_paragraph("The first paragraph of the text has no link in it at all.")
    paragraph = document.add_paragraph("More is said on ")
    leads = document.part.relate_to(
        "https://news.example.org/a", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), leads)
    link.append(paragraph.add_run("the university's page")._r)
    paragraph._p.append(link)
    paragraph.add_run(".")
    item = read_one(Word(), save(document, tmp_path))
    text = "\n".join(item.paragraphs)
    (found,) = item.links
    assert text[found.start : found.end] == "the university's page"
    assert found.address == "https://news.example.org/a"


def test_deleted_words_are_gone_and_inserted_ones_stay(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Revised", 0)
    paragraph = document.add_paragraph("The agreement was ")
    for tag, text_tag, text in (("w:del", "w:delText", "not "), ("w:ins", "w:t", "signed today.")):
        change, run, words = (OxmlElement(each) for each in (tag, "w:r", text_tag))
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    assert read_one(Word(), save(document, tmp_path)).paragraphs == (
        "The agreement was signed today.",
    )


def test_the_seed_page_typed_into_word(shared_data: Path, tmp_path: Path) -> None:
    expected = json.loads((shared_data / "seed" / "expected.json").read_text("utf-8"))
    (source,) = (shared_data / "seed").glob("*.txt")
    document = docx.Document()
    for line in source.read_text("utf-8").splitlines():
        document.add_paragraph(line)
    item = read_one(Word(), save(document, tmp_path))
    assert item.title == expected["title"]
    assert str(item.date) == expected["date"]


def test_an_empty_document_is_skipped(tmp_path: Path) -> None:
    (found,) = read(Word(), save(docx.Document(), tmp_path))
    assert isinstance(found, Skipped)


def changed(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of a document whose member `name` is changed."""
    copy = path.with_name("changed.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, change(content) if info.filename == name else content)
    return copy


def plain(folder: Path) -> Path:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(TEXT[0])
    document.add_picture(jpeg())
    return save(document, folder)


BOMB = (
    b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)


def test_an_entity_bomb_stays_closed(tmp_path: Path) -> None:
    def bomb(content: bytes) -> bytes:
        head, end, rest = content.partition(b"?>")
        return head + end + BOMB + rest.replace(TEXT[0].encode(), b"&j; and the words after it")

    with pytest.raises(ImportFailure, match=r"changed\.docx"):
        read(Word(), changed(plain(tmp_path), "word/document.xml", bomb))


@pytest.mark.parametrize(
    "content",
    [
        b"<a>" * 100_000,
        b"<a>" * 100_000 + b"</a>" * 100_000,
        b" " * 40_000_000,
        b"\0\1\2",
        b"",
    ],
    ids=["unclosed", "nested", "bomb", "binary", "empty"],
)
def test_hostile_parts_fail_by_name(tmp_path: Path, content: bytes) -> None:
    path = changed(plain(tmp_path), "word/document.xml", lambda _old: content)
    with pytest.raises(ImportFailure, match=r"changed\.docx"):
        read(Word(), path)


def test_older_forms_name_the_way_out(tmp_path: Path) -> None:
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "WordDocument".encode("utf-16-le")
    for name, content in (("a.doc", ole), ("b.rtf", b"{\\rtf1\\ansi Words}"), ("c", ole)):
        path = tmp_path / name
        path.write_bytes(content)
        assert isinstance(detect(path, formats()), OldWord)
        with pytest.raises(ImportFailure, match="docx"):
            read(OldWord(), path)
    locked = tmp_path / "locked.docx"
    locked.write_bytes(ole)
    with pytest.raises(ImportFailure, match="password"):
        read(OldWord(), locked)


def test_it_is_known_by_its_content(tmp_path: Path) -> None:
    path = plain(tmp_path).rename(tmp_path / "report.bin")
    assert isinstance(detect(path, formats()), Word)


@given(seed=st.integers(0, 2**32), many=st.integers(1, 30), inside=st.booleans())
@settings(CHANGES, max_examples=40)
def test_changed_documents_break_nothing(
    tmp_path: Path, seed: int, many: int, inside: bool
) -> None:
    fuzz(tmp_path, seed, many, inside)


@pytest.mark.slow
@given(seed=st.integers(0, 2**32), many=st.integers(1, 200), inside=st.booleans())
@settings(CHANGES, max_examples=3000)
def test_many_changed_documents_break_nothing(
    tmp_path: Path, seed: int, many: int, inside: bool
) -> None:
    fuzz(tmp_path, seed, many, inside)


def fuzz(folder: Path, seed: int, many: int, inside: bool) -> None:
    whole = folder / "a.docx"
    if not whole.exists():
        plain(folder)
    if inside:
        part = ("word/document.xml", "word/styles.xml", "docProps/core.xml")[seed % 3]
        survives(Word(), changed(whole, part, lambda content: mutated(content, seed, many)))
        return
    path = folder / "mutated.docx"
    path.write_bytes(mutated(whole.read_bytes(), seed, many))
    survives(Word(), path)


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def with_notes(path: Path, kind: str, notes: str, links: str = "") -> Path:
    """The document at `path` with a part of notes, as Word keeps them."""
    separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:t>---</w:t></w:r></w:p>'
    whole = f'<w:{kind}s xmlns:w="{W}" xmlns:r="r">{separator}</w:{kind}>{notes}</w:{kind}s>'
    with zipfile.ZipFile(path, "a") as document:
        document.writestr(f"word/{kind}s.xml", whole)
        if links:
            document.writestr(f"word/_rels/{kind}s.xml.rels", links)
    return path


def note(kind: str, number: int, text: str) -> str:
    return (
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t>{text}</w:t></w:r>'
        f"</w:p></w:{kind}>"
    )


def refer(paragraph: docx.text.paragraph.Paragraph, kind: str, number: int) -> None:
    reference = OxmlElement(f"w:{kind}Reference")
    reference.set(qn("w:id"), str(number))
    paragraph.add_run()._r.append(reference)


def test_notes_follow_the_text_in_the_order_in_which_it_refers_to_them(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    first = document.add_paragraph("8月30日，两校签署")
    refer(first, "footnote", 7)
    first.add_run("合作协议，校长王树国致辞。")
    second = document.add_paragraph(TEXT[1])
    refer(second, "footnote", 2)
    refer(second, "endnote", 1)
    path = save(document, tmp_path)
    with_notes(
        path, "footnote", note("footnote", 2, "见新华社。") + note("footnote", 7, "见公报。")
    )
    with_notes(
        path, "endnote", note("endnote", 1, "全文见附件。") + note("endnote", 5, "无人提及。")
    )
    item = read_one(Word(), path)
    assert item.paragraphs == (
        "8月30日，两校签署合作协议，校长王树国致辞。",
        TEXT[1],
        "[1] 见公报。",
        "[2] 见新华社。",
        "[3] 全文见附件。",
    )


def test_links_in_notes_stand_where_their_words_do(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The two universities signed an agreement, as was announced before.")
    refer(document.paragraphs[0], "footnote", 1)
    link = '<w:hyperlink r:id="rId1"><w:r><w:t>the paper</w:t></w:r></w:hyperlink>'
    notes = f'<w:footnote w:id="1"><w:p><w:r><w:t>See </w:t></w:r>{link}</w:p></w:footnote>'
    target = '<Relationship Id="rId1" Target="https://x.org/" TargetMode="External"/>'
    links = f'<Relationships xmlns="p">{target}</Relationships>'
    item = read_one(Word(), with_notes(save(document, tmp_path), "footnote", notes, links))
    ((start, end, address),) = ((each.start, each.end, each.address) for each in item.links)
    assert "\n".join(item.paragraphs)[start:end] == "the paper"
    assert (item.paragraphs[-1], address) == ("[1] See the paper", "https://x.org/")


def test_a_document_is_not_lost_for_its_notes(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TEXT[0])
    refer(document.paragraphs[0], "footnote", 1)
    path = with_notes(save(document, tmp_path), "footnote", "<broken>")
    item, failed = read(Word(), path)
    assert isinstance(item, RawItem) and item.paragraphs == TEXT[:1]
    assert isinstance(failed, Failed) and failed.where == "notes"
