"""The photos as a table of as many columns as fit side by side."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto

PHOTO_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class PhotoGridModel(QAbstractTableModel):
    """Place `n` of a `PhotoList` is row ``n // columns``, column ``n % columns``."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        """Start without photos, in one column."""
        super().__init__(parent)
        self._look = look
        self._columns = 1
        self._count = 0  # photos the views know of
        self.photos = PhotoList(parent=self)
        self._follow(self.photos)

    def show_photos(self, photos: PhotoList) -> None:
        """Show `photos` from now on, and what is added to them."""
        self.beginResetModel()
        self.photos.grown.disconnect(self._grow)
        self.photos.arrived.disconnect(self._change)
        self.photos = photos
        self._count = len(photos)
        self._follow(photos)
        self.endResetModel()

    def _follow(self, photos: PhotoList) -> None:
        photos.grown.connect(self._grow)
        photos.arrived.connect(self._change)

    def set_columns(self, columns: int) -> None:
        """Lay the photos out anew in `columns`."""
        if columns != self._columns:
            self.beginResetModel()
            self._columns = columns
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """How many rows the photos fill, the last one perhaps in part."""
        return 0 if parent.isValid() else -(-self._count // self._columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """How many photos stand side by side."""
        return 0 if parent.isValid() else self._columns

    def place(self, index: Index) -> int:
        """The place of the photo at `index`, or -1."""
        place = index.row() * self._columns + index.column() if index.isValid() else -1
        return place if place < self._count else -1

    def index_of(self, place: int) -> QModelIndex:
        """The index of the photo at `place`; invalid outside the list."""
        if not 0 <= place < self._count:
            return QModelIndex()
        return self.index(place // self._columns, place % self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Photos can be chosen, the empty end of the last row cannot."""
        if self.place(index) < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The photo, or words for those who cannot see it."""
        photo = self.photos.photo(self.place(index))
        if photo is None:
            return None
        if role == PHOTO_ROLE:
            return photo
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._look.shown(photo.caption)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(photo, self.place(index))
        return None

    def _spoken(self, photo: ShownPhoto, place: int) -> str:
        catalog = self._look.catalog
        number = catalog.number(place + 1)
        if photo.path is None:
            name = catalog.text("Caption {number}, photo not saved", number=number)
        else:
            name = catalog.text("Photo {number}", number=number)
        day = catalog.date_text(photo.taken)
        caption, credit = map(self._look.shown, (photo.caption, photo.credit))
        return "\n".join(part for part in (name, caption, credit, day) if part)

    def _change(self, first: int, count: int) -> None:
        """Tell views that photos have been read that were waited for."""
        rows = self.rowCount() - 1
        above = min(first // self._columns, rows)
        below = min((first + count - 1) // self._columns, rows)
        self.dataChanged.emit(self.index(above, 0), self.index(below, self._columns - 1))

    def _grow(self, first: int, count: int) -> None:
        """Tell views of new photos: the last row fills up, rows are added."""
        rows, columns = self.rowCount(), self._columns
        new_rows = -(-(first + count) // columns)
        if new_rows > rows:
            self.beginInsertRows(QModelIndex(), rows, new_rows - 1)
            self._count = first + count
            self.endInsertRows()
        self._count = first + count
        if first % columns:
            row = first // columns
            self.dataChanged.emit(self.index(row, 0), self.index(row, columns - 1))
