from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.folding import fold, fold_letters, fold_with_offsets


def test_traditional_full_width_and_capitals_fold_to_one_form() -> None:
    assert fold("國際新聞ＡＢＣ１２３") == "国际新闻abc123"


def test_every_folded_character_knows_where_it_came_from() -> None:
    text = "ﬁne 國際"
    folded, offsets = fold_with_offsets(text)
    assert folded == "fine 国际"
    assert offsets is not None
    assert [text[offset] for offset in offsets[:3]] == ["ﬁ", "ﬁ", "n"]
    assert text[offsets[5]] == "國"


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_places_never_go_backwards_nor_outside(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    if offsets is None:
        assert len(folded) == len(text)
    else:
        assert len(offsets) == len(folded) + 1
        assert offsets == sorted(offsets)
        assert offsets[-1] == len(text)


def words(folded: tuple[str, list[int] | None]) -> list[tuple[str, int]]:
    text, offsets = folded
    return [
        (run.group(), run.start() if offsets is None else offsets[run.start()])
        for run in re.finditer(r"[^\W_]+", text)
    ]


@given(st.text() | st.text(alphabet="Aσς ΣİıǅK國国ＡａéÉ…，。½℃ﬁ㎡ß１①々\u0301\u00ad"))
def test_letters_fold_alike_whether_marks_are_folded_or_not(text: str) -> None:
    assert words(fold_letters(text)) == words(fold_with_offsets(text))


def test_every_character_folds_alike_whether_marks_are_folded_or_not() -> None:
    for code in range(0x110000):
        assert words(fold_letters(chr(code))) == words(fold_with_offsets(chr(code))), hex(code)


def test_real_texts_fold_alike_whether_marks_are_folded_or_not(shared_data: Path) -> None:
    for file in sorted((shared_data / "bulletins-zh").rglob("*.md"))[:5]:
        text = file.read_text("utf-8")
        assert words(fold_letters(text)) == words(fold_with_offsets(text))
