"""What the window remembers: its place, panes, texts, language, theme, archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.archive import Archive
from desktop_app.gui.look import Look
from desktop_app.gui.settings import Settings
from desktop_app.gui.tasks import Task
from desktop_app.i18n.languages import SOURCE, languages

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow

_SIZE = (1280, 800)  # pixels, of the first window
_SOON = 1_000  # milliseconds from a change until it is written, should there be no proper end
_OTHER = "zh_CN"  # what the button of the first window switches to from English
_OFF_AT_FIRST = (
    "look_first",
    "both_languages",
    "parallel",
    "interleaved",
    "reading_aid",
    "pinyin",
    "caret",
)  # actions
_PANES = [390, 610, 280]
_PHOTOS_BESIDE_TWO = "photo_pane_parallel"


class WindowState(QObject):
    """Restores and saves one `MainWindow`, and goes with it."""

    def __init__(self, window: MainWindow, look: Look, settings: Settings) -> None:
        """Keep the state of `window` in `settings`."""
        super().__init__(window)
        self._window = window
        self._look = look
        self._settings = settings
        self._soon = QTimer(window, interval=_SOON, singleShot=True)
        self._soon.timeout.connect(self._write)
        window.tabs.row_changed.connect(self.save_soon)
        look.language_changed.connect(self._remember_language)
        look.theme_changed.connect(self._remember_theme)

    @property
    def other_language(self) -> str:
        """The language besides English last used; at first simplified Chinese."""
        settings = self._settings  # "chinese" until other languages could be added
        last = settings.string("other_language") or settings.string("chinese")
        return last if last != SOURCE and last in languages() else _OTHER

    @property
    def recent(self) -> list[Path]:
        """Archives opened lately, newest first."""
        return self._settings.recent()

    def restore(self) -> None:
        """Put the window as it was."""
        window, settings = self._window, self._settings
        if not window.restoreGeometry(settings.state("geometry")):
            window.resize(*_SIZE)
        if not window.splitter.restoreState(settings.state("panes")):
            window.splitter.setSizes(_PANES)
        window.search_pane.box.set_history(settings.strings("history"))
        window.article_pane.scale.set_size(settings.string("text_size", "M"))
        window.article_pane.scale.set_zoom(settings.number("zoom", 100))
        window.reading_desk.set_script(settings.string("script"))
        self._look.set_names_by(settings.string("names_by"))
        window.actions_["search_pane"].setChecked(settings.flag("search_pane", True))
        window.actions_["photo_pane"].setChecked(settings.flag("photo_pane", True))
        window.view_desk.photo_wishes[True] = settings.flag(_PHOTOS_BESIDE_TWO, False)
        for name in _OFF_AT_FIRST:
            window.actions_[name].setChecked(settings.flag(name, False))

    def save(self) -> None:
        """Remember the window as it is, now."""
        self._put()
        self._window.tabs.save()
        self._settings.save()

    def keep(self) -> None:
        """Remember the window as it is, a moment from now."""
        self._put()
        self.save_soon()

    def _put(self) -> None:
        window, settings = self._window, self._settings
        settings.put("geometry", window.saveGeometry())
        settings.put("panes", window.splitter.saveState())
        settings.put("history", window.search_pane.box.history)
        settings.put("text_size", window.article_pane.scale.size)
        settings.put("zoom", window.article_pane.scale.zoom)
        settings.put("script", window.reading_desk.script)
        settings.put("names_by", self._look.names_by)
        for key, in_columns in (("photo_pane", False), (_PHOTOS_BESIDE_TWO, True)):
            settings.put(key, window.view_desk.photo_wishes[in_columns])
        for name in ("search_pane", *_OFF_AT_FIRST):
            settings.put(name, window.actions_[name].isChecked())

    def remember_archive(self, archive: Archive) -> None:
        """Put `archive` first among the recent ones."""
        self._settings.add_recent(archive.folder)
        self.save_soon()

    def _remember_language(self, language: str) -> None:
        self._settings.put("language", language)
        if language != SOURCE:
            self._settings.put("other_language", language)
        self.save_soon()

    def _remember_theme(self) -> None:
        self._settings.put("theme", self._look.theme_choice)
        self.save_soon()

    def save_soon(self) -> None:
        """Write what was put into the settings, a moment from now."""
        self._soon.start()

    def _write(self) -> None:
        """Write what changed, off this thread: a stick may take its time."""
        works = (self._settings.saving(), self._window.tabs.saving())
        Task(lambda _task: [work() for work in works], self._window).start(self._window.pool)
