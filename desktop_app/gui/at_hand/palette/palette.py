"""The palette: a box to type in, over the window, and under it what fits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.at_hand.palette.command import Choice, Command
from desktop_app.gui.at_hand.palette.delegate import PaletteDelegate
from desktop_app.gui.at_hand.palette.model import PaletteModel
from desktop_app.gui.at_hand.palette.ranking import ranked
from desktop_app.gui.look import Look

_WIDTH, _TOP = 640, 64  # pixels: at most so wide, and so far from the window's top
_MARGIN = 16
_ROWS = 12  # shown at once
_MOST_LATELY = 30
_MOVES = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_ROWS, Qt.Key.Key_PageDown: _ROWS,
}  # fmt: skip


class Palette(QFrame):
    """Lies over `over` while it is open; a choice closes it and is then done."""

    used = Signal(list)  # the keys of commands used, the latest first

    def __init__(
        self,
        look: Look,
        commands: Callable[[], list[Command]],
        lately: list[str],
        over: QWidget,
    ) -> None:
        """Offer what `commands` gives, those of the keys `lately` first."""
        super().__init__(over)
        self._look, self._commands, self._lately, self._over = look, commands, lately, over
        self._offered: list[Command] = []
        self._before: QWidget | None = None  # what had the focus
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self.box, self.list, self.none = QLineEdit(self), QListView(self), QLabel(self)
        self.model = PaletteModel(look, self)
        self._lay_out()
        self.box.textChanged.connect(self._search)
        self.box.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        look.theme_changed.connect(self.hide)
        over.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        for part, name in ((self.box, "Box"), (self.list, "List"), (self.none, "None")):
            part.setObjectName(f"palette{name}")
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self._look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys go to the box
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for part in (self.box, self.list, self.none):
            layout.addWidget(part)

    @property
    def choices(self) -> list[Choice]:
        """What it offers now, best first."""
        return [each for row in range(self.model.rowCount()) if (each := self.model.choice(row))]

    def open(self) -> None:
        """Show it, empty, with everything there is; those used last come first."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._offered = self._commands()
        self.box.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_again(self) -> None:
        """Hide it, and give the focus back to what had it."""
        now = QApplication.focusWidget()
        had_focus = now is not None and self.isAncestorOf(now)
        self.hide()
        if had_focus and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def _search(self, typed: str) -> None:
        choices = ranked(self._offered, typed, self._lately)
        self.model.show(choices)
        self.list.setVisible(bool(choices))
        self.none.setVisible(not choices)
        self._go_to(0)
        self._place()

    def _place(self) -> None:
        """In the middle near the top, as high as its rows."""
        over = self._over
        width = min(_WIDTH * self.fontMetrics().height() // 16, over.width() - 2 * _MARGIN)
        row = max(self.list.sizeHintForRow(0), 1)
        rows = max(1, min(_ROWS, self.model.rowCount(), (over.height() - 3 * _TOP) // row))
        self.list.setFixedHeight(rows * row + 2 * self.list.frameWidth())
        self.setFixedWidth(width)
        self._layout.activate()
        self.setGeometry((over.width() - width) // 2, _TOP, width, self.sizeHint().height())

    def _go_to(self, row: int) -> None:
        index = self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0)
        self.list.setCurrentIndex(index)
        if index.isValid():  # the list never has the focus, so nothing would be said of it
            said = QAccessibleEvent(self.list, QAccessible.Event.Focus)
            said.setChild(index.row())
            QAccessible.updateAccessibility(said)

    def _choose(self, row: int) -> None:
        choice = self.model.choice(row)
        if choice is None or not choice.command.enabled:
            return
        key = choice.command.key
        self._lately[:] = [key, *(each for each in self._lately if each != key)][:_MOST_LATELY]
        self.close_again()
        self.used.emit(list(self._lately))
        choice.command.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the box that move in the list; the window's size."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.box and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._press(event)
            # A key that calls an action elsewhere types here, or Escape would leave full screen.
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.list.currentIndex().row()
        if key in _MOVES:
            count = max(self.model.rowCount(), 1)
            step = _MOVES[Qt.Key(key)]
            self._go_to((row + step) % count if abs(step) == 1 else row + step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(row)
        elif key == Qt.Key.Key_Escape:
            self.close_again()
        else:
            # Tab has nowhere else to go.
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close when somebody clicks elsewhere in the window."""
        if self.isVisible() and now is not None and not self.isAncestorOf(now) and now is not self:
            self._before = None
            self.close_again()

    def retranslate(self) -> None:
        """Write the words anew; it is opened with names in the new language."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Commands"))
        self.box.setPlaceholderText(text("Type what you want to do; English, 中文 or pinyin"))
        self.box.setAccessibleName(text("Command"))
        self.list.setAccessibleName(text("Commands"))
        self.none.setText(text("Nothing has that name"))
        if self.isVisible():
            self._offered = self._commands()
            self._search(self.box.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
