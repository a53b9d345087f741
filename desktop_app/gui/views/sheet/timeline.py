"""When photos were taken: bars to brush, and those of which nobody knows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.timeline.period import Period
from desktop_app.gui.views.sheet.bars import PhotoBars
from desktop_app.gui.views.sheet.periods import periods
from desktop_app.gui.views.sheet.scope import Months


class Timeline(QWidget):
    """Shows a sheet's months. `changed` says that other months are wanted."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Show no months yet."""
        super().__init__(parent)
        self._look = look
        self._months: Mapping[str, int] = {}
        self._undated = 0
        self._year = ""  # that is looked into
        self.chosen = Months()
        self.setObjectName("sheetTimeline")
        self.bars = PhotoBars(look, self)
        self.years, self.undated = QToolButton(self), QToolButton(self)
        for button, name in ((self.years, "timelineYears"), (self.undated, "timelineUndated")):
            button.setObjectName(name)
            button.setProperty("chip", True)
        self.undated.setCheckable(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.years, self.bars, self.undated):
            line.addWidget(part)
        self.bars.brushed.connect(self._brush)
        self.bars.entered.connect(self._enter)
        self.bars.left.connect(self._leave)
        self.years.clicked.connect(self._leave)
        self.undated.clicked.connect(lambda on: self._choose(Months(undated=on)))
        self.retranslate()

    def show_months(self, months: Mapping[str, int], undated: int, chosen: Months) -> None:
        """Show how many photos were taken in each month; `chosen` are those that are shown."""
        if months != self._months and self._year not in {month[:4] for month in months}:
            self._year = ""
        self._months, self._undated, self.chosen = months, undated, chosen
        self._draw()
        self.retranslate()

    def clear(self) -> None:
        """Choose all months again, without a word."""
        self.chosen, self._year = Months(), ""

    def _shown(self) -> list[Period]:
        return periods(self._months, self._year)

    def _draw(self) -> None:
        shown = self._shown()
        within = [
            place
            for place, each in enumerate(shown)
            if self.chosen.first
            and each.first >= self.chosen.first
            and each.last <= self.chosen.last
        ]
        first, last = (within[0], within[-1]) if within else (-1, -1)
        self.bars.show_periods(shown, first, last)
        self.years.setVisible(bool(self._year))
        self.undated.setVisible(bool(self._undated and self._months))
        self.undated.setChecked(self.chosen.undated)
        self.setVisible(bool(self._months))

    def _brush(self, first: int, last: int) -> None:
        shown = self._shown()
        if first < 0:
            self._choose(Months())
        else:
            self._choose(Months(shown[first].first, shown[last].last))

    def _enter(self, place: int) -> None:
        """Look into a year: its months, all of them chosen."""
        key = self._shown()[place].key
        if "-" not in key:
            self._year = key
            self._choose(Months(f"{key}-01", f"{key}-12"))

    def _leave(self) -> None:
        if self._year:
            self._year = ""
            self._choose(Months())

    def _choose(self, months: Months) -> None:
        self.chosen = months
        self._draw()
        self.changed.emit()

    def retranslate(self) -> None:
        """Write every word anew."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("Time line"))
        words = catalog.text("All years")
        self.years.setText(f"‹ {words}")
        self.years.setAccessibleName(words)
        undated = catalog.text("Undated {count}", count=catalog.number(self._undated))
        self.undated.setText(undated)
        self.undated.setAccessibleName(undated)
        self.undated.setToolTip(
            catalog.text("Photos of which it is not known when they were taken")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
