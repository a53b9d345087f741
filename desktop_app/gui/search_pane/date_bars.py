"""Hits by year, month or day as bars to brush."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from desktop_app.gui.timeline.bars import PeriodBars


class DateBars(PeriodBars):
    """Enter or a brush chooses a stretch; a double click, Escape and Up go back out."""

    touched = Signal()  # the pointer goes down
    doubled = Signal()
    height_of_bars = 44
    skips_empty = True
    at_once = False

    def retranslate(self) -> None:
        """Name it in the interface's language."""
        self.setObjectName("dateBars")
        self.setAccessibleName(self._look.catalog.text("Hits over time"))
        super().retranslate()

    def keys_help(self) -> str:
        """What the keys do."""
        return self._look.catalog.text(
            "Left and Right move, Shift extends, Enter shows only that, Escape goes back"
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to brush."""
        self.touched.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back out; the first click of the two has chosen something by now."""
        self._grip = -1
        self.doubled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back out, where there is something to go back from."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.left.emit()
        else:
            super().keyPressEvent(event)
