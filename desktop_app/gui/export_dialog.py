"""Asks in which format to export, and whether all items or the present hits."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.look import Look
from desktop_app.messages import message

_FORMATS = {
    "jsonl": message("JSONL: for programs, and for Beilin itself"),
    "html": message("HTML: a folder of pages for any browser"),
    "epub": message("EPUB: a book for e-readers"),
    "markdown": message("Markdown: a folder of text files for note books"),
    "csv": message("CSV: a table for spreadsheets"),
    "wacz": message("WACZ: a web archive for ReplayWeb.page"),
    "zim": message("ZIM: an offline library for Kiwix"),
}


class ExportDialog(QDialog):
    """Holds the choice; whoever opens it reads it once it is accepted."""

    def __init__(
        self,
        look: Look,
        formats: Iterable[str],
        items: int,
        hits: int | None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer `formats`, all `items` and, unless None, the present `hits`."""
        super().__init__(parent)
        self._look = look
        self._items, self._hits = items, hits
        self.setObjectName("exportDialog")
        self.format_label, self.formats = QLabel(self), QComboBox(self)
        self.format_label.setBuddy(self.formats)
        self.formats.setObjectName("exportFormats")
        for name in formats:
            self.formats.addItem("", name)
        self.all_items, self.only_hits = QRadioButton(self), QRadioButton(self)
        self.all_items.setObjectName("exportAll")
        self.only_hits.setObjectName("exportHits")
        self.all_items.setChecked(True)
        self.only_hits.setEnabled(bool(hits))
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (self.format_label, self.formats, self.all_items, self.only_hits, self.buttons):
            layout.addWidget(part)
        self.retranslate()

    @property
    def format_name(self) -> str:
        """The format chosen."""
        return str(self.formats.currentData())

    def retranslate(self) -> None:
        """Write every word anew; what is chosen stays."""
        catalog = self._look.catalog
        self.setWindowTitle(catalog.text("Export"))
        self.format_label.setText(catalog.text("&Format"))
        self.formats.setAccessibleName(catalog.text("Format"))
        for row in range(self.formats.count()):
            self.formats.setItemText(row, catalog.message(_FORMATS[self.formats.itemData(row)]))
        self.all_items.setText(
            catalog.plural("&All: {count} item", "&All: {count} items", self._items)
        )
        hits = self._hits or 0
        self.only_hits.setText(
            catalog.plural("Only the present &hit", "Only the {count} present &hits", hits)
            if hits
            else catalog.text("Only the present &hits (search first)")
        )
        save = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        save.setText(catalog.text("&Export…"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
