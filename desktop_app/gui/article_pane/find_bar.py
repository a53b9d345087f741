"""The bar below the text: find words in this item."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop_app.gui.inner_names import name_box
from desktop_app.gui.look import Look


class FindBar(QWidget):
    """Enter steps on, Shift+Enter back, Escape closes."""

    text_changed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Write in the language of `look`; hidden at first."""
        super().__init__(parent)
        self._look = look
        self._place, self._count, self._more = -1, 0, False
        self.setObjectName("findBar")
        self.box = QLineEdit(self)
        self.box.setObjectName("findBox")
        self.box.setClearButtonEnabled(True)
        self._state = QLabel(self)
        self._state.setObjectName("findCount")
        self._previous, self._next, self._close = (
            self._button(name) for name in ("findPrevious", "findNext", "findClose")
        )
        self._lay_out()
        self._connect()
        look.theme_changed.connect(self._write_state)
        self.retranslate()
        self.hide()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("chip", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(6)
        layout.addWidget(self.box, 1)
        for widget in (self._state, self._previous, self._next, self._close):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.box.textChanged.connect(self.text_changed)
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.close_bar)

    def open_bar(self, text: str) -> None:
        """Show the bar ready to type; `text`, where there is any, is what to find."""
        self.show()
        if text:
            self.box.setText(text)
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def put(self, text: str, is_open: bool) -> None:
        """Have `text` to find and be shown or hidden, quietly: nothing is told, no focus moves."""
        self.box.blockSignals(True)
        self.box.setText(text)
        self.box.blockSignals(False)
        self.setVisible(is_open)
        self._write_state()

    def close_bar(self) -> None:
        """Hide the bar; what was sought stays for the next time."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @property
    def wanted(self) -> str:
        """What to find now; "" while the bar is closed."""
        return "" if self.isHidden() else self.box.text()

    @property
    def state(self) -> str:
        """What is written about the matches."""
        return self._state.text()

    def show_matches(self, place: int, count: int, more: bool) -> None:
        """Write where among the matches one stands; `place` from 0, -1 for nowhere yet."""
        self._place, self._count, self._more = place, count, more
        self._write_state()

    def _write_state(self) -> None:
        catalog = self._look.catalog
        lost = bool(self.box.text()) and not self._count and not self._more
        text = catalog.text("No match") if lost else ""
        if self._count:
            place = catalog.number(self._place + 1)
            count = catalog.number(self._count) + ("+" if self._more else "")
            text = catalog.text("{place} / {count}", place=place, count=count)
        self._state.setText(text)
        colour = self._look.theme.error if lost else self._look.theme.quiet
        self._state.setStyleSheet(f"color: {colour};")
        for button in (self._previous, self._next):
            button.setEnabled(bool(self._count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.box.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every word anew; what is sought stays."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("Find in this item"))
        self.box.setPlaceholderText(catalog.text("Find in this item"))
        name_box(self.box, catalog.text("Find in this item"), catalog)
        self._state.setAccessibleDescription(catalog.text("Matches in this item"))
        for button, sign, name in (
            (self._previous, "↑", catalog.text("Previous match")),
            (self._next, "↓", catalog.text("Next match")),
            (self._close, "×", catalog.text("Close")),
        ):
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._write_state()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
