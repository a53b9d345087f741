"""Has every pane of a window follow which archives are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.archive import Archive

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
