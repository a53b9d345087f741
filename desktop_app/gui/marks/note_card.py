"""The card on which a note is written, beside what it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.icons import icon
from desktop_app.gui.look import Look
from desktop_app.gui.marks.colours import NAMES, ground
from desktop_app.gui.theme import Theme
from desktop_app.marks.highlights import COLOURS, LONGEST_NOTE, Highlight

_SIZE = QSize(340, 210)
_DOT = 16  # pixels
_LONGEST_QUOTE = 60  # characters shown


class NoteCard(QFrame):
    """Shows a highlight's note to be read and written; kept when it closes, unless by Escape."""

    written = Signal(str, str)  # the highlight's id, the note
    recoloured = Signal(str, str)  # the id, the colour
    removed = Signal(str)  # the id

    def __init__(self, look: Look, highlight: Highlight, parent: QWidget) -> None:
        """Show the note of `highlight`."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._look, self._highlight, self._keeps = look, highlight, True
        self.setObjectName("noteCard")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._quote = QLabel(self)
        self._quote.setObjectName("noteQuote")
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("noteText")
        self.text.setTabChangesFocus(True)
        self.text.setPlainText(highlight.note)
        self.colours = {colour: self._dot(colour) for colour in COLOURS}
        self.remove = QToolButton(self)
        self.remove.setObjectName("noteRemove")
        self.remove.setIcon(icon("remove", look.theme))
        self.remove.clicked.connect(self._remove)
        self._lay_out()
        self.resize(_SIZE)
        self.retranslate()

    def _dot(self, colour: str) -> QToolButton:
        dot = QToolButton(self)
        dot.setObjectName(f"noteColour:{colour}")
        dot.setCheckable(True)
        dot.setAutoExclusive(True)
        dot.setChecked(colour == self._highlight.colour)
        dot.setIcon(dot_icon(self._look.theme, colour))
        dot.setIconSize(QSize(_DOT, _DOT))
        dot.clicked.connect(lambda: self.recoloured.emit(self._highlight.id, colour))
        return dot

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(2)
        for dot in self.colours.values():
            foot.addWidget(dot)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._quote)
        layout.addWidget(self.text, 1)
        layout.addLayout(foot)

    def open_at(self, place: QPoint) -> None:
        """Open under `place` of the screen, within it, ready to be written on."""
        room = self.screen().availableGeometry()
        left = min(max(place.x(), room.left()), room.right() - self.width())
        under = place.y() + self.height() <= room.bottom()
        top = place.y() if under else max(place.y() - self.height() - _DOT * 2, room.top())
        self.move(left, top)
        self.show()
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def _remove(self) -> None:
        self._keeps = False
        self.close()
        self.removed.emit(self._highlight.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the note as it was; Ctrl and Return keeps it."""
        if event.key() == Qt.Key.Key_Escape:
            self._keeps = False
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written."""
        super().hideEvent(event)
        note = self.text.toPlainText().strip()[:LONGEST_NOTE]
        if self._keeps and note != self._highlight.note:
            self._keeps = False
            self.written.emit(self._highlight.id, note)

    def retranslate(self) -> None:
        """Write every word anew."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("Note"))
        quote = " ".join(self._look.shown(self._highlight.anchor.exact).split())
        short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"
        metrics = self._quote.fontMetrics()
        width = _SIZE.width() - 30
        self._quote.setText(metrics.elidedText(short, Qt.TextElideMode.ElideRight, width))
        self.text.setAccessibleName(catalog.text("Note"))
        self.text.setPlaceholderText(catalog.text("Write a note; Esc leaves it as it was"))
        for colour, dot in self.colours.items():
            name = catalog.message(NAMES[colour])
            dot.setToolTip(name)
            dot.setAccessibleName(name)
        remove = catalog.text("Remove the highlight and its note")
        self.remove.setToolTip(remove)
        self.remove.setAccessibleName(remove)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def dot_icon(theme: Theme, colour: str) -> QIcon:
    """A round patch of a colour, as highlights have it."""
    side = _DOT * 3
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ground(theme, colour)))
    painter.setPen(QPen(QColor(theme.grip), 3))
    painter.drawEllipse(4, 4, side - 8, side - 8)
    painter.end()
    return QIcon(pixmap)
