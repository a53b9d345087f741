"""The words of a chart: a line to add one, and a chip each to take it out again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.inner_names import name_box
from desktop_app.gui.look import Look
from desktop_app.gui.views.trend.marks import colours
from desktop_app.gui.views.trend.series import MOST_WORDS

_DOT = 20  # pixels of a chip's dot


class WordBar(QWidget):
    """Holds the words. The first follows the search box; the others are a person's own."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Hold no word."""
        super().__init__(parent)
        self._look = look
        self._searched = ""  # the query in the search box
        self._added: list[str] = []
        self._chips: list[QToolButton] = []
        self.setObjectName("trendWords")
        self.entry = QLineEdit(self)
        self.entry.setObjectName("trendEntry")
        self.entry.setClearButtonEnabled(True)
        self.entry.returnPressed.connect(self._enter)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.top = QHBoxLayout()
        self.top.addWidget(self.entry, 1)
        layout.addLayout(self.top)
        layout.addWidget(self._row)
        look.theme_changed.connect(self._show_chips)
        self.retranslate()

    @property
    def words(self) -> tuple[str, ...]:
        """The words, each a query of its own."""
        first = (self._searched,) if self._searched else ()
        return tuple(dict.fromkeys((*first, *self._added)))[:MOST_WORDS]

    def set_searched(self, query: str) -> None:
        """The search box now has `query`."""
        if query.strip() != self._searched:
            self._searched = query.strip()
            self._changed()

    def add(self, words: str) -> None:
        """Add the words in `words`, which commas part."""
        for word in words.replace("，", ",").replace("、", ",").split(","):
            if word.strip() and word.strip() not in self.words and len(self.words) < MOST_WORDS:
                self._added.append(word.strip())
        self._changed()

    def remove(self, word: str) -> None:
        """Take `word` out."""
        self._added = [each for each in self._added if each != word]
        if word == self._searched:
            self._searched = ""
        self._changed()

    def _enter(self) -> None:
        self.add(self.entry.text())
        self.entry.clear()

    def _changed(self) -> None:
        self._show_chips()
        self.changed.emit()

    def _show_chips(self) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(number, word) for number, word in enumerate(self.words)]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self._row.setVisible(bool(self._chips))
        self.updateGeometry()

    def _chip(self, number: int, word: str) -> QToolButton:
        chip = QToolButton(self._row)
        chip.setObjectName(f"trendWord:{number}")
        chip.setProperty("chip", True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIcon(_dot(colours(self._look.theme)[number]))
        chip.setText(f"{word if len(word) <= 30 else word[:29] + '…'}  ×")
        text = self._look.catalog.text("Take {word} out of the chart", word=word)
        chip.setToolTip(text)
        chip.setAccessibleName(text)
        chip.clicked.connect(lambda: self.remove(word))
        return chip

    def retranslate(self) -> None:
        """Write the entry's hint and the chips anew."""
        catalog = self._look.catalog
        self.entry.setPlaceholderText(catalog.text("Add words to compare, with commas between"))
        name_box(self.entry, catalog.text("Words in the chart"), catalog)
        self._show_chips()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _dot(colour: str) -> QIcon:
    pixmap = QPixmap(_DOT, _DOT)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(4, 4, _DOT - 8, _DOT - 8)
    painter.end()
    return QIcon(pixmap)
