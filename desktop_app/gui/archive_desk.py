"""Opens, fills and exports archives for the window, off its thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.archive import Archive, open_archive
from desktop_app.gui import jobs
from desktop_app.gui.look import Look
from desktop_app.gui.pairs.writing import Target, written
from desktop_app.gui.tasks import Task
from desktop_app.gui.work_bar import WorkBar
from desktop_app.importing.foreseen import Foreseen
from desktop_app.importing.report import Report
from desktop_app.items import Item
from desktop_app.manifest import FILE
from desktop_app.sample import is_sample
from desktop_app.search.engine import Matches


class ArchiveDesk(QObject):
    """Holds the open archive; its work shows in a `WorkBar`."""

    opened = Signal(object)  # the Archive
    imported = Signal(object)  # the Report
    exported = Signal(int, object)  # items, Path
    pairs_exported = Signal(int, object)  # pairs, Path
    failed = Signal(object)  # the exception

    def __init__(self, look: Look, bar: WorkBar, parent: QObject | None = None) -> None:
        """Show work in `bar`."""
        super().__init__(parent)
        self._look = look
        self._bar = bar
        self.archive: Archive | None = None

    def open(self, folder: Path) -> bool:
        """Open the archive in `folder` in place of the present one."""
        return self._run(jobs.opened(folder), self._opened, self._opening, _close)

    def open_sample(self) -> bool:
        """Open the sample archive."""
        return self._run(jobs.opened_sample(), self._opened, self._opening, _close)

    def needs_place(self) -> bool:
        """Whether an import must be told which archive to fill."""
        return self.archive is None or is_sample(self.archive.folder)

    def columns(self, folder: Path | None) -> dict[str, tuple[str, ...]]:
        """The mappings of tables that the open archive keeps, or the one in `folder`."""
        if folder is None:
            return self.archive.columns() if self.archive else {}
        if not (folder / FILE).is_file():
            return {}
        with open_archive(folder) as archive:
            return archive.columns()

    def import_arrived(self, folder: Path, arrived: frozenset[Path]) -> bool:
        """Import what has come into a watched `folder`; tells only of what failed."""
        target = self.archive.folder if self.archive else None
        if target is None or is_sample(target):
            return False

        def finish(report: Report | None) -> None:
            if report is not None and report.failed:
                self.imported.emit(report)
            if report is not None and (report.imported or report.updated):
                self._see_anew(target)

        work = jobs.imported(target, [folder], arrived.__contains__)
        return self._run(work, finish, self._importing, finish, pausable=True)

    def import_paths(
        self,
        sources: Sequence[Path],
        folder: Path | None = None,
        wanted: Callable[[Path], bool] = lambda _file: True,
        columns: Mapping[str, tuple[str, ...]] | None = None,
    ) -> bool:
        """Import the `wanted` files of `sources` into the open archive, or the one in `folder`.

        `columns` are mappings of tables that the archive is to keep.
        """
        target = folder or (self.archive.folder if self.archive else None)
        if target is None:
            return False

        def finish(report: Report | None) -> None:
            if report is not None:
                self.imported.emit(report)
                self._see_anew(target)

        work = jobs.imported(target, sources, wanted, columns)
        return self._run(work, finish, self._importing, finish, pausable=True)

    def foresee(
        self,
        sources: Sequence[Path],
        folder: Path | None,
        columns: Mapping[str, tuple[str, ...]],
        then: Callable[[Foreseen], object],
    ) -> bool:
        """Tell `then` what `import_paths` would do; also of what was found when cancelled."""
        target = folder or (self.archive.folder if self.archive else None)
        if target is None:
            return False

        def finish(found: Foreseen | None) -> None:
            if found is not None:
                then(found)

        work = jobs.foreseen(target, sources, columns)
        return self._run(work, finish, self._looking, finish, pausable=True)

    def export(self, out: Path, format_: str, matches: Matches | None = None) -> bool:
        """Export the open archive to `out`, or only the `matches` of a search."""
        if self.archive is None:
            return False

        def finish(count: int) -> None:
            self.exported.emit(count, out)

        work = jobs.exported(self.archive, out, format_, matches, self._look.catalog)
        return self._run(work, finish, self._exporting)

    def export_pairs(self, target: Target, item: Item | None) -> bool:
        """Write the pair of `item`, or all of the open archive, passage beside passage."""
        if self.archive is None:
            return False

        def finish(count: int) -> None:
            self.pairs_exported.emit(count, target.path)

        return self._run(written(self.archive, item, target), finish, self._exporting)

    def see_anew(self, folder: Path) -> None:
        """Look at what others have written, where the archive open is the one in `folder`."""
        if self.archive is not None and self.archive.folder == folder:
            self.archive.refresh()
            self.opened.emit(self.archive)

    def close(self) -> None:
        """Stop work and close the archive."""
        self._bar.cancel()
        if self.archive is not None:
            self.archive.close()
            self.archive = None

    def _run(
        self,
        work: Callable[[Task], object],
        done: Callable[..., object],
        words: Callable[[int], str],
        stopped: Callable[..., object] = lambda _nothing: None,
        pausable: bool = False,
    ) -> bool:
        task = Task(work, self)
        # The bar connects first, so that it is free for the next work when `done` is told.
        if not self._bar.run(task, words, pausable):
            return False
        task.done.connect(done)
        task.failed.connect(self.failed.emit)
        task.stopped.connect(stopped)
        return True

    def _opened(self, archive: Archive) -> None:
        former, self.archive = self.archive, archive
        self.opened.emit(archive)
        if former is not None:
            former.close()

    def _see_anew(self, folder: Path) -> None:
        """After an import: look at the new commit, or open the archive it went to."""
        if self.archive is not None and self.archive.folder == folder:
            self.archive.refresh()
            self.opened.emit(self.archive)
        else:
            self.open(folder)

    def _opening(self, items: int) -> str:
        catalog = self._look.catalog
        if not items:
            return catalog.text("Opening…")
        return catalog.plural("Indexing: {count} item", "Indexing: {count} items", items)

    def _importing(self, items: int) -> str:
        return self._look.catalog.plural(
            "Importing: {count} item", "Importing: {count} items", items
        )

    def _looking(self, items: int) -> str:
        return self._look.catalog.plural("Looking: {count} item", "Looking: {count} items", items)

    def _exporting(self, items: int) -> str:
        return self._look.catalog.plural(
            "Exporting: {count} item", "Exporting: {count} items", items
        )


def _close(archive: Archive | None) -> None:
    """Close what was opened although nobody wants it any more."""
    if archive is not None:
        archive.close()
