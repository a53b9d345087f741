"""How much of its square each Chinese mark leaves empty, measured in the face in use.

Not every font says so itself: the OpenType features ``halt`` and ``chws`` are in Noto CJK
of 2022 the one and not the other, in WenQuanYi neither. The ink is in all of them, and
tells as well whether a comma stands in a corner (mainland) or in the middle (Taiwan).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

OPENING = "（〔［｛〈《「『【〖〘〝“‘"
CLOSING = "）〕］｝〉》」』】〗〙〞”’"
POINTS = "，。、；：？！．"
MARKS = OPENING + CLOSING + POINTS
_MEASURED_AT = 200  # pixels
_KEPT = 0.05  # em between the ink and what follows
_MOST = 0.5  # em: a mark is never narrower than half a square
_LEAST = 0.12  # em: less is not worth it
_CORNER = 0.5  # em after a mark that stands in a corner


class MarkRoom:
    """Of each mark, in em: what can be taken `before` it and `after` it."""

    def __init__(self, before: Mapping[str, float], after: Mapping[str, float]) -> None:
        """Take what `measured` found."""
        self._before, self._after = before, after

    def before(self, mark: str) -> float:
        """What an opening mark leaves empty before it; 0 for all others."""
        return self._before.get(mark, 0.0)

    def after(self, mark: str) -> float:
        """What a closing mark, or a point in a corner, leaves empty after it."""
        return self._after.get(mark, 0.0)


@lru_cache(maxsize=16)
def measured(families: tuple[str, ...], bold: bool = False) -> MarkRoom:
    """The room of marks in the first of `families` that has them; takes some milliseconds."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(_MEASURED_AT)
    font.setBold(bold)
    metrics = QFontMetricsF(font)
    before, after = {}, {}
    for mark in MARKS:
        ink = metrics.tightBoundingRect(mark)
        left = ink.left() / _MEASURED_AT
        right = (metrics.horizontalAdvance(mark) - ink.right()) / _MEASURED_AT
        if mark in OPENING:
            before[mark] = _taken(left)
        elif mark in CLOSING or right > _CORNER:
            after[mark] = _taken(right)
    return MarkRoom(before, after)


def _taken(room: float) -> float:
    taken = min(_MOST, room - _KEPT)
    return taken if taken >= _LEAST else 0.0
