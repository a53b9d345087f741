from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop_app.language.folding import fold
from desktop_app.language.pinyin import readings
from desktop_app.language.syllables import SYLLABLES
from desktop_app.language.tokens import HAN


def first(run: str) -> str:
    return " ".join(one[0] for one in readings(run))


def test_characters_are_read_as_in_the_words_around_them() -> None:
    assert first("重庆银行") == "chong qing yin hang"
    assert first("王树国出席会议") == "wang shu guo chu xi hui yi"


def test_a_surname_is_read_as_one_too() -> None:
    for run, syllable in (("曾", "zeng"), ("单", "shan"), ("仇", "qiu"), ("查", "zha")):
        assert syllable in readings(run + "国强")[0]
        assert syllable in readings("校长" + run + "国强出席会议")[2]


def test_a_name_alone_has_all_its_readings() -> None:
    assert {"le", "yue"} <= set(readings("李乐成")[1])
    assert {"chang", "zhang"} <= set(readings("王长江")[1])


def test_u_with_dots_is_v() -> None:
    assert readings("吕略") == (("lv",), ("lve",))


def test_a_character_that_nobody_reads_has_no_syllable() -> None:
    assert readings("\U0003ffff国") == ((), ("guo",))


def test_real_titles_are_read_in_standard_syllables(shared_data: Path) -> None:
    text = "".join(
        file.read_text("utf-8") for file in sorted((shared_data / "bulletins-zh").rglob("*.md"))[:9]
    )
    runs = {run.group() for run in HAN.finditer(fold(text))}
    unread = {
        character
        for run in runs
        for character, spoken in zip(run, readings(run), strict=True)
        if not spoken or spoken[0] not in SYLLABLES
    }
    assert len(runs) > 1000
    assert unread <= {"嗯", "〇", "々"}


def test_opening_the_window_does_not_read_the_tables() -> None:
    modules = "desktop_app.gui.main_window", "desktop_app.language.pinyin"
    code = f"import sys, {', '.join(modules)}; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
