"""Asks for the file that pairs are written to, and writes them for translators' tools."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.archive import Archive
from desktop_app.exporting.pairs import export_pairs
from desktop_app.gui.look import Look
from desktop_app.gui.pace import Step
from desktop_app.gui.tasks import Task
from desktop_app.gui.work_bar import Reporter
from desktop_app.items import Item

_FORMS = {".tmx": "tmx", ".xlf": "xliff", ".xliff": "xliff", ".tsv": "tsv"}


@dataclass(frozen=True, slots=True)
class Target:
    """A file, the format of its passages, and whether these are sentences or paragraphs."""

    path: Path
    form: str
    sentences: bool


def choose_target(look: Look, folder: str, over: QWidget) -> Target | None:
    """Ask for the file to write; what it ends in tells the format."""
    text = look.catalog.text
    kinds = {
        text("Translation memory by paragraphs, TMX 1.4 (*.tmx)"): (".tmx", False),
        text("Translation memory by sentences, TMX 1.4 (*.tmx)"): (".tmx", True),
        text("Paragraphs, XLIFF 1.2 (*.xlf)"): (".xlf", False),
        text("Sentences, XLIFF 1.2 (*.xlf)"): (".xlf", True),
        text("Table of paragraphs with tabs, TSV (*.tsv)"): (".tsv", False),
        text("Table of sentences with tabs, TSV (*.tsv)"): (".tsv", True),
    }
    proposed = text("Pairs from Beilin")
    start = str(Path(folder) / f"{proposed}.tmx")
    name, kind = QFileDialog.getSaveFileName(over, text("Export"), start, ";;".join(kinds))
    if not name:
        return None
    path, (suffix, sentences) = Path(name), kinds.get(kind, (".tmx", False))
    if path.suffix.lower() not in _FORMS:
        path = path.with_name(path.name + suffix)
    return Target(path, _FORMS[path.suffix.lower()], sentences)


def written(archive: Archive, item: Item | None, target: Target) -> Callable[[Task], int]:
    """Write the pair of `item`, or all of `archive`, to `target`; gives how many pairs."""

    def work(task: Task) -> int:
        report = Reporter(task)
        return export_pairs(
            archive,
            target.path,
            target.form,
            None if item is None else [item],
            target.sentences,
            lambda done, total: report(Step(done, total, 2 * done)),
            task.cancelled,
        )

    return work
