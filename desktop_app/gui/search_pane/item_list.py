"""The list of items found."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from desktop_app.archive import Archive
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.answer import Answer, items_answer
from desktop_app.gui.search_pane.hit_list import ITEMS
from desktop_app.gui.search_pane.hit_rows import HitRows
from desktop_app.gui.search_pane.paged_model import PagedModel
from desktop_app.gui.search_pane.row_pen import Thumbnails
from desktop_app.gui.search_pane.row_view import RowView
from desktop_app.search.engine import Sort
from desktop_app.search.hits import Hit
from desktop_app.search.nodes import Node
from desktop_app.together import Searched


class ItemList:
    """Implements `HitList`."""

    name = ITEMS
    sorts = tuple(Sort)

    def __init__(
        self, look: Look, pool: QThreadPool, thumbnails: Thumbnails, parent: QWidget
    ) -> None:
        """Read rows on `pool`."""
        self._look = look
        self.rows = HitRows(look, thumbnails)
        self.model: PagedModel[Hit] = PagedModel(self.rows, pool, parent)
        self.view = RowView(look, self.model, self.rows, parent)
        self.view.setObjectName("hitList")

    def set_archive(self, archive: Searched | None) -> None:
        """Show nothing yet of `archive`."""
        self.rows.photos = archive.photos.folder if isinstance(archive, Archive) else None
        self.model.show_rows(0, None)

    def find(
        self, archive: Searched, query: str | Node, sort: Enum, cancelled: Callable[[], bool]
    ) -> Answer:
        """The items that `query` finds."""
        return items_answer(archive, query, Sort(sort), cancelled)

    def show_answer(self, answer: Answer | None, sort: Enum) -> None:
        """Show the items of `answer`."""
        if answer is None:
            self.model.show_rows(0, None)
        else:
            self.model.show_rows(answer.total, answer.read, answer.first)
        self.view.scrollToTop()

    def counted(self, count: int) -> str:
        """So many items."""
        return self._look.catalog.plural("{count} item", "{count} items", count)

    def sort_name(self, sort: Enum) -> str:
        """The order for a person."""
        catalog = self._look.catalog
        return {
            Sort.RELEVANCE: catalog.text("Best match first"),
            Sort.NEWEST: catalog.text("Newest first"),
            Sort.OLDEST: catalog.text("Oldest first"),
        }[Sort(sort)]

    def retranslate(self) -> None:
        """Name the list, and draw the rows anew."""
        self.view.setAccessibleName(self._look.catalog.text("Hits"))
        self.view.viewport().update()
