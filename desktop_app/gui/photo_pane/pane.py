"""The photo pane: thumbnails of the item or of all hits, and the words of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import BeilinError
from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.caption_panel import CaptionPanel
from desktop_app.gui.photo_pane.grid_view import PhotoGridView
from desktop_app.gui.photo_pane.hit_photos import HitPhotos, Provider
from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.style import sheet
from desktop_app.gui.photo_pane.thumbnails import ThumbnailLoader
from desktop_app.gui.photo_pane.viewer import PhotoViewer
from desktop_app.search.highlight import Highlighter


class PhotoPane(QWidget):
    """The right pane. `item_wanted` carries the id of an item to be shown.

    `viewer_wanted` says which photo of which `PhotoList` is about to be shown large.
    """

    item_wanted = Signal(str)
    viewer_wanted = Signal(object, int)

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        thumbnails: ThumbnailLoader,
        parent: QWidget | None = None,
    ) -> None:
        """Read photos on `pool`."""
        super().__init__(parent)
        self._look = look
        self._pool = pool
        self._thumbnails = thumbnails
        self._own = PhotoList(parent=self)  # the photos of the item being read
        self._item_id = ""
        self._hits: HitPhotos | None = None
        self._viewer: PhotoViewer | None = None
        self.setObjectName("photoPane")
        self.this_item, self.all_hits = QToolButton(self), QToolButton(self)
        self.grid = PhotoGridView(look, thumbnails, self)
        self.notice, self.count = QLabel(self), QLabel(self)
        self.look_further = QPushButton(self)
        self.words = CaptionPanel(look, self)
        self._lay_out()
        self._connect()
        self._restyle()
        self.retranslate()

    # -- construction

    def _lay_out(self) -> None:
        self.notice.setObjectName("photoNotice")
        self.notice.setWordWrap(True)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setObjectName("photoCount")
        self.count.setWordWrap(True)
        self.look_further.setObjectName("lookFurther")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.notice)
        below = QHBoxLayout()
        below.setContentsMargins(12, 4, 12, 6)
        below.addWidget(self.count, 1)
        below.addWidget(self.look_further)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._switch())
        whole.addWidget(self._stack, 1)
        whole.addLayout(below)
        whole.addWidget(self.words)

    def _switch(self) -> QHBoxLayout:
        """The two-way switch between the item's photos and those of all hits."""
        line = QHBoxLayout()
        line.setContentsMargins(10, 10, 10, 8)
        line.setSpacing(6)
        group = QButtonGroup(self)
        for button, name in ((self.this_item, "thisItem"), (self.all_hits, "allHits")):
            button.setObjectName(name)
            button.setCheckable(True)
            button.setProperty("chip", True)
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        self.this_item.setChecked(True)
        return line

    def _connect(self) -> None:
        self.all_hits.toggled.connect(lambda _on: self._show_side())
        self.grid.photo_chosen.connect(self._show_words)
        self.grid.photo_activated.connect(self._activate)
        self.look_further.clicked.connect(self._read_on)
        self.words.item_wanted.connect(self.item_wanted)
        self.viewer_wanted.connect(self._open_viewer)
        self._look.theme_changed.connect(self._restyle)

    # -- what is shown

    def show_item_photos(self, photos: list[ShownPhoto]) -> None:
        """Take over the photos and captions of the item now being read."""
        self._own.deleteLater()
        self._own = PhotoList(photos, parent=self)
        self._item_id = photos[0].item_id if photos else ""
        if self.this_item.isChecked():
            self._show_side()
        else:
            self._show_words(self.grid.current_place())

    def show_hit_photos(self, provider: Provider, total: int) -> None:
        """Take over the photos of `total` hits; `provider` is called on a pool thread.

        Nothing is read before the photos of all hits are looked at.
        """
        self._drop_hits()
        self._hits = HitPhotos(provider, total, self._pool, self)
        self._hits.progress.connect(self._follow_hits)
        if self.all_hits.isChecked():
            self._show_side()

    def set_marked(self, marked: Highlighter | None) -> None:
        """Mark what `marked` finds in captions from now on."""
        self.words.marked = self.grid.delegate.marked = marked
        self.words.retranslate()
        self.grid.viewport().update()

    def open_item_photo(self, index: int) -> None:
        """Show the photo at `index` of the item being read in the large view."""
        if self._own.photo(index) is not None:
            self.viewer_wanted.emit(self._own, index)

    @property
    def viewer(self) -> PhotoViewer | None:
        """The large view, while it is open."""
        return self._viewer

    @property
    def busy(self) -> bool:
        """Whether thumbnails, hits, or a large picture are being read."""
        hits = self._hits is not None and self._hits.busy
        large = self._viewer is not None and self._viewer.busy
        return hits or large or self._thumbnails.busy

    # -- how it follows

    def _drop_hits(self) -> None:
        if self._hits is not None:
            self._hits.stop()
            if self.grid.photos is self._hits.photos:
                self.grid.show_photos(PhotoList(parent=self.grid))
            self._hits.deleteLater()
            self._hits = None

    def _show_side(self) -> None:
        """Show the item's photos or those of the hits, as the switch says."""
        if self.this_item.isChecked():
            self.grid.show_photos(self._own)
        else:
            self.grid.show_photos(self._hits.photos if self._hits else PhotoList(parent=self.grid))
            if self._hits is not None and not len(self._hits.photos):
                self._hits.read()
        self.grid.choose(0)
        self._describe()

    def _follow_hits(self) -> None:
        """Some hits have been read: describe them, and read on where the grid has room."""
        if self.all_hits.isChecked():
            if self.grid.current_place() < 0:
                self.grid.choose(0)
            self._describe()
            if not len(self.grid.photos):
                self.grid.photos.want_more()
            self.grid.look_ahead()

    def _read_on(self) -> None:
        if self._hits is not None:
            self._hits.read_on()
            self._describe()

    def _show_words(self, place: int) -> None:
        photo = self.grid.photos.photo(place)
        foreign = photo is not None and photo.item_id != self._item_id
        self.words.show_photo(photo, foreign)

    def _activate(self, place: int) -> None:
        self.viewer_wanted.emit(self.grid.photos, place)

    def _open_viewer(self, photos: PhotoList, place: int) -> None:
        """Cover the window with the large view."""
        if self._viewer is not None:
            self._viewer.close_view()
        viewer = self._viewer = PhotoViewer(self._look, self._pool, self.window())
        viewer.words.marked = self.words.marked
        viewer.closed.connect(self._viewer_closed)
        viewer.open(photos, place)

    def _viewer_closed(self, photos: PhotoList, place: int) -> None:
        """Choose the photo that was looked at last."""
        self._viewer = None
        if photos is self.grid.photos:
            self.grid.choose(place)

    # -- words

    def _describe(self) -> None:
        """Write the notice and the count for what is shown."""
        some = len(self.grid.photos) > 0
        self._stack.setCurrentWidget(self.grid if some else self.notice)
        self.notice.setText("" if some else self._why_empty())
        self.count.setText(self._counted() if some else "")
        self.count.setVisible(some)
        hits = self._hits if self.all_hits.isChecked() else None
        self.look_further.setVisible(hits is not None and hits.paused)
        self.words.setVisible(some)

    def _why_empty(self) -> str:
        catalog, hits = self._look.catalog, self._hits
        if self.this_item.isChecked():
            return catalog.text("This item has no photos.")
        if hits is not None and hits.error is not None:
            return self._reason(hits.error)
        if hits is None or hits.total == 0:
            return catalog.text("No hits, so no photos.")
        if hits.paused:
            return catalog.plural(
                "No photo in the first hit.", "No photos in the first {count} hits.", hits.looked
            )
        if hits.photos.complete:
            return catalog.text("None of the hits has a photo.")
        return catalog.text("Looking for photos…")

    def _reason(self, error: Exception) -> str:
        if isinstance(error, BeilinError):
            return self._look.catalog.message(error.text)
        return self._look.catalog.text("The photos of the hits could not be read.")

    def _counted(self) -> str:
        catalog, hits = self._look.catalog, self._hits
        counted = catalog.plural("{count} photo", "{count} photos", len(self.grid.photos))
        if self.this_item.isChecked() or hits is None or hits.photos.complete:
            return counted
        return catalog.text(
            "{photos} in the first {looked} of {total} hits",
            photos=counted,
            looked=catalog.number(hits.looked),
            total=catalog.number(hits.total),
        )

    def retranslate(self) -> None:
        """Write every word anew; what is shown and chosen stays."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Photos"))
        self.grid.setAccessibleName(text("Photos"))
        self.notice.setAccessibleDescription(text("Why there are no photos"))
        self.count.setAccessibleDescription(text("Number of photos"))
        for button, words in (
            (self.this_item, text("This item")),
            (self.all_hits, text("All hits")),
            (self.look_further, text("Look further")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
        self.this_item.setToolTip(text("Photos of the item being read"))
        self.all_hits.setToolTip(text("Photos of all hits of the search"))
        self._describe()

    def _restyle(self) -> None:
        self.setStyleSheet(sheet(self._look.theme))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
