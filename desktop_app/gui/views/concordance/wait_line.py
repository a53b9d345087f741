"""Says under the view what it is at, how far it is, and offers to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.pace import Step
from desktop_app.gui.tell_box import Words

_PATIENCE_MS = 300  # what takes less than that would only flicker
_STEPS = 1000


class WaitLine(QWidget):
    """Hidden where nothing is waited for, and at first."""

    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Wait for nothing yet."""
        super().__init__(parent)
        self._look = look
        self._words: Words | None = None
        self._step = Step(0, 0)
        self._stop: Callable[[], object] | None = None
        self.setObjectName("waitLine")
        self._label, self.bar, self.button = QLabel(self), QProgressBar(self), QPushButton(self)
        self._label.setObjectName("waitWords")
        self.bar.setObjectName("waitProgress")
        self.button.setObjectName("waitCancel")
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(200)
        self.button.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 3, 10, 3)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.button)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()
        self.retranslate()

    def begin(self, words: Words, stop: Callable[[], object]) -> None:
        """Wait for what `words` say; `stop` is called where nobody wants to."""
        self._words, self._stop, self._step = words, stop, Step(0, 0)
        self.bar.setRange(0, 0)
        self.retranslate()
        if not self.isVisible():
            self._patience.start()

    def advance(self, step: Step) -> None:
        """Show how far it is, and how long it will take where that is known."""
        self._step = step
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(step.done * _STEPS // max(step.total, 1))
        self._write()

    def end(self) -> None:
        """Wait no more."""
        self._patience.stop()
        self._words = self._stop = None
        self.hide()

    def _cancel(self) -> None:
        stop = self._stop
        self.end()
        if stop is not None:
            stop()
        self.cancelled.emit()

    def retranslate(self) -> None:
        """Write every word anew."""
        catalog = self._look.catalog
        self._write()
        self.button.setText(catalog.text("Cancel"))
        self.button.setAccessibleName(catalog.text("Cancel"))
        self.bar.setAccessibleName(catalog.text("Progress"))

    def _write(self) -> None:
        catalog = self._look.catalog
        words = self._words(catalog) if self._words else ""
        pace = catalog.pace(self._step.rate, self._step.left)
        self._label.setText(" · ".join(filter(None, (words, pace))))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
