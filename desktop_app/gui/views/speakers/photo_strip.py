"""The photos of a speaker: those whose caption has their whole name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.photo_desk import shown_photos
from desktop_app.gui.photo_pane.grid_view import PhotoGridView
from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.thumbnails import ThumbnailLoader
from desktop_app.items import Item
from desktop_app.together import Searched


class PhotoStrip(QWidget):
    """A row or two of thumbnails; one that is clicked tells its item and the place before it."""

    place_wanted = Signal(str, int, int)

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Show no photos yet."""
        super().__init__(parent)
        self._thumbnails = ThumbnailLoader(pool, self)
        self._photos: Sequence[tuple[Item, int]] = ()
        self.setObjectName("personPhotos")
        self.grid = PhotoGridView(look, self._thumbnails, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        self.grid.setFixedHeight(self.grid.cell().height() + 2)
        self.grid.photo_activated.connect(self._open)

    @property
    def busy(self) -> bool:
        """Whether thumbnails are being loaded."""
        return self._thumbnails.busy

    def show_photos(self, archive: Searched | None, photos: Sequence[tuple[Item, int]]) -> None:
        """Show `photos` of `archive`, each as an item and its number there."""
        self._photos = photos if archive is not None else ()
        homes = [archive.at_home(None, item.id) for item, _n in photos] if archive else []
        shown = [
            shown_photos(home, item)[n] for home, (item, n) in zip(homes, photos, strict=False)
        ]
        former = self.grid.photos
        self.grid.show_photos(PhotoList(shown, parent=self))
        if former.parent() is self:
            former.deleteLater()

    def stop(self) -> None:
        """Load no more."""
        self._thumbnails.clear()

    def _open(self, place: int) -> None:
        item, number = self._photos[place]
        before = item.paragraphs[: item.photos[number].after]
        at = sum(len(paragraph) + 1 for paragraph in before[:-1])
        self.place_wanted.emit(item.id, at, at)
