"""Tokens: Latin words whole, Chinese runs as overlapping bigrams.

A run of Chinese characters becomes its overlapping pairs, a lone character itself,
so that any substring of two or more characters is a phrase of neighbouring tokens.
Where two runs meet (only punctuation or space between them) one position is left
empty, so that no phrase reaches across.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.language.folding import fold, fold_letters

# Of a character class in a regular expression: Chinese characters, 々 and 〇.
HAN_CLASS = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN = re.compile(f"[{HAN_CLASS}]+")
WORD = re.compile(rf"[^\W_{HAN_CLASS}]+")
_RUN = re.compile(rf"(?P<han>{HAN.pattern})|{WORD.pattern}")


class Token(NamedTuple):
    """A folded token, its position among tokens, and its code points in the text."""

    text: str
    position: int
    start: int
    end: int


def tokens(text: str, position: int = 0) -> Iterator[Token]:
    """Yield the tokens of `text` in order, positions counted from `position`."""
    folded, offsets = fold_letters(text)
    after_han = False
    for run in _RUN.finditer(folded):
        is_han = run.lastgroup is not None
        position += is_han and after_han
        for start, end in _spans(run, is_han):
            written = (start, end) if offsets is None else (offsets[start], offsets[end - 1] + 1)
            yield Token(folded[start:end], position, *written)
            position += 1
        after_han = is_han


def runs(text: str) -> list[str]:
    """The Latin words and the whole Chinese runs of `text` in order, folded."""
    return [run.group() for run in _RUN.finditer(fold(text))]


def _spans(run: re.Match[str], is_han: bool) -> Iterator[tuple[int, int]]:
    """The places of a run's tokens: its pairs, or the whole of it."""
    start, end = run.span()
    if not is_han or end - start == 1:
        yield start, end
        return
    for first in range(start, end - 1):
        yield first, first + 2
