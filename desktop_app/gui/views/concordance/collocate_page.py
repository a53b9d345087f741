"""The page of collocates: which words stand near the word, and how far from chance."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.asking import asked
from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.tasks import Task
from desktop_app.gui.views.concordance.collocate_model import STRENGTH, collocate_model
from desktop_app.gui.views.figure_table import FigureTable
from desktop_app.search.bilingual.expanding import Off
from desktop_app.speeches.collocates import LEAST, Collocate
from desktop_app.together import Searched
from desktop_app.word_use import SPAN

_MOST_SPAN, _MOST_LEAST = 20, 9999


class CollocatePage(QWidget):
    """Asks the archive when the query or the span has changed and the page is in sight."""

    started = Signal()
    shown = Signal()
    failed = Signal(object)  # the exception
    word_wanted = Signal(str, int)  # a collocate, and the span it stands in

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Count on `pool`."""
        super().__init__(parent)
        self._look = look
        self._newest = Newest(pool, self)
        self._archive: Searched | None = None
        self._query = ""
        self._off: Off | None = None
        self._asked: tuple[str, Off | None, int] | None = None  # what is shown or under way
        self.setObjectName("collocates")
        self._found: list[Collocate] = []
        self.model = collocate_model(look, self)
        self.table = FigureTable(self)
        self.span, self.least = QSpinBox(self), QSpinBox(self)
        self._labels = [QLabel(self), QLabel(self)]
        self._lay_out()
        self.span.valueChanged.connect(lambda _span: self._ask())
        self.least.valueChanged.connect(self._filter)
        self.table.chosen.connect(self._choose)
        self.retranslate()

    def _lay_out(self) -> None:
        for box, name, least, most, value in (
            (self.span, "collocateSpan", 1, _MOST_SPAN, SPAN),
            (self.least, "collocateLeast", LEAST, _MOST_LEAST, LEAST),
        ):
            box.setObjectName(name)
            box.setRange(least, most)
            box.setValue(value)
            box.setKeyboardTracking(False)
        line = QHBoxLayout()
        line.setContentsMargins(10, 0, 10, 4)
        for label, box in zip(self._labels, (self.span, self.least), strict=True):
            label.setBuddy(box)
            line.addWidget(label)
            line.addWidget(box)
            line.addSpacing(12)
        line.addStretch(1)
        self.table.setObjectName("collocateTable")
        self.table.show_model(self.model, STRENGTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(line)
        whole.addWidget(self.table, 1)

    @property
    def busy(self) -> bool:
        """Whether collocates are being counted."""
        return self._newest.busy

    def set_archive(self, archive: Searched | None) -> None:
        """Count in `archive` from now on."""
        self.stop()
        self._archive = archive
        self._found = []
        self.model.show_rows(())

    def set_both(self, off: Off | None) -> None:
        """Mean the next query in both languages without `off`; in one where that is None."""
        self._off = off

    def show_query(self, query: str) -> None:
        """Count what stands near the words of `query`, as soon as that is looked at."""
        self._query = query
        if self.isVisible():
            self._ask()

    def stop(self) -> None:
        """Give up what is under way."""
        self._newest.stop()
        self._asked = None

    def showEvent(self, event: QEvent) -> None:
        """Count what was not counted while nobody looked."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._ask()

    def _ask(self) -> None:
        archive, query, off, span = self._archive, self._query, self._off, self.span.value()
        if archive is None or (query, off, span) == self._asked:
            return
        self._asked = (query, off, span)
        if not query:
            self._newest.stop()
            self._show([])
            return

        def work(task: Task) -> list[Collocate]:
            wanted = asked(archive, query, off)
            return archive.words.collocates(wanted, span, task.cancelled)

        self._newest.run(work, self._show, self._fail)
        self.started.emit()

    def _show(self, found: list[Collocate]) -> None:
        self._found = found
        self.table.scrollToTop()
        self._filter(self.least.value())

    def _fail(self, error: Exception) -> None:
        self._asked = None
        self._show([])
        self.failed.emit(error)

    def _filter(self, least: int) -> None:
        self.model.show_rows([each for each in self._found if each.near >= least])
        self.shown.emit()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.word_wanted.emit(self.model.rows[row].word, self.span.value())

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        names = (text("Words on each side:"), text("At least so many times near:"))
        for label, box, name in zip(self._labels, (self.span, self.least), names, strict=True):
            label.setText(name)
            box.setAccessibleName(name.rstrip(":："))
        tip = text("How many words left and right; of Chinese, pairs of characters.")
        self.span.setToolTip(tip)
        self.table.setAccessibleName(text("Collocates"))
        self.model.retranslate()
        self.table.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
