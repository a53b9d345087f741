"""How the search pane makes do where there is little room, as at a scale of 200 %."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

# In heights of a line: with less the box has no room beside its button, the hits none
# under the histogram.
_NARROW, _LOW = 17, 30
_ANY = 16_777_215  # pixels: Qt's own QWIDGETSIZE_MAX


class SmallRoom(QObject):
    """Watches the size of `pane`."""

    def __init__(self, pane: QWidget, asking: QBoxLayout, years: QWidget) -> None:
        """Stack the line `asking` in a narrow pane, leave out `years` in a low one."""
        super().__init__(pane)
        self._pane, self._asking, self._years = pane, asking, years
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the new size."""
        if event.type() == QEvent.Type.Resize and watched is self._pane:
            line = self._pane.fontMetrics().height()
            stacked = self._pane.width() < _NARROW * line
            direction = QBoxLayout.Direction
            self._asking.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
            self._years.setMaximumHeight(0 if self._pane.height() < _LOW * line else _ANY)
        return super().eventFilter(watched, event)
