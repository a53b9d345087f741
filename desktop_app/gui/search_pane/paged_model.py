"""Rows of a list as a Qt model; they come a page at a time, off the GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QThreadPool,
    Signal,
)

from desktop_app.gui.search_pane.answer import FIRST_ROWS
from desktop_app.gui.tasks import Task

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_PAGE = FIRST_ROWS  # rows read at a time
_PAGES_KEPT = 100
_PAGES_UNDER_WAY = 3  # more would wait behind rows that have been scrolled away
Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
Row_contra = TypeVar("Row_contra", contravariant=True)
Read = Callable[[int, int], Sequence[Row]]
"""Gives the rows from one place to before another; called on the pool's threads."""


class RowWords(Protocol[Row_contra]):
    """What a row says to those who cannot see it painted."""

    def label(self, row: Row_contra) -> str:
        """Its name."""

    def spoken(self, row: Row_contra) -> str:
        """All of it, a line a part."""


class PagedModel(QAbstractTableModel, Generic[Row]):
    """`ROW_ROLE` gives the row of a list, or None while it is being read.

    None too for rows that could not be read: `failed` tells, `retry` reads them again, and
    `failed_words` says it to those who cannot see it painted.
    """

    page_loaded = Signal()

    def __init__(
        self, words: RowWords[Row], pool: QThreadPool, parent: QObject | None = None
    ) -> None:
        """Read pages on `pool`, and say them in `words`."""
        super().__init__(parent)
        self._words = words
        self._pool = pool
        self._total = 0
        self._read: Read[Row] | None = None
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._under_way: dict[int, Task] = {}
        self._failed: set[int] = set()  # pages
        self.failed_words: Callable[[], str] = str

    def show_rows(self, total: int, read: Read[Row] | None, first: Sequence[Row] = ()) -> None:
        """Show `total` rows that `read` gives; the `first` of them may have been read already."""
        self.beginResetModel()
        for task in self._under_way.values():
            task.cancel()
        self._total, self._read = total, read
        self._pages.clear()
        self._under_way.clear()
        self._failed.clear()
        if len(first) >= min(_PAGE, total) > 0:
            self._pages[0] = list(first)
        self.endResetModel()

    @property
    def busy(self) -> bool:
        """Whether rows are being read."""
        return bool(self._under_way)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """How many rows there are, read or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """One column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or what it says for those who cannot see the delegate's painting."""
        row = self.row(index.row()) if index.isValid() else None
        if role == ROW_ROLE:
            return row
        if row is None:
            told = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.failed_words() if told and self.failed(index.row()) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.label(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.spoken(row)
        return None

    def row(self, number: int) -> Row | None:
        """The row at `number`; None, and it is fetched, where it is not here yet."""
        page, place = divmod(number, _PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._fetch(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def failed(self, number: int) -> bool:
        """Whether the row at `number` could not be read."""
        return number // _PAGE in self._failed

    def retry(self) -> None:
        """Read again what could not be read, once it is asked for."""
        failed, self._failed = self._failed, set()
        for page in sorted(failed):
            self._tell(page)

    def before(self, number: int) -> Row | None:
        """The row above the one at `number`, if there is one and it is here."""
        page, place = divmod(number - 1, _PAGE)
        rows = self._pages.get(page, ())
        return rows[place] if place < len(rows) else None

    def loaded_rows(self) -> list[Row]:
        """The rows read so far, in order."""
        return [row for page in sorted(self._pages) for row in self._pages[page]]

    def _fetch(self, page: int) -> None:
        read = self._read
        if read is None or page in self._under_way or page in self._failed:
            return
        if len(self._under_way) >= _PAGES_UNDER_WAY:
            return  # painted again, and asked for again, when one of them is here

        def work(_task: Task) -> Sequence[Row]:
            return read(page * _PAGE, (page + 1) * _PAGE)

        task = self._under_way[page] = Task(work, self)
        task.done.connect(lambda rows: self._loaded(task, page, rows))
        task.failed.connect(lambda _error: self._fail(task, page))
        task.start(self._pool)

    def _fail(self, task: Task, page: int) -> None:
        if self._under_way.get(page) is task:
            del self._under_way[page]
            self._failed.add(page)
            self._tell(page)

    def _loaded(self, task: Task, page: int, rows: Sequence[Row]) -> None:
        if self._under_way.get(page) is not task:
            return  # of an older query
        del self._under_way[page]
        self._pages[page] = rows
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        self._tell(page)
        self.page_loaded.emit()

    def _tell(self, page: int) -> None:
        """Have a page painted anew."""
        # To one more than are here: it may look other with the row above it known.
        last = min((page + 1) * _PAGE, self.rowCount() - 1)
        self.dataChanged.emit(self.index(page * _PAGE, 0), self.index(last, 0))
