"""Fits the photos of the sheet shown into its column, and has those in sight decoded."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from desktop_app.gui.article_pane.lines import Role
from desktop_app.gui.article_pane.photo_images import PhotoImages
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.view import ArticleView

_NEARBY = 4  # lines above and below the view whose photos are decoded in advance


class PhotoFitting(QObject):
    """Joins `PhotoImages` to a view."""

    def __init__(self, view: ArticleView, photos: PhotoImages) -> None:
        """Put `photos` into the sheets of `view`."""
        super().__init__(view)
        self._view, self._photos = view, photos
        self._sheet: Sheet | None = None
        view.column_changed.connect(self.fit)
        view.settled.connect(self._want)
        photos.ready.connect(self._put)

    def show(self, sheet: Sheet | None) -> None:
        """Serve `sheet`."""
        self._sheet = sheet
        self.fit()

    def fit(self) -> None:
        """Have all photos as wide as there is room."""
        if self._sheet is not None:
            self._sheet.resize_photos(self._photos.sizes(self._view.photo_width))

    def _want(self) -> None:
        if self._sheet is None:
            return
        first, last = self._view.visible_lines()
        lines = self._sheet.lines[max(0, first - _NEARBY) : last + _NEARBY]
        photos = [line.photo for line in lines if line.role is Role.PICTURE]
        self._photos.want(photos, self._view.photo_width, self._view.devicePixelRatioF())

    def _put(self, photo: int, pixmap: QPixmap) -> None:
        if self._sheet is not None:
            self._sheet.put_photo(photo, pixmap)
            self._view.viewport().update()
