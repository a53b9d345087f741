"""Cutting contexts to the pixels there are, between characters."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.language.display_width import character_width


class Fitter:
    """Knows how wide each character it has met is in one font.

    Adding the widths of some forty characters takes a fifth of what `QFontMetrics` needs to
    elide a whole context, most of which is not shown. Kerning makes a text narrower than
    the sum, if anything; what joins others may make it wider by little.
    """

    def __init__(self, font: QFont) -> None:
        """Measure in `font`."""
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}

    def start(self, text: str, width: int) -> str:
        """As much of the beginning of `text` as fits into `width` pixels."""
        return text[: self._fitting(text, width)]

    def end(self, text: str, width: int) -> str:
        """As much of the end of `text` as fits; begins with no mark that joins another."""
        first = len(text) - self._fitting(reversed(text), width)
        while first < len(text) and character_width(text[first]) == 0:
            first += 1
        return text[first:]

    def _fitting(self, characters: Iterable[str], width: int) -> int:
        widths, taken, count = self._widths, 0.0, 0
        for character in characters:
            own = widths.get(character)
            if own is None:
                own = widths[character] = self._metrics.horizontalAdvance(character)
            taken += own
            if taken > width:
                break
            count += 1
        return count
