from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.speeches.english.quotations import masked, quotations
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
    for each in read(*paragraphs):
        assert 0 <= each.start < each.end <= len(text)
        assert each.text.strip() == each.text != ""
        assert each.speaker.strip()
    assert len(masked(text, quotations(paragraphs))) == len(text)


@given(st.lists(st.sampled_from(_PIECES), max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_words_and_marks(pieces: list[str]) -> None:
    sound(tuple("".join(pieces).split("\n")))


@given(st.lists(st.text(max_size=80), max_size=6))
@settings(max_examples=200, deadline=None)
def test_any_text(paragraphs: list[str]) -> None:
    sound(tuple(paragraph.replace("\n", " ") for paragraph in paragraphs))


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_real_items_with_pieces_changed(data: st.DataObject) -> None:
    text = "\n".join(data.draw(st.sampled_from(real())))[:3000]
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 5))
        text = text[:at] + data.draw(st.sampled_from(_PIECES)) + text[at + gone :]
    sound(tuple(text.split("\n")))


@pytest.mark.parametrize("piece", HARD)
def test_one_piece_over_and_over(piece: str) -> None:
    """Ends soon, too: `statements` of the benchmarks says how its time grows."""
    sound(tuple((piece * (40_000 // len(piece))).split("\n")))
