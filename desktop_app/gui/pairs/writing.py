"""Writes pairs, passage beside passage, to a file for translators' tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.archive import Archive
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.exporting.bitext import Bitext, by_paragraphs
from desktop_app.exporting.parallel_table import parallel_table
from desktop_app.exporting.tmx import tmx
from desktop_app.exporting.whole import whole_file
from desktop_app.exporting.xliff import xliff
from desktop_app.gui.look import Look
from desktop_app.gui.pairs.aligning import linked
from desktop_app.gui.tasks import Task
from desktop_app.gui.work_bar import Reporter, Step
from desktop_app.items import Pair
from desktop_app.messages import message

_WRITERS: dict[str, Callable[[Iterable[Bitext]], Iterator[str]]] = {
    ".tmx": lambda bitexts: tmx(bitexts, "paragraph"),
    ".xlf": xliff,
    ".tsv": parallel_table,
}


def choose_file(look: Look, folder: str, over: QWidget) -> Path | None:
    """Ask for the file to write; what it ends in tells the format."""
    text = look.catalog.text
    kinds = {
        text("Translation memory, TMX 1.4 (*.tmx)"): ".tmx",
        text("XLIFF 1.2 (*.xlf)"): ".xlf",
        text("Table with tabs, TSV (*.tsv)"): ".tsv",
    }
    proposed = text("Pairs from Beilin")
    start = str(Path(folder) / f"{proposed}.tmx")
    name, kind = QFileDialog.getSaveFileName(over, text("Export"), start, ";;".join(kinds))
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in (*_WRITERS, ".xliff"):
        return path
    return path.with_name(path.name + kinds.get(kind, ".tmx"))


def written(archive: Archive, pairs: Sequence[Pair], out: Path) -> Callable[[Task], int]:
    """Write `pairs` of `archive` to `out` in the format of its suffix; gives how many items."""

    def work(task: Task) -> int:
        suffix = ".xlf" if out.suffix.lower() == ".xliff" else out.suffix.lower()
        if out.resolve().is_relative_to(archive.folder.resolve()):
            words = message("{path} lies in the archive; name a place outside it", path=out)
            raise ArchiveError(words)
        try:
            with whole_file(out) as part, part.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(_WRITERS[suffix](_bitexts(archive, pairs, task)))
        except OSError as error:
            reason = error.strerror or error
            raise ArchiveError(
                message("{path} cannot be written ({reason})", path=out, reason=reason)
            ) from error
        return 2 * len(pairs)

    return work


def _bitexts(archive: Archive, pairs: Sequence[Pair], task: Task) -> Iterator[Bitext]:
    report = Reporter(task)
    for number, pair in enumerate(pairs, 1):
        if task.cancelled():
            raise Cancelled
        en, zh = archive.item(pair.en), archive.item(pair.zh)
        yield by_paragraphs(en, zh, linked(en, zh, task.cancelled))
        report(Step(number, len(pairs), 2 * number))
