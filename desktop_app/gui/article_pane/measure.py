"""How long lines are: by the characters that stand in them, so at every size and zoom.

Chinese books have lines of some 35 characters; for Latin text 66 letters with spaces are
the classical measure (Bringhurst, "The Elements of Typographic Style", 2.1.2).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.gui.article_pane.lines import Line, Role

CHINESE, LATIN = 36, 66  # characters a line
_LETTERS_A_CHARACTER = 3  # that say about as much
_SQUARE = "\u56fd"
# With the letters and spaces of running English, as often as they come in it.
_SAMPLE = (
    "The committee said on Tuesday that it would not change the rules for trade before the "
    "end of the year, when a report on prices and wages is due from the bank."
)


class Measure:
    """The length of lines in one font. `chinese` and `latin` are in pixels."""

    def __init__(self, font: QFont) -> None:
        """Measure in `font`, whose families have both kinds of characters."""
        metrics = QFontMetricsF(font)
        self._square = metrics.horizontalAdvance(_SQUARE)
        self.chinese = math.ceil(CHINESE * self._square)
        self.latin = math.ceil(LATIN * metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE))

    def whole(self, room: int) -> int:
        """The width in `room` pixels that whole Chinese characters fill, one at least."""
        return math.ceil(max(1, room // self._square) * self._square)


def is_chinese(lines: Sequence[Line]) -> bool:
    """Whether most of what `lines` say is Chinese."""
    chinese, english = (
        sum(len(line.text) for line in lines if line.role is role)
        for role in (Role.CHINESE, Role.ENGLISH)
    )
    if chinese or english:
        return chinese * _LETTERS_A_CHARACTER >= english
    return any(line.role is Role.TITLE and not line.text.isascii() for line in lines)
