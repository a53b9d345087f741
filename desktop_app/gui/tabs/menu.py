"""The menu of all tabs: in the menu Window, under the button beside the bar, in the palette."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui.look import Look

_SOON = 150  # milliseconds after a change until it is written anew
_LONGEST = 60  # code points of a title


class TabMenu(QMenu):
    """A tab an entry, the one that is shown checked."""

    wanted = Signal(int)  # show this tab

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._look = look
        self._titles: Sequence[str] = ()
        self._now = 0
        self._group = QActionGroup(self)
        self.setObjectName("menu:tabs")
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.write)
        self.aboutToShow.connect(self.write)

    def show_tabs(self, titles: Sequence[str], now: int) -> None:
        """Have an entry for each of `titles` ("" is an empty tab's), a moment from now."""
        self._titles, self._now = titles, now
        self._soon.start()

    def write(self) -> None:
        """Write all entries anew."""
        self._soon.stop()
        empty = self._look.catalog.text("New tab")
        self.setTitle(self._look.catalog.text("All tabs"))
        actions = self._group.actions()
        for action in actions[len(self._titles) :]:
            self._group.removeAction(action)
            action.deleteLater()
        for number in range(len(actions), len(self._titles)):
            action = self._group.addAction(self.addAction(""))
            action.setObjectName(f"action:tab:{number}")
            action.setCheckable(True)
            action.triggered.connect(lambda _on, number=number: self.wanted.emit(number))
        for number, title in enumerate(self._titles):
            words = (self._look.shown(title) or empty)[:_LONGEST]
            self._group.actions()[number].setText(words.replace("&", "&&"))
        if self._titles:
            self._group.actions()[self._now].setChecked(True)
