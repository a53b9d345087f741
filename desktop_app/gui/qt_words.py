"""Words of Qt's own dialogs that Qt's Chinese catalogs lack."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTranslator

from desktop_app.i18n.catalog import Catalog
from desktop_app.messages import Message, message

# By context and source text, as Qt 6.11 asks for them.
_WORDS: Mapping[tuple[str, str], Message] = {
    ("QFileDialog", "&Look in:"): message("&Look in:"),
    ("QFileDialog", "Files of &type:"): message("Files of &type:"),
    ("QAbstractFileIconProvider", "Folder"): message("Folder"),
    ("QAbstractFileIconProvider", "Drive"): message("Drive"),
}


class QtWords(QTranslator):
    """Asked after Qt's own translator; knows the few words that one does not."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Know nothing until a `catalog` is set."""
        super().__init__(parent)
        self.catalog: Catalog | None = None

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The word in the interface's language; None is unknown, "" would blank a label."""
        known = _WORDS.get((context, source))
        return None if known is None or self.catalog is None else self.catalog.message(known)

    def isEmpty(self) -> bool:
        """Qt does not ask an empty translator."""
        return False
