"""All hits of a query as a Qt model; details come a page at a time, off the GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QThreadPool,
    Signal,
)

from desktop_app.archive import Archive
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.query_runner import FIRST_HITS
from desktop_app.gui.tasks import Task
from desktop_app.search.engine import Matches
from desktop_app.search.hits import Hit

HIT_ROLE = int(Qt.ItemDataRole.UserRole)
_PAGE = FIRST_HITS  # hits read at a time
_PAGES_KEPT = 100
_PAGES_UNDER_WAY = 3  # more would wait behind hits that have been scrolled away
Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractTableModel):
    """One row a hit; `HIT_ROLE` gives the `Hit`, or None while it is being read."""

    page_loaded = Signal()

    def __init__(self, look: Look, pool: QThreadPool, parent: QObject | None = None) -> None:
        """Read pages on `pool`."""
        super().__init__(parent)
        self._look = look
        self._pool = pool
        self._archive: Archive | None = None
        self._matches: Matches | None = None
        self._pages: OrderedDict[int, list[Hit]] = OrderedDict()
        self._under_way: dict[int, Task] = {}

    def show_matches(
        self, archive: Archive | None, matches: Matches | None, first_hits: Sequence[Hit] = ()
    ) -> None:
        """Show the hits of `matches`, found in `archive`; some may have been read already."""
        self.beginResetModel()
        for task in self._under_way.values():
            task.cancel()
        self._archive, self._matches = archive, matches
        self._pages.clear()
        self._under_way.clear()
        if len(first_hits) >= min(_PAGE, self.rowCount()) > 0:
            self._pages[0] = list(first_hits)
        self.endResetModel()

    @property
    def matches(self) -> Matches | None:
        """What is shown."""
        return self._matches

    @property
    def busy(self) -> bool:
        """Whether hits are being read."""
        return bool(self._under_way)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """How many hits there are, read or not."""
        if parent.isValid() or self._matches is None:
            return 0
        return len(self._matches.numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """One column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The hit, or its title for those who cannot see the delegate's painting."""
        hit = self.hit(index.row()) if index.isValid() else None
        if role == HIT_ROLE:
            return hit
        if hit is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            day = self._look.catalog.date(hit.item.date)
            return "\n".join([hit.item.title, day, hit.snippet.text])
        return None

    def hit(self, row: int) -> Hit | None:
        """The hit in `row`; None, and it is fetched, where it is not here yet."""
        page, place = divmod(row, _PAGE)
        hits = self._pages.get(page)
        if hits is None:
            self._fetch(page)
            return None
        self._pages.move_to_end(page)
        return hits[place] if place < len(hits) else None

    def loaded_hits(self) -> list[Hit]:
        """The hits read so far, in order."""
        return [hit for page in sorted(self._pages) for hit in self._pages[page]]

    def _fetch(self, page: int) -> None:
        archive, matches = self._archive, self._matches
        if archive is None or matches is None or page in self._under_way:
            return
        if len(self._under_way) >= _PAGES_UNDER_WAY:
            return  # painted again, and asked for again, when one of them is here

        def read(_task: Task) -> list[Hit]:
            return archive.hits(matches, page * _PAGE, (page + 1) * _PAGE)

        task = self._under_way[page] = Task(read, self)
        task.done.connect(lambda hits: self._loaded(task, page, hits))
        task.failed.connect(lambda _error: self._loaded(task, page, []))
        task.start(self._pool)

    def _loaded(self, task: Task, page: int, hits: list[Hit]) -> None:
        if self._under_way.get(page) is not task:
            return  # of an older query
        del self._under_way[page]
        self._pages[page] = hits
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        last = min((page + 1) * _PAGE, self.rowCount()) - 1
        self.dataChanged.emit(self.index(page * _PAGE, 0), self.index(last, 0))
        self.page_loaded.emit()
