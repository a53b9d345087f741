"""How a reader likes texts set, beside their size: face, height of lines, alignment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SANS, SERIF = "sans", "serif"
CLOSE, NORMAL, OPEN = "close", "normal", "open"
USUAL, JUSTIFIED, RAGGED = "usual", "justified", "ragged"
# The choices of each field of `TextStyle`, the usual one first.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "face": (SANS, SERIF),
    "leading": (NORMAL, CLOSE, OPEN),
    "alignment": (USUAL, JUSTIFIED, RAGGED),
}
_LEADING = {CLOSE: 0.88, NORMAL: 1.0, OPEN: 1.18}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One of `CHOICES` for each field; anything else counts as the usual one.

    `alignment` is usual where Chinese is justified and Latin is ragged.
    """

    face: str = SANS
    leading: str = NORMAL
    alignment: str = USUAL

    @property
    def height(self) -> float:
        """By what to multiply the height of lines."""
        return _LEADING.get(self.leading, 1.0)


USUAL_STYLE = TextStyle()
