"""What in a window answers what: signals of panes and desks, and the actions that need no desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow

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


def connect(window: MainWindow) -> None:
    """Join the parts of `window`, all of which are there."""
    _connect_panes(window)
    _connect_desks(window)
    _connect_actions(window)
    _connect_switches(window)


def _connect_panes(window: MainWindow) -> None:
    article, search = window.article_pane, window.search_pane
    search.hit_chosen.connect(window.following.show_hit)
    search.results_shown.connect(lambda _matches: article.set_highlighter(search.highlighter()))
    search.import_wanted.connect(window.archive_actions.import_files)
    article.trail.item_wanted.connect(window.show_item)
    article.item_shown.connect(window.following.item_shown)
    article.photo_activated.connect(window.photos.enlarge)
    article.trail.forward_available.connect(window.actions_["forward"].setEnabled)
    window.photo_pane.item_wanted.connect(window.show_item)
    window.views.place_wanted.connect(window.show_place)
    window.thumbnails.loaded.connect(lambda: search.hits.viewport().update())


def _connect_desks(window: MainWindow) -> None:
    dialogs = window.dialogs
    window.work_bar.started.connect(lambda: _show_work(window, True))
    window.work_bar.idle.connect(lambda: _show_work(window, False))
    for failed in (
        window.desk.failed, window.speech_desk.failed, window.pair_desk.failed,
        window.reading_desk.failed, window.links.failed, window.tabs.failed,
        window.printing.failed, window.citing.failed, window.marks_desk.failed,
    ):  # fmt: skip
        failed.connect(dialogs.show_error)
    for desk in (window.links, window.pair_desk):
        desk.item_wanted.connect(window.show_item)
    window.links.item_wanted_apart.connect(window.tabs.open_item)
    window.pair_desk.columns_wanted.connect(window.view_desk.set_columns)
    window.desk.imported.connect(dialogs.show_report)
    window.desk.exported.connect(dialogs.show_export)
    window.desk.pairs_exported.connect(dialogs.show_pairs_export)


def _connect_actions(window: MainWindow) -> None:
    article, search = window.article_pane, window.search_pane
    window.actions_.connect(
        {
            "quit": QApplication.closeAllWindows,
            "search": lambda: _focus_search(window),
            "copy": article.copy,
            "copy_item": article.copy_all,
            "find": article.open_find,
            "next_match": article.next_match,
            "previous_match": article.previous_match,
            "zoom_in": lambda: article.scale.step_zoom(1),
            "zoom_out": lambda: article.scale.step_zoom(-1),
            "zoom_reset": lambda: article.scale.step_zoom(0),
            "back": window.view_desk.go_back,
            "forward": article.trail.go_forward,
            "next_hit": lambda: search.step(1),
            "previous_hit": lambda: search.step(-1),
            "large_photo": lambda: window.photos.enlarge(0),
        }
    )
    for name in ("back", "forward"):
        window.actions_[name].setEnabled(False)


def _connect_switches(window: MainWindow) -> None:
    """The actions that are on or off."""
    actions, search = window.actions_, window.search_pane
    actions["both_languages"].toggled.connect(search.both.setChecked)
    search.both.toggled.connect(actions["both_languages"].setChecked)
    actions["full_screen"].toggled.connect(
        lambda on: window.showFullScreen() if on else window.showNormal()
    )
    for name in ("search_pane", "photo_pane"):
        actions[name].setChecked(True)
    actions["search_pane"].toggled.connect(search.setVisible)
    actions["photo_pane"].toggled.connect(window.view_desk.want_photos)


def _focus_search(window: MainWindow) -> None:
    window.actions_["search_pane"].setChecked(True)
    window.search_pane.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    window.search_pane.box.selectAll()


def _show_work(window: MainWindow, under_way: bool) -> None:
    """Show the bar of long work; only one such work is done at a time."""
    window.statusBar().setVisible(under_way)
    for name in _ALONE:
        window.actions_[name].setEnabled(not under_way)
    window.several.set_enabled(not under_way)
