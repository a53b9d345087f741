"""What covers the window over a contact sheet: one photo large, or two side by side."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.compared import ComparedPhotos
from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.viewer import PhotoViewer
from desktop_app.search.highlight import Highlighter
from desktop_app.sheets.sheet import SheetPhoto


class Covers(QObject):
    """Opens one at a time. `returned` says which photo of which list was looked at last."""

    returned = Signal(object, int)

    def __init__(self, look: Look, pool: QThreadPool, page: QWidget) -> None:
        """Cover the window of `page`, reading pictures on `pool`."""
        super().__init__(page)
        self._look, self._pool, self._page = look, pool, page
        self.viewer: PhotoViewer | None = None
        self.compared: ComparedPhotos | None = None

    @property
    def busy(self) -> bool:
        """Whether a picture is being read."""
        return any(each is not None and each.busy for each in (self.viewer, self.compared))

    def enlarge(
        self, photos: PhotoList, place: int, marked: Highlighter | None = None
    ) -> PhotoViewer:
        """Show the photo at `place` of `photos` large, what `marked` finds in captions marked."""
        self.close()
        viewer = self.viewer = PhotoViewer(self._look, self._pool, self._page.window())
        viewer.words.marked = marked
        viewer.closed.connect(self._viewer_closed)
        viewer.open(photos, place)
        return viewer

    def compare(self, left: SheetPhoto, right: SheetPhoto) -> None:
        """Show two photos side by side."""
        self.close()
        compared = self.compared = ComparedPhotos(self._look, self._pool, self._page.window())
        compared.closed.connect(self._compared_closed)
        compared.open(left, right)

    def close(self) -> None:
        """Show the sheet again."""
        for cover in (self.viewer, self.compared):
            if cover is not None:
                cover.close_view()

    def _viewer_closed(self, photos: PhotoList, place: int) -> None:
        self.viewer = None
        self.returned.emit(photos, place)

    def _compared_closed(self) -> None:
        self.compared = None
