"""The list of suggestions that opens under the search box while someone types."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Qt, QThreadPool, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.query_box import QueryBox
from desktop_app.gui.tasks import Task
from desktop_app.search.suggest import MOST, Source, Suggestion
from desktop_app.together import Searched

# Milliseconds without a key: later than the hits, which matter more.
_PAUSE_MS = 250
_BEHIND = -1  # priority in the pool
_ROLE = int(Qt.ItemDataRole.UserRole)


class Suggestions(QObject):
    """Asks the archive off the GUI thread; what is chosen goes into the box."""

    def __init__(self, look: Look, box: QueryBox, pool: QThreadPool) -> None:
        """Suggest for `box`, and only while a person types in it."""
        super().__init__(box)
        self._look, self._box, self._pool = look, box, pool
        self._archive: Searched | None = None
        self._task: Task | None = None
        self._model = QStandardItemModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setWidget(box)
        self.popup = QListView()
        self.popup.setObjectName("suggestions")
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.completer.setPopup(self.popup)
        self.completer.setMaxVisibleItems(MOST)
        # PySide6's stubs know of one kind of this signal only.
        self.completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        box.textEdited.connect(lambda _text: self._pause.start())
        box.textChanged.connect(lambda _text: self._forget())

    def set_archive(self, archive: Searched | None) -> None:
        """Suggest from `archive` from now on."""
        self._archive = archive
        self._pause.stop()
        self._forget()

    @property
    def shown(self) -> list[Suggestion]:
        """What the list shows, in order."""
        rows = range(self._model.rowCount()) if self.popup.isVisible() else ()
        return [self._model.item(row).data(_ROLE) for row in rows]

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.popup.hide()

    def _ask(self) -> None:
        archive, query = self._archive, self._box.text()
        if archive is None or not self._box.hasFocus():
            return
        # Qt counts UTF-16 units.
        raw = query.encode("utf-16-le", "surrogatepass")[: 2 * self._box.cursorPosition()]
        cursor, history = len(raw.decode("utf-16-le", "replace")), self._box.history

        def suggest(task: Task) -> list[Suggestion]:
            return archive.suggester.suggest(query, cursor, history, task.cancelled)

        task = self._task = Task(suggest, self)
        task.done.connect(lambda found: self._show(task, query, found))
        task.start(self._pool, _BEHIND)

    def _show(self, task: Task, query: str, found: list[Suggestion]) -> None:
        if task is not self._task or query != self._box.text() or not self._box.hasFocus():
            return
        self._task = None
        self._model.clear()
        for suggestion in found:
            self._model.appendRow(self._row(suggestion))
        if found:
            self.popup.setAccessibleName(self._look.catalog.text("Suggestions"))
            self.completer.complete()

    def _row(self, suggestion: Suggestion) -> QStandardItem:
        row = QStandardItem(self._label(suggestion))
        row.setData(suggestion, _ROLE)
        row.setToolTip(row.text())
        return row

    def _label(self, suggestion: Suggestion) -> str:
        """What the list says; a word needs no kind."""
        text, words = self._look.catalog.text, suggestion.text
        return {
            Source.TERM: words,
            Source.NAME: words,
            Source.SPEAKER: text("Speaker: {name}", name=words),
            Source.TITLE: text("Title: {title}", title=words),
            Source.HISTORY: text("Earlier: {query}", query=words),
        }[suggestion.source]

    def _choose(self, index: QModelIndex) -> None:
        suggestion = index.data(_ROLE)
        if isinstance(suggestion, Suggestion):
            self._box.setText(suggestion.query)
            before = suggestion.query[: suggestion.cursor]
            self._box.setCursorPosition(len(before.encode("utf-16-le", "surrogatepass")) // 2)
