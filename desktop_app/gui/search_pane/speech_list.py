"""The list of statements found."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from desktop_app.archive import Archive
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.answer import Answer, said_answer
from desktop_app.gui.search_pane.hit_list import SPEECHES
from desktop_app.gui.search_pane.paged_model import PagedModel
from desktop_app.gui.search_pane.row_pen import Thumbnails
from desktop_app.gui.search_pane.row_view import RowView
from desktop_app.gui.search_pane.said_rows import SaidRows
from desktop_app.gui.search_pane.speech_menu import SpeechMenu
from desktop_app.search.nodes import Node
from desktop_app.speech_search.matches import SaidHit
from desktop_app.speech_search.ranking import StatementSort
from desktop_app.together import Searched


class SpeechList:
    """Implements `HitList`."""

    name = SPEECHES
    sorts = tuple(StatementSort)

    def __init__(
        self, look: Look, pool: QThreadPool, thumbnails: Thumbnails, parent: QWidget
    ) -> None:
        """Read rows on `pool`."""
        self._look = look
        self.rows = SaidRows(look, thumbnails)
        self.model: PagedModel[SaidHit] = PagedModel(self.rows, pool, parent)
        self.view = RowView(look, self.model, self.rows, parent)
        self.view.setObjectName("speechList")
        self.menu = SpeechMenu(look, self.view, self.rows, self.model.row)

    def set_archive(self, archive: Searched | None) -> None:
        """Show nothing yet of `archive`."""
        self.rows.photos = archive.photos.folder if isinstance(archive, Archive) else None
        self.model.show_rows(0, None)

    def find(
        self, archive: Searched, query: str | Node, sort: Enum, cancelled: Callable[[], bool]
    ) -> Answer:
        """The statements that `query` finds."""
        return said_answer(archive, query, StatementSort(sort), self._look.collation, cancelled)

    def show_answer(self, answer: Answer | None, sort: Enum) -> None:
        """Show the statements of `answer`."""
        self.rows.grouped = sort is StatementSort.SPEAKER
        if answer is None:
            self.model.show_rows(0, None)
        else:
            self.model.show_rows(answer.total, answer.read, answer.first)
        self.view.scrollToTop()

    def counted(self, count: int) -> str:
        """So many statements."""
        return self._look.catalog.plural("{count} statement", "{count} statements", count)

    def sort_name(self, sort: Enum) -> str:
        """The order for a person."""
        catalog = self._look.catalog
        return {
            StatementSort.RELEVANCE: catalog.text("Best match first"),
            StatementSort.NEWEST: catalog.text("Newest first"),
            StatementSort.OLDEST: catalog.text("Oldest first"),
            StatementSort.SPEAKER: catalog.text("By speaker"),
        }[StatementSort(sort)]

    def retranslate(self) -> None:
        """Name the list, and draw the rows anew."""
        self.view.setAccessibleName(self._look.catalog.text("Statements"))
        self.view.viewport().update()
