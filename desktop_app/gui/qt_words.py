"""Words of Qt's own dialogs that Qt's Chinese catalogs lack.

They are handed to Qt as a compiled catalog, which it reads without Python. A translator
written in Python froze the window: Qt asks for words on any thread, its picture formats
while they hold a lock, and there waited for Python's, whose holder waited for that lock.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTranslator

from desktop_app.gui.qm_file import compiled
from desktop_app.i18n.catalog import Catalog
from desktop_app.messages import Message, message

# By context and source text, as Qt 6.11 asks for them.
_WORDS: Mapping[tuple[str, str], Message] = {
    ("QFileDialog", "&Look in:"): message("&Look in:"),
    ("QFileDialog", "Files of &type:"): message("Files of &type:"),
    ("QAbstractFileIconProvider", "Folder"): message("Folder"),
    ("QAbstractFileIconProvider", "Drive"): message("Drive"),
}


class QtWords:
    """The translator that is asked after Qt's own."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Know nothing until a language is set."""
        self.translator = QTranslator(parent)
        self._held = b""  # what the translator reads from; Qt keeps no copy

    def set_catalog(self, catalog: Catalog) -> None:
        """Speak the language of `catalog`; not while the translator is installed."""
        words = {place: catalog.message(known) for place, known in _WORDS.items()}
        held = compiled(words)
        self.translator.load(held)
        self._held = held
