"""The syllables of a Chinese text by the lexicon's words: quick to begin with, and small.

What is read in a text goes by pypinyin (`spoken.py`), which knows more and takes 0.3 s and
60 MB to load.
"""

from __future__ import annotations

from desktop_app.language.lexicon.lexicon import Lexicon


def syllables_of(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """One syllable with its tone's mark for each code point, "" where none is known."""
    said: list[str] = [""] * len(text)
    place = 0
    while place < len(text):
        found = None if text[place].isascii() else lexicon.longest_at(text, place)
        end = found.end if found else place + 1
        for entry in found.entries if found else ():
            parts = entry.pinyin.split()
            if len(parts) == end - place:
                said[place:end] = parts
                break
        place = end
    return tuple(said)
