"""The question before an address is handed to the system's browser or mail program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.links.web_address import WebAddress
from desktop_app.gui.look import Look

_WIDTH = 560  # pixels
_LINES = 4  # of an address, before it scrolls


class LinkDialog(QDialog):
    """Shows the whole of an address, its host in bold; accepted, it may be opened."""

    def __init__(self, look: Look, address: WebAddress, parent: QWidget | None = None) -> None:
        """Ask about `address`; one that cannot be opened can be copied."""
        super().__init__(parent)
        self._look = look
        self.address = address
        self.setObjectName("linkDialog")
        self.words, self.spelt = QLabel(self), QLabel(self)
        for label, name in ((self.words, "linkWords"), (self.spelt, "linkSpelt")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.spelt.setVisible(bool(address.spelt))
        self.place = self._place()
        self.buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.go = self.buttons.addButton("", role.AcceptRole)
        self.copy = self.buttons.addButton("", role.ActionRole)
        self.stay = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._connect()
        layout = QVBoxLayout(self)
        for part in (self.words, self.place, self.spelt, self.buttons):
            layout.addWidget(part)
        look.theme_changed.connect(self._write_place)
        self.retranslate()
        self._write_place()
        self.stay.setFocus()

    def _place(self) -> QPlainTextEdit:
        made = QPlainTextEdit(self)
        made.setObjectName("linkAddress")
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        made.setFixedHeight(made.fontMetrics().lineSpacing() * _LINES + 12)
        return made

    def _connect(self) -> None:
        self.go.setObjectName("linkGo")
        self.go.setVisible(self.address.can_open)
        self.copy.setObjectName("linkCopy")
        # Enter on a link must not lead out of the archive by being pressed twice.
        self.go.setAutoDefault(False)
        self.stay.setDefault(True)
        self.copy.clicked.connect(self._copy)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.whole)
        self.reject()

    def _write_place(self) -> None:
        """Write the address, its host in bold and in the colour of text, the rest quietly."""
        quiet, strong = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(QColor(self._look.theme.quiet))
        strong.setForeground(QColor(self._look.theme.text))
        strong.setFontWeight(QFont.Weight.Bold)
        self.place.clear()
        cursor = QTextCursor(self.place.document())
        parts = self.address
        for text, look in ((parts.before, quiet), (parts.host, strong), (parts.after, quiet)):
            cursor.insertText(text, look)
        self.place.moveCursor(QTextCursor.MoveOperation.Start)

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setWindowTitle(text("A link out of the archive"))
        self.words.setText(self._words())
        self.place.setAccessibleName(text("Where the link leads"))
        self.spelt.setText(text("In its own script: {host}", host=self.address.spelt))
        is_mail = self.address.before.startswith("mailto:")
        self.go.setText(text("Write a message") if is_mail else text("Open in the browser"))
        self.copy.setText(text("Copy link address"))
        self.stay.setText(text("Cancel"))
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words, which wrap, need at this width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    def _words(self) -> str:
        text = self._look.catalog.text
        if not self.address.can_open:
            return text(
                "This link leads out of the archive, and neither to the web nor to a mailbox; "
                "Beilin does not open such links."
            )
        if self.address.before.startswith("mailto:"):
            return text("This link writes a message, with the program this computer has for it.")
        return text(
            "This link leads out of the archive. Your browser would fetch it from the network."
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
