"""Joins the views to the rest of the window: its actions, search, article and photos."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.photo_pane.pane import PhotoPane
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.gui.views.stack import READING, ViewStack


class ViewDesk(QObject):
    """Follows which view is shown, and leads from a place in one to the article and back."""

    def __init__(
        self,
        actions: ActionRegistry,
        views: ViewStack,
        search: SearchPane,
        article: ArticlePane,
        photos: PhotoPane,
        window: QWidget,
    ) -> None:
        """Show the article at first."""
        super().__init__(window)
        self._actions, self._views = actions, views
        self._search, self._article, self._photos = search, article, photos
        self._columns = False
        # Whether photos are wanted beside one text, and beside two columns, which need the room.
        self.photo_wishes = {False: True, True: False}
        self._group = QActionGroup(self)
        for name in views.names:
            self._group.addAction(actions[name])
            actions[name].triggered.connect(lambda _on, name=name: views.show_view(name))
        actions[READING].setChecked(True)
        views.shown.connect(self._show_view)
        views.query_wanted.connect(search.box.setText)
        views.view_wanted.connect(self._show_query_in)
        views.names_decided.connect(search.search)
        views.return_available.connect(lambda _can: self._offer_back())
        article.trail.back_available.connect(lambda _can: self._offer_back())
        search.results_shown.connect(lambda _matches: views.set_query(search.query, search.off))

    def show_place(
        self, show_item: Callable[[str], object], item_id: str, start: int, end: int
    ) -> None:
        """Have `show_item` show an item, at code points `start` to before `end` of its text."""
        self._views.follow()
        show_item(item_id)
        self._article.show_place(start, end)

    def go_back(self) -> None:
        """Back to the view a place was followed from, or to the item read before."""
        if not self._views.go_back():
            self._article.trail.go_back()

    def want_photos(self, on: bool) -> None:
        """Have the photo pane, or not, beside the article as it is set now."""
        self.photo_wishes[self._columns] = on
        self.show_photos()

    def set_columns(self, on: bool) -> None:
        """The article is in two columns, or in one again: show the photo pane as wanted then."""
        self._columns = on
        self._actions["photo_pane"].setChecked(self.photo_wishes[on])
        self.show_photos()

    def show_photos(self) -> None:
        """Show the photo pane where it is wanted: beside the article, not beside a view."""
        wanted = self._actions["photo_pane"].isChecked()
        self._photos.setVisible(wanted and self._views.name == READING)

    def _show_query_in(self, view: str, query: str) -> None:
        """Search for `query` and show it in a view, from which one can go back."""
        self._search.box.setText(query)
        self._views.set_query(self._search.query, self._search.off)
        self._views.lead_to(view)

    def _show_view(self, name: str) -> None:
        self._actions[name].setChecked(True)
        self.show_photos()

    def _offer_back(self) -> None:
        can = self._views.can_return or self._article.trail.can_go_back
        self._actions["back"].setEnabled(can)
