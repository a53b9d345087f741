"""Goes on to the next photo by itself, after each has been looked at for a while."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

SECONDS = (2, 4, 7, 15, 30)
_AT_FIRST = 4


class Slideshow(QObject):
    """`next_wanted` says that the time of a photo is up; `changed` that it runs, or does not."""

    next_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Stand still."""
        super().__init__(parent)
        self._seconds = _AT_FIRST
        self._running = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.next_wanted)

    @property
    def running(self) -> bool:
        """Whether it goes on by itself."""
        return self._running

    @property
    def seconds(self) -> int:
        """How long a photo is shown."""
        return self._seconds

    def set_seconds(self, seconds: int) -> None:
        """Show each photo for so long from now on."""
        self._seconds = seconds
        self.photo_shown()
        self.changed.emit()

    def toggle(self) -> None:
        """Go on by itself, or pause."""
        self._running = not self._running
        self.photo_shown()
        self.changed.emit()

    def photo_shown(self) -> None:
        """A photo has come on the screen: its time begins now, however long it was read."""
        self._timer.stop()
        if self._running:
            self._timer.start(self._seconds * 1000)

    def stop(self) -> None:
        """Stand still, without a word."""
        self._running = False
        self._timer.stop()
