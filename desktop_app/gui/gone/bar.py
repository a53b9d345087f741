"""A line under the toolbar: which archive is gone, or back, and a button to open it again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolBar, QWidget

from desktop_app.gui.look import Look


class GoneBar(QToolBar):
    """Hidden while all archives are there."""

    again_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Tell of none yet."""
        super().__init__(parent)
        self._look = look
        self._name, self._folder, self._back = "", Path(), False
        self.setObjectName("goneBar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.words = QLabel(self)
        self.words.setObjectName("goneWords")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.again, self.close_button = QPushButton(self), QPushButton(self)
        self.again.setObjectName("goneAgain")
        self.close_button.setObjectName("goneClose")
        self.again.clicked.connect(self.again_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        for part in (self.words, self.again, self.close_button):
            self.addWidget(part)
        self.hide()
        self.retranslate()

    def tell(self, name: str, folder: Path, back: bool) -> None:
        """Say that the archive called `name` in `folder` is gone, or is there again."""
        if self.isVisible() and (name, folder, back) == (self._name, self._folder, self._back):
            return
        self._name, self._folder, self._back = name, folder, back
        self.retranslate()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.words, QAccessible.Event.Alert))

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        told = (
            text("“{name}” is there again.", name=self._name)
            if self._back
            else text(
                "“{name}” is no longer there: {path}. Put the disc or stick back in, or connect "
                "again; nothing in it is lost.",
                name=self._name,
                path=self._folder,
            )
        )
        self.words.setText(told)
        self.setWindowTitle(text("Archive that is gone"))
        self.setAccessibleName(told)
        for button, words in (
            (self.again, text("Open again")),
            (self.close_button, text("Close this archive")),
        ):
            button.setText(words)
            button.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
