"""A bar of a time line: a year, a month or a day, and what there is of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """A year ("2021"), a month ("2021-08") or a day ("2021-08-30").

    `count` is how many there are; `part` how many of these stand out, drawn in the bar's foot.
    """

    key: str
    count: int
    part: int = 0

    @property
    def first(self) -> str:
        """Its first month."""
        return self.key[:7] if "-" in self.key else f"{self.key}-01"

    @property
    def last(self) -> str:
        """Its last month."""
        return self.key[:7] if "-" in self.key else f"{self.key}-12"
