"""Which languages a text is written in beside its main one, told from its running text.

What counts is running text: a Chinese name in brackets, an English product or a quoted
line makes no item bilingual, nor does an abstract before a long text. In all shared
material the second language has at most 2.6 % of any Chinese or English text; a text with
its translation has some 50 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.language.detect import (
    LETTERS_PER_CHARACTER,
    detect_language,
    is_japanese,
    is_language,
)
from desktop_app.language.tokens import HAN, HAN_CLASS

SHARE = 0.2
"""Of all letters of a text, those that a second language has at least."""
FLOOR = 240
"""Latin letters of a second language at least: some 40 words, or 60 Chinese characters."""
_SENTENCES = 2  # at least; one alone is a quotation, whatever its length
_WORDS = 8  # of a run in Latin letters; shorter ones are names, titles, addresses
_CHARACTERS = 12  # of a run in Chinese

_LATIN_RUN = re.compile(f"[^{HAN_CLASS}]+")
_LETTERS = re.compile(rf"[^\W\d_{HAN_CLASS}]+")
_WORD = re.compile(r"[A-Za-z]+")
# The last mark of a sentence, so that a million of them take a moment only.
_END = re.compile(r"[.!?](?=[\s\"'”’)]|$)|[。！？](?![。！？])")
# Words that only English has so many of: a fifth of its running text, next to none of
# other languages in Latin letters, of names, of program text and of pinyin.
_ENGLISH = frozenset(
    (
        *("the", "of", "and", "to", "is", "that", "for", "with", "from", "this", "are", "has"),
        *("have", "were", "by", "which", "it", "was"),
    )
)


@dataclass(slots=True)
class _Amount:
    """Running text of one language: its weight in Latin letters, and its sentences."""

    weight: int = 0
    sentences: int = 0

    def add(self, text: str, weight: int) -> None:
        self.weight += weight
        self.sentences += max(1, len(_END.findall(text)))

    def is_enough(self, total: int) -> bool:
        """Whether it is a language of a text with the weight `total`, and not the only one."""
        least = SHARE * total
        return self.sentences >= _SENTENCES and max(FLOOR, least) <= self.weight <= total - least


def other_languages(main: str, paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The languages beside `main`, of ``zh`` and ``en``, that a text is written in.

    One that has a fifth of the letters, `FLOOR` of them, and two sentences; a Chinese
    character counts as four letters. English is looked for only beside Chinese, as what
    quotes it in other languages looks too much alike.
    """
    text = "\n".join(paragraphs)
    if is_language(main, "zh"):
        return ("en",) if _may_have_english(text) and _is_mixed(text, "en") else ()
    if text.isascii() or is_language(main, "ja") or HAN.search(text) is None:
        return ()
    return ("zh",) if _is_mixed(text, "zh") else ()


def _may_have_english(text: str) -> bool:
    """A quick look, which nearly all Chinese texts end at."""
    return sum(map(len, _WORD.findall(text))) >= FLOOR


def _is_mixed(text: str, second: str) -> bool:
    found = {"en": _Amount(), "zh": _Amount()}
    total = 0
    for paragraph in text.split("\n"):
        total += _letters(paragraph) + _characters(paragraph) * LETTERS_PER_CHARACTER
        for language, run, weight in _running(paragraph):
            found[language].add(run, weight)
    return found[second].is_enough(total)


def _running(paragraph: str) -> Iterator[tuple[str, str, int]]:
    """The runs of English and of Chinese in `paragraph`: language, text, weight."""
    rest, at = [], 0
    for run in _LATIN_RUN.finditer(paragraph):
        if _is_english(run.group()):
            yield "en", run.group(), _letters(run.group())
            rest.append(paragraph[at : run.start()])
            at = run.end()
    for piece in (*rest, paragraph[at:]):
        if _is_chinese(piece):
            yield "zh", piece, _characters(piece) * LETTERS_PER_CHARACTER


def _is_english(text: str) -> bool:
    """Whether a text without Chinese characters is running English."""
    words = _WORD.findall(text)
    if len(words) < _WORDS:
        return False
    return sum(1 for word in words if word.lower() in _ENGLISH) * 10 >= len(words)


def _is_chinese(text: str) -> bool:
    """Whether `text` is running Chinese."""
    if _characters(text) < _CHARACTERS or is_japanese(text):
        return False
    return detect_language(text) == "zh"


def _characters(text: str) -> int:
    return sum(map(len, HAN.findall(text)))


def _letters(text: str) -> int:
    return sum(map(len, _LETTERS.findall(text)))
