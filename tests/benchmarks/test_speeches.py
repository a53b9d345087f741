from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.items import Origin
from tests.benchmarks.corpus import Story
from tests.benchmarks.speeches import Row, Scanned, choose, contract, measure
from tests.material import item

TEXTS = ("Crude oil rose, and oil fell.", "国际合作和合作发展", "No word of it")


def story(number: int, text: str, language: str) -> Story:
    return Story(number, text, "", 20210801, language, "news", "S")


def test_words_are_chosen_by_their_share_of_items() -> None:
    texts = ["some words here"] * 4 + ["some other things"] * 6
    stories = [story(n, text, "en") for n, text in enumerate(texts)]
    assert choose(stories, "en")["common"] in ("words", "here")
    chinese = [*stories, story(99, "合作", "zh")]
    assert set(choose(chinese, "zh").values()) == {"合作"}


def test_both_ways_find_the_same_lines(tmp_path: Path) -> None:
    with open_for_import(tmp_path / "a.beilin") as archive:
        made = [item(f"i{n}", text) for n, text in enumerate(TEXTS)]
        archive.put([(each, Origin("test"), False) for each in made])
    with open_archive(tmp_path / "a.beilin") as archive:
        archive.catch_up()
        words = {"en": dict.fromkeys(("common", "middling", "rare"), "oil"),
                 "zh": dict.fromkeys(("common", "middling", "rare"), "合作")}  # fmt: skip
        rows = measure(archive, [Scanned(text, 202108) for text in TEXTS], words)
    found = [row for row in rows if row.what.startswith(("concordance", "sorted"))]
    assert [(row.lines, row.scan_lines) for row in found] == [(2, 2)] * 8


def test_the_contract_is_for_ten_thousand_lines() -> None:
    rows = [Row("concordance: rare", "a", 10, 1.0, 10, 9.0),
            Row("concordance: common", "b", 5000, 60.0, 5000, 9.0),
            Row("trend of three words", "a b", 12, 101.0, 12, 500.0)]  # fmt: skip
    lines, trend = contract(rows)
    assert (lines["figure"], lines["met"]) == (pytest.approx(120.0), True)
    assert (trend["figure"], trend["met"]) == (101.0, False)
