"""Tokens in bulk are the tokens of `tokens`, text by text, whatever the texts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.language.token_arrays import TokenSplitter
from desktop_app.language.tokens import tokens

# Planes and signs that fold, join or split in unusual ways, more often than chance has them.
ODD = (
    "西安交通大学國々〇〆ㄅ㐀𠀀𰻝豈﨎﨏" "ﬁﬃŒßİıſΣςªº²½№℃㎏㍻㈱①Ⅷ" "ｆｕＬＬ１２ﾊﾞ"
    "é\u0301\u0300\u0327\u20dd\u3099\u309a"
    "\u200b\u200d\u00ad\ufeff\u2028\x00\x1e_-'’·，。、《》 \n\t"
    "アあ한국ไทยहिन्दीعربي" "𝐀𝟘🀄👩🏽" "\U0010ffff\U0003fffd\ue000"
)  # fmt: skip
odd = st.text(st.sampled_from(ODD), max_size=40)
plain = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
latin = st.text(st.sampled_from("abcXYZ ,.-09éß"), max_size=40)
texts = st.one_of(odd, plain, latin, st.tuples(odd, plain, odd).map("".join))


def said(splitter: TokenSplitter, each: Sequence[str]) -> list[list[tuple[str, int]]]:
    """The splitter's tokens of each text, and their positions."""
    arrays = splitter.split(each)
    order = sorted(set(arrays.codes.tolist()))
    kind = arrays.codes.dtype
    spelt = dict(zip(order, arrays.spell(np.array(order, kind)), strict=True))
    found: list[list[tuple[str, int]]] = [[] for _ in each]
    for code, position, text in zip(
        arrays.codes.tolist(), arrays.positions.tolist(), arrays.texts.tolist(), strict=True
    ):
        found[text].append((spelt[code].decode(), position))
    return found


def expected(each: Sequence[str]) -> list[list[tuple[str, int]]]:
    return [[(token.text, token.position) for token in tokens(text)] for text in each]


@settings(max_examples=250, deadline=None)
@given(st.lists(texts, min_size=1, max_size=6))
def test_several_texts_at_once(each: list[str]) -> None:
    splitter = TokenSplitter()
    assert said(splitter, each) == expected(each)
    assert said(splitter, each[::-1]) == expected(each[::-1])  # from what it has learnt


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(texts, max_size=3), min_size=2, max_size=5))
def test_one_splitter_again_and_again(batches: list[list[str]]) -> None:
    splitter = TokenSplitter()
    for each in batches:
        assert said(splitter, each) == expected(each)


@settings(max_examples=100, deadline=None)
@given(st.lists(texts, min_size=1, max_size=5))
def test_widths_are_the_position_after_the_last_token(each: list[str]) -> None:
    widths = TokenSplitter().split(each).widths.tolist()
    assert widths == [(row[-1][1] + 1 if row else 0) for row in expected(each)]


@settings(max_examples=100, deadline=None)
@given(st.lists(texts, min_size=1, max_size=5))
def test_codes_ascend_as_the_spellings_of_their_kind_do(each: list[str]) -> None:
    arrays = TokenSplitter().split(each)
    assert list(arrays.words) == sorted(set(arrays.words))


@pytest.mark.parametrize("each", [[], [""], ["", "", ""], ["，"], ["国"], ["国", "国"], ["\n"]])
def test_next_to_nothing(each: list[str]) -> None:
    assert said(TokenSplitter(), each) == expected(each)


@pytest.mark.slow
def test_every_code_point_alone_and_beside_others() -> None:
    splitter = TokenSplitter()
    points = [chr(point) for point in range(0x110000) if not 0xD800 <= point < 0xE000]
    for start in range(0, len(points), 20_000):
        some = points[start : start + 20_000]
        each = [*some, *(f"a{point}b" for point in some), *(f"国{point}安" for point in some)]
        assert said(splitter, each) == expected(each)


def test_real_articles(shared_data: Path) -> None:
    files = sorted((shared_data / "bulletins-zh").rglob("*.md"))
    each = [file.read_text("utf-8") for file in random.Random(1).sample(files, 12)]
    assert said(TokenSplitter(), each) == expected(each)
