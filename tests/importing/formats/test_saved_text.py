"""Saved text pages: the seed page, pages like it, and plain texts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.importing.formats.saved_text import SavedText
from desktop_app.importing.raw import Skipped
from tests.importing.reading import read, read_one

CHINESE = """欢迎访问西安交通大学新闻网！

首页 > 新闻 > 正文

西安交通大学与巴黎高科签署合作协议

发布时间：2021-08-31 10:00  来源：国际处  作者：张三  浏览次数：123
【字体：大 中 小】


8月30日，西安交通大学与巴黎高科集团通过视频连线签署合作协议。


西安交通大学校长王树国在签约仪式上致辞

校长王树国在致辞中表示，法国科学家为第二次和第三次工业革命作出了巨大贡献。

双方代表签署了合作备忘录。


签约现场

西安交通大学副校长席光参加签约仪式。

上一篇：某某新闻
下一篇：另一条
"""
ENGLISH = """Skip to main content

Peking University News

PKU and MIT launch joint laboratory

Source: PKU News   Updated: Sept. 3, 2021 08:15
Font size: A A A

The laboratory opened on Friday.


Delegates pose for a photo.


Students at work.

It has ten rooms and will study water.

Copyright © Peking University
"""


@pytest.fixture(scope="module")
def seed(shared_data: Path) -> Path:
    return shared_data / "seed" / "xjtu-paristech-2021-08-31.txt"


def test_the_seed_page_is_as_expected(seed: Path) -> None:
    expected = json.loads(seed.with_name("expected.json").read_text("utf-8"))
    item = read_one(SavedText(), seed)
    assert item.title == expected["title"]
    assert item.date == date.fromisoformat(expected["date"])
    assert item.language == expected["language"]
    assert item.paragraphs[0] == expected["lead"]
    assert [photo.caption for photo in item.photos] == expected["captions"]
    assert {photo.path for photo in item.photos} == {None}
    shown = "\n".join((item.title, *item.paragraphs))
    assert not [line for line in (*expected["not_in_body"], *expected["captions"]) if line in shown]
    assert item.kind == "news"
    assert item.source == "Xi'an Jiaotong University"


def test_every_other_paragraph_of_the_seed_page_is_kept(seed: Path) -> None:
    item = read_one(SavedText(), seed)
    lines = [line.strip() for line in seed.read_text("utf-8").split("\n") if len(line) > 60]
    captions = [photo.caption for photo in item.photos]
    assert [line for line in lines if line != item.title and line not in captions] == list(
        item.paragraphs
    )
    assert [photo.after for photo in item.photos] == [2, 6]


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode("gbk"),
        lambda text: text.replace("\n", "\r\n").encode("utf-16"),
        lambda text: text.replace(" ", "\u00a0").encode(),
    ],
    ids=["utf-8", "bom", "gbk-crlf", "utf-16-crlf", "nbsp"],
)
def test_a_chinese_page(tmp_path: Path, encode) -> None:  # noqa: ANN001
    page = tmp_path / "page.txt"
    page.write_bytes(encode(CHINESE))
    item = read_one(SavedText(), page)
    assert item.title == "西安交通大学与巴黎高科签署合作协议"
    assert (item.date, item.source, item.byline) == (date(2021, 8, 31), "国际处", "张三")
    assert item.language == "zh"
    assert len(item.paragraphs) == 4
    assert item.paragraphs[0].startswith("8月30日")
    assert [(photo.caption, photo.after) for photo in item.photos] == [
        ("西安交通大学校长王树国在签约仪式上致辞", 1),
        ("签约现场", 3),
    ]


def test_an_english_page_with_another_banner(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(ENGLISH, "utf-8")
    item = read_one(SavedText(), page)
    assert item.title == "PKU and MIT launch joint laboratory"
    assert (item.date, item.source) == (date(2021, 9, 3), "PKU News")
    assert item.paragraphs == (
        "The laboratory opened on Friday.",
        "It has ten rooms and will study water.",
    )
    assert [photo.caption for photo in item.photos] == [
        "Delegates pose for a photo.",
        "Students at work.",
    ]


TRADITIONAL = """國立臺灣大學新聞網

首頁 / 校園新聞

臺大與巴黎高科簽署合作協議
字級：小 中 大
發布日期：2021年8月31日  作者：張三  瀏覽次數：123
資料來源：國際事務處


臺大校長於今日與巴黎高科代表透過視訊簽署合作協議。


臺大校長於簽約儀式致詞

