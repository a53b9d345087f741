"""A quiet line under the bar that grows while a long item is read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QProgressBar

from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.reading_room.way import Surveyor, Way

LONG = 3.0  # minutes of reading from which an item has the line
_HEIGHT = 3  # pixels


class ReadingProgress(QProgressBar):
    """Shown for items of three minutes and more; a tip tells the percentage and what is left."""

    def __init__(self, look: Look, article: ArticlePane, surveyor: Surveyor) -> None:
        """Stand in `article`, which `surveyor` measures."""
        super().__init__(article)
        self._look, self._surveyor = look, surveyor
        self._way: Way | None = None
        self.setObjectName("readingProgress")
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stays = self.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # or the text would move when it comes
        self.setSizePolicy(stays)
        article.add_line(self)
        article.item_shown.connect(self.hide)
        article.view.settled.connect(self.follow)
        self.hide()
        self.retranslate()

    def follow(self) -> None:
        """Show how far the item is read now."""
        self.setVisible(self._surveyor.minutes >= LONG)
        if self.isHidden():
            return
        self._way = self._surveyor.way()
        self.setValue(round(self._way.share * 1000))
        self._tell()

    def _tell(self) -> None:
        catalog = self._look.catalog
        if self._way is None:
            return
        minutes, percent = round(self._way.minutes_left), catalog.percent(self.value() // 10)
        left = catalog.plural("{count} minute left", "{count} minutes left", minutes)
        self.setToolTip(f"{percent} · {left}")
        self.setAccessibleDescription(self.toolTip())

    def retranslate(self) -> None:
        """Write every word anew."""
        self.setAccessibleName(self._look.catalog.text("How far the item is read"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
