"""Small dictionaries, written as they read."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of `listed`, which blanks part."""
    return frozenset(listed.split())
