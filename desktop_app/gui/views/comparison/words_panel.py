"""One side's words: a heading, and the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.views.comparison.contrast_model import STRENGTH, contrast_model, telling
from desktop_app.gui.views.figure_table import FigureTable
from desktop_app.speeches.contrast import Contrast


class WordsPanel(QWidget):
    """`word_chosen` is told when the current row changes."""

    word_chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """Show no words yet; `name` tells the side's widgets from the other's."""
        super().__init__(parent)
        self.setObjectName(f"comparisonWords{name}")
        self._found: tuple[Contrast, ...] = ()
        self._only = False
        self.heading, self.model = QLabel(self), contrast_model(look, self)
        self.heading.setObjectName("comparisonHeading")
        self.heading.setWordWrap(True)
        self.table = FigureTable(self)
        self.table.setObjectName(f"comparisonTable{name}")
        self.table.show_model(self.model, STRENGTH)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.table, 1)

    def show_words(self, found: Sequence[Contrast]) -> None:
        """Show those of `found` that tell something."""
        self._found = tuple(found)
        self.model.show_rows(telling(self._found, self._only))

    def set_only(self, only: bool) -> None:
        """Show those alone that the other side never uses, or all."""
        self._only = only
        self.model.show_rows(telling(self._found, self._only))

    def name(self, heading: str) -> None:
        """Say what these words are."""
        self.heading.setText(heading)
        self.table.setAccessibleName(heading)
        self.model.retranslate()

    def forget(self) -> None:
        """Have no word chosen."""
        self.table.clearSelection()
        self.table.selectionModel().clearCurrentIndex()

    def _choose(self, current: QModelIndex, _former: QModelIndex) -> None:
        if current.isValid():
            self.word_chosen.emit(self.model.rows[current.row()].word)
