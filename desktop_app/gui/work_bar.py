"""Long work in the status bar: what is done, how far it is, and a button to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.pace import Pace, Step
from desktop_app.gui.tasks import Task

_STEPS = 1000  # of the progress bar; bytes of an archive would not fit into its int
_EVERY = 0.05  # seconds between two reports of a task: what the eye can follow


class Reporter:
    """Passes a task's steps on, but not more often than anyone can read them."""

    def __init__(self, task: Task) -> None:
        """Report as `task`."""
        self._task = task
        self._pace = Pace()
        self._last = 0.0

    def __call__(self, step: Step) -> None:
        """Report `step` if it is time, with how fast it goes and how long it will take."""
        now, step = time.monotonic(), self._pace.of(step)
        if now - self._last >= _EVERY or step.done == step.total:
            self._last = now
            self._task.progress.emit(step)


class WorkBar(QWidget):
    """Runs one piece of long work at a time; hidden while there is none."""

    started = Signal()
    idle = Signal()

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Run work on `pool`."""
        super().__init__(parent)
        self._look = look
        self._pool = pool
        self._task: Task | None = None
        self._words: Callable[[int], str] = lambda _items: ""
        self._step = Step(0, 0)
        self.setObjectName("workBar")
        self.label, self.bar = QLabel(self), QProgressBar(self)
        self.hold, self.stop = QPushButton(self), QPushButton(self)
        self.label.setObjectName("workLabel")
        self.bar.setObjectName("workProgress")
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(200)
        self.hold.setObjectName("workPause")
        self.hold.setCheckable(True)
        self.hold.toggled.connect(self._pause)
        self.stop.setObjectName("workCancel")
        self.stop.clicked.connect(self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 2)
        layout.addWidget(self.label)
        layout.addStretch(1)
        layout.addWidget(self.bar)
        layout.addWidget(self.hold)
        layout.addWidget(self.stop)
        self.retranslate()
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._task is not None

    def run(self, task: Task, words: Callable[[int], str], pausable: bool = False) -> bool:
        """Start `task`; `words` says what it is about, given the items met so far.

        A `pausable` one asks `Task.cancelled_when_going`.

        Returns False, and starts nothing, while other work is under way.
        """
        if self.busy:
            return False
        self._task, self._words, self._step = task, words, Step(0, 0)
        task.progress.connect(self._advance)
        for end in (task.done, task.failed, task.stopped):
            end.connect(self._end)
        self._advance(self._step)
        self.stop.setEnabled(True)
        self.hold.setChecked(False)
        self.hold.setVisible(pausable)
        self.show()
        self.started.emit()
        task.start(self._pool)
        return True

    def cancel(self) -> None:
        """Ask the work to stop; the bar stays until it has."""
        if self._task is not None:
            self._task.cancel()
            self.stop.setEnabled(False)
            self.hold.setChecked(False)

    def _pause(self, paused: bool) -> None:
        if self._task is not None:
            self._task.pause(paused)
        self._write_words()

    def _write_words(self) -> None:
        """Say what is done, how fast, and on the button what it would do."""
        catalog, step = self._look.catalog, self._step
        pause = catalog.text("Go on") if self.hold.isChecked() else catalog.text("Pause")
        self.hold.setText(pause)
        self.hold.setAccessibleName(pause)
        pace = catalog.pace(step.rate, step.left)
        if step.pairing:
            pace = catalog.text("finding pairs")
        if self.hold.isChecked():
            pace = catalog.text("paused")
        self.label.setText(" · ".join(filter(None, (self._words(step.items), pace))))

    def _advance(self, step: Step) -> None:
        self._step = step
        self.bar.setRange(0, _STEPS if step.total else 0)
        if step.total:
            self.bar.setValue(min(step.done * _STEPS // step.total, _STEPS))
        self._write_words()

    def _end(self, _result: object = None) -> None:
        self._task = None
        self.hide()
        self.idle.emit()

    def retranslate(self) -> None:
        """Write label and button anew."""
        catalog = self._look.catalog
        self.stop.setText(catalog.text("Cancel"))
        self.stop.setAccessibleName(catalog.text("Cancel"))
        self.bar.setAccessibleName(catalog.text("Progress"))
        self._write_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
