"""The commands that fill an archive: `import`, `watch`, and `log`, which tells of it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import click

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.detect import is_folder
from desktop_app.importing.foreseen import existing
from desktop_app.importing.log_lines import import_line, log_lines
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.report import Report
from desktop_app.importing.sink import dry_run
from desktop_app.importing.watching import Watch
from desktop_app.items import Item, Origin
from desktop_app.messages import message
from desktop_app.spoken_commands import SpokenCommand, SpokenOption
from desktop_app.store.store import Outcome
from desktop_app.terminal import Terminal, interruptible
from desktop_app.usage import INTERRUPTED, NamedPath

_EVERY = 5.0  # seconds between two looks at a watched folder
_SIGNS = {
    Outcome.IMPORTED: "+",
    Outcome.UPDATED: "~",
    Outcome.UNCHANGED: "=",
    Outcome.COPY: "≈",
}


def import_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """``beilin import``."""
    text = terminal.catalog.text
    sources = click.Argument(
        ["sources"], nargs=-1, required=True, type=NamedPath(), metavar="SOURCE..."
    )
    dry = SpokenOption(
        ["--dry-run"], is_flag=True, help=text("Say what would come in, and import nothing.")
    )

    def callback(archive: Path, sources: tuple[Path, ...], as_json: bool, dry_run: bool) -> int:
        folders = [is_folder(source) for source in sources]  # before an archive is made
        run = _dry_run if dry_run else _import
        report = run(terminal, archive, sources, as_json)
        if report.cancelled:
            return INTERRUPTED
        return _nothing_came(terminal, sources[0], report, any(folders))

    help_ = text("Import files and folders into ARCHIVE, which is made where there is none.")
    return SpokenCommand(
        "import", callback=callback, params=[archive, sources, dry, as_json], help=help_
    )


def _import(terminal: Terminal, archive: Path, sources: Sequence[Path], as_json: bool) -> Report:
    with (
        open_for_import(archive) as opened,
        terminal.import_progress() as progress,
        interruptible() as cancelled,
    ):
        report = Importer(opened, progress, cancelled, parallel=True).run(sources)
    if as_json:
        terminal.json(report.to_json())
    else:
        terminal.report(report)
    return report


def _dry_run(terminal: Terminal, archive: Path, sources: Sequence[Path], as_json: bool) -> Report:
    """Say what an import would do, item by item."""
    items: list[dict[str, object]] = []

    def told(outcome: Outcome, item: Item, origin: Origin) -> None:
        if as_json:
            items.append(_would_come(outcome, item, origin))
        else:
            day = terminal.catalog.date(item.date)
            parts = (_SIGNS[outcome], day, item.title, f"({origin.file})")
            terminal.say(" ".join(part for part in parts if part))

    with (
        existing(archive) as opened,
        dry_run(opened, told) as sink,
        terminal.import_progress() as progress,
        interruptible() as cancelled,
    ):
        report = Importer(sink, progress, cancelled, parallel=True).run(sources)
    if as_json:
        terminal.json(report.to_json() | {"items": items})
    else:
        terminal.report(report)
    return report


def _would_come(outcome: Outcome, item: Item, origin: Origin) -> dict[str, object]:
    return {
        "id": item.id,
        "title": item.title,
        "date": item.date.isoformat() if item.date else None,
        "kind": item.kind,
        "outcome": outcome.value,
        "file": origin.file,
        "part": origin.part,
    }


def _nothing_came(terminal: Terminal, source: Path, report: Report, by_folder: bool) -> int:
    """Complain where sources that were named gave nothing; returns the exit status."""
    if not report.found:
        fault = message("{path} holds no files to import; name another", path=source)
        return terminal.complain(terminal.catalog.message(fault))
    useless = [*report.failed, *report.skipped]
    if report.found == len(report.failed if by_folder else useless):
        return terminal.complain(terminal.reason(useless[0]))
    return 0


def watch_command(terminal: Terminal, archive: click.Argument) -> click.Command:
    """``beilin watch``."""
    text = terminal.catalog.text
    folders = click.Argument(
        ["folders"], nargs=-1, required=True, type=NamedPath(), metavar="FOLDER..."
    )
    every = SpokenOption(
        ["--every"],
        type=click.FloatRange(min=0.1),
        default=_EVERY,
        show_default=True,
        help=text("Seconds between two looks."),
    )

    def callback(archive: Path, folders: tuple[Path, ...], every: float) -> int:
        for folder in folders:
            is_folder(folder)  # complains of what is not there
        watch = Watch(folders)
        with interruptible() as stopped:
            while not stopped():
                arrived = watch.look()
                if arrived:
                    _import_arrived(terminal, archive, folders, arrived, stopped)
                _rest(every, stopped)
        return 0

    help_ = text("Import into ARCHIVE whatever appears in the folders, until interrupted.")
    return SpokenCommand("watch", callback=callback, params=[archive, folders, every], help=help_)


def _import_arrived(
    terminal: Terminal,
    archive: Path,
    folders: Sequence[Path],
    arrived: frozenset[Path],
    stopped: Callable[[], bool],
) -> None:
    with open_for_import(archive) as opened, terminal.import_progress() as progress:
        importer = Importer(opened, progress, stopped, parallel=True)
        report = importer.run(folders, arrived.__contains__)
    if report.imported or report.updated or report.failed:
        terminal.say(import_line(terminal.catalog, datetime.now(), report))
        for reason in report.failed:
            terminal.say(terminal.reason(reason))


def _rest(seconds: float, stopped: Callable[[], bool]) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and not stopped():
        time.sleep(0.05)


def log_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """``beilin log``."""

    def callback(archive: Path, as_json: bool) -> None:
        with open_archive(archive) as opened:
            imports = opened.imports()
        if as_json:
            terminal.json([_logged(*each) for each in imports])
            return
        for line in log_lines(terminal.catalog, imports):
            terminal.say(line)

    help_ = terminal.catalog.text("Print the imports that filled ARCHIVE.")
    return SpokenCommand("log", callback=callback, params=[archive, as_json], help=help_)


def _logged(when: str, sources: list[str], record: str) -> dict[str, object]:
    report = Report.from_record(json.loads(record))
    return {"finished": when, "sources": sources, **report.to_json()}
