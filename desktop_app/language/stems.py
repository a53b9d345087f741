"""English word forms: what `sign`, `signed` and `signing` have in common."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

# The forms that do not begin as their stems do, but for a last letter. All others of
# Snowball's own exceptions do (skies, sky).
FORMS_APART: Mapping[str, str] = {"die": "dying", "lie": "lying", "tie": "tying"}


def stem(word: str) -> str:
    """Return the Snowball English stem of a folded `word`; other scripts stay as they are.

    Safe to call from any thread.
    """
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


@lru_cache(maxsize=1)
def _stemmer() -> Any:  # noqa: ANN401 (PyStemmer has no types)
    """One stemmer a process; imported here, so that opening the window does not wait."""
    from Stemmer import Stemmer  # noqa: PLC0415

    # Without PyStemmer's own cache a call is one uninterrupted step, whatever thread
    # makes it; with it, two threads could tidy the cache at once.
    return Stemmer("english", 0)
