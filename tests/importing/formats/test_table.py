"""Tables of both languages, as people and programs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.errors import ImportFailure
from desktop_app.importing.formats.table import TableFile
from desktop_app.importing.raw import Failed, RawItem, Skipped
from desktop_app.importing.tables import rows as table_rows
from desktop_app.importing.tables.columns import signature
from tests.importing.picture_files import jpeg
from tests.importing.reading import read, read_items, read_one

TEXT = "Many ships came to the harbor on Monday, and more are awaited there this week."
ZH = "西安交通大学与巴黎高科签署合作协议，双方将共同培养工程师，首批学生今年九月入学。"
HEADER = "title,date,body,author,source,url"


def csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def workbook(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet(f"Sheet{number + 1}")
        assert isinstance(sheet, Worksheet)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def test_a_workbook_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [("title", "body"), ("One", TEXT)])
    renamed = path.rename(tmp_path / "export.bin")
    assert read_one(TableFile(), renamed).title == "One"


def test_a_plain_csv_gives_an_item_a_row(tmp_path: Path) -> None:
    path = csv(
        tmp_path / "a.csv",
        f'{HEADER}\n"Ships, many",2021-08-31,"{TEXT}\nA second line.",A. Person,Port News,'
        f"https://port.example/1\nSecond,31 August 2021,{TEXT.replace(',', ';')},,,\n",
    )
    first, second = read_items(TableFile(), path)
    assert (first.title, first.date, first.byline) == (
        "Ships, many",
        date(2021, 8, 31),
        "A. Person",
    )
    assert first.paragraphs == (TEXT, "A second line.")
    assert (first.source, first.url, first.part) == ("Port News", "https://port.example/1", "2")
    assert (first.language, first.kind) == ("en", "news")
    assert first.identity == "table:https://port.example/1"
    assert (second.date, second.part, second.identity) == (date(2021, 8, 31), "4", "")


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("标题,发布时间,正文,记者,来源,链接", "gb18030"),
        ("標題,發佈時間,內容,作者,媒體,網址", "big5"),
        ("新闻标题,日期,新闻内容,作者,媒体名称,原文链接", "utf-8-sig"),
        ("题目,发布日期,全文,撰稿,出处,网址", "utf-16"),
    ],
)
def test_chinese_names_of_columns_are_known_in_every_encoding(
    tmp_path: Path, header: str, encoding: str
) -> None:
    traditional = encoding == "big5"
    text = "西安交通大學與巴黎高科簽署合作協議，雙方將共同培養工程師。" if traditional else ZH
    row = f"合作协议,2021年8月31日,“{text}”,王明,人民日报,https://a.example/1"
    row = (
        row.replace("合作协议", "合作協議").replace("人民日报", "人民日報") if traditional else row
    )
    path = csv(tmp_path / "a.csv", f"{header}\r\n{row}\r\n" * 1, encoding)
    item = read_one(TableFile(), path)
    assert item.paragraphs == (f"“{text}”",)
    assert (item.date, item.byline, item.language) == (date(2021, 8, 31), "王明", "zh")
    assert item.source in ("人民日报", "人民日報")
    assert item.url == "https://a.example/1"


def test_excel_s_unicode_text_is_a_table_with_tabs(tmp_path: Path) -> None:
    text = f'标题\t日期\t正文\r\n合作协议\t2021/8/31\t"{ZH}\n他说：""好""。"\r\n'
    path = csv(tmp_path / "a.txt", text, "utf-16")
    assert TableFile().recognises(path, path.read_bytes())
    item = read_one(TableFile(), path)
    assert item.paragraphs == (ZH, "他说：“好”。".replace("“", '"').replace("”", '"'))
    plain = csv(tmp_path / "b.txt", "A title\twith a tab\nMay 1, 2020\n\nWords.\n")
    assert not TableFile().recognises(plain, plain.read_bytes())


@pytest.mark.parametrize("delimiter", ["\t", ";", "|", ","])
def test_the_delimiter_is_told_from_the_rows(tmp_path: Path, delimiter: str) -> None:
    rows = [("title", "body", "date"), *((f"Ship {n}", TEXT, "2021-08-31") for n in range(5))]
    quote = '"' if delimiter == "," else ""
    lines = [delimiter.join(f"{quote}{cell}{quote}" for cell in row) for row in rows]
    items = read_items(TableFile(), csv(tmp_path / "a.csv", "\n".join(lines)))
    assert [item.title for item in items] == [f"Ship {n}" for n in range(5)]
    assert {item.paragraphs for item in items} == {(TEXT,)}


def test_excel_s_first_line_and_backslashes_are_understood(tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", f"sep=;\ntitle;body\nOne;{TEXT}\n")
    assert read_one(TableFile(), path).title == "One"
    path = csv(tmp_path / "b.csv", 'title,body\n"One \\"two\\", three","' + TEXT + '"\n')
    assert read_one(TableFile(), path).title == 'One "two", three'
    path = csv(tmp_path / "c.csv", f"'title','body'\n'One, two','{TEXT}'\n'Three','{TEXT}'\n")
    assert [item.title for item in read_items(TableFile(), path)] == ["One, two", "Three"]


def test_a_quote_without_end_costs_one_row(tmp_path: Path) -> None:
    rows = [f'Ship {n},"{TEXT}"' for n in range(40)]
    rows[3] = 'Broken,"' + TEXT.replace(",", "")
    rows[20] = 'Six " wide,"' + TEXT.replace("Monday", 'the "Monday" of ships') + '"'
    found = read(TableFile(), csv(tmp_path / "a.csv", "title,body\n" + "\n".join(rows)))
    items = [each for each in found if isinstance(each, RawItem)]
    assert len(items) == 40
    assert items[3].title == "Broken"
    assert items[20].title == 'Six " wide'
    assert 'the "Monday" of' in items[20].paragraphs[0]
    assert [item.part for item in items] == [str(n) for n in range(2, 42)]


def test_a_table_without_a_header_is_read_by_what_its_cells_hold(tmp_path: Path) -> None:
    rows = [
        f'{n},2021-08-{n:02},"Ship number {n} is here","{TEXT}",https://p.example/{n}'
        for n in range(1, 9)
    ]
    items = read_items(TableFile(), csv(tmp_path / "a.csv", "\n".join(rows)))
    assert len(items) == 8
    assert (items[0].title, items[0].date) == ("Ship number 1 is here", date(2021, 8, 1))
    assert (items[0].paragraphs, items[0].url) == ((TEXT,), "https://p.example/1")


def test_names_that_say_nothing_are_a_header_all_the_same(tmp_path: Path) -> None:
    rows = [f'Ship number {n} is here,2021-08-{n:02},"{TEXT}"' for n in range(1, 9)]
    items = read_items(TableFile(), csv(tmp_path / "a.csv", "aa,bb,cc\n" + "\n".join(rows)))
    assert len(items) == 8
    assert (items[0].title, items[0].date) == ("Ship number 1 is here", date(2021, 8, 1))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["44439"], date(2021, 8, 31)),
        (["20210831"], date(2021, 8, 31)),
        (["1630368000"], date(2021, 8, 31)),
        (["2021-08-31T10:00:00+08:00"], date(2021, 8, 31)),
        (["二〇二一年八月三十一日"], date(2021, 8, 31)),
        (["8/9/21"], date(2021, 8, 9)),
        (["8/9/2021", "31/8/2021"], date(2021, 9, 8)),
        (["soon"], None),
    ],
)
def test_days_are_read_as_excel_and_programs_write_them(
    tmp_path: Path, cells: list[str], expected: date | None
) -> None:
    rows = "\n".join(f"Ship,{cell},{TEXT.replace(',', '')}" for cell in cells)
    items = read_items(TableFile(), csv(tmp_path / "a.csv", f"title,date,body\n{rows}\n"))
    assert items[0].date == expected


def test_all_that_an_item_has_can_be_a_column(tmp_path: Path) -> None:
    jpeg(tmp_path / "ship.jpg")
    jpeg(tmp_path / "port.jpg", size=(90, 90))
    path = csv(
        tmp_path / "a.csv",
        "id,headline,lead,content,type,lang,section,tags,image,image caption,photographer,rights\n"
        f'PN-2021-0001,Ships,In short.,"<p>{TEXT}</p><p>More &amp; more.</p>",Speech,English,Sea,'
        '"ships; harbor","ship.jpg;http://p.example/img/port.jpg;gone.jpg",'
        "Two ships,B. Person,(C) PN\n",
    )
    item = read_one(TableFile(), path)
    assert item.paragraphs == ("In short.", TEXT, "More & more.")
    assert (item.kind, item.language, item.identity) == ("speech", "en", "table:PN-2021-0001")
    assert item.details == (
        ("section", "Sea"),
        ("keyword", "ships"),
        ("keyword", "harbor"),
        ("copyright", "(C) PN"),
    )
    first, *_rest = item.photos
    assert (first.path, first.caption, first.credit) == (
        tmp_path / "ship.jpg",
        "Two ships",
        "B. Person",
    )


def test_photos_never_come_from_outside_the_table_s_folder(tmp_path: Path) -> None:
    jpeg(tmp_path / "secret.jpg")
    (tmp_path / "in").mkdir()
    path = csv(
        tmp_path / "in" / "a.csv", f"title,body,photo\nOne,{TEXT.replace(',', '')},../secret.jpg\n"
    )
    assert read_one(TableFile(), path).photos == ()


def test_numbers_of_its_own_make_ids_that_stay_when_rows_move(tmp_path: Path) -> None:
    text = TEXT.replace(",", "")
    path = csv(tmp_path / "a.csv", f"编号,标题,正文\n1,甲,{text}\n2,乙,{text}\n2,丙,{text}\n")
    items = read_items(TableFile(), path)
    assert [(item.identity, item.part) for item in items] == [("", "id 1"), ("", "id 2"), ("", "4")]


def test_a_workbook_with_several_sheets_and_a_heading(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        [
            ("二〇二一年新闻汇总",),
            (),
            ("序号", "标题", "日期", "正文", "点击"),
            (1, "合作协议", datetime(2021, 8, 31, 9, 30), ZH, 12.0),
            (2, "第二条", date(2021, 9, 1), f"{ZH}\n{ZH}", "=1+1"),
        ],
        [("headline", "date", "text"), ("Ships", 44439, TEXT)],
        [("name", "number"), ("A", 1), ("B", 2)],
    )
    found = read(TableFile(), path)
    items = [each for each in found if isinstance(each, RawItem)]
    assert [(item.title, item.date) for item in items] == [
        ("合作协议", date(2021, 8, 31)),
        ("第二条", date(2021, 9, 1)),
        ("Ships", date(2021, 8, 31)),
    ]
    assert items[0].part == "Sheet id 1"
    assert items[1].paragraphs == (ZH, ZH)
    (skipped,) = (each for each in found if isinstance(each, Skipped))
    assert skipped.where == "Sheet3"


def test_a_saved_mapping_counts_before_the_guess(tmp_path: Path) -> None:
    text = f"aa,bb,title\n{TEXT.replace(',', '')},The real title,Nonsense\n"
    saved = {signature(["AA", "bb", "Title"]): ("text", "title", "")}
    item = read_one(TableFile(saved), csv(tmp_path / "a.csv", text))
    assert (item.title, item.paragraphs) == ("The real title", (TEXT.replace(",", ""),))


@pytest.mark.parametrize(
    "text",
    ["name,age\nA,1\nB,2\n", "1,2,3\n4,5,6\n", "email;phone\na@b.example;1\n", "x\ny\n"],
)
def test_a_table_without_a_text_is_skipped_with_the_reason(tmp_path: Path, text: str) -> None:
    (found,) = read(TableFile(), csv(tmp_path / "a.csv", text))
    assert isinstance(found, Skipped)
    assert "no column looks like a text" in str(found.reason)


def test_headlines_alone_are_items(tmp_path: Path) -> None:
    path = csv(
        tmp_path / "a.csv", "publish_date,headline_text\n20030219,ships arrive\n20030220,more\n"
    )
    items = read_items(TableFile(), path)
    assert [(item.title, item.date) for item in items] == [
        ("ships arrive", date(2003, 2, 19)),
        ("more", date(2003, 2, 20)),
    ]


def test_rows_without_words_are_skipped_and_blank_ones_not_even_told_of(tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", f"title,body,url\n,,\n,,https://p.example\nOne,{TEXT[:40]},\n\n")
    skipped, item = read(TableFile(), path)
    assert isinstance(skipped, Skipped)
    assert skipped.where == "row 3"
    assert isinstance(item, RawItem)


def test_chinese_far_below_plain_ascii_is_read_in_its_encoding(tmp_path: Path) -> None:
    rows = [f"Ship {n},{TEXT.replace(',', '')}" for n in range(6000)]
    text = "title,body\n" + "\n".join([*rows, f"合作协议,{ZH}"])
    path = csv(tmp_path / "a.csv", text, "gb18030")
    assert path.stat().st_size > 400_000
    assert read_items(TableFile(), path)[-1].paragraphs == (ZH,)


def test_a_row_without_end_fails_alone_and_memory_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.importing.tables import csv_rows

    monkeypatch.setattr(csv_rows, "MAX_ROW", 100_000)
    path = csv(tmp_path / "a.csv", f"title,body\nOne,{TEXT}\nLong,{'x' * 1_000_000}\nTwo,{TEXT}\n")
    found = read(TableFile(), path)
    assert [type(each) for each in found] == [RawItem, Failed, RawItem]
    assert isinstance(found[1], Failed)
    assert found[1].where == "row 3"
    assert table_rows.MAX_ROW == 16 * 1024 * 1024


def repacked(path: Path, **parts: bytes) -> Path:
    """The workbook at `path` with some of its parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = Path(name).stem
            new.writestr(name, parts.get(key, old.read(name)))
    path.write_bytes(made.getvalue())
    return path


