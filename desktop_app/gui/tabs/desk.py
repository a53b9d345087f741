"""Joins tabs to the window: opening, closing, going from one to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.archive import Archive
from desktop_app.errors import BeilinError
from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.article_pane.finding import Found
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.gui.tabs.hit_menu import HitMenu
from desktop_app.gui.tabs.opener import RowOpener
from desktop_app.gui.tabs.row import TabRow
from desktop_app.gui.tabs.saved import SavedTabs
from desktop_app.gui.tabs.strip import TabStrip
from desktop_app.gui.tabs.tab import Tab
from desktop_app.gui.tabs.where import Where
from desktop_app.gui.views.stack import READING, ViewStack
from desktop_app.speech_search.matches import SaidHit

_PARALLEL = ("parallel", "interleaved")


class TabDesk(QObject):
    """Shows one tab's item at a time in the one article pane.

    A tab that is not shown is a `Tab` of `row`: its history, place, find and parallel state.
    """

    window_wanted = Signal(str, int, int)  # an item (id, or "") in a window of its own, a passage
    row_changed = Signal()  # tabs, or what one shows
    failed = Signal(object)  # the exception

    def __init__(
        self,
        look: Look,
        actions: ActionRegistry,
        saved: SavedTabs,
        search: SearchPane,
        views: ViewStack,
        article: ArticlePane,
        show_place: Callable[[str, int, int], object],
        window: QWidget,
    ) -> None:
        """Have `show_place` show an item by its id, at a passage unless that is empty."""
        super().__init__(window)
        self._look, self._actions, self._saved, self._search = look, actions, saved, search
        self._views, self._article, self._show_place = views, article, show_place
        self._window = window
        self._going = False  # from one tab to another
        self.alone = True  # whether there is no other window
        self.restores = True  # whether tabs of an archive come back when it is opened
        self.row = TabRow()
        self.strip = TabStrip(look, article)
        self.bar = self.strip.bar
        article.put_above(self.strip)
        self._openers = [
            RowOpener(listed.view, listed.model.row) for listed in (search.items, search.speeches)
        ]
        self.hit_menu = HitMenu(look, search.items.view, self._openers[0])
        self._connect()
        self._show_row()

    def _connect(self) -> None:
        for opener in self._openers:
            opener.wanted.connect(self.open)
        self._search.speeches.menu.apart_wanted.connect(self._open_said)
        for part in (self.bar, self.strip.menu):
            part.wanted.connect(self.go)
        self.bar.close_wanted.connect(self.close)
        self.bar.menu_wanted.connect(self._open_menu)
        self.bar.tabMoved.connect(self._move)
        self._article.item_shown.connect(self._note)
        self._actions.connect(
            {
                "new_tab": self.new,
                "close_tab": lambda: self.close(self.row.now),
                "reopen_tab": self.reopen,
                "next_tab": lambda: self.go(self.row.beside(1)),
                "previous_tab": lambda: self.go(self.row.beside(-1)),
                "new_window": self._open_window,
            }
        )

    # -- opening and closing

    def open(self, item_id: str, start: int, end: int, where: Where) -> None:
        """Open an item, at code points `start` to before `end` of its text unless both are 0."""
        if where is Where.WINDOW:
            self.window_wanted.emit(item_id, start, end)
            return
        title = self._title(item_id)
        if title is None:
            return
        number = self.row.add(replace(self._alike, item=item_id, title=title, start=start, end=end))
        if where is Where.TAB:
            self.go(number)
        self._show_row()

    def open_item(self, item_id: str, where: Where) -> None:
        """Open an item from its top."""
        self.open(item_id, 0, 0, where)

    def _open_said(self, hit: SaidHit, where: Where) -> None:
        self.open(hit.item.id, hit.statement.start, hit.statement.end, where)

    def new(self) -> None:
        """Show an empty tab, ready for a search."""
        self.go(self.row.add(self._alike))
        self._actions["search"].trigger()

    def close(self, number: int) -> None:
        """Close a tab; the only one of a window closes it, unless that is the only window."""
        if len(self.row.tabs) == 1 and not self.alone:
            self._window.close()
            return
        self._keep()
        shown = self.row.shown
        self.row.close(number)
        if self.row.shown is not shown:
            self._show_shown()
        self._show_row()

    def close_others(self, number: int) -> None:
        """Close all tabs but one."""
        self._keep()
        for other in reversed(range(len(self.row.tabs))):
            if other != number:
                self.row.close(other)
        self._show_shown()
        self._show_row()

    def reopen(self) -> None:
        """Show the tab closed last again."""
        number = self.row.reopen()
        if number is not None:
            self.go(number)

    def go(self, number: int) -> None:
        """Show a tab, as it was left."""
        if number != self.row.now:
            self._keep()
            self.row.now = number
            self._show_shown()
        self._show_row()

    def _title(self, item_id: str) -> str | None:
        archive = self._search.archive
        if archive is None:
            return None
        try:
            return archive.item(item_id).title
        except BeilinError as error:
            self.failed.emit(error)
            return None

    def _open_window(self) -> None:
        item = self._article.item
        self.window_wanted.emit(item.id if item else "", 0, 0)

    # -- keeping and showing

    def _keep(self) -> None:
        """Keep the tab that is shown as it is now."""
        item, track = self._article.item, self._article.trail.track
        title, item_id = (item.title, item.id) if item else ("", "")
        found = self._article.found
        self.row.keep(replace(self._alike, item=item_id, title=title, track=track, found=found))

    @property
    def _alike(self) -> Tab:
        """A tab of no item yet that is shown as the present one is."""
        parallel, interleaved = (self._actions[name].isChecked() for name in _PARALLEL)
        return Tab(parallel=parallel, interleaved=interleaved)

    def _show_shown(self) -> None:
        """Set what the row says is shown."""
        tab = self.row.shown
        with self._on_the_way():
            self._views.show_view(READING)
            self._article.change_track(tab.track)
            if tab.item:
                self._show_place(tab.item, tab.start, tab.end)
            if self._article.item is None:
                self._article.clear()
            else:
                self._take_found(tab)
            for name in _PARALLEL:
                self._actions[name].setChecked(getattr(tab, name))

    def _take_found(self, tab: Tab) -> None:
        if tab.track.visits:  # it was shown before
            self._article.take_found(tab.found)
        elif tab.end <= tab.start:
            self._article.take_found(Found())

    @contextmanager
    def _on_the_way(self) -> Iterator[None]:
        self._going = True
        try:
            yield
        finally:
            self._going = False

    def _note(self) -> None:
        """Another item is shown in the tab: the bar tells its title."""
        if not self._going:
            self._keep()
            self._show_row()

    def _show_row(self) -> None:
        self.strip.show_tabs([tab.title for tab in self.row.tabs], self.row.now)
        several = len(self.row.tabs) > 1
        for name in ("next_tab", "previous_tab"):
            self._actions[name].setEnabled(several)
        self._actions["reopen_tab"].setEnabled(self.row.can_reopen)
        self.row_changed.emit()

    def _move(self, old: int, new: int) -> None:
        self.row.move(old, new)
        self._show_row()

    # -- from one archive, or one start of the program, to the next

    def fill_menu(self, menu: QMenu) -> None:
        """Have the list of all tabs at the end of `menu`."""
        menu.addMenu(self.strip.menu)

    def save(self) -> None:
        """Keep the tabs of the archive for the next time."""
        self.saving()()

    def saving(self) -> Callable[[], None]:
        """What keeps the tabs as they are now, on any thread."""
        archive = self._search.archive
        if archive is None:
            return lambda: None
        self._keep()
        return partial(self._saved.write, archive.id, tuple(self.row.tabs), self.row.now)

    def restore(self, archive: Archive) -> bool:
        """Have the tabs kept of `archive`, or an empty one; says whether an item is shown."""
        tabs, now = self._saved.read(archive.manifest.id) if self.restores else ([], 0)
        there = [_is_there(archive, tab) for tab in tabs]
        now -= sum(1 for is_there in there[:now] if not is_there)
        self.row.set_all((tab for tab, here in zip(tabs, there, strict=True) if here), now)
        if self.row.shown.item:
            self._show_shown()
        self._show_row()
        return bool(self.row.shown.item)

    def _open_menu(self, number: int, place: QPoint) -> None:
        text, menu = self._look.catalog.text, QMenu(self.bar)
        menu.setObjectName("tabMenu")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(text("Close the tab"), lambda: self.close(number))
        others = menu.addAction(text("Close the other tabs"), lambda: self.close_others(number))
        others.setEnabled(len(self.row.tabs) > 1)
        menu.addSeparator()
        menu.addAction(self._actions["reopen_tab"])
        menu.addAction(
            text("Open in a new window"),
            lambda: self.window_wanted.emit(self.row.tabs[number].item, 0, 0),
        )
        menu.popup(place)


def _is_there(archive: Archive, tab: Tab) -> bool:
    """Whether a tab is empty, or its item is in the archive still."""
    return not tab.item or bool(archive.kept_title(tab.item))
