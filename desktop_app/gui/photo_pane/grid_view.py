"""The grid of thumbnails: a table, which stays quick with a hundred thousand photos."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.grid_delegate import PhotoDelegate
from desktop_app.gui.photo_pane.grid_model import PhotoGridModel
from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.thumbnails import ThumbnailLoader

_Move = QAbstractItemView.CursorAction
_STEPS = {_Move.MoveLeft: -1, _Move.MovePrevious: -1, _Move.MoveRight: 1, _Move.MoveNext: 1}

_PAINT_MS = 25  # a paint of all for each thumbnail that comes would be too many


class PhotoGridView(QTableView):
    """Shows a `PhotoList`. QListView takes seconds at such sizes, QTableView does not.

    `photo_chosen` carries the place of the photo now current, or -1; `photo_activated`
    the place of one that was clicked, or on which Enter or space was pressed.
    """

    photo_chosen = Signal(int)
    photo_activated = Signal(int)

    def __init__(
        self,
        look: Look,
        thumbnails: ThumbnailLoader,
        parent: QWidget | None = None,
        opens_on_click: bool = True,
    ) -> None:
        """Draw with `thumbnails`; without `opens_on_click`, two clicks activate."""
        super().__init__(parent)
        self.setObjectName("photoGrid")
        self._grid = PhotoGridModel(look, self)
        self.setModel(self._grid)
        self.delegate = PhotoDelegate(look, thumbnails, self)
        self.setItemDelegate(self.delegate)
        self._set_up()
        # A later turn of the event loop: the scroll bar knows of new rows by then.
        self._look_ahead = QTimer(self, singleShot=True, interval=0)
        self._look_ahead.timeout.connect(self._want_more)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._look_ahead.start())
        opening = self.clicked if opens_on_click else self.doubleClicked
        opening.connect(lambda index: self._activate(self._grid.place(index)))
        self._paint = QTimer(self, singleShot=True, interval=_PAINT_MS)
        self._paint.timeout.connect(self.viewport().update)
        thumbnails.loaded.connect(self._paint_soon)
        for changed in (look.theme_changed, look.script_changed):
            changed.connect(self.viewport().update)

    def _set_up(self) -> None:
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.cell().height())
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setEnabled(most > 0))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    @property
    def photos(self) -> PhotoList:
        """What is shown."""
        return self._grid.photos

    def show_photos(self, photos: PhotoList) -> None:
        """Show `photos` from the top, none of them chosen."""
        self._grid.show_photos(photos)
        self.scrollToTop()
        self.photo_chosen.emit(-1)
        self._look_ahead.start()

    def look_ahead(self) -> None:
        """Have more photos read soon, where the end of those here is near."""
        self._look_ahead.start()

    def current_place(self) -> int:
        """The place of the current photo, or -1."""
        return self._grid.place(self.currentIndex())

    def choose(self, place: int) -> None:
        """Make the photo at `place` current, if there is one, and show it."""
        index = self._grid.index_of(place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def place(self, index: QModelIndex) -> int:
        """The place of the photo at `index`, or -1."""
        return self._grid.place(index)

    def columns(self) -> int:
        """How many photos stand side by side."""
        return self._grid.columnCount()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many photos side by side as fit, the current one staying in sight."""
        self._arrange()
        super().resizeEvent(event)
        self._look_ahead.start()

    def cell(self) -> QSize:
        """The least size of a cell, in logical pixels."""
        return self.delegate.cell(self.font())

    def set_box(self, box: QSize) -> None:
        """Show thumbnails as large as fit in `box` (logical pixels)."""
        top = self._grid.place(self.indexAt(QPoint(0, 0)))
        self.delegate.box = QSize(box)
        self.verticalHeader().setDefaultSectionSize(self.cell().height())
        self._arrange()
        self.scrollTo(self._grid.index_of(max(self.current_place(), top, 0)))
        self.viewport().update()

    def _arrange(self) -> None:
        """Put as many photos side by side as fit."""
        cell = self.cell()
        columns = max(self.viewport().width() // cell.width(), 1)
        if columns != self.columns():
            current, top = self.current_place(), self._grid.place(self.indexAt(QPoint(0, 0)))
            self.blockSignals(True)
            self._grid.set_columns(columns)
            self.choose(current)
            self.blockSignals(False)
            self.scrollTo(self._grid.index_of(current if current >= 0 else top))
        self.verticalScrollBar().setSingleStep(cell.height() // 3)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Left and right run on from row to row; Home and End mean all photos."""
        last = len(self.photos) - 1
        if action in _STEPS and self.current_place() >= 0:
            return self._grid.index_of(min(max(self.current_place() + _STEPS[action], 0), last))
        if action in (_Move.MoveHome, _Move.MoveEnd):
            return self._grid.index_of(0 if action is _Move.MoveHome else last)
        moved = super().moveCursor(action, modifiers)
        return moved if self._grid.place(moved) >= 0 else self._grid.index_of(last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space show the photo large."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._activate(self.current_place())
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Announce the photo now chosen."""
        super().selectionChanged(selected, deselected)
        self.photo_chosen.emit(self.current_place())

    def _paint_soon(self) -> None:
        """Paint the thumbnails that have come; the next ones within a moment wait for it."""
        if not self._paint.isActive():
            self._paint.start()

    def _activate(self, place: int) -> None:
        if place >= 0:
            self.photo_activated.emit(place)

    def _want_more(self) -> None:
        """Read on where less than a screen of photos is left below."""
        bar = self.verticalScrollBar()
        if self.isVisible() and bar.maximum() - bar.value() <= self.viewport().height():
            self.photos.want_more()
