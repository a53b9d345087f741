"""What the search pane can list for a query: the items found, or the statements in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, Protocol

from desktop_app.gui.search_pane.answer import Answer
from desktop_app.gui.search_pane.paged_model import PagedModel
from desktop_app.gui.search_pane.row_view import RowView
from desktop_app.search.nodes import Node
from desktop_app.together import Searched

ITEMS, SPEECHES = "items", "speeches"


class HitList(Protocol):
    """One kind of list: its rows, how they are found, and the words about them."""

    @property
    def name(self) -> str:
        """`ITEMS` or `SPEECHES`."""

    @property
    def model(self) -> PagedModel[Any]:
        """The rows."""

    @property
    def view(self) -> RowView:
        """The rows for a person."""

    @property
    def sorts(self) -> Sequence[Enum]:
        """The orders there are."""

    def set_archive(self, archive: Searched | None) -> None:
        """Show nothing yet of `archive`."""

    def find(
        self, archive: Searched, query: str | Node, sort: Enum, cancelled: Callable[[], bool]
    ) -> Answer:
        """Search; called on the pool's threads. Raises `Cancelled`."""

    def show_answer(self, answer: Answer | None, sort: Enum) -> None:
        """Show the rows of `answer`, which stand in the order `sort`."""

    def counted(self, count: int) -> str:
        """So many rows, for a person."""

    def sort_name(self, sort: Enum) -> str:
        """The order for a person."""

    def retranslate(self) -> None:
        """Write all words anew."""
