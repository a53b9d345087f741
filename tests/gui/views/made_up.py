"""A small view that notes what it is told."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.archive import Archive
from desktop_app.gui.look import Look


class MadeUpView(QLabel):
    """Implements `ViewPage`."""

    place_wanted = Signal(str, int, int)
    query_wanted = Signal(str)
    person_wanted = Signal(str)

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__(parent)
        self.archives: list[Archive | None] = []
        self.queries: list[str] = []
        self.persons: list[str] = []
        self.busy = False
        self.stopped = False

    def set_archive(self, archive: Archive | None) -> None:
        self.archives.append(archive)

    def show_query(self, query: str) -> None:
        self.queries.append(query)

    def show_person(self, name: str) -> None:
        self.persons.append(name)

    def stop(self) -> None:
        self.stopped = True
