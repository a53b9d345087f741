"""Which language a text is written in, told from its script."""

from __future__ import annotations

import re

from desktop_app.language.tokens import HAN

# A Chinese news text quotes names and products in Latin letters, and an English one
# seldom has any Chinese at all; a Chinese character carries about as much as four
# Latin letters, so the share is taken over that weight.
LETTERS_PER_CHARACTER = 4
_KANA = re.compile("[\u3041-\u309f\u30a1-\u30fa]")
_KANA_SHARE = 20  # Japanese has more than one kana to so many Chinese characters


def detect_language(text: str) -> str:
    """Return ``"zh"`` or ``"en"``, the language most of `text` is written in."""
    characters = sum(len(run.group()) for run in HAN.finditer(text))
    letters = sum(map(str.isalpha, text)) - characters
    return "zh" if characters * LETTERS_PER_CHARACTER > letters else "en"


def is_language(code: str, language: str) -> bool:
    """Whether the code of BCP 47 is for `language` or a kind of it: ``zh-TW`` for ``zh``."""
    return code.partition("-")[0].lower() == language


def is_japanese(text: str) -> bool:
    """Whether so many kana stand among its Chinese characters as in no Chinese."""
    kana = len(_KANA.findall(text))
    return kana > 0 and kana * _KANA_SHARE > sum(map(len, HAN.findall(text)))


def paragraph_language(paragraph: str, main: str) -> str:
    """The language of a paragraph in a text whose main one is `main`.

    Latin letters are English beside Chinese; Chinese characters are Chinese beside anything
    but Japanese.
    """
    if paragraph.isascii() or HAN.search(paragraph) is None:
        is_other = is_language(main, "zh") and any(map(str.isalpha, paragraph))
        return "en" if is_other else main
    if is_language(main, "ja") or is_japanese(paragraph):
        return main
    found = detect_language(paragraph)
    return found if is_language(main, "zh") or found == "zh" else main
