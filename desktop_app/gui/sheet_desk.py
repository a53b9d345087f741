"""Joins the view of photos to the window: it follows the item being read."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.views.stack import ViewStack

PHOTOS = "photos"


class SheetDesk(QObject):
    """Tells the view which item is read, when it comes into sight and when that changes."""

    def __init__(self, views: ViewStack, article: ArticlePane, window: QWidget) -> None:
        """Follow `article` for the view of photos among `views`."""
        super().__init__(window)
        self._views, self._article = views, article
        views.shown.connect(self._follow)

    def _follow(self, name: str) -> None:
        if name != PHOTOS:
            return
        set_item = getattr(self._views.currentWidget(), "set_item", None)
        if set_item is not None:
            item = self._article.item
            set_item(item.id if item is not None else "")
