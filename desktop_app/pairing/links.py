"""What belongs together in two texts: paragraphs, and sentences inside them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Paragraphs, by their numbers from 0, that say the same in English and in Chinese.

    One side is empty where the other text has nothing of it. `score` is from 0 (no more
    than a guess) to 1.
    """

    en: tuple[int, ...]
    zh: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of a paragraph, in code points from the paragraph's start."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """Sentences that say the same; one side is empty where the other lacks it."""

    en: tuple[Span, ...]
    zh: tuple[Span, ...]
    score: float
