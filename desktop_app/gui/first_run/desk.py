"""Puts the first screen in place of the panes, until an archive is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.first_run.page import FirstRunPage
from desktop_app.gui.look import Look

_DRAGS = {
    QEvent.Type.DragEnter: True,
    QEvent.Type.DragLeave: False,
    QEvent.Type.Drop: False,
}


class FirstRunDesk(QObject):
    """The window's actions stay at work meanwhile, and what is dropped on it is taken."""

    def __init__(
        self,
        look: Look,
        actions: ActionRegistry,
        desk: ArchiveDesk,
        other: str,
        window: QMainWindow,
    ) -> None:
        """Offer the language `other` beside English."""
        super().__init__(window)
        self._look, self._actions, self._window, self._other = look, actions, window, other
        self._panes: QWidget | None = None
        self.page: FirstRunPage | None = None
        desk.opened.connect(lambda _archive: self.leave())

    def show(self) -> None:
        """Show the screen in place of all else in the window."""
        if self.page is not None:
            return
        panes = self._panes = self._window.takeCentralWidget()
        assert panes is not None
        panes.setParent(self._window)  # what is in none is a window of its own
        panes.hide()
        self.page = FirstRunPage(self._look, self._actions, self._other, self._window)
        self.page.chosen.connect(lambda name: self._actions[name].trigger())
        self._window.setCentralWidget(self.page)
        self._show_bars(False)
        self._window.installEventFilter(self)
        self.page.begin()

    def leave(self) -> None:
        """Show the panes again."""
        if self.page is None or self._panes is None:
            return
        self._window.removeEventFilter(self)
        page, self.page = self.page, None
        self._window.takeCentralWidget()
        self._window.setCentralWidget(self._panes)
        self._panes.show()
        self._show_bars(True)
        page.deleteLater()

    def _show_bars(self, shown: bool) -> None:
        self._window.menuBar().setVisible(shown)
        for bar in self._window.findChildren(QToolBar, "toolbar"):
            bar.setVisible(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show where to drop what is dragged over the window."""
        if self.page is not None and event.type() in _DRAGS:
            self.page.show_drop(_DRAGS[event.type()])
        return super().eventFilter(watched, event)
