"""Puts words with their citation on the clipboard, worked out off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.archive import Archive
from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.speech_search.matches import SaidHit

if TYPE_CHECKING:
    from desktop_app.citing.quotation import Quotation


class QuotationCopier(QObject):
    """Copies one quotation at a time; the newest asked for is the one copied.

    A style takes some 20 ms, and 70 the first time.
    """

    failed = Signal(object)  # the exception

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        """Work on `pool`."""
        super().__init__(parent)
        self._newest = Newest(pool, self)

    @property
    def busy(self) -> bool:
        """Whether a quotation is still to be copied."""
        return self._newest.busy

    def copy(self, make: Callable[[], Quotation]) -> None:
        """Copy what `make` gives, off this thread."""
        self._newest.run(lambda _task: make(), _put, self.failed.emit)


class Quoter(QObject):
    """Copies statements with their citation."""

    def __init__(self, look: Look, pool: QThreadPool, parent: QObject) -> None:
        """Quote in the language of `look`."""
        super().__init__(parent)
        self._look, self._copier = look, QuotationCopier(pool, self)
        self.failed = self._copier.failed

    @property
    def busy(self) -> bool:
        """Whether a quotation is still to be copied."""
        return self._copier.busy

    def copy(self, archive: Archive, hit: SaidHit, style: str) -> None:
        """Copy `hit` of `archive` with its citation in `style`, a key of `STYLES` or `RECORDS`."""
        catalog = self._look.catalog

        def quote() -> Quotation:
            from desktop_app.citing.quotation import quotation  # noqa: PLC0415 (40 ms at the start)

            origin = archive.origin(hit.item.id)
            return quotation(hit.item, hit.statement, style, catalog, origin, hit.person)

        self._copier.copy(quote)


def _put(made: Quotation) -> None:
    data = QMimeData()
    data.setText(made.text)
    data.setHtml(made.html)
    QGuiApplication.clipboard().setMimeData(data)
