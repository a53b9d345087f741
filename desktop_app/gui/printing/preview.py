"""The window in which a print is looked at before it is printed or written."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QEvent, QThread, QThreadPool, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.look import Look
from desktop_app.gui.printing.choice_bar import ChoiceBar
from desktop_app.gui.printing.composition import Composition
from desktop_app.gui.printing.page_pictures import PagePictures
from desktop_app.gui.printing.page_view import PageView
from desktop_app.gui.printing.printer import print_on_paper
from desktop_app.gui.printing.work import Job
from desktop_app.gui.settings import Settings
from desktop_app.gui.tasks import Task

_SIZE = (900, 820)  # pixels


class PrintPreview(QDialog):
    """Shows the pages of a job; all choices act at once. `failed` carries an exception."""

    failed = Signal(object)
    _advanced = Signal(int, int)  # pages written, of how many

    def __init__(
        self, look: Look, settings: Settings, pool: QThreadPool, job: Job, parent: QWidget
    ) -> None:
        """Lay the pages of `job` out."""
        super().__init__(parent)
        self._look, self._pool, self._job = look, pool, job
        self._laying: Task | None = None
        self._writing: Task | None = None
        self._composition: Composition | None = None
        self._written: tuple[int, Path] | None = None
        self.setObjectName("printPreview")
        self.bar = ChoiceBar(look, settings, self)
        self.bar.offer(len(job.found) > 1, job.has_pairs)
        self._pictures = PagePictures(pool, self)
        self.view = PageView(look, self._pictures, self)
        self.place, self.note, self.progress = QLabel(self), QLabel(self), QProgressBar(self)
        self.save, self.print, self.stop_button, self.close_button = (
            QPushButton(self) for _ in range(4)
        )
        self._lay_out()
        self._connect()
        self.retranslate()
        self._compose()

    def _lay_out(self) -> None:
        names = {
            self.place: "printPlace", self.note: "printNote", self.progress: "printProgress",
            self.save: "printSave", self.print: "printPrint", self.stop_button: "printStop",
            self.close_button: "printClose",
        }  # fmt: skip
        for part, name in names.items():
            part.setObjectName(name)
        self.progress.setTextVisible(False)
        self.progress.setMaximumWidth(160)
        for part in (self.progress, self.stop_button):
            part.hide()
        self.save.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 12)
        foot.setSpacing(10)
        foot.addWidget(self.place)
        foot.addWidget(self.note, 1)
        for part in (self.progress, self.stop_button, self.save, self.print, self.close_button):
            foot.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.bar.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.bar.changed.connect(self._compose)
        self.view.page_changed.connect(lambda _page: self._write_place())
        self.save.clicked.connect(self._choose_file)
        self.print.clicked.connect(self._print)
        self.stop_button.clicked.connect(self._stop_writing)
        self.close_button.clicked.connect(self.reject)
        self._advanced.connect(self._advance)

    @property
    def busy(self) -> bool:
        """Whether pages are laid out or written, or photos decoded."""
        return bool(self._laying or self._writing) or self._pictures.busy

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return self._composition.count if self._composition else 0

    # -- laying out

    def _compose(self) -> None:
        """Lay the pages out anew; the ones shown stay until then."""
        if self._laying is not None:
            self._laying.cancel()
        choices, pairs = self.bar.choices, self.bar.pairs.isChecked()
        catalog, thread, job = self._look.catalog, QThread.currentThread(), self._job
        task = self._laying = Task(
            lambda task: job.composed_for(thread, choices, pairs, catalog, task.cancelled), self
        )
        task.done.connect(lambda made: self._show(task, made))
        task.failed.connect(lambda error: self._fail(task, error))
        task.start(self._pool)
        if self._composition is None:
            self.view.show_pages(None, self._look.catalog.text("Laying out the pages…"))
        self._offer()

    def _show(self, task: Task, made: Composition) -> None:
        if task is self._laying:
            page = self.view.page
            self._laying, self._composition = None, made
            self.view.show_pages(made)
            self.view.go_to(min(page, made.count - 1))
            self._offer()

    def _fail(self, task: Task, error: Exception) -> None:
        if task in (self._laying, self._writing):
            self._laying = None if task is self._laying else self._laying
            self._writing = None if task is self._writing else self._writing
            self._offer()
            self.failed.emit(error)

    # -- writing and printing

    def _choose_file(self) -> None:
        text = self._look.catalog.text
        start = str(Path(platformdirs.user_documents_dir()) / f"{self._job.file}.pdf")
        name, _filter = QFileDialog.getSaveFileName(
            self, text("Save as PDF"), start, text("PDF files (*.pdf)")
        )
        if name:
            path = Path(name)
            self.write(path if path.suffix else path.with_name(f"{path.name}.pdf"))

    def write(self, path: Path) -> None:
        """Write the PDF file `path`, as the pages are shown."""
        choices, pairs = self.bar.choices, self.bar.pairs.isChecked()
        catalog, job, advance = self._look.catalog, self._job, self._advanced.emit
        task = self._writing = Task(
            lambda task: job.write(path, choices, pairs, catalog, advance, task.cancelled), self
        )
        task.done.connect(lambda count: self._end_writing(task, count, path))
        task.stopped.connect(lambda _none: self._end_writing(task, 0, path))
        task.failed.connect(lambda error: self._fail(task, error))
        self.progress.setRange(0, 0)
        self._written = None
        task.start(self._pool)
        self._offer()

    def _advance(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _stop_writing(self) -> None:
        if self._writing is not None:
            self._writing.cancel()

    def _end_writing(self, task: Task, count: int, path: Path) -> None:
        if task is self._writing:
            self._writing = None
            self._written = (count, path) if count else None
            self._offer()

    def _print(self) -> None:
        if self._composition is not None:
            print_on_paper(self._composition, self._job.title, self._look.catalog, self)

    # -- words

    def _offer(self) -> None:
        """Offer what can be done now, and say what is under way."""
        writing, ready = self._writing is not None, self._composition is not None
        for part in (self.progress, self.stop_button):
            part.setVisible(writing)
        for part in (self.save, self.print):
            part.setEnabled(ready and not writing and self._laying is None)
        self.bar.setEnabled(not writing)
        self._write_place()
        self._write_note()

    def _write_place(self) -> None:
        catalog, count = self._look.catalog, self.pages
        number = catalog.number
        words = (
            catalog.text(
                "Page {place} of {count}",
                place=number(self.view.page + 1),
                count=number(count),
            )
            if count
            else ""
        )
        self.place.setText(words)
        self.view.setAccessibleDescription(words)

    def _write_note(self) -> None:
        catalog, job = self._look.catalog, self._job
        if self._written is not None:
            count, path = self._written
            words = catalog.plural(
                "{count} page was written to {path}", "{count} pages were written to {path}",
                count, path=path,
            )  # fmt: skip
        elif job.more:
            shown, all_ = len(job.found), len(job.found) + job.more
            words = catalog.text(
                "The first {count} of {all} items",
                count=catalog.number(shown), all=catalog.number(all_),
            )  # fmt: skip
        else:
            words = ""
        self.note.setText(words)
        self.note.setToolTip(words)

    def retranslate(self) -> None:
        """Write every word anew; pages are laid out again, since dates on them change."""
        text = self._look.catalog.text
        self.setWindowTitle(text("Print preview"))
        self.view.setAccessibleName(text("Pages to print"))
        self.progress.setAccessibleName(text("Pages written"))
        self.save.setText(text("Save as PDF…"))
        self.print.setText(text("Print…"))
        self.stop_button.setText(text("Stop"))
        self.close_button.setText(text("Close"))
        self._write_place()
        self._write_note()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._compose()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let no thread work on."""
        self.stop()
        super().closeEvent(event)

    def stop(self) -> None:
        """Give up what is under way."""
        for task in (self._laying, self._writing):
            if task is not None:
                task.cancel()
        self._pictures.stop()
