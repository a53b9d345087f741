"""The window's long work, each as a function that runs on a task's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.exporting.exporters import export
from desktop_app.exporting.selection import all_items, matched
from desktop_app.gui.pace import Step
from desktop_app.gui.search_pane.warm_up import COMMON_WORDS
from desktop_app.gui.tasks import Task
from desktop_app.gui.work_bar import Reporter
from desktop_app.i18n.catalog import Catalog
from desktop_app.importing.foreseen import Foreseen, foresee
from desktop_app.importing.pipeline import Importer, ImportProgress
from desktop_app.importing.report import Report
from desktop_app.sample import sample_archive
from desktop_app.search.engine import Matches
from desktop_app.together import Searched


def opened(folder: Path) -> Callable[[Task], Archive]:
    """Open the archive in `folder`; where it has no index to search in, that is made first."""

    def work(task: Task) -> Archive:
        archive = open_archive(folder.resolve())
        try:
            if not archive.is_searchable():
                archive.catch_up(_counted(task), task.cancelled)
        except BaseException:
            archive.close()
            raise
        return archive

    return work


def opened_beside(folder: Path) -> Callable[[Task], Archive]:
    """Open the archive in `folder`, and search it once, before others are searched with it.

    What a first search reads of an index takes seconds on slow media; meanwhile the others
    answer as before.
    """

    def work(task: Task) -> Archive:
        archive = opened(folder)(task)
        try:
            archive.read_ahead(COMMON_WORDS, task.cancelled)
        except BaseException:
            archive.close()
            raise
        return archive

    return work


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an archive lags behind: what is to be caught up with, and what cannot be."""

    is_current: bool
    is_held_back: bool


def standing(archive: Archive) -> Callable[[Task], Standing]:
    """See whether `archive` lags behind; its counts may take long on slow media."""
    return lambda _task: Standing(archive.is_current(), archive.is_held_back())


def caught_up(archive: Archive) -> Callable[[Task], None]:
    """Bring `archive` up to date; what is done when cancelled stays."""
    return lambda task: archive.catch_up(_counted(task), task.cancelled)


def opened_sample() -> Callable[[Task], Archive]:
    """Open the sample archive, which is made at the first start."""

    def work(task: Task) -> Archive:
        return opened(sample_archive(_items(task), task.cancelled))(task)

    return work


def imported(
    folder: Path,
    sources: Sequence[Path],
    wanted: Callable[[Path], bool] = lambda _file: True,
    columns: Mapping[str, tuple[str, ...]] | None = None,
) -> Callable[[Task], Report]:
    """Import the `wanted` files of `sources` into the archive in `folder`, made if there is none.

    `columns` are mappings of tables, which the archive keeps.
    When cancelled, what is done stays, and the report says so.
    """

    def work(task: Task) -> Report:
        with open_for_import(folder) as archive:
            if columns:
                archive.save_columns(columns)
            importer = Importer(archive, _items(task), task.cancelled_when_going, parallel=True)
            return importer.run(sources, wanted)

    return work


def foreseen(
    folder: Path, sources: Sequence[Path], columns: Mapping[str, tuple[str, ...]] | None = None
) -> Callable[[Task], Foreseen]:
    """Find out what importing `sources` into the archive in `folder` would do.

    When cancelled, what is found by then is given, and its report says so.
    """

    def work(task: Task) -> Foreseen:
        return foresee(folder, sources, _items(task), task.cancelled_when_going, columns)

    return work


def exported(
    archive: Searched, out: Path, format_: str, matches: Matches | None, catalog: Catalog
) -> Callable[[Task], int]:
    """Export `archive`, or only `matches`, to `out`; gives the number of items."""

    def work(task: Task) -> int:
        chosen = all_items(archive) if matches is None else matched(archive, matches)
        return export(archive, out, format_, chosen, catalog, _counted(task), task.cancelled)

    return work


def _items(task: Task) -> Callable[[ImportProgress], None]:
    report = Reporter(task)

    def told(made: ImportProgress) -> None:
        step = Step(made.bytes_done, made.bytes_total, made.items, made.rate, made.left)
        report(replace(step, pairing=made.pairing))

    return told


def _counted(task: Task) -> Callable[[int, int], None]:
    report = Reporter(task)
    return lambda done, total: report(Step(done, total, done))
