"""Joins the home page to the window: the view an archive opens with where no item is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.views.stack import READING, ViewStack

HOME = "home"


class HomeDesk(QObject):
    """Shows the page when an archive has opened, after the window has shown what it keeps."""

    def __init__(
        self,
        actions: ActionRegistry,
        desk: ArchiveDesk,
        views: ViewStack,
        article: ArticlePane,
        window: QWidget,
    ) -> None:
        """Follow `desk`; connected last, it sees whether an item is shown by then."""
        super().__init__(window)
        self._actions, self._views, self._article = actions, views, article
        self._item = ""  # the one in the article pane
        desk.opened.connect(self._show)
        article.item_shown.connect(self._follow)
        views.query_wanted.connect(self._show_hits)

    def _show(self, _archive: object) -> None:
        if self._article.item is None and self._views.name == READING:
            self._views.show_view(HOME)

    def _follow(self) -> None:
        """Another item is shown: to be read, so that it is what comes into sight."""
        item = self._article.item
        before, self._item = self._item, item.id if item else ""
        if self._item not in ("", before) and self._views.name == HOME:
            self._views.show_view(READING)

    def _show_hits(self, _query: str) -> None:
        """What the page leads to is found in the search pane, which may be hidden."""
        if self._views.name == HOME:
            self._actions["search_pane"].setChecked(True)
