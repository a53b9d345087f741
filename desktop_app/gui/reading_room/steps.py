"""Steps from place to place and from page to page, and on into the next hit, as mail programs do.

Space, Shift+Space, N and P work in the text and in the list; the actions from anywhere.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.hit_list import SPEECHES
from desktop_app.gui.search_pane.pane import SearchPane

_FOOT = 60  # pixels from the foot of the text to what is said there
_TOLD = 2500  # milliseconds that it is said
_OVERLAP = 2  # lines of a page that are seen again on the next
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEPT_KEYS = _SHIFT | Qt.KeyboardModifier.KeypadModifier


class Steps(QObject):
    """Leads through the hits of the list and the places in them."""

    def __init__(self, look: Look, search: SearchPane, article: ArticlePane) -> None:
        """Step through what `search` lists and `article` shows."""
        super().__init__(article)
        self._look, self._search, self._article = look, search, article
        self._arriving = 0  # at the first (1) or last (-1) place of the item to come
        article.item_shown.connect(self._arrive)
        for watched in (article.view, search.items.view, search.speeches.view):
            watched.installEventFilter(self)

    def step(self, by: int) -> None:
        """To the next place of the search (1) or the one before (-1), if need be in another hit."""
        listed_by_place = self._search.list_name == SPEECHES
        reading = self._article.isVisible() and self._article.item is not None
        if reading and not listed_by_place and self._article.step_match(by):
            return
        self._step_hit(by, 0 if listed_by_place else by)

    def page(self, by: int) -> None:
        """A page on (1) or back (-1); from the end of the text to the next hit."""
        bar = self._article.view.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() and not self._article.growing
        there = self._article.isVisible() and self._article.item is not None
        if not there or (by > 0 and at_end) or (by < 0 and bar.value() == 0):
            self._step_hit(by, 0)
            return
        line = self._article.view.fontMetrics().height()
        bar.setValue(bar.value() + by * max(line, bar.pageStep() - _OVERLAP * 2 * line))

    def _step_hit(self, by: int, arriving: int) -> None:
        row = self._search.hits.current_row()
        if row + by < 0 or row + by >= self._search.model.rowCount():
            self._tell_end(by)
            return
        self._arriving = arriving
        self._search.step(by)

    def _tell_end(self, by: int) -> None:
        """Say that there is nothing further, at the foot of the text."""
        text, view = self._look.catalog.text, self._article.view
        if self._search.model.rowCount() and view.isVisible():
            foot = view.mapToGlobal(QPoint(view.width() // 3, view.height() - _FOOT))
            words = text("That was the last hit") if by > 0 else text("This is the first hit")
            QToolTip.showText(foot, words, view, view.rect(), _TOLD)

    def _arrive(self) -> None:
        arriving, self._arriving = self._arriving, 0
        if arriving:
            self._article.go_to_end_match(arriving)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that step."""
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~_KEPT_KEYS:
            return False
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        back = bool(event.modifiers() & _SHIFT)
        if event.key() == Qt.Key.Key_Space:
            step, by = self.page, -1 if back else 1
        elif event.key() in (Qt.Key.Key_N, Qt.Key.Key_P) and not back:
            step, by = self.step, 1 if event.key() == Qt.Key.Key_N else -1
        else:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            step(by)
        event.accept()
        return True
