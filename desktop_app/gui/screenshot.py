"""Renders the real window into a picture, without a display."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from desktop_app.archive import open_archive
from desktop_app.errors import ArchiveError
from desktop_app.gui.application import make_application, make_look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.search_pane.hit_list import SPEECHES
from desktop_app.gui.settings import Settings
from desktop_app.gui.views.registry import VIEWS
from desktop_app.gui.views.stack import READING
from desktop_app.messages import message

_SETTLE_MS = 60  # a moment without work counts as finished
_LONGEST = 600.0  # seconds for everything, the catching up of an index included


@dataclass(frozen=True, slots=True)
class Shot:
    """What to show: `width` and `height` in pixels, `language` a key of `languages()`.

    `view` is one of the names of `ViewStack`, or `SPEECHES`, the list of statements. The item
    is shown beside its counterpart where `parallel`, paragraph by paragraph where `interleaved`.
    """

    query: str = ""
    item: str = ""
    view: str = READING
    language: str = "en"
    theme: str = "light"
    width: int = 1280
    height: int = 800
    parallel: bool = False
    interleaved: bool = False


def screenshot(folder: Path, out: Path, shot: Shot) -> None:
    """Write the window on the archive in `folder` to the PNG file `out`.

    Raises `ArchiveError` where the archive, the item, its counterpart, the view or `out` is no
    good.
    """
    _check(folder, shot)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # also where a stale display is named
    application = make_application()
    look = make_look(application, shot.language, shot.theme)
    with tempfile.TemporaryDirectory() as scratch:
        window = MainWindow(look, Settings(Path(scratch) / "settings.toml"))
        try:
            window.resize(shot.width, shot.height)
            window.show()
            _stage(window, folder, shot)
            _save(window, out)
        finally:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, 0)


def _check(folder: Path, shot: Shot) -> None:
    """Find what cannot be shown before a window stands."""
    views = (READING, SPEECHES, *VIEWS)
    if shot.view not in views:
        known = ", ".join(views)
        words = message(
            "there is no view “{view}”; choose one of: {known}", view=shot.view, known=known
        )
        raise ArchiveError(words)
    with open_archive(folder) as archive:
        if shot.item:
            archive.item(shot.item)


def _stage(window: MainWindow, folder: Path, shot: Shot) -> None:
    """Open the archive, search, and choose the item: as a person would."""
    window.open_folder(folder)
    _wait(window)
    if shot.view == SPEECHES:
        window.search_pane.show_list(SPEECHES)
    if shot.query:
        window.search_pane.box.setText(shot.query)
        _wait(window)
    if shot.item:
        window.show_item(shot.item)
    elif shot.query or shot.view == SPEECHES:
        window.search_pane.hits.choose_row(0)
    _wait(window)
    if shot.parallel or shot.interleaved:
        _pair(window, folder, shot.interleaved)
    if shot.view in VIEWS:
        window.views.show_view(shot.view)
        _wait(window)


def _pair(window: MainWindow, folder: Path, interleaved: bool) -> None:
    """Show the counterpart of the item shown, too."""
    if window.pair_desk.pair is None:
        item = window.article_pane.item
        words = message(
            "{path} knows no counterpart of “{id}”; leave out --parallel and --interleaved",
            path=folder,
            id=item.id if item else "",
        )
        raise ArchiveError(words)
    window.actions_["interleaved"].setChecked(interleaved)
    window.actions_["parallel"].setChecked(True)
    _wait(window)


def _wait(window: MainWindow) -> None:
    """Let the window work until it has been idle for a moment."""
    end = time.monotonic() + _LONGEST
    idle_since = time.monotonic()
    while time.monotonic() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(20))
        if window.busy:
            idle_since = time.monotonic()
        elif (time.monotonic() - idle_since) * 1000 > _SETTLE_MS:
            return
        time.sleep(0.002)


def _save(window: MainWindow, out: Path) -> None:
    if not window.grab().save(str(out), "PNG"):
        raise ArchiveError(
            message("{path} cannot be written; name a file in a folder you may write to", path=out)
        )
