"""Which of a word's readings is the usual one, after pypinyin's tables."""

from __future__ import annotations

from desktop_app.language.lexicon.entries import Entry


def reading_rank(entry: Entry) -> int:
    """The place of an entry's reading among those of its word, the usual one 0."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT  # noqa: PLC0415 (0.1 s, 59 MB)

    word, read = entry.simplified, entry.pinyin.lower().replace(" ", "")
    if len(word) == 1:
        known = PINYIN_DICT.get(ord(word), "").split(",")
        return known.index(read) if read in known else len(known)
    usual = "".join(syllable[0] for syllable in PHRASES_DICT.get(word, ()))
    return int(usual not in ("", read))
