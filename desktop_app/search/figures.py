"""Figures an engine gives about words: counts by period, frequencies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Union

import numpy as np
import numpy.typing as npt

from desktop_app.search.nodes import Node


class By(str, Enum):
    """The length of a period."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Trend:
    """Counts by period.

    `periods`: ``2023``, ``2023-05`` or ``2023-05-31``, ascending, those that have items alone;
    `items`: how many each has; `rows`: for each thing asked for, how many of those match;
    `undated`: the items without a date, which are in no period.
    """

    periods: tuple[str, ...]
    items: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    undated: int

    def shares(self, row: int) -> tuple[float, ...]:
        """The share of each period's items that match, 0 to 1."""
        return tuple(own / all_ for own, all_ in zip(self.rows[row], self.items, strict=True))


CHARTED = (By.MONTH, By.YEAR)
"""The periods that words are counted by: a day has too few items to tell a share."""

Row = Union[Node, Sequence[int]]  # noqa: UP007 (3.10)
"""A query, or the numbers of the items that match."""


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How many tokens there are in a field.

    `words` (int64): of each word asked for; `latin`, `chinese`: of all words of each kind.
    """

    words: npt.NDArray[np.int64]
    latin: int
    chinese: int

    def total(self, chinese: bool) -> int:
        """All tokens of one kind."""
        return self.chinese if chinese else self.latin


@dataclass(frozen=True, slots=True)
class Counted:
    """Words with their tokens (int64) in some of the documents."""

    words: Sequence[str]
    own: npt.NDArray[Any]
