from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.speeches.english.quotations import masked, quotations
from tests.speeches.changed_texts import NOISE, Paragraphs, assert_sound, changed, put_together
from tests.speeches.english.reading import read
from tests.statement_gold import HARD, labelled

_PIECES = (
    '"',
    "“",
    "”",
    "'",
    "’",
    "‘",
    "``",
    "''",
    ",",
    ".",
    "?",
    "!",
    ":",
    " - ",
    "—",
    "(",
    ")",
    "\n",
    " said ",
    " says ",
    " told ",
    " added ",
    ", saying ",
    " according to ",
    " that ",
    "he",
    "she",
    "it",
    "they",
    "the company",
    "Ann Lee",
    "Lee",
    "Wang Shuguo",
    "president of ",
    "Inc.",
    "U.S.",
    "Mr. ",
    "<ABC>",
    "é",
    "\ue001",
    "\ue002",
    "\ufeff",
    "\u2028",
    "王树国",
    "😀",
    "A",
    " ",
    "  ",
)


@lru_cache(maxsize=1)
def real() -> list[tuple[str, ...]]:
    return [each.item.paragraphs for each in labelled("en", None)]


def sound(paragraphs: tuple[str, ...]) -> None:
    """Statements are where they say they are (which `read` asserts), and hold something."""
    text = "\n".join(paragraphs)
    assert_sound(paragraphs, read(*paragraphs))
    assert len(masked(text, quotations(paragraphs))) == len(text)


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
    sound(tuple((piece * (40_000 // len(piece))).split("\n")))
