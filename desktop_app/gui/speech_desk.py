"""Joins the list of statements to the window: its action, article, views and clipboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.quoting import Quoter
from desktop_app.gui.search_pane.hit_list import ITEMS, SPEECHES
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.gui.views.stack import READING, ViewStack
from desktop_app.homes import Home
from desktop_app.speech_search.matches import SaidHit


class SpeechDesk(QObject):
    """Leads from a statement to its place in the article."""

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        actions: ActionRegistry,
        search: SearchPane,
        views: ViewStack,
        article: ArticlePane,
        show_item: Callable[[str, Home | None], object],
        window: QWidget,
    ) -> None:
        """Have `show_item` show items by their id and home."""
        super().__init__(window)
        self._actions, self._search = actions, search
        self._views, self._article, self._show_item = views, article, show_item
        self._quoter = Quoter(look, pool, self)
        self.failed = self._quoter.failed
        search.said_chosen.connect(self._show)
        search.speeches.menu.person_wanted.connect(views.show_person)
        search.speeches.menu.offers_persons = views.tells_of_persons
        search.speeches.menu.quotation_wanted.connect(self._quote)
        views.statements_wanted.connect(self._list_statements)
        search.list_shown.connect(lambda name: actions["speeches"].setChecked(name == SPEECHES))
        actions["speeches"].toggled.connect(self._list_speeches)

    @property
    def busy(self) -> bool:
        """Whether something is still to be copied."""
        return self._quoter.busy

    def _quote(self, hit: SaidHit, style: str) -> None:
        archive = self._search.archive
        if archive is not None:
            self._quoter.copy(archive.at_home(hit.home, hit.item.id), hit, style)

    def _show(self, hit: SaidHit) -> None:
        self._views.show_view(READING)
        self._show_item(hit.item.id, hit.home)
        if self._article.item is not None and self._article.item.id == hit.item.id:
            self._article.show_place(hit.statement.start, hit.statement.end)

    def _list_statements(self, query: str) -> None:
        """List what was said for `query`; the view that wants it stays in sight."""
        self._search.box.setText(query)
        self._search.show_list(SPEECHES)
        self._actions["search_pane"].setChecked(True)

    def _list_speeches(self, on: bool) -> None:
        self._search.show_list(SPEECHES if on else ITEMS)
        if on:
            self._actions["search_pane"].setChecked(True)
