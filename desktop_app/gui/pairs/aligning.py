"""Aligns the item shown with its counterpart off the window's thread, one pair at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.archive import Archive
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.gui.tasks import Task
from desktop_app.items import Item, Pair
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.pairing.align import align, align_sentences


class Aligner(QObject):
    """`aligned` carries the item it was asked about, by its id, and its `Twin`."""

    aligned = Signal(str, object)
    failed = Signal(object)  # the exception

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        """Work on `pool`."""
        super().__init__(parent)
        self._pool = pool
        self._task: Task | None = None
        self._known: tuple[Item, Twin] | None = None

    @property
    def busy(self) -> bool:
        """Whether an alignment is under way."""
        return self._task is not None

    def want(self, archive: Archive, item: Item, pair: Pair) -> None:
        """Align `item` of `archive` with its counterpart in `pair`; what is known is told at once.

        What was asked for before is given up.
        """
        self.stop()
        if self._known is not None and self._known[0] == item and self._known[1].pair == pair:
            self.aligned.emit(item.id, self._known[1])
            return
        task = self._task = Task(lambda task: twin_of(archive, item, pair, task.cancelled), self)
        task.done.connect(lambda twin: self._done(task, item, twin))
        task.failed.connect(lambda error: self._failed(task, error))
        task.start(self._pool)

    def forget(self) -> None:
        """Another archive, or other texts."""
        self.stop()
        self._known = None

    def stop(self) -> None:
        """Give up what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _done(self, task: Task, item: Item, twin: Twin) -> None:
        if task is self._task:
            self._task, self._known = None, (item, twin)
            self.aligned.emit(item.id, twin)

    def _failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)


def twin_of(archive: Archive, item: Item, pair: Pair, cancelled: Callable[[], bool]) -> Twin:
    """The counterpart of `item` in `pair`, aligned; raises `Cancelled` and `ArchiveError`."""
    other = archive.item(pair.zh if item.id == pair.en else pair.en)
    en, zh = (item, other) if item.id == pair.en else (other, item)
    lexicon = Lexicon.open()
    links = align(en.paragraphs, zh.paragraphs, lexicon, cancelled)
    sentences = tuple(
        align_sentences(link, en.paragraphs, zh.paragraphs, lexicon, cancelled) for link in links
    )
    return Twin(other, pair, links, sentences)
