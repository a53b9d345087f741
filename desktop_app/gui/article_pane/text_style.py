"""How a reader likes texts set, beside their size: face, height of lines, alignment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

SANS, SERIF = "sans", "serif"
TIGHT, NORMAL, LOOSE = "tight", "normal", "loose"
USUAL, JUSTIFIED, RAGGED = "usual", "justified", "ragged"
# The choices of each field of `TextStyle`, as they are offered.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "face": (SANS, SERIF),
    "leading": (TIGHT, NORMAL, LOOSE),
    "alignment": (USUAL, JUSTIFIED, RAGGED),
}
_LEADING = {TIGHT: 0.88, NORMAL: 1.0, LOOSE: 1.18}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One of `CHOICES` for each field.

    As usual, Chinese is justified and Latin is ragged.
    """

    face: str = SANS
    leading: str = NORMAL
    alignment: str = USUAL

    def with_choice(self, field: str, choice: str) -> TextStyle:
        """The same with another choice; as it is where there is no such choice."""
        known = choice in CHOICES.get(field, ())
        return replace(self, **{field: choice}) if known else self

    @property
    def height(self) -> float:
        """By what to multiply the height of lines."""
        return _LEADING[self.leading]


USUAL_STYLE = TextStyle()
