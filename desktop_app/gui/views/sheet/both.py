"""The sheet and the facts of the photo chosen, side by side as far as there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_ROOM = 480  # pixels, below which the facts are left out: photos come first
_SHARE, _LEAST, _MOST = 0.3, 200, 280  # of the width that the facts take, in pixels


class SheetAndFacts(QSplitter):
    """Gives the facts their share until somebody moves the line between."""

    def __init__(self, sheet: QWidget, facts: QWidget, parent: QWidget) -> None:
        """Hold both."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._facts, self._wanted, self._moved = facts, False, False
        self.setObjectName("sheetBoth")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(sheet)
        self.addWidget(facts)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._keep)

    def show_facts(self, wanted: bool) -> None:
        """Show the facts where there is room for them, or not at all."""
        self._wanted = wanted
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._facts.setVisible(self._wanted and self.width() >= _ROOM)
        if not self._moved:
            facts = min(max(round(self.width() * _SHARE), _LEAST), _MOST)
            self.setSizes([self.width() - facts, facts])

    def _keep(self, _place: int, _index: int) -> None:
        self._moved = True
