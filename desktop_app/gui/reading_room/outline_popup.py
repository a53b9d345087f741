"""The outline of the item over its text: a box that narrows it, and its entries below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.look import Look
from desktop_app.gui.reading_room.outline_model import LEVEL, Index, OutlineModel
from desktop_app.language.outline import Entry

_ROWS = 14  # shown at once
_WIDTH = 26  # heights of a line that it is wide, where there is room
_MARGIN = 10  # pixels around it
_STEP = 1.2  # heights of a line that a level stands in
_MOVES = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_ROWS, Qt.Key.Key_PageDown: _ROWS,
}  # fmt: skip


class OutlinePopup(QFrame):
    """Lies over `over` while open. Enter goes to the entry chosen, Escape closes."""

    chosen = Signal(int)  # the number of a paragraph
    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        """Stand in the upper left corner of `over`; hidden at first."""
        super().__init__(over)
        self._look, self._over = look, over
        self.setObjectName("outline")
        self.setAutoFillBackground(True)
        self.box, self.list = QLineEdit(self), QListView(self)
        self.model = OutlineModel(look, self)
        self._lay_out()
        self.box.textChanged.connect(self._narrow)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        for watched in (self.box, over):
            watched.installEventFilter(self)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        self.box.setObjectName("outlineBox")
        self.list.setObjectName("outlineList")
        self.list.setModel(self.model)
        self.list.setItemDelegate(_LevelDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys go to the box
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.box)
        layout.addWidget(self.list)

    def open(self, entries: Sequence[Entry], paragraph: int) -> None:
        """Show `entries`, at the one that `paragraph` belongs to."""
        self.box.clear()
        self.model.show(entries)
        self.show()
        self.raise_()
        self._place()
        self._go_to(self.model.row_at(paragraph))
        middle = QListView.ScrollHint.PositionAtCenter
        self.list.scrollTo(self.list.currentIndex(), middle)
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_again(self) -> None:
        """Hide it."""
        if self.isVisible():
            now = QApplication.focusWidget()
            had_focus = now is not None and self.isAncestorOf(now)
            self.hide()
            if had_focus:
                self.closed.emit()

    def _narrow(self, typed: str) -> None:
        self.model.keep(typed)
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        index = self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        # The focus stays in the box: so a reader of the screen tells which entry is chosen.
        self.box.setAccessibleDescription(str(index.data() or ""))

    def _choose(self, row: int) -> None:
        entry = self.model.entry(row)
        if entry is not None:
            self.close_again()
            self.chosen.emit(entry.paragraph)

    def _place(self) -> None:
        line = self.fontMetrics().height()
        width = min(_WIDTH * line, self._over.width() - 2 * _MARGIN)
        row = max(self.list.sizeHintForRow(0), line)
        room = self._over.height() - 2 * _MARGIN - self.box.sizeHint().height() - 22
        self.list.setFixedHeight(max(row, min(_ROWS * row, self.model.rowCount() * row, room)))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(_MARGIN, _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the box that move in the list; the size of what lies below."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.box and event.type() == QEvent.Type.FocusOut:
            self.hide()
        if watched is self.box and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._press(event)
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()  # or it would leave full screen
                return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._go_to(self.list.currentIndex().row() + _MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.close_again()
        else:
            return False
        return True

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Outline of the item"))
        self.list.setAccessibleName(text("Outline of the item"))
        self.box.setPlaceholderText(text("Narrow the outline"))
        self.box.setAccessibleName(text("Narrow the outline"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _LevelDelegate(QStyledItemDelegate):
    """Has an entry stand in by its level."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Begin further to the right."""
        super().initStyleOption(option, index)
        level = index.data(LEVEL) or 0
        shown: QRect = option.rect
        shown.setLeft(shown.left() + round(level * _STEP * option.fontMetrics.height()))
