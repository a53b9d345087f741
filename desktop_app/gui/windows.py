"""All windows of the program: each on an archive of its own opening, all of one look."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QTimer

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.marks.marks import Marks

_APART = 32  # pixels from one window to the next, so that none hides another


class Windows(QObject):
    """Opens windows and lets them go; what a window remembers is that of the last closed."""

    def __init__(self, look: Look, settings: Settings, marks: Marks) -> None:
        """Without any window yet; all keep the reader's own in `marks`."""
        super().__init__()
        self._look, self._settings, self._marks = look, settings, marks
        self._windows: list[MainWindow] = []

    @property
    def windows(self) -> tuple[MainWindow, ...]:
        """Those that are open."""
        return tuple(self._windows)

    def open_first(self, folders: Sequence[Path], files: Sequence[Path] = ()) -> MainWindow:
        """Open a window on the archives in `folders`, with its tabs as they were.

        Without any on the sample, or on the first screen where nothing was opened before.
        `files` are imported: into the first archive, or one that a person is asked for.
        """
        window = self._make()
        window.show()
        if files and not folders:
            window.first_run.show()
            QTimer.singleShot(0, window, lambda: window.import_paths(list(files)))
        elif folders:
            if files:
                window.desk.opened.connect(_Imports(window, files).take)
            window.open_folder(folders[0])
            window.several.open_beside(folders[1:])
        elif self._settings.recent():
            window.open_sample()
        else:
            window.first_run.show()
        return window

    def open_beside(
        self, former: MainWindow, item_id: str = "", start: int = 0, end: int = 0
    ) -> None:
        """Open another window on the archives of `former`, at an item and a passage of it."""
        archive = former.desk.archive
        others = [each.folder for each in former.desk.archives.all if each is not archive]
        window = self._make()
        window.tabs.restores = False
        window.resize(former.size())
        window.move(former.pos() + QPoint(_APART, _APART))
        # After what the window itself does with an archive that is opened.
        window.desk.opened.connect(_Once(window, (item_id, start, end), others).show)
        window.show()
        if archive is not None:
            window.open_folder(archive.folder)
            window.several.open_beside(others)

    def show_error(self, error: Exception) -> None:
        """Say what went wrong over the window that is in front."""
        front = [each for each in self._windows if each.isActiveWindow()] or self._windows
        if front:
            front[-1].dialogs.show_error(error)

    def _make(self) -> MainWindow:
        window = MainWindow(self._look, self._settings, self._marks)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.tabs.window_wanted.connect(
            lambda item, start, end: self.open_beside(window, item, start, end)
        )
        window.desk.imported.connect(lambda _report: self._see_anew(window))
        window.destroyed.connect(lambda: self._gone(window))
        self._windows.append(window)
        self._tell()
        return window

    def _gone(self, window: MainWindow) -> None:
        self._windows = [each for each in self._windows if each is not window]
        self._tell()

    def _tell(self) -> None:
        """Have each window know whether it is the only one."""
        for window in self._windows:
            window.tabs.alone = len(self._windows) == 1

    def _see_anew(self, importer: MainWindow) -> None:
        """Have the other windows on an archive that was added to look at it again."""
        archive = importer.desk.target
        for window in self._windows:
            if window is not importer and archive is not None:
                window.desk.see_anew(archive.folder)


class _Imports(QObject):
    """Imports files into a window's first archive once that is open and the bar is free."""

    def __init__(self, window: MainWindow, files: Sequence[Path]) -> None:
        super().__init__(window)
        self._window, self._files = window, list(files)

    def take(self, _archive: object) -> None:
        """Do it, the first time."""
        self._window.desk.opened.disconnect(self.take)
        QTimer.singleShot(0, self, lambda: self._window.import_paths(self._files))


class _Once(QObject):
    """When the first archive of a window is open: shows an item, opens others beside it."""

    def __init__(
        self, window: MainWindow, place: tuple[str, int, int], others: Sequence[Path]
    ) -> None:
        super().__init__(window)
        self._window, self._place, self._others = window, place, others

    def show(self, _archive: object) -> None:
        self._window.desk.opened.disconnect(self.show)
        if self._place[0]:
            self._window.show_place(*self._place)
        self._window.several.open_beside(self._others)
        self.deleteLater()
