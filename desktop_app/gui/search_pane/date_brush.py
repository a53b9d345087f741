"""Hits over time: years, and within a stretch of them months, then days."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.date_bars import DateBars
from desktop_app.gui.timeline.spans import bars_within, ends, stretch, summed, year_bars

Counts = Mapping[str, int]


class DateBrush(QWidget):
    """`chosen` carries a stretch, such as ``2019-03..2019-05``, that hits are to be of; "" all.

    Whoever brushes a stretch looks into it: from years into months, from months into days.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Draw with the colours and words of `look`."""
        super().__init__(parent)
        self._look = look
        self._years: Counts = {}
        self._days: Counts | None = None
        self._chosen = ""
        self._trail: list[str] = []  # the stretches looked into, the narrowest last
        self._before: tuple[list[str], str] = [], ""  # the pointer went down
        self.setObjectName("dateBrush")
        self.bars = DateBars(look, self)
        self.back, self.chip = QToolButton(self), QToolButton(self)
        for button, name in ((self.back, "dateBack"), (self.chip, "dateChip")):
            button.setObjectName(name)
            button.setProperty("chip", True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.chip.setCheckable(True)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.back)
        line.addWidget(self.chip)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.bars)
        self.bars.brushed.connect(self._brush)
        self.bars.entered.connect(lambda place: self._brush(place, place))
        self.bars.left.connect(self._widen)
        self.bars.touched.connect(self._note)
        self.bars.doubled.connect(self._widen_from_before)
        self.back.clicked.connect(self._widen)
        self.chip.clicked.connect(lambda: self._choose([], ""))
        self.retranslate()

    def show_counts(self, years: Counts, days: Counts | None, chosen: str) -> None:
        """Show hits by year; `chosen` is the stretch they are of, or "".

        `days` counts what would be found without that, by ISO day; None where that is not known.
        """
        if chosen != self._chosen:  # set, or freed, elsewhere
            self._trail = [chosen] if chosen else []
        self._chosen, self._days = chosen, days
        self._years = summed(days, 4) if days is not None else years
        self._draw()

    def _draw(self) -> None:
        within = self._trail[-1] if self._trail and self._days is not None else self._only
        shown = bars_within(within, self._days or {}) if within else year_bars(self._years)
        first, last = -1, -1
        if self._chosen and self._chosen != within:
            begin, end = ends(self._chosen)
            keys = [each.key for each in shown]
            first = next((at for at, key in enumerate(keys) if key >= begin[: len(key)]), -1)
            last = max((at for at, key in enumerate(keys) if key <= end[: len(key)]), default=-1)
        self.bars.show_periods(shown, first, last)
        self.back.setVisible(bool(self._trail))
        self.chip.setVisible(bool(self._chosen))
        self.chip.setChecked(bool(self._chosen))
        self.setVisible(len(shown) > 1 or bool(self._chosen))
        self._write()

    @property
    def _only(self) -> str:
        """The one year there is, which is looked into at once; "" where there are several."""
        return next(iter(self._years)) if len(self._years) == 1 and self._days else ""

    # -- choosing

    def _brush(self, first: int, last: int) -> None:
        """Have hits of the stretch alone, and look into it where it has smaller parts."""
        if first < 0:
            self._choose(self._trail, self._trail[-1] if self._trail else "")
            return
        periods = self.bars.periods
        span = stretch(periods[first].key, periods[last].key)
        whole = first == 0 and last == len(periods) - 1
        days = len(periods[first].key) == len("2019-03-31")
        if whole and days:
            return
        self._choose(self._trail if days else [*self._trail, span], span)

    def _note(self) -> None:
        self._before = list(self._trail), self._chosen

    def _widen(self) -> None:
        self._choose(*_wider(self._trail, self._chosen))

    def _widen_from_before(self) -> None:
        """Take back what the first click of two chose, and go out from there."""
        self._choose(*_wider(*self._before))

    def _choose(self, trail: list[str], span: str) -> None:
        self._trail = list(trail)
        if span != self._chosen:
            self._chosen = span
            self.chosen.emit(span)
        self._draw()

    # -- words

    def _write(self) -> None:
        catalog = self._look.catalog
        outside = self._trail[-2] if len(self._trail) > 1 else ""
        words = outside or catalog.text("All years")
        self.back.setText(f"‹ {words}")
        self.back.setAccessibleName(words)
        self.chip.setText(catalog.text("date:{days}", days=self._chosen) + "  ×")
        self.chip.setToolTip(catalog.text("Remove this filter"))
        self.chip.setAccessibleName(catalog.text("date:{days}", days=self._chosen))
        self.chip.setAccessibleDescription(catalog.text("Remove this filter"))

    def retranslate(self) -> None:
        """Write every word anew."""
        self.setAccessibleName(self._look.catalog.text("Hits over time"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _wider(trail: list[str], chosen: str) -> tuple[list[str], str]:
    """Nothing chosen of the stretch in sight; where that is so, the stretch around it."""
    within = trail[-1] if trail else ""
    if chosen != within or not trail:
        return trail, within
    return trail[:-1], trail[-2] if len(trail) > 1 else ""
