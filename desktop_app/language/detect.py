"""Which language a text is written in, told from its script."""

from __future__ import annotations

from desktop_app.language.tokens import HAN

# A Chinese news text quotes names and products in Latin letters, and an English one
# seldom has any Chinese at all; a Chinese character carries about as much as four
# Latin letters, so the share is taken over that weight.
_LETTERS_PER_CHARACTER = 4


def detect_language(text: str) -> str:
    """Return ``"zh"`` or ``"en"``, the language most of `text` is written in."""
    characters = sum(len(run.group()) for run in HAN.finditer(text))
    letters = sum(map(str.isalpha, text)) - characters
    return "zh" if characters * _LETTERS_PER_CHARACTER > letters else "en"
