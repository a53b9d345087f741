"""Opens, fills and exports archives for the window, off its thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.archive import Archive, open_archive
from desktop_app.gui import jobs
from desktop_app.gui.look import Look
from desktop_app.gui.pairs.writing import Target, written
from desktop_app.gui.several.open_archives import OpenArchives
from desktop_app.gui.tasks import Task
from desktop_app.gui.work_bar import WorkBar
from desktop_app.importing.foreseen import Foreseen
from desktop_app.importing.report import Report
from desktop_app.items import Item
from desktop_app.manifest import FILE
from desktop_app.sample import is_sample
from desktop_app.search.engine import Matches
from desktop_app.together import Searched


class ArchiveDesk(QObject):
    """Holds the open archives; its work shows in a `WorkBar`.

    `archive` is the one whose item is read, which follows what is shown; imports go into
    the `target`; `searched` are those that are searched together.
    """

    opened = Signal(object)  # the Archive: in place of all others, or filled with more
    joined = Signal()  # others are searched together, or another is to be imported into
    imported = Signal(object)  # the Report
    exported = Signal(int, object)  # items, Path
    pairs_exported = Signal(int, object)  # pairs, Path
    failed = Signal(object)  # the exception

    def __init__(
        self, look: Look, pool: QThreadPool, bar: WorkBar, parent: QObject | None = None
    ) -> None:
        """Show long work in `bar`; do the rest on `pool`."""
        super().__init__(parent)
        self._look, self._pool, self._bar = look, pool, bar
        self._quiet: set[Task] = set()  # work that no bar shows
        self.archives = OpenArchives()

    @property
    def busy(self) -> bool:
        """Whether an archive is being looked at or closed."""
        return bool(self._quiet)

    @property
    def archive(self) -> Archive | None:
        """The archive whose item is read, or else the one imported into."""
        return self.archives.archive

    @property
    def target(self) -> Archive | None:
        """The archive that is imported into."""
        return self.archives.chosen

    @property
    def searched(self) -> Searched | None:
        """What is searched."""
        return self.archives.searched

    def open(self, folder: Path) -> bool:
        """Open the archive in `folder` in place of those that are open."""
        return self._run(jobs.opened(folder), self._opened, self._opening, _close)

    def open_beside(self, folder: Path) -> bool:
        """Open the archive in `folder` beside those that are open."""
        if self.target is None:
            return self.open(folder)
        return self._run(jobs.opened_beside(folder), self._opened_beside, self._opening, _close)

    def let_go(self, archive: Archive) -> None:
        """Close one of several archives."""
        self.archives.remove(archive)
        self.joined.emit()
        self._close_soon(archive)

    def open_sample(self) -> bool:
        """Open the sample archive."""
        return self._run(jobs.opened_sample(), self._opened, self._opening, _close)

    def needs_place(self) -> bool:
        """Whether an import must be told which archive to fill."""
        return self.target is None or is_sample(self.target.folder)

    def columns(self, folder: Path | None) -> dict[str, tuple[str, ...]]:
        """The mappings of tables that the open archive keeps, or the one in `folder`."""
        if folder is None:
            return self.target.columns() if self.target else {}
        if not (folder / FILE).is_file():
            return {}
        with open_archive(folder) as archive:
            return archive.columns()

    def import_arrived(self, folder: Path, arrived: frozenset[Path]) -> bool:
        """Import what has come into a watched `folder`; tells only of what failed."""
        target = self.target.folder if self.target else None
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
        target = folder or (self.target.folder if self.target else None)
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
        target = folder or (self.target.folder if self.target else None)
        if target is None:
            return False

        def finish(found: Foreseen | None) -> None:
            if found is not None:
                then(found)

        work = jobs.foreseen(target, sources, columns)
        return self._run(work, finish, self._looking, finish, pausable=True)

    def export(self, out: Path, format_: str, matches: Matches | None = None) -> bool:
        """Export what is searched to `out`, or only the `matches` of a search."""
        if self.searched is None:
            return False

        def finish(count: int) -> None:
            self.exported.emit(count, out)

        work = jobs.exported(self.searched, out, format_, matches, self._look.catalog)
        return self._run(work, finish, self._exporting)

    def export_pairs(self, target: Target, item: Item | None) -> bool:
        """Write the pair of `item`, or all of the open archive, passage beside passage."""
        if self.archive is None:
            return False

        def finish(count: int) -> None:
            self.pairs_exported.emit(count, target.path)

        return self._run(written(self.archive, item, target), finish, self._exporting)

    def see_anew(self, folder: Path) -> None:
        """Look at what others have written, where the archive in `folder` is open."""
        if self.archives.at(folder) is not None:
            self._see_anew(folder)

    def close(self) -> None:
        """Stop work and close the archives."""
        self._bar.cancel()
        for archive in self.archives.all:
            self.archives.remove(archive)
            archive.close()

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
        former = self.archives.replace(archive)
        self.opened.emit(archive)
        for each in former:
            self._close_soon(each)
        self._look_after(archive)

    def _opened_beside(self, archive: Archive) -> None:
        known = self.archives.at(archive.folder)
        if known is None:
            self.archives.add(archive)
        else:
            self.archives.switch(known, True)
            self._close_soon(archive)
        self.joined.emit()
        if known is None:
            self._look_after(archive)

    def _look_after(self, archive: Archive) -> None:
        """See whether `archive`, which is shown already, lags behind, and catch up."""
        task = self._background(jobs.standing(archive))
        task.done.connect(lambda found: self._stands(archive, found))

    def _stands(self, archive: Archive, found: jobs.Standing) -> None:
        if archive not in self.archives.all:
            return
        self.archives.hold_back(archive, found.is_held_back)
        if found.is_held_back:
            self.joined.emit()
        if not found.is_current:
            self._run(jobs.caught_up(archive), lambda _: self._see_anew(archive.folder),
                      self._opening, lambda _: self._see_anew(archive.folder))  # fmt: skip

    def _close_soon(self, archive: Archive) -> None:
        """Close `archive` on the pool: a search may still be reading it."""
        self._background(lambda _task: archive.close())

    def _background(self, work: Callable[[Task], object]) -> Task:
        """Do `work` on the pool, and show nothing of it."""
        task = Task(work, self)
        self._quiet.add(task)
        for ending in (task.done, task.failed, task.stopped):
            ending.connect(lambda _result: self._quiet.discard(task))
        return task.start(self._pool)

    def _see_anew(self, folder: Path) -> None:
        """After an import: look at the new commit, or open the archive it went to."""
        filled = self.archives.at(folder)
        if filled is not None:
            filled.refresh()
            self.opened.emit(filled)
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
