"""Words in Latin letters: all of an English text, and those a Chinese text leaves as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.language.stems import stem

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f]+")
# Words that nearly every English text has and that tell nothing of what it is about.
_COMMON = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "is",
        "for",
        "that",
        "on",
        "with",
        "as",
        "by",
        "at",
        "from",
        "it",
        "be",
        "this",
        "are",
        "was",
        "an",
        "or",
        "have",
        "has",
        "will",
        "not",
        "but",
        "its",
        "you",
        "can",
        "we",
        "they",
        "which",
        "their",
        "more",
        "about",
        "also",
        "been",
        "he",
        "his",
        "her",
        "she",
        "who",
        "would",
        "there",
        "were",
        "had",
        "when",
        "if",
        "all",
        "so",
        "than",
        "one",
        "out",
        "up",
        "into",
        "our",
        "your",
        "no",
        "do",
        "may",
        "other",
        "these",
        "those",
        "some",
        "such",
        "any",
        "only",
        "how",
        "what",
        "then",
        "after",
        "over",
        "new",
        "most",
    ]
)


def latin_words(text: str) -> Iterator[str]:
    """Yield the stems of the words of `text` that have two letters or more, in order."""
    for word in _WORD.findall(text):
        plain = word.lower()
        if is_telling(plain):
            yield stem(plain)


def is_telling(word: str) -> bool:
    """Whether a word in small letters says something of the text it stands in."""
    return word not in _COMMON
