"""The one window: search pane, article pane, photo pane, and what joins them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QThreadPool, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.appearance.desk import AppearanceDesk
from desktop_app.gui.archive_actions import ArchiveActions
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.at_hand.desk import AtHandDesk
from desktop_app.gui.citing_desk import CitingDesk
from desktop_app.gui.dialogs import Dialogs
from desktop_app.gui.facts_desk import FactsDesk
from desktop_app.gui.folder_watch import FolderWatch
from desktop_app.gui.home_desk import HomeDesk
from desktop_app.gui.import_desk import ImportDesk
from desktop_app.gui.language_switch import LookMenus
from desktop_app.gui.links.link_desk import LinkDesk
from desktop_app.gui.look import Look
from desktop_app.gui.marks.desk import MarksDesk
from desktop_app.gui.pairs.desk import PairDesk
from desktop_app.gui.photo_desk import PhotoDesk
from desktop_app.gui.photo_pane.cached_thumbnails import CachedThumbnails
from desktop_app.gui.photo_pane.pane import PhotoPane
from desktop_app.gui.photo_pane.thumbnails import ThumbnailLoader
from desktop_app.gui.printing.desk import PrintDesk
from desktop_app.gui.reading_desk import ReadingDesk
from desktop_app.gui.reading_room.desk import RoomDesk
from desktop_app.gui.recent_menu import RecentMenu
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.gui.settings import Settings
from desktop_app.gui.several.desk import SeveralDesk
from desktop_app.gui.several.following import Following
from desktop_app.gui.sheet_desk import SheetDesk
from desktop_app.gui.speech_desk import SpeechDesk
from desktop_app.gui.tabs.desk import TabDesk
from desktop_app.gui.tabs.saved import SavedTabs
from desktop_app.gui.toolbar import WindowToolbar
from desktop_app.gui.view_desk import ViewDesk
from desktop_app.gui.views.registry import VIEWS
from desktop_app.gui.views.stack import ViewStack
from desktop_app.gui.window_state import WindowState
from desktop_app.gui.work_bar import WorkBar
from desktop_app.homes import Home
from desktop_app.marks.marks import Marks
from desktop_app.pictures.thumbnail_cache import thumbnail_cache

# What is not done while there is other long work.
_ALONE = (
    "open",
    "open_beside",
    "open_sample",
    "import_files",
    "import_folder",
    "import_table",
    "export",
)


class MainWindow(QMainWindow):
    """Shows one archive at a time."""

    def __init__(
        self,
        look: Look,
        settings: Settings,
        marks: Marks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build all panes; `open_folder` or `open_sample` fills them.

        Without `marks` the reader's own are forgotten when the window closes.
        """
        super().__init__(parent)
        self._look = look
        self.marks = marks if marks is not None else Marks.in_memory()
        self.pool = QThreadPool(self)
        self.setObjectName("mainWindow")
        cached = CachedThumbnails(thumbnail_cache())
        self.thumbnails = ThumbnailLoader(self.pool, self, cached.read)
        self.actions_ = ActionRegistry(look, self)
        self.search_pane = SearchPane(look, self.pool, self.thumbnails, self)
        self.article_pane = ArticlePane(look, self)
        self.views = ViewStack(look, self.pool, self.article_pane, VIEWS, self)
        self.photo_pane = PhotoPane(look, self.pool, self.thumbnails, self)
        self.photos = PhotoDesk(self.photo_pane, self.search_pane, self)
        self._make_desks(settings)
        self._lay_out()
        self._connect()
        self.at_hand = AtHandDesk(look, settings, self)
        self.state.restore()
        self.retranslate()

    def _make_desks(self, settings: Settings) -> None:
        """Join each concern to the panes."""
        look = self._look
        # Of its own: what opens slowly, or imports for an hour, keeps no search waiting.
        self.long_pool = QThreadPool(self)
        self.work_bar = WorkBar(look, self.long_pool, self)
        self.desk = ArchiveDesk(look, self.pool, self.work_bar, self)
        self.dialogs = Dialogs(look, self.actions_, self)
        self.import_desk = ImportDesk(look, self.pool, self.desk, self.dialogs, self.work_bar, self)
        self.links = LinkDesk(look, self.desk, self.article_pane, self)
        self.folder_watch = FolderWatch(self.pool, self.desk.import_arrived, self)
        self.archive_actions = ArchiveActions(
            self.actions_, self.desk, self.import_desk, self.folder_watch, self.dialogs,
            lambda: self.search_pane.matches, self,
        )  # fmt: skip
        self.view_desk = ViewDesk(
            self.actions_, self.views, self.search_pane, self.article_pane, self.photo_pane, self
        )
        self.speech_desk = SpeechDesk(
            look, self.pool, self.actions_, self.search_pane, self.views, self.article_pane,
            self.show_item, self,
        )  # fmt: skip
        self.pair_desk = PairDesk(
            look, self.pool, self.actions_, self.desk, self.article_pane, self.photos, self
        )
        self.tabs = TabDesk(
            look, self.actions_, SavedTabs(settings.path.with_name("tabs.json")),
            self.search_pane, self.views, self.article_pane, self.show_place, self,
        )  # fmt: skip
        self.room = RoomDesk(
            look, self.pool, self.actions_, self.desk, self.search_pane, self.article_pane,
            self.marks, self,
        )  # fmt: skip
        self.facts = FactsDesk(self.actions_, self.desk, self.article_pane, self.dialogs, self)
        self.reading_desk = ReadingDesk(look, self.pool, self.actions_, self.article_pane, self)
        self.marks_desk = MarksDesk(
            look,
            self.pool,
            self.actions_,
            self.desk,
            self.search_pane,
            self.article_pane,
            self.marks,
            self,
        )
        self.sheet_desk = SheetDesk(self.views, self.article_pane, self)
        self.appearance = AppearanceDesk(look, settings, self.actions_, self.article_pane, self)
        self.citing = CitingDesk(look, self.pool, self.desk, self.article_pane, self)
        self.printing = PrintDesk(
            look, settings, self.pool, self.actions_, self.desk, self.article_pane,
            lambda: self.search_pane.matches, self,
        )  # fmt: skip
        self.state = WindowState(self, look, settings)
        self.following = Following(self)
        self.several = SeveralDesk(
            look, self.actions_, self.desk, self.work_bar, self.dialogs,
            lambda: self.state.recent, self,
        )  # fmt: skip
        self.home = HomeDesk(self.actions_, self.desk, self.views, self.article_pane, self)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("panes")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in (self.search_pane, self.views, self.photo_pane):
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)  # the middle takes what the others leave
        self.setCentralWidget(self.splitter)
        self.actions_.fill(self.menuBar())
        self.several.fill_menu()
        self.tabs.fill_menu(self.actions_.menus["window"])
        self.look_menus = LookMenus(self._look, self)
        self.look_menus.join(self.actions_.menus["view"])
        self.actions_.menus["view"].insertMenu(self.actions_["pinyin"], self.reading_desk.scripts)
        self.actions_.menus["edit"].insertMenu(self.actions_["copy_pair"], self.citing.menu)
        self.several.put_bar_into(self.search_pane)
        self.toolbar = WindowToolbar(
            self._look, self.actions_, self.views.names, self.state.other_language, self
        )
        self.addToolBar(self.toolbar)
        self.language_switch = self.toolbar.language_switch
        self.statusBar().addPermanentWidget(self.work_bar, 1)
        self.statusBar().setObjectName("statusBar")
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().hide()  # there while there is work to tell of
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self._connect_panes()
        self._connect_actions()
        self.work_bar.started.connect(lambda: self._show_work(True))
        self.work_bar.idle.connect(lambda: self._show_work(False))
        desks = (self.desk, self.speech_desk, self.pair_desk, self.reading_desk, self.links)
        for desk in (*desks, self.tabs, self.printing, self.citing):
            desk.failed.connect(self.dialogs.show_error)
        self.marks_desk.failed.connect(self.dialogs.show_error)
        self._look.script_changed.connect(self.write_title)
        self.desk.imported.connect(self.dialogs.show_report)
        self.desk.exported.connect(self.dialogs.show_export)
        self.desk.pairs_exported.connect(self.dialogs.show_pairs_export)
        self.thumbnails.loaded.connect(lambda: self.search_pane.hits.viewport().update())

    def _connect_panes(self) -> None:
        article = self.article_pane
        self.search_pane.hit_chosen.connect(self.following.show_hit)
        self.search_pane.results_shown.connect(
            lambda _matches: article.set_highlighter(self.search_pane.highlighter())
        )
        self.search_pane.import_wanted.connect(self.archive_actions.import_files)
        article.trail.item_wanted.connect(self.show_item)
        article.item_shown.connect(self.following.item_shown)
        article.photo_activated.connect(self.photos.enlarge)
        for desk in (self.links, self.pair_desk):
            desk.item_wanted.connect(self.show_item)
        self.links.item_wanted_apart.connect(self.tabs.open_item)
        article.trail.forward_available.connect(self.actions_["forward"].setEnabled)
        self.photo_pane.item_wanted.connect(self.show_item)
        self.views.place_wanted.connect(self.show_place)
        for name in ("back", "forward"):
            self.actions_[name].setEnabled(False)

    def _connect_actions(self) -> None:
        article, search = self.article_pane, self.search_pane
        self.actions_.connect(
            {
                "quit": QApplication.closeAllWindows,
                "search": self._focus_search,
                "copy": article.copy,
                "copy_item": article.copy_all,
                "find": article.open_find,
                "next_match": article.next_match,
                "previous_match": article.previous_match,
                "zoom_in": lambda: article.scale.step_zoom(1),
                "zoom_out": lambda: article.scale.step_zoom(-1),
                "zoom_reset": lambda: article.scale.step_zoom(0),
                "back": self.view_desk.go_back,
                "forward": article.trail.go_forward,
                "next_hit": lambda: search.step(1),
                "previous_hit": lambda: search.step(-1),
                "large_photo": lambda: self.photos.enlarge(0),
            }
        )
        self.actions_["both_languages"].toggled.connect(search.both.setChecked)
        search.both.toggled.connect(self.actions_["both_languages"].setChecked)
        self.actions_["full_screen"].toggled.connect(self._full_screen)
        for name in ("search_pane", "photo_pane"):
            self.actions_[name].setChecked(True)
        self.actions_["search_pane"].toggled.connect(search.setVisible)
        self.actions_["photo_pane"].toggled.connect(self.view_desk.want_photos)
        self.pair_desk.columns_wanted.connect(self.view_desk.set_columns)

    # -- archives

    def open_folder(self, folder: Path) -> None:
        """Open the archive in `folder`."""
        self.desk.open(folder)

    def open_sample(self) -> None:
        """Open the sample archive, made first where it is not there yet."""
        self.desk.open_sample()

    def import_paths(self, sources: list[Path], ask_columns: bool = False) -> None:
        """Import `sources`; a lone archive among them is opened instead (`ImportDesk`)."""
        self.archive_actions.take(sources, ask_columns)

    # -- items

    def show_item(self, item_id: str, home: Home | None = None) -> None:
        """Show the item with this id, with the matches of the present query.

        Of several archives: of the one that `home` tells, or where it is found first.
        """
        self.following.show_item(item_id, home)

    def show_place(self, item_id: str, start: int, end: int) -> None:
        """Show the item with this id at its text from code point `start` to before `end`."""
        self.view_desk.show_place(self.show_item, item_id, start, end)

    def _focus_search(self) -> None:
        self.actions_["search_pane"].setChecked(True)
        self.search_pane.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_pane.box.selectAll()

    # -- the window itself

    @property
    def recent_menu(self) -> RecentMenu:
        """The menu of archives opened lately."""
        return self.several.recent_menu

    @property
    def busy(self) -> bool:
        """Whether anything is still being opened, searched, read or drawn."""
        panes = (self.search_pane, self.article_pane, self.views, self.photo_pane, self.thumbnails)
        desks = (
            self.work_bar,
            self.desk,
            self.several,
            self.import_desk,
            self.speech_desk,
            self.pair_desk,
            self.reading_desk,
            self.printing,
            self.citing,
        )
        return any(part.busy for part in (*desks, *panes))

    def _show_work(self, under_way: bool) -> None:
        """Show the bar of long work; only one such work is done at a time."""
        self.statusBar().setVisible(under_way)
        for name in _ALONE:
            self.actions_[name].setEnabled(not under_way)
        self.several.set_enabled(not under_way)

    def _full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def write_title(self) -> None:
        """Name the item and its archive."""
        item, archive = self.article_pane.item, self.desk.archive
        parts = [
            self._look.shown(item.title) if item else "",
            archive.manifest.name if archive else "",
            "Beilin 碑林",
        ]
        self.setWindowTitle(" — ".join(dict.fromkeys(part for part in parts if part)))

    def retranslate(self) -> None:
        """Write menus, toolbar and title anew."""
        self.actions_.retranslate()
        self.look_menus.retranslate()
        catalog = self._look.catalog
        self.splitter.setAccessibleName(catalog.text("Panes"))
        self.write_title()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls() and not self.work_bar.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped, or open it; archives beside those open with Ctrl."""
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in urls]
        beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        # Later, or a question asked now would hold up the program it was dragged from.
        QTimer.singleShot(0, self, lambda: self._take(paths, beside))

    def _take(self, paths: list[Path], beside: bool) -> None:
        if not self.several.take(paths, beside):
            self.import_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window stands; let work end before it is gone."""
        self.state.save()
        self.work_bar.cancel()
        panes = (self.search_pane, self.article_pane, self.views)
        desks = (self.folder_watch, self.pair_desk, self.printing, self.room, self.marks_desk)
        for part in (*desks, *panes):
            part.stop()
        self.long_pool.waitForDone()
        self.pool.waitForDone()
        self.desk.close()
        super().closeEvent(event)
