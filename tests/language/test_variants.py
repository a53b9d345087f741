from __future__ import annotations

from desktop_app.language.folding import fold_character
from desktop_app.language.tokens import HAN
from desktop_app.language.variants import variants


def test_traditional_and_compatible_ways_of_writing() -> None:
    assert set("國") <= set(variants("国家"))
    assert {"發", "髮"} <= set(variants("发"))
    assert "㈱" in variants("株")
    assert "\u2f00" in variants("一")  # the radical


def test_every_character_that_folds_to_chinese_is_known() -> None:
    missing = []
    for code in (*range(0x80, 0xD800), *range(0xE000, 0x10000), *range(0x1F000, 0x20000)):
        written = chr(code)
        for character in fold_character(code):
            if HAN.match(character) and character != written:
                missing += [written] if written not in variants(character) else []
    assert missing == []
