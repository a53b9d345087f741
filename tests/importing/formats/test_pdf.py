"""PDF files: text put together again from lines, columns and pages."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import ImportFailure
from desktop_app.importing.detect import detect, formats
from desktop_app.importing.documents.page_layout import joined
from desktop_app.importing.formats.pdf import Pdf
from desktop_app.importing.raw import Failed, RawItem
from tests.importing.mutations import CHANGES, mutated, survives
from tests.importing.pdf_writer import PdfPage, jpeg, pdf
from tests.importing.reading import read, read_one

TITLE = "Agreement signed by two universities"
FIRST = (
    "The two universities signed an agreement on Tues-",
    "day, and their presidents spoke at length about the",
    "future of engineering education in both countries.",
)
SECOND = (
    "   Students of both will spend a year at the other,",
    "beginning with the next autumn term. The agree-",
    "ment follows ten years of work in both places.",
)
FIRST_TEXT = (
    "The two universities signed an agreement on Tuesday, and their presidents spoke at length "
    "about the future of engineering education in both countries."
)
SECOND_TEXT = (
    "Students of both will spend a year at the other, beginning with the next autumn term. "
    "The agreement follows ten years of work in both places."
)
CHINESE = (
    "　　8月30日，西安交通大学与巴黎高科集团通过视频连线签",
    "署合作协议，校长王树国在签约仪式上致辞，双方代表出席。",
    "　　根据协议，两校将在工程教育领域开展交流，每年互派学",
    "生，并在新校区建设联合实验室。",
)


def write(folder: Path, content: bytes, name: str = "a.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def article(page: PdfPage, x: float = 60, y: float = 700) -> float:
    """Two paragraphs, the second indented, from (x, y) down."""
    y = page.lines(x, y, FIRST)
    page.text(x + 12, y, SECOND[0].strip())
    return page.lines(x, y - 13, SECOND[1:])


def test_title_date_and_paragraphs(tmp_path: Path) -> None:
    page = PdfPage().text(60, 760, TITLE, 20).text(60, 735, "31 August 2021")
    article(page)
    item = read_one(Pdf(), write(tmp_path, pdf([page])))
    assert (item.title, item.date, item.kind) == (TITLE, date(2021, 8, 31), "news")
    assert item.paragraphs == (FIRST_TEXT, SECOND_TEXT)


def test_properties_stand_in_where_the_text_is_silent(tmp_path: Path) -> None:
    page = PdfPage()
    article(page)
    info = "/Title(Agreement signed)/Author(Ann Lee)/CreationDate(D:20210831101500+08'00')"
    item = read_one(Pdf(), write(tmp_path, pdf([page], info + "/Keywords(one, two)")))
    assert (item.title, item.byline, item.date) == (
        "Agreement signed",
        "Ann Lee",
        date(2021, 8, 31),
    )
    assert item.details == (("keyword", "one"), ("keyword", "two"))
    junk = "/Title(Microsoft Word - a.doc)/Author(Administrator)"
    item = read_one(Pdf(), write(tmp_path, pdf([page], junk)))
    assert (item.title[:20], item.byline) == (FIRST_TEXT[:20], "")


def test_chinese_is_joined_without_blanks(tmp_path: Path) -> None:
    page = PdfPage().text(60, 770, "两校签署合作协议", 22)
    page.text(60, 740, "发布时间：2021年8月31日 来源：国际处")
    page.lines(60, 710, CHINESE, 12)
    item = read_one(Pdf(), write(tmp_path, pdf([page])))
    assert (item.title, item.date) == ("两校签署合作协议", date(2021, 8, 31))
    assert (item.source, item.language) == ("国际处", "zh")
    assert item.paragraphs == (
        "8月30日，西安交通大学与巴黎高科集团通过视频连线签署合作协议，校长王树国在签约仪式上致辞，双方代表出席。",
        "根据协议，两校将在工程教育领域开展交流，每年互派学生，并在新校区建设联合实验室。",
    )


def test_chinese_set_letter_by_letter(tmp_path: Path) -> None:
    page = PdfPage()
    for number, line in enumerate(CHINESE):
        x = 60.0
        for letter in line:
            page.text(x, 700 - 20 * number, letter, 12)
            x += 6.2 if letter.isdigit() else 12.4
    item = read_one(Pdf(), write(tmp_path, pdf([page], "/Title(Agreement)")))
    assert [text[:5] for text in item.paragraphs] == ["8月30日", "根据协议，"]
    assert item.paragraphs[1].endswith("每年互派学生，并在新校区建设联合实验室。")


@pytest.mark.parametrize("by_rows", [False, True], ids=["by column", "by row"])
def test_columns_are_read_one_after_the_other(tmp_path: Path, by_rows: bool) -> None:
    page = PdfPage().text(60, 760, TITLE, 20)
    article(page, 60)
    article(page, 320)
    if by_rows:  # as programs write that know no columns
        page.content.sort(key=lambda line: -float(line.split(b" Td")[0].split()[-1]))
    item = read_one(Pdf(), write(tmp_path, pdf([page])))
    assert item.paragraphs == (FIRST_TEXT, SECOND_TEXT) * 2


def test_running_heads_and_page_numbers_are_gone(tmp_path: Path) -> None:
    pages = []
    for number in range(1, 5):
        page = PdfPage().text(60, 810, f"Campus News 31 August 2021 No. {number}", 8)
        page.text(290, 30, f"- {number} -", 8)
        page.lines(60, 700, [f"This is page {'abcd'[number - 1]} of the report, and it ends here."])
        pages.append(page)
    item = read_one(Pdf(), write(tmp_path, pdf(pages, "/Title(The report)")))
    assert item.date == date(2021, 8, 31)
    assert item.paragraphs == tuple(
        f"This is page {letter} of the report, and it ends here." for letter in "abcd"
    )


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    one, two = PdfPage(), PdfPage()
    one.lines(60, 150, (*FIRST, "Students of both will spend a year at the other, be-"))
    two.lines(60, 780, ("ginning with the next autumn term, as was agreed.",))
    item = read_one(Pdf(), write(tmp_path, pdf([one, two], "/Title(The report)")))
    assert item.paragraphs[-1].endswith(
        "at the other, beginning with the next autumn term, as was agreed."
    )


def test_photos_come_with_the_line_below_them(tmp_path: Path) -> None:
    page = PdfPage().text(60, 790, TITLE, 20)
    end = article(page, 60, 760)
    page.picture(60, end - 160, 240, 150, jpeg())
    page.text(60, end - 172, "The presidents shake hands.", 8)
    page.picture(400, 790, 20, 20, jpeg("blue", 32, 32))
    page.lines(60, end - 200, FIRST)
    item = read_one(Pdf(), write(tmp_path, pdf([page])))
    assert item.paragraphs == (FIRST_TEXT, SECOND_TEXT, FIRST_TEXT)
    (photo,) = item.photos
    assert (photo.caption, photo.after) == ("The presidents shake hands.", 2)
    assert photo.content.startswith(b"\xff\xd8\xff")


def test_links_lead_from_their_words(tmp_path: Path) -> None:
    page = PdfPage().text(60, 760, TITLE, 20)
    article(page)
    page.text(60, 500, "More is said on the page of the university, in both languages.")
    page.links.append(((60 + 75, 497, 60 + 195, 511), "https://news.example.org/a"))
    item = read_one(Pdf(), write(tmp_path, pdf([page])))
    (link,) = item.links
    words = "\n".join(item.paragraphs)[link.start : link.end]
    assert "page of the university" in words and len(words) < 36
    assert link.address == "https://news.example.org/a"


def test_the_seed_page_printed(shared_data: Path, tmp_path: Path) -> None:
    expected = json.loads((shared_data / "seed" / "expected.json").read_text("utf-8"))
    (source,) = (shared_data / "seed").glob("*.txt")
    page, y = PdfPage(), 800.0
    for line in filter(str.strip, source.read_text("utf-8").splitlines()):
        words, row = line.split(), ""
        for word in words:
            if len(row) + len(word) > 95:
                page.text(50, y, row)
                row, y = "", y - 12
            row = f"{row} {word}".strip()
        page.text(50, y, row)
        y -= 24
        if y < 40:
            y = 800.0
            break
    item = read_one(Pdf(), write(tmp_path, pdf([page])))
    assert (item.title, str(item.date)) == (expected["title"], expected["date"])


def test_locked_files_and_scans_name_the_way_out(tmp_path: Path) -> None:
    page = PdfPage()
    article(page)
    for password, readable in (("", True), ("secret", False)):
        writer = pypdf.PdfWriter(write(tmp_path, pdf([page])))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
        path = tmp_path / "locked.pdf"
        writer.write(path)
        if readable:
            assert read_one(Pdf(), path).paragraphs == (FIRST_TEXT, SECOND_TEXT)
        else:
            with pytest.raises(ImportFailure, match="password"):
                read(Pdf(), path)
    scan = PdfPage().picture(0, 0, 595, 842, jpeg())
    with pytest.raises(ImportFailure, match="OCR"):
        read(Pdf(), write(tmp_path, pdf([scan])))


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"1 0 obj<<" * 20_000,
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 1\ntrailer<</Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n" + b"[" * 100_000,
    ],
    ids=["head", "open", "its own child", "its own past", "nested"],
)
def test_hostile_files_fail_by_name(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ImportFailure, match=r"a\.pdf"):
        read(Pdf(), write(tmp_path, content))


def test_a_page_that_draws_without_end_costs_only_itself(tmp_path: Path) -> None:
    good, bad = PdfPage(), PdfPage()
    article(good)
    bad.content.append(b"q Q " * 5_000_000)
    item, failed = read(Pdf(), write(tmp_path, pdf([bad, good])))[:2]
    assert isinstance(item, RawItem) and item.paragraphs == (FIRST_TEXT, SECOND_TEXT)
    assert isinstance(failed, Failed) and failed.where == "p. 1"


def test_it_is_known_by_content(tmp_path: Path) -> None:
    path = write(tmp_path, pdf([PdfPage()]), "report.dat")
    assert isinstance(detect(path, formats()), Pdf)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("an agree-", "ment"), "an agreement"),
        (("the Franco-", "Chinese year"), "the Franco- Chinese year"),
        (("签约 仪式在", "西安举行"), "签约仪式在西安举行"),
        (("与 Paris Tech 的", "协议"), "与 Paris Tech 的协议"),
        (("2021 年 8 月 30", "日"), "2021年8月30日"),
    ],
)
def test_lines_are_joined_as_their_language_does(lines: tuple[str, ...], text: str) -> None:
    assert joined(lines) == text


def whole() -> bytes:
    page = PdfPage().text(60, 790, TITLE, 20)
    end = article(page, 60, 760)
    page.picture(60, end - 160, 240, 150, jpeg())
    page.links.append(((60, 700, 200, 720), "https://news.example.org/a"))
    return pdf([page, page], "/Title(One)/CreationDate(D:20210831)")


@given(seed=st.integers(0, 2**32), many=st.integers(1, 30))
@settings(CHANGES, max_examples=60)
def test_changed_files_break_nothing(tmp_path: Path, seed: int, many: int) -> None:
    survives(Pdf(), write(tmp_path, mutated(whole(), seed, many)))


@pytest.mark.slow
@given(seed=st.integers(0, 2**32), many=st.integers(1, 200))
@settings(CHANGES, max_examples=3000)
def test_many_changed_files_break_nothing(tmp_path: Path, seed: int, many: int) -> None:
    survives(Pdf(), write(tmp_path, mutated(whole(), seed, many)))


def test_pages_that_fail_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = PdfPage()
    article(good)
    path = write(tmp_path, pdf([good, good]))
    own = pypdf.PageObject.extract_text
    calls = []

    def sometimes(self: pypdf.PageObject, **how: object) -> str:
        calls.append(1)
        if len(calls) == 2:
            raise KeyError("/Font")
        return own(self, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(pypdf.PageObject, "extract_text", sometimes)
    item, failed = read(Pdf(), path)
    assert isinstance(item, RawItem) and item.paragraphs == (FIRST_TEXT, SECOND_TEXT)
    assert isinstance(failed, Failed) and failed.where == "p. 2"
