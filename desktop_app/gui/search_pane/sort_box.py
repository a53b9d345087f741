"""The order of the rows."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.gui.search_pane.hit_list import HitList


class SortBox(QComboBox):
    """Offers the orders of one list."""

    chosen = Signal()  # another order, by a person

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._sorts: Sequence[Enum] = ()  # Qt would keep an enum of strings as a string
        self.setObjectName("sortOrder")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(lambda _row: self.chosen.emit())

    def offer(self, listed: HitList) -> None:
        """Offer the orders of `listed`; the one chosen stays where `listed` has it too."""
        now = self.order.value if self._sorts else ""
        self._sorts = listed.sorts
        self.blockSignals(True)
        self.clear()
        self.addItems([listed.sort_name(sort) for sort in self._sorts])
        values = [sort.value for sort in self._sorts]
        self.setCurrentIndex(values.index(now) if now in values else 0)
        self.blockSignals(False)

    @property
    def order(self) -> Enum:
        """The order chosen."""
        return self._sorts[self.currentIndex()]
