"""What a reader wants of a word, whichever language it is in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from desktop_app.language.lexicon.entries import Entry
from desktop_app.language.lexicon.lexicon import Lexicon, Translation

# Characters of a Chinese text: more are no word, and nobody reads their entries in a list.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """The entries and translations of `word`; both empty where it is unknown."""

    word: str
    entries: tuple[Entry, ...]
    translations: tuple[Translation, ...]


def looked_up(lexicon: Lexicon, word: str, limit: int = 10) -> Answer:
    """The entries of `word` and at most `limit` translations.

    An English word has the entries of the Chinese words it translates to, a Chinese text
    that is no word itself those of its words.
    """
    asked = word.strip()
    entries = lexicon.entries(asked)
    if entries:
        return Answer(word, entries, lexicon.english_of(asked, limit))
    translations = lexicon.chinese_of(asked, limit)
    words = [each.word for each in translations]
    words = words or [asked[start:end] for start, end in lexicon.words(asked[:_LONGEST])][:limit]
    found = chain.from_iterable(map(lexicon.entries, words))
    return Answer(word, tuple(dict.fromkeys(found)), translations)
