"""Wildcards: ``*`` for any run of characters, ``?`` for any one."""

from __future__ import annotations


def fits(pattern: str, word: str) -> bool:
    """Whether all of `word` is of the form `pattern`, both folded.

    Goes back to the last ``*`` only, so that the time grows with the lengths' product at
    worst; a regular expression could take ages for ``a*a*a*a*b``.
    """
    place, at = 0, 0
    star, retry = -1, 0  # the last "*" met, and what it has swallowed up to
    while at < len(word):
        if place < len(pattern) and pattern[place] == "*":
            star, retry = place, at
            place += 1
        elif place < len(pattern) and pattern[place] in ("?", word[at]):
            place += 1
            at += 1
        elif star >= 0:
            retry += 1
            place, at = star + 1, retry
        else:
            return False
    return not pattern[place:].strip("*")
