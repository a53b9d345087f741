"""What the tests of Chinese statements share."""

from __future__ import annotations

from desktop_app.items import Statement
from desktop_app.speeches.chinese.reading import read_chinese


def read(*paragraphs: str) -> list[Statement]:
    """The statements of `paragraphs`, each where it says it is."""
    text = "\n".join(paragraphs)
    found = list(read_chinese(paragraphs))
    assert all(text[each.start : each.end] == each.text for each in found)
    return found


def said(*paragraphs: str) -> list[tuple[str, str]]:
    """Who says what; what is quoted between marks."""
    return [
        (each.speaker, f"“{each.text}”" if each.quoted else each.text) for each in read(*paragraphs)
    ]
