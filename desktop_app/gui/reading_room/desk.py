"""Joins the reading room to the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.reading_room.outliner import Outliner
from desktop_app.gui.reading_room.place_keeper import PlaceKeeper
from desktop_app.gui.reading_room.progress import ReadingProgress
from desktop_app.gui.reading_room.steps import Steps
from desktop_app.gui.reading_room.way import Surveyor
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.marks.marks import Marks


class RoomDesk(QObject):
    """What serves the reader of long items in one window."""

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        actions: ActionRegistry,
        desk: ArchiveDesk,
        search: SearchPane,
        article: ArticlePane,
        marks: Marks,
        window: QWidget,
    ) -> None:
        """Serve `article`, whose item is of the archive that `desk` says is read."""
        super().__init__(window)
        self._desk = desk
        surveyor = Surveyor(article)
        self.steps = Steps(look, search, article)
        self.outliner = Outliner(look, actions, article, surveyor)
        actions.connect(
            {
                "next_place": lambda: self.steps.step(1),
                "previous_place": lambda: self.steps.step(-1),
                "page_on": lambda: self.steps.page(1),
                "page_back": lambda: self.steps.page(-1),
            }
        )
        self.progress = ReadingProgress(look, article, surveyor)
        self.places = PlaceKeeper(look, pool, marks, article, surveyor, self._archive_id)

    def _archive_id(self) -> str:
        archive = self._desk.archive
        return archive.manifest.id if archive else ""

    def stop(self) -> None:
        """Before the window closes: keep the place in the item shown."""
        self.places.write()
