"""Edit distance: letters put in, left out or changed (Levenshtein 1965)."""

from __future__ import annotations


def within(word: str, other: str, most: int) -> bool:
    """Whether `word` becomes `other` in at most `most` steps.

    Takes time that grows with the length times `most`: only the cells of the table that
    can still matter are worked out.
    """
    if abs(len(word) - len(other)) > most:
        return False
    far = most + 1
    before = [min(place, far) for place in range(len(other) + 1)]
    for row, letter in enumerate(word, 1):
        first, last = max(1, row - most), min(len(other), row + most)
        now = [far] * (len(other) + 1)
        if row <= most:
            now[0] = row
        for place in range(first, last + 1):
            changed = before[place - 1] + (letter != other[place - 1])
            now[place] = min(changed, before[place] + 1, now[place - 1] + 1, far)
        if min(now) > most:
            return False
        before = now
    return before[-1] <= most