雙方將推動學生交流。

責任編輯：李四
回上頁
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "big5hkscs"])
def test_a_page_in_traditional_characters(tmp_path: Path, encoding: str) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(TRADITIONAL.encode(encoding))
    item = read_one(SavedText(), page)
    assert item.title == "臺大與巴黎高科簽署合作協議"
    assert (item.date, item.source, item.byline) == (date(2021, 8, 31), "國際事務處", "張三")
    assert item.paragraphs == (
        "臺大校長於今日與巴黎高科代表透過視訊簽署合作協議。",
        "雙方將推動學生交流。",
    )
    assert [photo.caption for photo in item.photos] == ["臺大校長於簽約儀式致詞"]


HEAD = """Welcome to Xi'an Jiaotong University!

{above}
XJTU signs an agreement

{below}


The agreement was signed on Monday.

More will follow.
"""


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "August 31, 2021\nL M S"),
        ("", "August 31, 2021\n[L] [M] [S]"),
        ("", "Font Size: [S] [M] [L]\nAugust 31, 2021"),
        ("", "August 31, 2021\nL\nM\nS"),
        ("", "August 31, 2021   A- A A+"),
        ("Today is October 5, 2023\n", "August 31, 2021"),
        ("October 5, 2023 Thursday\n", "August 31, 2021\nL M S"),
        ("2023年10月5日 星期四\n", "2021-08-31"),
        ("", "Updated: September 2, 2021\nPublished: August 31, 2021"),
        ("", "Updated: September 2, 2021  Published: August 31, 2021"),
        ("August 31, 2021\n", "L M S"),
    ],
)
def test_one_page_under_many_heads(tmp_path: Path, above: str, below: str) -> None:
    page = tmp_path / "page.txt"
    page.write_text(HEAD.format(above=above, below=below), "utf-8")
    item = read_one(SavedText(), page)
    assert item.title == "XJTU signs an agreement"
    assert item.date == date(2021, 8, 31)
    assert item.source == "Xi'an Jiaotong University"
    assert item.paragraphs == ("The agreement was signed on Monday.", "More will follow.")
    assert item.photos == ()


