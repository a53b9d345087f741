"""Where the program keeps what, to be read, copied and opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop_app import places
from desktop_app.gui.look import Look
from desktop_app.messages import Message, message
from desktop_app.portable import PORTABLE

_PLACES: tuple[tuple[Message, Callable[[], Path]], ...] = (
    (message("Settings"), places.settings_folder),
    (message("Marks and the sample"), places.data_folder),
    (message("Caches"), places.cache_folder),
    (message("Log of problems"), places.log_folder),
    (message("The program"), places.beside_program),
)
# What they are found by.
_ABOUT = message("Folders of settings, marks, caches and the log; portable on a USB stick")


class KeptPlaces(QWidget):
    """A line a folder, with a button that opens it, and how to have them on a stick."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Show the folders of now."""
        super().__init__(parent)
        self._look = look
        self.about = _ABOUT
        self.setObjectName("keptPlaces")
        self.note = QLabel(self)
        self.note.setObjectName("settingHelp")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self._rows = [self._row(place()) for _name, place in _PLACES]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(self._rows):
            for column, widget in enumerate(row):
                grid.addWidget(widget, number, column)
        grid.addWidget(self.note, len(_PLACES), 0, 1, 3)

    def _row(self, folder: Path) -> tuple[QLabel, QLineEdit, QPushButton]:
        label, path, button = QLabel(self), QLineEdit(str(folder), self), QPushButton(self)
        label.setObjectName("keptName")
        path.setObjectName("keptPath")
        path.setReadOnly(True)
        path.setCursorPosition(0)
        label.setBuddy(path)
        button.setObjectName("keptOpen")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: _open(folder))
        return label, path, button

    def retranslate(self) -> None:
        """Write the words anew."""
        catalog = self._look.catalog
        for (label, path, button), (name, _place) in zip(self._rows, _PLACES, strict=True):
            label.setText(catalog.message(name))
            path.setAccessibleName(catalog.message(name))
            button.setText(catalog.text("Open folder"))
            button.setAccessibleName(f"{catalog.text('Open folder')}: {catalog.message(name)}")
        self.note.setText(self._told())

    def _told(self) -> str:
        text, carried = self._look.catalog.text, places.portable()
        if carried is None:
            return text(
                "To carry all this on a USB stick, make a folder {name} beside the program",
                name=PORTABLE,
            )
        if carried.read_only:
            return text(
                "This medium cannot be written to: all this lasts until temporary files are removed"
            )
        return text("All this lies beside the program, and goes where the stick goes")


def _open(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
