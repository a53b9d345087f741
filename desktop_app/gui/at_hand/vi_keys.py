"""Keys as in vi, for who wants them: j k h l, gg, G, n, N."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop_app.gui.actions import ActionRegistry

_SHIFT, _CONTROL, _NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
_MOVES = {
    "j": Qt.Key.Key_Down, "k": Qt.Key.Key_Up, "h": Qt.Key.Key_Left, "l": Qt.Key.Key_Right,
}  # fmt: skip
_ACTIONS = {"n": "next_match", "N": "previous_match"}
_PATIENCE = 1_000  # milliseconds between the two g


class ViKeys(QObject):
    """Translates letters typed where nothing is written into keys that move.

    It watches what has the focus and nothing else: a filter on the whole application would
    be asked about every event.
    """

    def __init__(self, actions: ActionRegistry, reading: QWidget, window: QWidget) -> None:
        """Be off; what is neither list nor text gives its keys to `reading`."""
        super().__init__(window)
        self._actions, self._reading, self._window = actions, reading, window
        self._watched: QWidget | None = None
        self.on = False
        self._first_g = QTimer(self, singleShot=True, interval=_PATIENCE)
        application = cast(QApplication, QApplication.instance())
        # No lambda: the application would hold it, and with it the window, for ever.
        application.focusChanged.connect(self._focus_moved)

    def set_on(self, on: bool) -> None:
        """Translate from now on, or no more."""
        self.on = on
        self._watch(QApplication.focusWidget())

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._watch(now)

    def _watch(self, widget: QWidget | None) -> None:
        """Look at the keys of `widget`, which has the focus now."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
            self._watched = None
        if self.on and widget is not None and widget.window() is self._window and _reads(widget):
            widget.installEventFilter(self)
            widget.destroyed.connect(self._forget)
            self._watched = widget

    def _forget(self) -> None:
        self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the letters that mean something here."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not event.modifiers() & ~_SHIFT
            and self._press(event.text())
        ):
            return True
        return super().eventFilter(watched, event)

    def _press(self, letter: str) -> bool:
        """Do what `letter` stands for; False where it stands for nothing."""
        if letter in _MOVES:
            self._send(_MOVES[letter])
        elif letter in _ACTIONS:
            self._actions[_ACTIONS[letter]].trigger()
        elif letter == "G":
            self._go_to_end(last=True)
        elif letter == "g" and self._first_g.isActive():
            self._first_g.stop()
            self._go_to_end(last=False)
        elif letter == "g":
            self._first_g.start()
        return letter in (*_MOVES, *_ACTIONS, "g", "G")

    @property
    def _target(self) -> QWidget:
        """What moves: what has the focus, where that can, else what is read."""
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, QAbstractScrollArea) else self._reading

    def _send(self, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        target = self._target
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, held))

    def _go_to_end(self, last: bool) -> None:
        """Go to the first or last row; a text without a caret knows no key for that."""
        target = self._target
        if isinstance(target, QAbstractScrollArea) and not isinstance(target, QAbstractItemView):
            bar = target.verticalScrollBar()
            bar.setValue(bar.maximum() if last else bar.minimum())
        self._send(Qt.Key.Key_End if last else Qt.Key.Key_Home, _CONTROL)


def _reads(widget: QWidget) -> bool:
    """Whether letters typed into `widget` are not written there."""
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        return widget.isReadOnly()
    writes = widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    return isinstance(widget, QAbstractItemView) or not writes
