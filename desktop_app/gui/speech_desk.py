"""Joins the list of statements to the rest of the window: its action, the article, the views."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.search_pane.hit_list import ITEMS, SPEECHES
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.gui.views.stack import READING, ViewStack
from desktop_app.speech_search.matches import SaidHit


class SpeechDesk(QObject):
    """Leads from a statement to its place in the article."""

    def __init__(
        self,
        actions: ActionRegistry,
        search: SearchPane,
        views: ViewStack,
        article: ArticlePane,
        show_item: Callable[[str], object],
        window: QWidget,
    ) -> None:
        """Have `show_item` show items by their id."""
        super().__init__(window)
        self._actions, self._search = actions, search
        self._views, self._article, self._show_item = views, article, show_item
        search.said_chosen.connect(self._show)
        search.speeches.menu.person_wanted.connect(views.show_person)
        search.list_shown.connect(lambda name: actions["speeches"].setChecked(name == SPEECHES))
        actions["speeches"].toggled.connect(self._list_speeches)

    def _show(self, hit: SaidHit) -> None:
        self._views.show_view(READING)
        self._show_item(hit.item.id)
        self._article.show_place(hit.statement.start, hit.statement.end)

    def _list_speeches(self, on: bool) -> None:
        self._search.show_list(SPEECHES if on else ITEMS)
        if on:
            self._actions["search_pane"].setChecked(True)
