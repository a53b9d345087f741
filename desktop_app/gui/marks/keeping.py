"""Exporting marks, keeping them safe, and bringing them back, from the window's menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.tasks import Task
from desktop_app.gui.tell_box import TellBox
from desktop_app.marks.bundle import Figures, figures_of
from desktop_app.marks.exported import FORMATS, write_export
from desktop_app.marks.marks import Marks
from desktop_app.messages import Message, message
from desktop_app.places import documents_folder


class Keeping(QObject):
    """Asks for a file, does the work off the window's thread, and says when it is done."""

    failed = Signal(object)  # the exception
    restored = Signal()

    def __init__(self, look: Look, pool: QThreadPool, marks: Marks, over: QWidget) -> None:
        """Keep `marks`; ask over the window `over`."""
        super().__init__(over)
        self._look, self._pool, self._marks, self._over = look, pool, marks, over
        self._tasks: set[Task] = set()
        self.box: TellBox | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being written or read."""
        return bool(self._tasks)

    def export(self) -> None:
        """Ask where to write all marks for people or programs; the file's end tells the form."""
        text = self._look.catalog.text
        kinds = {
            text("For people: Markdown (*.md)"): "markdown",
            text("To be imported again: JSON (*.json)"): "json",
            text("For other programs: Web Annotations (*.jsonld)"): "annotations",
        }
        asked = self._ask_where(text("Export marks"), text("Marks"), ".md", list(kinds))
        if asked is None:
            return
        path, kind = asked
        forms = {suffix: form for form, suffix in FORMATS.items()}
        form = forms.get(path.suffix.lower()) or kinds.get(kind, "markdown")
        if path.suffix.lower() not in forms:
            path = path.with_name(path.name + FORMATS[form])
        catalog = self._look.catalog
        self._run(
            lambda marks: write_export(marks.bundle(), form, catalog, path),
            message("your marks were written to {path}", path=path),
        )

    def back_up(self) -> None:
        """Ask where to write a whole copy."""
        text = self._look.catalog.text
        kinds = [text("Backups of marks (*.db)")]
        asked = self._ask_where(text("Back up marks"), text("Backup of marks"), ".db", kinds)
        if asked is not None:
            path = asked[0] if asked[0].suffix else asked[0].with_suffix(".db")
            self._run(
                lambda marks: marks.back_up(path),
                message("your marks were written to {path}", path=path),
            )

    def restore(self) -> None:
        """Ask for a backup or exported JSON, and add what is in it to what there is."""
        text = self._look.catalog.text
        kinds = text("Backups and exported marks (*.db *.json)")
        title = text("Restore marks")
        name, _kind = QFileDialog.getOpenFileName(self._over, title, str(documents_folder()), kinds)
        if name:
            path = Path(name)
            self._run(
                lambda marks: marks.restore(path),
                message("what is in {path} was added to your marks", path=path),
                self.restored.emit,
            )

    def _ask_where(
        self, title: str, proposed: str, suffix: str, kinds: list[str]
    ) -> tuple[Path, str] | None:
        start = str(documents_folder() / f"{proposed}{suffix}")
        name, kind = QFileDialog.getSaveFileName(self._over, title, start, ";;".join(kinds))
        return (Path(name), kind) if name else None

    def _run(
        self,
        work: Callable[[Marks], object],
        told: Message,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Do `work` on another thread, through a connection of its own, so that none waits."""

        def whole(_task: Task) -> Figures:
            if self._marks.file is None:
                work(self._marks)
                return figures_of(self._marks.bundle())
            with Marks.open(self._marks.file) as marks:
                work(marks)
                return figures_of(marks.bundle())

        task = Task(whole, self)
        self._tasks.add(task)
        for ending in (task.done, task.failed, task.stopped):
            ending.connect(lambda _value: self._tasks.discard(task))
        task.done.connect(lambda figures: self._tell(told, figures))
        task.done.connect(lambda _figures: then())
        task.failed.connect(self.failed.emit)
        task.start(self._pool)

    def _tell(self, told: Message, figures: Figures) -> None:
        def words(catalog: object) -> str:
            now = self._look.catalog
            counts = (
                now.plural("{count} bookmark", "{count} bookmarks", figures.bookmarks),
                now.plural("{count} highlight", "{count} highlights", figures.highlights),
                now.plural("{count} tag", "{count} tags", figures.tags),
            )
            return f"{now.message(told)}\n\n{' · '.join(counts)}"

        self.box = TellBox(self._look, QMessageBox.Icon.Information, words, self._over)
        self.box.finished.connect(self._forget)
        self.box.open()

    def _forget(self) -> None:
        self.box = None
