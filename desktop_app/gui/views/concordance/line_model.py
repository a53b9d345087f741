"""The lines of a concordance as a Qt model that reads only those in sight, and some beside."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QThreadPool,
    Signal,
)

from desktop_app.gui.look import Look
from desktop_app.gui.tasks import Task
from desktop_app.gui.unread_rows import not_read
from desktop_app.speeches.concordance import Concordance, Line
from desktop_app.speeches.sorted_words import SortedWord, sorted_words

_PAGE = 64  # lines read at a time: more than a screen shows
_PAGES_KEPT = 100
_PAGES_UNDER_WAY = 3  # more would wait behind lines that have been scrolled away
_AHEAD = 1  # priority in the pool: what is in sight is waited for
_STEP = 40  # columns by which the width of contexts grows
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of a line; `WHO` is the speaker, or else the source."""

    LEFT, KEY, RIGHT, DATE, WHO = range(5)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line, and where the words stand in its contexts that the lines are sorted by."""

    line: Line
    words: tuple[SortedWord, ...]


class LineModel(QAbstractTableModel):
    """One row a line. `shown` gives None while a line is being read, and where it cannot be.

    `failed` tells of the latter, which `retry` reads again.
    """

    page_loaded = Signal(list)  # of ShownLine

    def __init__(self, look: Look, pool: QThreadPool, parent: QObject | None = None) -> None:
        """Read pages on `pool`."""
        super().__init__(parent)
        self._look, self._pool = look, pool
        self._lines: Concordance | None = None
        self._by: tuple[str, ...] = ()
        self._width = 2 * _STEP  # columns of context read on each side
        self._pages: OrderedDict[int, list[ShownLine]] = OrderedDict()
        self._under_way: dict[int, Task] = {}
        self._failed: set[int] = set()  # pages
        self._ahead: tuple[int, bool] | None = None  # a page, and which half was in sight
        self._days: dict[str, str] = {}  # as people write them

    def show_lines(self, lines: Concordance | None, by: Sequence[str] = ()) -> None:
        """Show `lines`, which are sorted `by` keys of `line_order.KEYS`."""
        self.beginResetModel()
        self._lines, self._by = lines, tuple(by)
        self._drop_pages()
        self.endResetModel()

    def set_width(self, columns: int) -> None:
        """Read contexts of at least `columns` columns from now on."""
        if columns > self._width:
            self._width = -(-columns // _STEP) * _STEP
            self._drop_pages()

    def stop(self) -> None:
        """Read no more; what has been read stays."""
        for task in self._under_way.values():
            task.cancel()
        self._under_way.clear()

    def _drop_pages(self) -> None:
        self.stop()
        self._pages.clear()
        self._failed.clear()
        self._ahead = None

    @property
    def lines(self) -> Concordance | None:
        """What is shown."""
        return self._lines

    @property
    def busy(self) -> bool:
        """Whether lines are being read."""
        return bool(self._under_way)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """How many lines there are, read or not."""
        return 0 if parent.isValid() or self._lines is None else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """The columns of `Column`."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text; for those who cannot see the columns, each cell is the whole line."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        shown = self.shown(index.row()) if index.isValid() else None
        if shown is None:
            failed = index.isValid() and self.failed(index.row())
            return " ".join(not_read(self._look.catalog)) if failed else None
        cells = self.cells(shown.line)
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        left, key, right, *about = cells
        return "\n".join([left + key + right, *filter(None, about)])

    def cells(self, line: Line) -> tuple[str, str, str, str, str]:
        """The texts of a line by `Column`."""
        day = self._days.get(line.date)
        if day is None:
            day = self._look.catalog.date_text(line.date) if line.date else ""
            self._days[line.date] = day
        return line.left, line.key, line.right, day, line.speaker or line.source

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if section == Column.LEFT:
                side = Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        words = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self.name(Column(section)) if words else None

    def name(self, column: Column) -> str:
        """The name of a column."""
        text = self._look.catalog.text
        names = {
            Column.LEFT: text("Left"),
            Column.KEY: text("Word"),
            Column.RIGHT: text("Right"),
            Column.DATE: text("Date"),
            Column.WHO: text("Speaker or source"),
        }
        return names[column]

    def retranslate(self) -> None:
        """Have the names of the columns and the days written anew."""
        self._days.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def shown(self, row: int) -> ShownLine | None:
        """The line in `row`; None, and it is fetched, where it is not here yet.

        The page that comes next is fetched too, before it comes into sight.
        """
        page, place = divmod(row, _PAGE)
        lines = self._pages.get(page)
        if lines is None:
            self._fetch(page)
            return None
        self._pages.move_to_end(page)
        self._read_ahead(page, place >= _PAGE // 2)
        return lines[place] if place < len(lines) else None

    def failed(self, row: int) -> bool:
        """Whether the line in `row` could not be read."""
        return row // _PAGE in self._failed

    def retry(self) -> None:
        """Read again what could not be read, once it is asked for."""
        failed, self._failed = self._failed, set()
        for page in sorted(failed):
            self._tell(page)

    def _read_ahead(self, page: int, below: bool) -> None:
        """Fetch the page under `page`, or over it, once; none is waited for."""
        if self._ahead == (page, below):
            return
        self._ahead = (page, below)
        near = page + 1 if below else page - 1
        if near not in self._pages and 0 <= near * _PAGE < self.rowCount():
            self._fetch(near)

    def _fetch(self, page: int) -> None:
        lines, by, width = self._lines, self._by, self._width
        if lines is None or page in self._under_way or page in self._failed:
            return
        if len(self._under_way) >= _PAGES_UNDER_WAY:
            return  # painted again, and asked for again, when one of them is here

        def read(_task: Task) -> list[ShownLine]:
            found = lines.lines(page * _PAGE, (page + 1) * _PAGE, width)
            words = sorted_words(found, by)
            return [ShownLine(*each) for each in zip(found, map(tuple, words), strict=True)]

        task = self._under_way[page] = Task(read, self)
        task.done.connect(lambda read: self._loaded(task, page, read))
        task.failed.connect(lambda _error: self._fail(task, page))
        task.start(self._pool, _AHEAD)

    def _fail(self, task: Task, page: int) -> None:
        if self._under_way.get(page) is task:
            del self._under_way[page]
            self._failed.add(page)
            self._tell(page)

    def _loaded(self, task: Task, page: int, lines: list[ShownLine]) -> None:
        if self._under_way.get(page) is not task:
            return  # of other lines, or of other widths
        del self._under_way[page]
        self._pages[page] = lines
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        self._tell(page)
        self.page_loaded.emit(lines)

    def _tell(self, page: int) -> None:
        """Have a page painted anew."""
        last = min((page + 1) * _PAGE, self.rowCount()) - 1
        self.dataChanged.emit(self.index(page * _PAGE, 0), self.index(last, len(Column) - 1))
