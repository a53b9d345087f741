"""The sign at the foot of the text that tells of the place where one stopped the last time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.gui.look import Look

_SHOWN = 15_000  # milliseconds
_FOOT = 14  # pixels below it


class ContinueSign(QFrame):
    """Says that the item goes on where it was left, or offers to; goes by itself."""

    to_start_wanted = Signal()
    to_place_wanted = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        """Stand at the foot of `over`; hidden at first."""
        super().__init__(over)
        self._look = look
        self._went, self._percent = False, 0
        self.setObjectName("continueSign")
        self._label, self.button = QLabel(self), QToolButton(self)
        self._label.setObjectName("continueWords")
        self.button.setObjectName("continueButton")
        self.button.setProperty("chip", True)
        self.button.clicked.connect(self._press)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._label)
        layout.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def show_went(self, percent: int) -> None:
        """Say that the text was taken up at `percent` of it; offer its beginning."""
        self._open(True, percent)

    def show_offer(self, percent: int) -> None:
        """Say how far the text was read; offer to go there."""
        self._open(False, percent)

    def _open(self, went: bool, percent: int) -> None:
        self._went, self._percent = went, percent
        self.retranslate()
        self.show()
        self.raise_()
        self._timer.start()

    def _press(self) -> None:
        self.hide()
        if self._went:
            self.to_start_wanted.emit()
        else:
            self.to_place_wanted.emit()

    def retranslate(self) -> None:
        """Write every word anew."""
        catalog = self._look.catalog
        percent = catalog.percent(self._percent)
        if self._went:
            words = catalog.text("Continued where you stopped, at {percent}", percent=percent)
            offer = catalog.text("From the beginning")
        else:
            words = catalog.text("You have read {percent} of this", percent=percent)
            offer = catalog.text("Continue there")
        self._label.setText(words)
        self.button.setText(offer)
        self.button.setAccessibleName(offer)
        self.setAccessibleName(words)
        self._place()

    def _place(self) -> None:
        over = self.parentWidget()
        self.adjustSize()
        if over is not None:
            self.move((over.width() - self.width()) // 2, over.height() - self.height() - _FOOT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the foot."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