def test_a_title_over_two_lines_and_a_title_with_a_day_in_it(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("XJTU signs an agreement\nwith Paris\n\nMay 1, 2020\n\nOne.\n\nTwo.\n", "utf-8")
    assert read_one(SavedText(), page).title == "XJTU signs an agreement with Paris"
    page.write_text("On May 1, 2020 XJTU signs\n\nMay 2, 2020\n\nOne.\n\nTwo.\n", "utf-8")
    item = read_one(SavedText(), page)
    assert (item.title, item.date) == ("On May 1, 2020 XJTU signs", date(2020, 5, 2))
    assert item.paragraphs == ("One.", "Two.")


def test_a_day_that_has_not_come_is_no_day_of_publishing(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("XJTU signs\n\nSeptember 1, 2121\nL M S\n\n\nOne.\n\nTwo.\n", "utf-8")
    item = read_one(SavedText(), page)
    assert (item.title, item.date, item.paragraphs) == ("XJTU signs", None, ("One.", "Two."))


def test_a_size_switch_in_the_text_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Shirts\n\nMay 1, 2020\n\nThey come in S M L sizes.\n\nTwo.\n", "utf-8")
    assert read_one(SavedText(), page).paragraphs == ("They come in S M L sizes.", "Two.")


def test_a_caption_is_known_by_its_credit_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    text = "毕业典礼举行\n2022年6月26日\n\n典礼上午举行。\n图为典礼现场。李四 摄\n代表发言。\n"
    text += "校长拨穗。（摄影：王五）\n典礼结束。\n"
    page.write_text(text, "utf-8")
    item = read_one(SavedText(), page)
    assert item.paragraphs == ("典礼上午举行。", "代表发言。", "典礼结束。")
    assert [photo.caption for photo in item.photos] == [
        "图为典礼现场。李四 摄",
        "校长拨穗。（摄影：王五）",
    ]


def test_wide_spacing_throughout_makes_no_captions(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Title\nMay 1, 2020\n\n\nOne.\n\n\nTwo.\n\n\nThree.\n\n\nFour.\n", "utf-8")
    item = read_one(SavedText(), page)
    assert item.paragraphs == ("One.", "Two.", "Three.", "Four.")
    assert item.photos == ()


def test_a_plain_text_with_title_and_date(tmp_path: Path) -> None:
    page = tmp_path / "walk.txt"
    page.write_text("A walk in the hills\n\n31 August 2021\n\nWe went up.\n\nThen down.\n", "utf-8")
    item = read_one(SavedText(), page)
    assert (item.title, item.date) == ("A walk in the hills", date(2021, 8, 31))
    assert item.paragraphs == ("We went up.", "Then down.")


def test_folded_lines_are_joined(tmp_path: Path) -> None:
    page = tmp_path / "mail.txt"
    page.write_text(
        "NOTICE\n\nThis is a long paragraph which has been folded by a mail program at about\n"
        "seventy columns, so that its lines must be joined again to a paragraph when\n"
        "it is read.\n\nAnother paragraph is folded in the same way by the same program, and\n"
        "ends here.\n",
        "utf-8",
    )
    item = read_one(SavedText(), page)
    assert len(item.paragraphs) == 2
    assert "at about seventy columns" in item.paragraphs[0]


def test_a_file_of_blanks_is_skipped(tmp_path: Path) -> None:
    page = tmp_path / "blank.txt"
    page.write_text(" \n\u3000\n\t\n", "utf-8")
    (found,) = read(SavedText(), page)
    assert isinstance(found, Skipped)


BODY_ZH = "西安交通大学与巴黎高科签署合作协议，双方将共同培养工程师，首批学生今年九月入学。"
BODY_EN = "The university signed an agreement online through video link on Monday."


@pytest.mark.parametrize(
    "day",
    [
        "2021年8月31日",
        "二〇二一年八月三十一日",
        "Tuesday, August 31, 2021",
        "20210831",
        "31.08.2021",
    ],
)
@pytest.mark.parametrize("body", [BODY_ZH, BODY_EN])
def test_a_first_line_that_is_only_a_day_is_the_days(tmp_path: Path, day: str, body: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{day}\n\n{body}\n\nMore was said later.\n", encoding="utf-8")
    item = read_one(SavedText(), path)
    assert item.date == date(2021, 8, 31)
    assert item.paragraphs == (body, "More was said later.")
    assert item.title == body


def test_a_title_under_the_day_is_still_the_title(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"August 31, 2021\n\nAgreement signed\n\n{BODY_EN}\n", encoding="utf-8")
    item = read_one(SavedText(), path)
    assert (item.title, item.paragraphs) == ("Agreement signed", (BODY_EN,))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（记者 王建国 李四）8月30日，双方签署合作协议。", "王建国、李四"),
        ("本报北京8月30日电（记者王建国、通讯员李四）双方签署合作协议。", "王建国、李四"),
        ("（本報記者陳美玲）雙方簽署合作協議。", "陳美玲"),
        ("本报记者王建国报道：双方签署合作协议。", "王建国"),
        ("新华社记者 王 乐 李四光 报道，双方签署合作协议。", "王乐、李四光"),
        ("双方签署合作协议，首批学生九月入学。（见习记者 欧阳娜娜）", "欧阳娜娜"),
    ],
)
def test_reporters_are_named_in_a_chinese_text(tmp_path: Path, line: str, names: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"学校签署合作协议\n\n{line}\n\n第二段在这里。\n", encoding="utf-8")
    item = read_one(SavedText(), path)
    assert item.byline == names
    assert item.paragraphs == (line, "第二段在这里。")


@pytest.mark.parametrize(
    "line", ["记者 王建国 李四 报道", "新华社记者王建国、李四", "■本报记者 王建国 通讯员 李四"]
)
def test_a_line_of_reporters_alone_is_no_paragraph(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.txt"
    text = f"学校签署协议\n2021年8月31日\n{line}\n{BODY_ZH}\n\n\n\n签字仪式现场。\n\n第二段。\n"
    path.write_text(text, encoding="utf-8")
    item = read_one(SavedText(), path)
    assert item.byline == "王建国、李四"
    assert item.paragraphs[0] == BODY_ZH
    assert line not in item.paragraphs
    assert [(photo.caption, photo.after) for photo in item.photos] == [("签字仪式现场。", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "记者招待会今天上午举行。",
        "记者 从教育部 报道",
        "记者从有关部门获悉，报道：双方签署合作协议。",
        "签字仪式现场。（记者王建国 摄）",
        "（记者节当天）双方签署合作协议。",
    ],
)
def test_what_only_looks_like_a_reporter_is_none(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"学校签署合作协议\n\n{line}\n\n第二段在这里。\n", encoding="utf-8")
    assert read_one(SavedText(), path).byline == ""
