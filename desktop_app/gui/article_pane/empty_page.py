"""What stands in the middle before an item is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.gui.look import Look

_HEADING = 1.4  # of the interface's size


class EmptyPage(QWidget):
    """A heading and the way on."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Write in the language of `look`."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("emptyPage")
        self._heading, self._text = QLabel(self), QLabel(self)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for label, name in ((self._heading, "emptyHeading"), (self._text, "emptyText")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(3)
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * _HEADING)
        self._heading.setFont(font)
        self.retranslate()

    def retranslate(self) -> None:
        """Write both sentences anew."""
        catalog = self._look.catalog
        self._heading.setText(catalog.text("Nothing is open yet"))
        self._text.setText(catalog.text("Search on the left, then choose a hit to read it here."))
        self.setAccessibleName(self._heading.text())
        self.setAccessibleDescription(self._text.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
