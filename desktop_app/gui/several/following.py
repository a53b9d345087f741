"""Has every pane of a window follow which archives are open, and shows items of any of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.archive import Archive
from desktop_app.errors import BeilinError
from desktop_app.gui.views.stack import READING
from desktop_app.homes import Home
from desktop_app.items import Item, Origin
from desktop_app.search.hits import Hit

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow


class Following(QObject):
    """Shows one archive with an empty box, or searches what has come beside it."""

    def __init__(self, window: MainWindow) -> None:
        """Follow the archives of `window`."""
        super().__init__(window)
        self._window = window
        window.desk.opened.connect(self._show)
        window.desk.joined.connect(self._follow)

    def _show(self, archive: Archive) -> None:
        """Show an archive, or the one shown with what was imported into it."""
        window = self._window
        window.setAcceptDrops(True)
        window.state.remember_archive(archive)
        new = window.search_pane.archive is not window.desk.searched
        if not new or window.desk.archives.reads:
            self._follow()
            return
        window.tabs.save()  # of what was searched before
        window.search_pane.forget()
        self._follow()
        if not window.tabs.restore(archive) and archive.manifest.front:
            window.show_item(archive.manifest.front)

    def show_item(self, item_id: str, home: Home | None) -> None:
        """Show the item with this id, of the archive `home`, or where it is found first."""
        archives = self._window.desk.archives
        try:
            archive = (archives.at(home.folder) if home else None) or archives.with_item(item_id)
            if archive is not None:
                self._show_item(archive, archive.item(item_id), archive.copies(item_id))
        except BeilinError as error:
            self._window.dialogs.show_error(error)

    def show_hit(self, hit: Hit) -> None:
        """Show the item of a hit, in the article's view."""
        archives = self._window.desk.archives
        archive = archives.at(hit.home.folder) if hit.home else archives.chosen_or_on
        if archive is not None:
            self._window.views.show_view(READING)
            self._show_item(archive, hit.item, hit.copies)

    def _show_item(self, archive: Archive, item: Item, copies: Sequence[Origin]) -> None:
        window, highlighter = self._window, self._window.search_pane.highlighter()
        window.desk.archives.read(archive)
        window.views.set_own(archive)
        window.article_pane.show_item(item, highlighter, archive.photos.path, copies)
        window.photos.show_item(window.article_pane.photo_item or item, archive)

    def item_shown(self) -> None:
        """Another item is shown in the article pane, or none."""
        if self._window.article_pane.item is None:
            self._window.photos.clear()
        self._window.write_title()

    def _follow(self) -> None:
        """Search what is open now, for what stands in the box."""
        window, desk = self._window, self._window.desk
        searched = desk.searched
        if searched is None:
            return
        if not desk.archives.reads:
            window.article_pane.clear()
            window.photos.clear()
        window.photos.search_in(searched)
        window.views.set_archive(searched, desk.archive)
        if window.search_pane.archive is searched:
            window.search_pane.search()
        else:
            window.search_pane.change_archive(searched)
        window.write_title()
