"""The one window: search pane, article pane, photo pane, and what joins them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QThreadPool, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.appearance.desk import AppearanceDesk
from desktop_app.gui.archive_actions import ArchiveActions
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.at_hand.desk import AtHandDesk
from desktop_app.gui.citing_desk import CitingDesk
from desktop_app.gui.connections import connect
from desktop_app.gui.dialogs import Dialogs
from desktop_app.gui.facts_desk import FactsDesk
from desktop_app.gui.first_run.desk import FirstRunDesk
from desktop_app.gui.folder_watch import FolderWatch
from desktop_app.gui.gone.desk import GoneDesk
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
        self._make_archive_desks()
        self._make_reading_desks(settings)
        self._make_looking_desks(settings)
        self._lay_out()
        connect(self)
        look.script_changed.connect(self.write_title)
        self.at_hand = AtHandDesk(look, settings, self)
        self.state.restore()
        self.retranslate()

    def _make_archive_desks(self) -> None:
        """What opens, fills and exports archives."""
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

    def _make_reading_desks(self, settings: Settings) -> None:
        """What shows items, one or two, in tabs and views."""
        look = self._look
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

    def _make_looking_desks(self, settings: Settings) -> None:
        """What helps to read, mark, cite and print, and how the window stands."""
        look = self._look
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
        self.first_run = FirstRunDesk(
            look, self.actions_, self.desk, self.state.other_language, self
        )
        self.gone = GoneDesk(look, self.desk, self.several.open_beside, self)
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
