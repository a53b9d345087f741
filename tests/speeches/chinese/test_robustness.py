from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.speeches.chinese.quotations import masked, quotations
from desktop_app.speeches.chinese.script import plain
from tests.speeches.changed_texts import NOISE, Paragraphs, assert_sound, changed, put_together
from tests.speeches.chinese.reading import read
from tests.statement_gold import labelled

_PIECES = (
    "“",
    "”",
    "‘",
    "’",
    "「",
    "」",
    "『",
    "』",
    '"',
    "，",
    ",",
    "。",
    "！",
    "？",
    "：",
    ":",
    "；",
    "、",
    "（",
    "）",
    "《",
    "》",
    "·",
    "…",
    "—",
    "说",
    "说：",
    "表示，",
    "指出",
    "认为",
    "称",
    "称，",
    "希望",
    "要求",
    "宣布",
    "告诉记者，",
    "据",
    "报道，",
    "介绍，",
    "他",
    "她",
    "其",
    "我",
    "王树国",
    "王校长",
    "习近平",
    "主席",
    "总统普京",
    "外交部",
    "会议",
    "在会上",
    "对媒体",
    "11日",
    "的",
    "了",
    "地",
    "来自",
    "强调",
    "並說",
    "國家",
    "\ue000",
    "\ue001",
    "\ue002",
    "\ue003",
    "\ufeff",
    "😀",
    "A",
    "1",
    "\n",
    " ",
    "\u3000",
)
HARD = (
    "王树国说，",
    "“",
    "”",
    "“”",
    "“王",
    "据王",
    "据王报道，",
    "在",
    "在会上",
    "对",
    "《",
    "（",
    "（）",
    "的",
    "他说：“好。”",
    "主席",
    "王",
    "阿·",
    "11日",
    "称",
    "希望",
    "要求，",
    "表示；",
    "，并强调",
    "a",
    "\n",
    "说。",
    "同",
)


@lru_cache(maxsize=1)
def real() -> list[tuple[str, ...]]:
    return [each.item.paragraphs for each in labelled("zh", None)]


def sound(paragraphs: tuple[str, ...]) -> None:
    """Statements are where they say they are (which `read` asserts), and hold something."""
    text = "\n".join(paragraphs)
    assert_sound(paragraphs, read(*paragraphs))
    simple = plain(text)
    assert len(masked(simple, quotations(simple))) == len(simple) == len(text)


@given(put_together(_PIECES))
@settings(max_examples=400, deadline=None)
def test_any_words_and_marks(paragraphs: Paragraphs) -> None:
    sound(paragraphs)


@given(NOISE)
@settings(max_examples=200, deadline=None)
def test_any_text(paragraphs: Paragraphs) -> None:
    sound(paragraphs)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_real_items_with_pieces_changed(data: st.DataObject) -> None:
    sound(data.draw(changed(real(), _PIECES)))


@pytest.mark.parametrize("piece", HARD)
def test_one_piece_over_and_over(piece: str) -> None:
    """Ends soon, too: `statements` of the benchmarks says how its time grows."""
    sound(((piece * (20_000 // len(piece))),))
    sound(tuple((piece * (20_000 // len(piece)) + "。").split("\n")))
