"""The search box: clear button, and what was searched before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QColor, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.inner_names import name_box
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.underline import underline

HISTORY_LENGTH = 50


class QueryBox(QLineEdit):
    """A line for a query. Down moves to the hits, or opens the history when empty."""

    leave_downwards = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Write in the language of `look`."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("queryBox")
        self.setClearButtonEnabled(True)
        self._composing = False
        self._marked: tuple[tuple[int, int], ...] = ()
        self._history = QStringListModel(self)
        completer = QCompleter(self._history, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self)
        completer.activated.connect(self.setText)
        past = QListView()
        past.setObjectName("history")
        completer.setPopup(past)
        # Not `setCompleter`: it would open the list at every key, over the hits.
        self._past = completer
        self._open = QAction(self)
        self._open.triggered.connect(self.open_history)
        self.addAction(self._open, QLineEdit.ActionPosition.LeadingPosition)
        self.editingFinished.connect(self.remember)
        look.theme_changed.connect(self._draw)
        self._draw()
        self.textChanged.connect(lambda _text: self.mark((), ""))
        self.retranslate()

    @property
    def history(self) -> list[str]:
        """Earlier queries, newest first."""
        return self._history.stringList()

    def empty(self) -> None:
        """Clear the box, and tell nobody: what is searched next is another archive."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)

    def set_history(self, queries: list[str]) -> None:
        """Take over the history of an earlier session."""
        self._history.setStringList(queries[:HISTORY_LENGTH])

    @property
    def marked(self) -> tuple[tuple[int, int], ...]:
        """The places marked as having no meaning."""
        return self._marked

    def mark(self, places: tuple[tuple[int, int], ...], why: str) -> None:
        """Underline the pieces of the query at `places`, code points; `why` is read aloud."""
        self.setAccessibleDescription(why)
        if places == self._marked or self._composing:
            return
        self._marked = places
        underline(self, places, QColor(self._look.theme.error))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know whether something is being composed: marking would end that."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def remember(self) -> None:
        """Put what stands in the box first in the history."""
        query = self.text().strip()
        if query:
            others = [past for past in self.history if past != query]
            self.set_history([query, *others])

    def open_history(self) -> None:
        """Show the earlier queries; by now the one in the box is one of them."""
        self.remember()
        self._past.setCompletionPrefix("")
        self._past.complete()

    def _draw(self) -> None:
        self._open.setIcon(icon("search", self._look.theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears; Down goes to the hits, Alt+Down or Down when empty to the past."""
        if event.key() == Qt.Key.Key_Down:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if (alt or not self.text()) and self.history:
                self.open_history()
            else:
                self.leave_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write the hint anew."""
        catalog = self._look.catalog
        self.setPlaceholderText(catalog.text("Search words, “a phrase”, date:2021-08 …"))
        name_box(self, catalog.text("Search"), catalog)
        self._open.setText(catalog.text("Earlier searches"))
        self._open.setToolTip(catalog.text("Earlier searches"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
