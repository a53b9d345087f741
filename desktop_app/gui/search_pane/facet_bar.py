"""Chips for language, kind and source; a click filters by one, a second frees it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.filters import Filters
from desktop_app.item_facts import KIND_NAMES
from desktop_app.search.engine import MIXED

_MOST = {"language": 4, "kind": 4, "source": 3}  # chips of a facet; the fullest first
Counts = Mapping[str, Mapping[str, int]]


class FacetBar(QWidget):
    """The facet counts of the hits as buttons."""

    toggled = Signal(str, str)  # facet, value

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Write in the language of `look`."""
        super().__init__(parent)
        self._look = look
        self._counts: Counts = {}
        self._filters = Filters()
        self._shown: dict[tuple[str, str], QToolButton] = {}  # by facet and value
        self.setObjectName("facetBar")
        self._layout = FlowLayout(self)
        self.retranslate()

    def show_counts(self, counts: Counts, filters: Filters) -> None:
        """Show `counts`, with the chips of `filters` pressed."""
        self._counts, self._filters = counts, filters
        wanted = [(facet, *chip) for facet in _MOST for chip in self._chips(facet)]
        if [(facet, value) for facet, value, _count in wanted] != list(self._shown):
            self._arrange([(facet, value) for facet, value, _count in wanted])
        for facet, value, count in wanted:
            chip = self._shown[facet, value]
            chip.setChecked(getattr(filters, facet) == value)
            self._label(chip, facet, value, count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all rows of chips, show whole ones only."""
        super().resizeEvent(event)
        ends = [chip.geometry().bottom() for chip in self._shown.values()]
        whole = max((end for end in ends if end < self.height()), default=0)
        if whole < max(ends, default=0):
            self.setMask(QRegion(0, 0, self.width(), whole + 1))
        else:
            self.clearMask()

    def _arrange(self, wanted: list[tuple[str, str]]) -> None:
        """Have chips for `wanted` in that order; making one costs more than all else here."""
        kept = self._shown
        while self._layout.takeAt(0) is not None:
            pass
        for gone in kept.keys() - set(wanted):
            kept[gone].hide()
            kept[gone].deleteLater()
        self._shown = {key: kept.get(key) or self._new_chip(*key) for key in wanted}
        chips = list(self._shown.values())
        for chip in chips:
            self._layout.addWidget(chip)
            chip.show()
        for first, second in pairwise(chips):
            self.setTabOrder(first, second)

    def _chips(self, facet: str) -> list[tuple[str, int]]:
        """The values to show: the fullest, and the chosen one; a lone one filters nothing."""
        # To have no source is nothing one can filter by.
        counts = {value: count for value, count in self._counts.get(facet, {}).items() if value}
        chosen = getattr(self._filters, facet)
        fullest = sorted(counts.items(), key=lambda pair: -pair[1])[: _MOST[facet]]
        if chosen and chosen not in dict(fullest):
            fullest = [(chosen, counts.get(chosen, 0)), *fullest[:-1]]
        return fullest if chosen or len(counts) > 1 else []

    def _new_chip(self, facet: str, value: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName(f"chip:{facet}:{value}")
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self.toggled.emit(facet, value))
        return chip

    def _label(self, chip: QToolButton, facet: str, value: str, count: int) -> None:
        catalog = self._look.catalog
        name = self.value_name(facet, value)
        chip.setText(f"{_shortened(name)}  {catalog.number(count)}")
        words = catalog.plural("{count} item", "{count} items", count)
        chip.setToolTip(f"{name}: {words}")
        chip.setAccessibleName(f"{name}, {words}")

    def value_name(self, facet: str, value: str) -> str:
        """A facet's value as people say it."""
        catalog = self._look.catalog
        if value == MIXED and facet == "language":
            return catalog.text("Bilingual")
        if facet == "language":
            return catalog.language_name(value)
        if facet == "kind":
            return catalog.message(KIND_NAMES[value]) if value in KIND_NAMES else value
        return value

    def retranslate(self) -> None:
        """Write every chip anew."""
        self.setAccessibleName(self._look.catalog.text("Filters"))
        self.show_counts(self._counts, self._filters)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _shortened(name: str) -> str:
    return name if len(name) <= 24 else name[:23] + "…"
