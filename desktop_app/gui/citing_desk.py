"""Copies what is selected in the article with its citation, or the item's citation alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QThreadPool, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.citing.styles import RECORDS, STYLES
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.quoting import QuotationCopier
from desktop_app.items import Item

if TYPE_CHECKING:
    from desktop_app.citing.quotation import Quotation


class CitingDesk(QObject):
    """Serves the article of a window by `menu`, which has the styles."""

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        desk: ArchiveDesk,
        article: ArticlePane,
        window: QWidget,
    ) -> None:
        """Cite what `article` shows, of the archive that `desk` holds."""
        super().__init__(window)
        self._look, self._desk, self._article = look, desk, article
        self._copier = QuotationCopier(pool, self)
        self.failed = self._copier.failed
        self.menu = CitingMenu(look, window)
        self.menu.chosen.connect(self.copy)
        article.item_shown.connect(self._offer)
        self._offer()

    @property
    def busy(self) -> bool:
        """Whether something is still to be copied."""
        return self._copier.busy

    def copy(self, style: str) -> None:
        """Copy the selection with its citation in `style`, a key of `STYLES` or `RECORDS`."""
        item, archive = self._cited(), self._desk.archive
        if item is None or archive is None:
            return
        words, catalog = self._article.view.selected_text(), self._look.catalog

        def cite() -> Quotation:
            from desktop_app.citing.passage import cited_passage  # noqa: PLC0415 (40 ms at the start)

            return cited_passage(item, words, style, catalog, archive.origin(item.id))

        self._copier.copy(cite)

    def _cited(self) -> Item | None:
        """The item that the selection begins in."""
        article, cursor = self._article, self._article.view.textCursor()
        block = cursor.document().findBlock(cursor.selectionStart()).blockNumber()
        other = cursor.hasSelection() and block < len(article.lines) and article.lines[block].other
        return article.twin.item if other and article.twin else article.item

    def _offer(self) -> None:
        self.menu.setEnabled(self._article.item is not None)


class CitingMenu(QMenu):
    """The styles, then the forms for other programs, by names that all languages share."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Offer all."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("menu:citation")
        for key, style in STYLES.items():
            self._add(key, style.name)
        self.addSeparator()
        for key, name in RECORDS.items():
            self._add(key, name)
        self.retranslate()

    def _add(self, key: str, name: str) -> None:
        action = self.addAction(name)
        action.setObjectName(f"action:cite:{key}")
        action.triggered.connect(lambda _on: self.chosen.emit(key))

    def retranslate(self) -> None:
        """Write the title anew."""
        self.setTitle(self._look.catalog.text("Copy with citation"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
