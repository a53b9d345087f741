"""Asks which column of a table is what, before it is imported."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.import_dialogs.columns_model import ColumnsModel
from desktop_app.gui.import_dialogs.field_names import FIELD_NAMES
from desktop_app.gui.look import Look
from desktop_app.importing.tables.preview import TablePreview

_WIDTH = 170  # pixels of a column


class ColumnsDialog(QDialog):
    """Shows the first rows of a table under a choice for each column.

    Accepted, `fields` is the mapping a person has left. "Import" needs a title or a text.
    Of two columns for one title or day the first that is not empty counts, row by row: no
    choice changes another, as one that arrow keys only pass by would.
    """

    def __init__(self, look: Look, table: TablePreview, parent: QWidget | None = None) -> None:
        """Ask about `table`."""
        super().__init__(parent)
        self._look = look
        self.table = table
        self.setObjectName("columnsDialog")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.view = QTableView(self)
        self.view.setObjectName("columnsTable")
        self.view.setModel(ColumnsModel(table, self.view))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.choices = [self._choice(column) for column in range(self.view.model().columnCount())]
        self.buttons = QDialogButtonBox(self)
        self._import = self.buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.words, self.view, self.buttons):
            layout.addWidget(part)
        self.resize(900, 460)
        self.retranslate()
        self._check()

    @property
    def fields(self) -> tuple[str, ...]:
        """The field of each column as chosen."""
        chosen = [str(choice.currentData()) for choice in self.choices]
        return (*chosen, *self.table.mapping.fields[len(chosen) :])

    def _choice(self, column: int) -> QComboBox:
        choice = QComboBox(self.view)
        choice.setObjectName(f"column:{column}")
        for field in FIELD_NAMES:
            choice.addItem("", field)
        choice.setCurrentIndex(choice.findData(self.table.mapping.fields[column]))
        choice.currentIndexChanged.connect(self._check)
        self.view.setIndexWidget(self.view.model().index(0, column), choice)
        self.view.setColumnWidth(column, _WIDTH)
        return choice

    def _check(self, _index: int = 0) -> None:
        self._import.setEnabled(bool({"title", "text"}.intersection(self.fields)))

    def retranslate(self) -> None:
        """Write every word anew; what is chosen stays."""
        catalog = self._look.catalog
        self.setWindowTitle(catalog.text("Columns of a table"))
        self.words.setText(
            catalog.text(
                "{file}: say what each column holds. The archive remembers it for tables with "
                "the same header.",
                file=self.table.path.name,
            )
        )
        self._import.setText(catalog.text("Import"))
        self.view.setAccessibleName(catalog.text("First lines of the table"))
        for column, choice in enumerate(self.choices):
            for place, name in enumerate(FIELD_NAMES.values()):
                choice.setItemText(place, catalog.message(name))
            heading = self.table.names[column] or str(column + 1)
            choice.setAccessibleName(catalog.text("Column {name} holds", name=heading))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
