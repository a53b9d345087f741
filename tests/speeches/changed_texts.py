"""Texts that no newsroom wrote, for the readers of statements: pieces, noise, changed items."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from desktop_app.items import Statement

Paragraphs = tuple[str, ...]

NOISE = st.lists(st.text(max_size=80), max_size=6).map(
    lambda paragraphs: tuple(paragraph.replace("\n", " ") for paragraph in paragraphs)
)


def put_together(pieces: Sequence[str]) -> st.SearchStrategy[Paragraphs]:
    """Any of `pieces` in any order."""
    rows = st.lists(st.sampled_from(pieces), max_size=60)
    return rows.map(lambda row: tuple("".join(row).split("\n")))


@st.composite
def changed(draw: st.DrawFn, items: Sequence[Paragraphs], pieces: Sequence[str]) -> Paragraphs:
    """One of `items` with some of its letters gone and `pieces` put in."""
    text = "\n".join(draw(st.sampled_from(items)))[:3000]
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 5))
        text = text[:at] + draw(st.sampled_from(pieces)) + text[at + gone :]
    return tuple(text.split("\n"))


def assert_sound(paragraphs: Paragraphs, statements: Sequence[Statement]) -> None:
    """Statements lie in the text, say something, and are somebody's."""
    length = len("\n".join(paragraphs))
    for each in statements:
        assert 0 <= each.start < each.end <= length
        assert each.text.strip() == each.text != ""
        assert each.speaker.strip()
