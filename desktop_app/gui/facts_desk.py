"""Answers what is known: of the item shown, of the imports, of the program."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.dialogs import Dialogs


class FactsDesk(QObject):
    """Joins the actions that only tell something to the dialogs that tell it."""

    def __init__(
        self,
        actions: ActionRegistry,
        desk: ArchiveDesk,
        article: ArticlePane,
        dialogs: Dialogs,
        parent: QObject,
    ) -> None:
        """Tell of what `article` shows and of the archive that `desk` holds."""
        super().__init__(parent)
        self._desk, self._article, self._dialogs = desk, article, dialogs
        actions.connect(
            {
                "details": self._show_details,
                "import_log": self._show_log,
                "help": dialogs.show_help,
                "about": dialogs.show_about,
            }
        )

    def _show_log(self) -> None:
        if self._desk.archive is not None:
            self._dialogs.show_log(self._desk.archive.imports())

    def _show_details(self) -> None:
        item, archive = self._article.item, self._desk.archive
        if item is not None and archive is not None:
            origin, copies = archive.origin(item.id), archive.copies(item.id)
            self._dialogs.show_details(item, origin, copies)
