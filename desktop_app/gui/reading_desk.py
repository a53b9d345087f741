"""Joins what helps to read the other language to the window: its actions and the article."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.reading_aid.aid import ReadingAid


class ReadingDesk(QObject):
    """The reading aid of the article."""

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        actions: ActionRegistry,
        article: ArticlePane,
        window: QWidget,
    ) -> None:
        """Serve `article`."""
        super().__init__(window)
        self.aid = ReadingAid(look, pool, article.view)
        self.failed = self.aid.failed
        actions["look_up"].triggered.connect(lambda _on: self.aid.look_up())
        actions["reading_aid"].toggled.connect(self.aid.set_pointing)

    @property
    def busy(self) -> bool:
        """Whether something is being opened for the first time."""
        return self.aid.busy
