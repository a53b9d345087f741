"""Outlines of long texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.language.outline import Entry, outline_of

TEXT = "This is a paragraph of text that says what the heading before it has promised to say."
CHINESE = "这是正文的一段，说明前面的标题所要说明的内容，文字足够长，也以句号结尾。"


def headings(*paragraphs: str) -> list[tuple[int, str]]:
    return [(entry.level, entry.text) for entry in outline_of(paragraphs)]


def test_headings_stand_at_the_levels_they_are_counted_in() -> None:
    found = headings(
        "I. THE ECONOMY", TEXT, "TRADE", TEXT, "Small business", TEXT, "II. ENERGY", TEXT
    )
    assert found == [(0, "I. THE ECONOMY"), (1, "TRADE"), (2, "Small business"), (0, "II. ENERGY")]


def test_chinese_headings_and_those_that_open_a_paragraph() -> None:
    found = headings(
        "一、过去五年的工作", CHINESE, "（一）经济发展", CHINESE, "（二）创新驱动。" + CHINESE * 3,
        "二、今后的任务", CHINESE, CHINESE,
    )  # fmt: skip
    assert found == [
        (0, "一、过去五年的工作"), (1, "（一）经济发展"), (1, "（二）创新驱动"),
        (0, "二、今后的任务"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["• a point of a list", "—17% for adult women", "metadata:", "kind: Policy", "SLO", "N/A",
     "Total expenditures 67, 229 35, 860", "It was so.", "他说：", "——", "| a | b |", "1947"],
)  # fmt: skip
def test_what_is_short_is_no_heading_for_that(line: str) -> None:
    paragraphs = ["One", TEXT, "Two", TEXT, "Three", TEXT, line, TEXT]
    assert [text for _level, text in headings(*paragraphs)] == ["One", "Two", "Three"]


def test_rows_of_a_table_are_no_headings() -> None:
    rows = ["Name", "Place", "Office"] * 6
    assert outline_of(rows) == []


def test_a_text_without_headings_is_told_by_its_openings() -> None:
    found = outline_of([f"{number}. {TEXT * 4}" for number in range(9)])
    assert found[3] == Entry(3, 0, f"3. {TEXT * 4}"[:120])
    assert len(found) == 9


def test_a_short_text_has_none() -> None:
    assert outline_of([TEXT] * 7) == []
    assert outline_of([]) == []


def test_hostile_texts_take_no_long() -> None:
    assert outline_of(["（" * 100_000, "一、" * 100_000, "第" + "一" * 100_000] * 20) is not None


def test_messages_to_congress_have_their_own_headings(shared_data: Path) -> None:
    def levels(name: str) -> list[tuple[int, str]]:
        text = (shared_data / "speeches-en" / name).read_text("utf-8")
        return headings(*(part.strip() for part in text.split("\n\n") if part.strip()))

    hoover = levels("1930-Hoover-1.txt")
    assert hoover[:2] == [(0, "ECONOMIC SITUATION"), (0, "AGRICULTURE")]
    carter = levels("1981-Carter-1.txt")
    assert (0, "II. CREATING ENERGY SECURITY") in carter
    assert carter.index((1, "NATIONAL ENERGY POLICY")) > carter.index(
        (0, "II. CREATING ENERGY SECURITY")
    )
    assert not any(text.startswith(("•", "—")) for _level, text in carter)
