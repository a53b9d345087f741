"""Takes what is typed apart into words that a dictionary may know."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.language.tokens import HAN, runs

_LONGEST_PHRASE = 4  # English words
# Alone in a query they ask for nothing that another language would have a word for.
STOP_WORDS = frozenset(
    word
    for words in (
        "a an and are as at be been by but for from had has have he her his how in into is it its",
        "of on or our over she so than that the their them they this to was we were what when",
        "where which who will with you your",
    )
    for word in words.split()
)


def is_chinese(text: str) -> bool:
    """Whether `text` is of Chinese characters alone, but for signs."""
    found = runs(text)
    return bool(found) and all(map(HAN.match, found))


def is_latin(text: str) -> bool:
    """Whether `text` is of words in letters, none Chinese, and of more than digits."""
    return not HAN.search(text) and any(each.isalpha() for each in text)


def chinese_pieces(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a Chinese text by longest match; lone characters among longer words left out."""
    found = [text[start:end] for start, end in lexicon.words(text)]
    longer = [word for word in found if len(word) > 1]
    return longer or found


def grouped(words: Sequence[str], known: Callable[[str], bool]) -> list[tuple[int, int]]:
    """English `words` as spans: phrases that are `known`, the longest first, else single words.

    What stands before a word without saying anything by itself goes with it.
    """
    spans: list[tuple[int, int]] = []
    start = place = 0
    while place < len(words):
        if words[place].lower() in STOP_WORDS and not _phrase(words, place, known):
            place += 1
            continue
        place += _phrase(words, place, known) or 1
        spans.append((start, place))
        start = place
    if start < len(words) and spans:
        spans[-1] = (spans[-1][0], len(words))
    return spans or [(0, len(words))]


def _phrase(words: Sequence[str], place: int, known: Callable[[str], bool]) -> int:
    """How many words from `place` on are a known phrase; 0 where none are."""
    for length in range(min(_LONGEST_PHRASE, len(words) - place), 1, -1):
        if known(" ".join(words[place : place + length])):
            return length
    return 0


def without_stop_words(words: Sequence[str]) -> str:
    """`words` as a phrase, from the first to the last that says something."""
    telling = [place for place, word in enumerate(words) if word.lower() not in STOP_WORDS]
    return " ".join(words[telling[0] : telling[-1] + 1]) if telling else ""