def test_hostile_workbooks_fail_by_name(tmp_path: Path) -> None:
    rows = [("title", "body"), ("One", TEXT)]
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    cases = {
        "entities": {"sheet1": bomb + sheet + b"<sheetData>&b;</sheetData></worksheet>"},
        "cut": {"sheet1": sheet + b"<sheetData><row><c><v>"},
        "book": {"workbook": b"<workbook>"},
    }
    for name, parts in cases.items():
        path = repacked(workbook(tmp_path / f"{name}.xlsx", rows), **parts)
        with pytest.raises(ImportFailure, match=rf"{name}\.xlsx"):
            read(TableFile(), path)
    good = workbook(tmp_path / "short.xlsx", rows)
    good.write_bytes(good.read_bytes()[:-400])
    assert not TableFile().recognises(good, good.read_bytes())


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "bomb.xlsx", [("title", "body"), ("One", TEXT)])
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/styles.xml").file_size
    name = content.rindex(b"xl/styles.xml")  # in the central directory, 46 bytes on
    place = name - 46 + 24
    assert content[place : place + 4] == size.to_bytes(4, "little")
    huge = (3_000_000_000).to_bytes(4, "little")
    path.write_bytes(content[:place] + huge + content[place + 4 :])
    with pytest.raises(ImportFailure, match="unpacks to more than 256 MB"):
        read(TableFile(), path)
