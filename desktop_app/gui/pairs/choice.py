"""Asks which item of the other language tells the same story."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.archive import Archive
from desktop_app.gui.inner_names import name_box
from desktop_app.gui.look import Look
from desktop_app.gui.pairs.candidate_list import CandidateList
from desktop_app.gui.pairs.candidates import candidates
from desktop_app.gui.tasks import Task
from desktop_app.items import Item

_OK = QDialogButtonBox.StandardButton.Ok
_PAUSE = 200  # milliseconds after a key before the search


class ChoiceDialog(QDialog):
    """Lists items near the day of the one asked about; `decided` carries the id chosen."""

    decided = Signal(str)
    failed = Signal(object)  # the exception

    def __init__(
        self, look: Look, pool: QThreadPool, archive: Archive, item: Item, parent: QWidget
    ) -> None:
        """Ask about `item` of `archive`; search on `pool`."""
        super().__init__(parent)
        self._look, self._pool, self._archive, self._item = look, pool, archive, item
        self._task: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._search)
        self.setObjectName("pairDialog")
        self.told, self.box, self.list = QLabel(self), QLineEdit(self), QListView(self)
        self.rows = CandidateList(look, self)
        self.buttons = QDialogButtonBox(_OK | QDialogButtonBox.StandardButton.Cancel, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._search()

    def _lay_out(self) -> None:
        self.told.setObjectName("pairTold")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.box.setObjectName("pairSearch")
        self.box.setClearButtonEnabled(True)
        self.list.setObjectName("pairList")
        self.list.setModel(self.rows)
        self.list.setUniformItemSizes(False)
        self.list.setAlternatingRowColors(True)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (self.told, self.box, self.list, self.buttons):
            layout.addWidget(part)
        self.resize(560, 520)

    def _connect(self) -> None:
        self.box.textChanged.connect(lambda _text: self._soon.start())
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._offer())
        self.list.activated.connect(lambda _index: self.accept())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._decide)
        self.finished.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether a search is under way or soon will be."""
        return self._task is not None or self._soon.isActive()

    @property
    def chosen(self) -> Item | None:
        """The item chosen."""
        row = self.list.currentIndex().row()
        return self.rows.items[row] if 0 <= row < len(self.rows.items) else None

    def _search(self) -> None:
        self._stop()
        archive, item, words = self._archive, self._item, self.box.text()
        task = self._task = Task(
            lambda task: candidates(archive, item, words, task.cancelled), self
        )
        task.done.connect(lambda items: self._show(task, items))
        task.failed.connect(lambda error: self._failed(task, error))
        task.start(self._pool)
        self._offer()

    def _show(self, task: Task, items: list[Item]) -> None:
        if task is self._task:
            self._task = None
            self.rows.show_items(items)
            self._offer()

    def _failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _offer(self) -> None:
        self.buttons.button(_OK).setEnabled(self.chosen is not None)
        self.retranslate()

    def _decide(self) -> None:
        if self.chosen is not None:
            self.decided.emit(self.chosen.id)

    def _end(self) -> None:
        self._soon.stop()
        self._stop()
        self.deleteLater()

    def retranslate(self) -> None:
        """Write every word anew; what is chosen stays."""
        text = self._look.catalog.text
        name = text("Pair by hand")
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        words = text("Which item tells the same story as “{title}”?", title=self._item.title)
        if not self.rows.items and not self.busy:
            words += "\n" + text("Nothing in the other language is found; try other words.")
        self.told.setText(words)
        self.box.setPlaceholderText(text("Words of the counterpart; empty: near the same day"))
        name_box(self.box, text("Words of the counterpart"), self._look.catalog)
        self.list.setAccessibleName(text("Possible counterparts"))
        self.buttons.button(_OK).setText(text("Pair"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
