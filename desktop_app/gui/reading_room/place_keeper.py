"""Keeps how far each item was read in the reader's marks, and takes it up the next time."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, QTimer

from desktop_app.errors import MarksError
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.reading_room.continue_sign import ContinueSign
from desktop_app.gui.reading_room.progress import LONG
from desktop_app.gui.reading_room.way import Surveyor
from desktop_app.gui.tasks import Task
from desktop_app.marks.marks import Marks

log = logging.getLogger(__name__)

_LEAST, _MOST = 0.02, 0.95  # shares of an item between which it is taken up where it was left
_SOON = 4000  # milliseconds after the last move until the place is written

Stop = tuple[str, str, int, int]  # archive, item, code point, length of the text


class PlaceKeeper(QObject):
    """A place is written when its item is left, when the window closes, and a while after moving.

    Who does not move in an item leaves the place of an earlier time as it is. Only long items
    are taken up where they were left; one that has matches of the search stays at its top,
    and the place is offered.
    """

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        marks: Marks,
        article: ArticlePane,
        surveyor: Surveyor,
        archive_id: Callable[[], str],
    ) -> None:
        """Follow `article`, whose items are of the archive that `archive_id` tells."""
        super().__init__(article)
        self._pool, self._marks, self._article = pool, marks, article
        self._surveyor, self._archive_id = surveyor, archive_id
        self.sign = ContinueSign(look, article.view.viewport())
        self._first: Stop | None = None  # where the item shown was opened
        self._stop: Stop | None = None  # where one is in it
        self._written: Stop | None = None
        self._coming: dict[tuple[str, str], tuple[int, int]] = {}  # about to be written
        self._point = 0  # the place that is offered
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.write)
        article.item_shown.connect(self._arrive)
        article.view.settled.connect(self._note)
        self.sign.to_start_wanted.connect(lambda: self._go(0))
        self.sign.to_place_wanted.connect(lambda: self._go(self._point))

    def write(self) -> None:
        """Write the place in the item shown, off this thread."""
        stop = self._stop
        self._soon.stop()
        if stop is None or stop in (self._first, self._written):
            return
        self._written, self._coming[stop[:2]] = stop, stop[2:]
        task = Task(lambda _task: self._marks.put_position(*stop), self)
        task.done.connect(lambda _none: self._coming.pop(stop[:2], None))
        task.failed.connect(_log)
        task.start(self._pool)

    def _arrive(self) -> None:
        """Another item is shown: write the place in the last one, and take up this one's."""
        self.write()
        self._first = self._stop = None
        self.sign.hide()
        # A moment later: what leads to a passage of the item does so after showing it.
        QTimer.singleShot(0, self, self._take_up)

    def _take_up(self) -> None:
        article, item = self._article, self._article.item
        if item is None or self._surveyor.minutes < LONG or article.found.end > 0:
            return
        share, length = self._kept(item.id), self._surveyor.points.length
        if not _LEAST <= share <= _MOST or article.view.verticalScrollBar().value() > 0:
            return
        self._point = int(share * length)
        if article.match_count:
            self.sign.show_offer(round(share * 100))
        else:
            self._go(self._point)
            self.sign.show_went(round(share * 100))

    def _kept(self, item_id: str) -> float:
        """The share of an item that was read; 0 where nothing is known."""
        archive_id = self._archive_id()
        point, length = self._coming.get((archive_id, item_id), (0, 0))
        if length:
            return point / length
        try:
            position = self._marks.position(archive_id, item_id)
        except MarksError as error:
            _log(error)
            return 0.0
        return position.share if position else 0.0

    def _go(self, point: int) -> None:
        self.sign.hide()
        self._article.view.go_to(self._surveyor.points.place(point))

    def _note(self) -> None:
        """Remember how far the item is read now; at its end it is read."""
        item = self._article.item
        if item is None:
            return
        way = self._surveyor.way()
        point = way.length if way.bottom >= way.length and way.top else way.top
        stop = (self._archive_id(), item.id, point, way.length)
        if self._first is None:
            self._first = stop
        if stop != self._stop:
            self._stop = stop
            self._soon.start()


def _log(error: Exception) -> None:
    """A place that is not kept is no reason to disturb anyone who reads."""
    log.warning("the place in an item is not kept: %s", error)
