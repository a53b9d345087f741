"""The photos of a sheet as the grid and the large view see them: read page by page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, QThreadPool

from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.tasks import Task
from desktop_app.sheets.sheet import Sheet

_PAGE = 128  # photos read at a time
_PAGES_KEPT = 64
_PAGES_UNDER_WAY = 3  # more would wait behind photos that have been scrolled away

Page = Sequence[ShownPhoto | None]


class PagedPhotos(PhotoList):
    """A `PhotoList` of known length; a photo is None while its page is being read.

    `arrived` says which have come. The pages looked at last are kept.
    """

    def __init__(self, sheet: Sheet, pool: QThreadPool, parent: QObject | None = None) -> None:
        """Read `sheet` on `pool`."""
        super().__init__((), True, parent)
        self.sheet = sheet
        self._pool = pool
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._under_way: OrderedDict[int, Task] = OrderedDict()

    def __len__(self) -> int:
        """How many photos there are, read or not."""
        return len(self.sheet)

    def photo(self, place: int) -> ShownPhoto | None:
        """The photo at `place`; None outside the list, and while it is being read."""
        if not 0 <= place < len(self.sheet):
            return None
        number, offset = divmod(place, _PAGE)
        page = self._pages.get(number)
        if page is None:
            self._read(number)
            return None
        self._pages.move_to_end(number)
        return page[offset]

    @property
    def busy(self) -> bool:
        """Whether photos are being read."""
        return bool(self._under_way)

    def stop(self) -> None:
        """Read no more of what is under way."""
        for task in self._under_way.values():
            task.cancel()
        self._under_way.clear()

    def _read(self, number: int) -> None:
        """Read a page; of those waited for, the one wanted longest ago is given up."""
        if number in self._under_way:
            self._under_way.move_to_end(number)
            return
        sheet, start = self.sheet, number * _PAGE

        def work(_task: Task) -> Page:
            return sheet.read(start, start + _PAGE)

        task = self._under_way[number] = Task(work, self)
        task.done.connect(lambda page: self._take(task, number, page))
        task.failed.connect(lambda _error: self._take(task, number, ()))
        task.start(self._pool, 1)
        while len(self._under_way) > _PAGES_UNDER_WAY:
            _oldest, dropped = self._under_way.popitem(last=False)
            dropped.cancel()

    def _take(self, task: Task, number: int, page: Page) -> None:
        if self._under_way.get(number) is not task:
            return
        del self._under_way[number]
        start = number * _PAGE
        wanted = min(_PAGE, len(self.sheet) - start)
        self._pages[number] = [*page, *[None] * (wanted - len(page))]
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        self.arrived.emit(start, wanted)
