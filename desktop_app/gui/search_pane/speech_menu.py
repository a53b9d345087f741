"""What one can do with a statement of the list: by its speaker's name, a menu, or keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu

from desktop_app.citing.styles import RECORDS, STYLES
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.paged_model import Index
from desktop_app.gui.search_pane.row_view import RowView
from desktop_app.gui.search_pane.said_rows import SaidRows
from desktop_app.gui.tabs.where import Where
from desktop_app.speech_search.matches import SaidHit


class SpeechMenu(QObject):
    """Watches the list: a click on a name and the menu key open the menu, Ctrl+C copies."""

    speaker_wanted = Signal(str)  # list only what this person says
    person_wanted = Signal(str)  # tell of this person
    apart_wanted = Signal(object, object)  # open this `SaidHit` in a tab or a window: `Where`
    quotation_wanted = Signal(object, str)  # copy this `SaidHit` with its citation in a style

    def __init__(
        self, look: Look, view: RowView, rows: SaidRows, row_at: Callable[[int], SaidHit | None]
    ) -> None:
        """Watch `view`, whose rows `row_at` gives and `rows` draws."""
        super().__init__(view)
        self._look, self._view, self._rows, self._row_at = look, view, rows, row_at
        self.offers_persons = True  # whether there is anything that tells of persons
        self._pressed: SaidHit | None = None  # whose name the mouse went down on
        view.viewport().setMouseTracking(True)
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for a name, the menu or the clipboard."""
        if event.type() == QEvent.Type.Leave:
            self._point(None)
        if isinstance(event, QMouseEvent):
            return watched is self._view.viewport() and self._mouse(event)
        if isinstance(event, QContextMenuEvent):
            return self._open_at(event)
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            return self._copy_key(event)
        return False

    def menu(self, hit: SaidHit) -> QMenu:
        """The menu about `hit`; it goes when it is closed."""
        text, made = self._look.catalog.text, QMenu(self._view)
        made.setObjectName("speechMenu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        only = made.addAction(text("Only this speaker"))
        only.triggered.connect(lambda: self.speaker_wanted.emit(hit.person))
        if self.offers_persons:
            about = made.addAction(text("About this speaker"))
            about.triggered.connect(lambda: self.person_wanted.emit(hit.person))
        made.addSeparator()
        for where, words in (
            (Where.BEHIND, text("Open in a new tab")),
            (Where.WINDOW, text("Open in a new window")),
        ):
            action = made.addAction(words)
            action.triggered.connect(lambda _on, where=where: self.apart_wanted.emit(hit, where))
        made.addSeparator()
        copy = made.addAction(text("Copy the words"))
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown; the list has the key
        copy.triggered.connect(lambda: _copy(hit))
        self._add_styles(made.addMenu(text("Copy with citation")), hit)
        return made

    def _add_styles(self, menu: QMenu, hit: SaidHit) -> None:
        """Offer the styles by the names they have in every language."""
        named = {key: style.name for key, style in STYLES.items()}
        for key, name in {**named, **RECORDS}.items():
            if key == next(iter(RECORDS)):
                menu.addSeparator()
            action = menu.addAction(name)
            action.triggered.connect(lambda _on, key=key: self.quotation_wanted.emit(hit, key))

    def _mouse(self, event: QMouseEvent) -> bool:
        """Show that names can be pressed; a press on one chooses no row."""
        hit = self._named(event.position().toPoint())
        if event.type() == QEvent.Type.MouseMove:
            self._point(hit)
            return self._pressed is not None
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            pressed, self._pressed = self._pressed, None
            if pressed is not None and pressed is hit:
                self.menu(hit).popup(event.globalPosition().toPoint())
            return pressed is not None
        self._pressed = hit  # a press, or the second of two
        return hit is not None

    def _point(self, hit: SaidHit | None) -> None:
        """Show as a link the name that is under the pointer."""
        if hit is not self._rows.pointed:
            self._rows.pointed = hit
            shape = Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)
            self._view.viewport().update()

    def _named(self, place: QPoint) -> SaidHit | None:
        """The statement whose speaker's name is at `place`."""
        index = self._view.indexAt(place)
        hit = self._at(index)
        rect = self._view.visualRect(index)
        on = hit is not None and self._rows.name_rect(rect, self._view.font(), hit).contains(place)
        return hit if on else None

    def _at(self, index: Index) -> SaidHit | None:
        return self._row_at(index.row()) if index.isValid() else None

    def _open_at(self, event: QContextMenuEvent) -> bool:
        """By the mouse for the row under it, by the key for the one chosen."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self._view.currentIndex() if by_key else self._view.indexAt(event.pos())
        hit = self._at(index)
        if hit is not None:
            corner = self._view.visualRect(index).center()
            place = self._view.viewport().mapToGlobal(corner) if by_key else event.globalPos()
            self.menu(hit).popup(place)
        return True

    def _copy_key(self, event: QKeyEvent) -> bool:
        """Copy the statement chosen, before the window copies of the article."""
        hit = self._at(self._view.currentIndex())
        if hit is None:
            return False
        if event.type() == QEvent.Type.KeyPress:
            _copy(hit)
        event.accept()
        return True


def _copy(hit: SaidHit) -> None:
    QGuiApplication.clipboard().setText(hit.statement.text)
