"""One of the ways in: a drawing, what it does, and a line more about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.theme import Theme

_DRAWING = 28  # pixels
_HEADING = 1.15  # of the interface's size


class Choice(QPushButton):
    """A large button; the arrow keys go on to the next one."""

    def __init__(self, name: str, drawing: str, parent: QWidget) -> None:
        """Without words yet; `drawing` is an icon's name."""
        super().__init__(parent)
        self._drawing = drawing
        self.setObjectName(f"choice:{name}")
        self.setProperty("choice", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._sign, self._heading, self._text = QLabel(self), QLabel(self), QLabel(self)
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * _HEADING)
        self._heading.setFont(font)
        self._text.setObjectName("choiceText")
        for label in (self._sign, self._heading, self._text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for label in (self._heading, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._sign, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._heading, 0, 1)
        layout.addWidget(self._text, 1, 1)
        layout.setColumnStretch(1, 1)

    def draw(self, theme: Theme) -> None:
        """Draw the sign in the colours of `theme`."""
        self._sign.setPixmap(icon(self._drawing, theme).pixmap(QSize(_DRAWING, _DRAWING)))

    def say(self, heading: str, text: str, keys: str) -> None:
        """Show these words; the keys that do the same stand in the tip."""
        self._heading.setText(heading)
        self._text.setText(text)
        self.setToolTip(keys)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        """The room its words need."""
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; Up and Down go from choice to choice."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.focusNextPrevChild(True)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusNextPrevChild(False)
        else:
            super().keyPressEvent(event)
