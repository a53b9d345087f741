"""Evening bulletins in Markdown."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from desktop_app.importing.formats.bulletin import Bulletin
from tests.importing.reading import read_items

FOREIGN = ("<p", "查看原文", "更新时间戳", "新闻摘要")


def test_all_bulletins_give_their_items(shared_data: Path) -> None:
    files = sorted((shared_data / "bulletins-zh").glob("*.md"))
    identities: Counter[str] = Counter()
    for file in files:
        for item in read_items(Bulletin(), file):
            identities[item.identity] += 1
            assert item.date is not None and f"{item.date:%Y%m%d}" == file.stem
            assert item.title and item.url.startswith("https://")
            assert (item.kind, item.language) == ("bulletin", "zh")
            text = "\n".join(item.paragraphs)
            assert not [mark for mark in FOREIGN if mark in text]
    assert len(files) == 272
    assert sum(identities.values()) == 3810
    assert len(identities) == 3810


def test_an_item_has_all_its_paragraphs(shared_data: Path) -> None:
    items = read_items(Bulletin(), shared_data / "bulletins-zh" / "20230101.md")
    war = next(item for item in items if item.title.startswith("俄称在顿涅茨克等地"))
    assert war.date == date(2023, 1, 1)
    assert war.source == "新闻联播"
    assert war.paragraphs[0].startswith("央视网消息（新闻联播）：俄罗斯国防部")
    assert war.paragraphs[1] == "美国人士：美国挑动冲突 破坏和平"
    assert len(war.paragraphs) == 3


def test_the_rundown_and_the_stamp_are_no_items(tmp_path: Path) -> None:
    file = tmp_path / "20230101.md"
    file.write_text(
        "# 《新闻联播》 (20230101)\n\n## 新闻摘要\n\n1.一条；\n\n### 旧式标题\n\n## 详细新闻\n\n"
        "### 一条\n\n<p>第一段。<br></p><p>第二段&nbsp;。</p>\n\n"
        "### 无正文\n\n---\n\n(更新时间戳: 16)\n",
        "utf-8",
    )
    first, second = read_items(Bulletin(), file)
    assert (first.title, first.paragraphs) == ("一条", ("第一段。", "第二段 。"))
    assert (second.title, second.paragraphs) == ("无正文", ())


def test_equal_titles_on_one_day_stay_apart(tmp_path: Path) -> None:
    file = tmp_path / "20230101.md"
    file.write_text("# 新闻 (20230101)\n## 详细新闻\n### 快讯\n甲。\n### 快讯\n乙。\n", "utf-8")
    first, second = read_items(Bulletin(), file)
    assert first.identity != second.identity
