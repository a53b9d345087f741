"""Writes what a reader decides about pairs, off the window's thread, and takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.tasks import Task
from desktop_app.items import Item
from desktop_app.messages import Message, message
from desktop_app.pairings import Before, PairingsWriter


@dataclass(frozen=True, slots=True)
class Decision:
    """How to keep a decision about two items, and what is said when it is kept."""

    keep: Callable[[PairingsWriter, Item, Item], object]
    said: Message


together = Decision(PairingsWriter.pair, message("“{one}” and “{other}” are now a pair."))
apart = Decision(PairingsWriter.reject, message("“{one}” and “{other}” are no longer a pair."))


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision kept in `folder`: the items, and how it stood with them `before`."""

    folder: Path
    decision: Decision
    one: Item
    other: Item
    before: Before


class PairDecider(QObject):
    """`written` follows a decision that is kept, or taken back."""

    written = Signal()
    failed = Signal(object)  # the exception

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        """Write on `pool`."""
        super().__init__(parent)
        self._pool = pool
        self._task: Task | None = None
        self._decided: list[Decided] = []

    @property
    def busy(self) -> bool:
        """Whether a decision is being written."""
        return self._task is not None

    @property
    def last(self) -> Decided | None:
        """The decision that `undo` would take back."""
        return self._decided[-1] if self._decided else None

    def forget_but(self, folders: Sequence[Path]) -> None:
        """Take back only what was decided in the archives in `folders`: no others are open."""
        self._decided = [each for each in self._decided if each.folder in folders]

    def decide(self, folder: Path, decision: Decision, one: Item, other: str) -> bool:
        """Keep a `decision` about `one` and the item with the id `other`; False while busy."""

        def write(_task: Task) -> Decided:
            with open_for_import(folder) as archive:
                second = archive.item(other)
                before = archive.pairing.before(one, second)
                decision.keep(archive.pairing, one, second)
                return Decided(folder, decision, one, second, before)

        return self._start(write, self._decided.append)

    def undo(self) -> bool:
        """Have all be as before the last decision; False while busy, or without one."""
        last = self.last
        if last is None:
            return False

        def write(_task: Task) -> None:
            with open_for_import(last.folder) as archive:
                archive.pairing.restore(last.one, last.other, last.before)

        return self._start(write, lambda _nothing: self._decided.remove(last))

    def _start(self, write: Callable[[Task], object], kept: Callable[..., object]) -> bool:
        if self.busy:
            return False
        task = self._task = Task(write, self)
        task.done.connect(lambda result: self._done(kept, result))
        task.failed.connect(self._failed)
        task.start(self._pool)
        return True

    def _done(self, kept: Callable[..., object], result: object) -> None:
        self._task = None
        kept(result)
        self.written.emit()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)
