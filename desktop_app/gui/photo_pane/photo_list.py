"""Photos in their order, shared by the grid and the large view; it may still grow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop_app.gui.photo_pane.shown_photo import ShownPhoto


class PhotoList(QObject):
    """A list of photos. While it is not `complete`, `want_more` may make it grow."""

    grown = Signal(int, int)  # the place of the first new photo, and how many there are
    arrived = Signal(int, int)  # the same of photos that had a place, but had not been read yet
    more_wanted = Signal()
    finished = Signal()

    def __init__(
        self,
        photos: Sequence[ShownPhoto] = (),
        complete: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """Start with `photos`."""
        super().__init__(parent)
        self._photos = list(photos)
        self.complete = complete

    def __len__(self) -> int:
        """How many photos are here by now."""
        return len(self._photos)

    def photo(self, place: int) -> ShownPhoto | None:
        """The photo at `place`, or None outside the list."""
        return self._photos[place] if 0 <= place < len(self._photos) else None

    def want_more(self) -> None:
        """Ask for more photos, if there may be any."""
        if not self.complete:
            self.more_wanted.emit()

    def append(self, photos: Sequence[ShownPhoto]) -> None:
        """Grow by `photos`."""
        if photos:
            first = len(self._photos)
            self._photos.extend(photos)
            self.grown.emit(first, len(photos))

    def finish(self) -> None:
        """Say that no more will come."""
        self.complete = True
        self.finished.emit()
