"""The axes of a chart, in words of the interface's language."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph

from desktop_app.gui.look import Look
from desktop_app.gui.views.trend.series import percent, period_name
from desktop_app.search.figures import By

_STEPS = {By.MONTH: (1, 2, 3, 6, 12, 24, 60, 120, 240, 600), By.YEAR: (1, 2, 5, 10, 20, 50, 100)}
_ROOM = 95  # pixels a name needs


class PeriodAxis(pyqtgraph.AxisItem):  # type: ignore[misc]
    """Months or years, as many as there is room for."""

    def __init__(self, look: Look) -> None:
        """Write in the language of `look`."""
        super().__init__("bottom")
        self._look = look
        self.by = By.MONTH

    def tickValues(self, first: float, last: float, size: float) -> list[tuple[float, list[float]]]:
        """Steps that give every name its room."""
        most = max(size / _ROOM, 1)
        steps = _STEPS[self.by]
        step = next((each for each in steps if (last - first) / each <= most), steps[-1])
        start = -int(-first // step) * step
        return [(float(step), [float(each) for each in range(start, int(last) + 1, step)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The names of periods; of months that begin a year apart, the years."""
        return [self._name(round(value), spacing) for value in values]

    def _name(self, place: int, spacing: float) -> str:
        if self.by is By.YEAR:
            return str(place)
        year, month = divmod(place, 12)
        return (
            str(year) if spacing >= 12 else period_name(f"{year}-{month + 1}", self._look.catalog)
        )


class PercentAxis(pyqtgraph.AxisItem):  # type: ignore[misc]
    """Percents."""

    def __init__(self, look: Look) -> None:
        """Write in the language of `look`."""
        super().__init__("left")
        self._look = look
        self.enableAutoSIPrefix(False)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Each with its sign."""
        return [percent(value, self._look.catalog) for value in values]
