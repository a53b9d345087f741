"""A window with a second archive at hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.archive import Archive
from desktop_app.archive_writer import open_for_import
from desktop_app.gui.main_window import MainWindow
from desktop_app.items import Origin
from tests.gui.conftest import settle
from tests.material import item


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """An archive with an item of the small one, and two of its own."""
    folder = tmp_path / "wire.beilin"
    with open_for_import(folder, "Wire") as archive:
        archive.put(
            [
                (each, Origin(f"from/{each.id}"), False)
                for each in (
                    item("strike", "The harbor is closed.", title="Strike"),
                    item("two", "Prices of oil rose.", title="Oil prices"),
                    item("quiet", "Nothing of note.", title="Quiet"),
                )
            ]
        )
        archive.catch_up()
    return folder


@dataclass
class Reader:
    """Works a window with several archives."""

    qtbot: QtBot
    window: MainWindow

    def settle(self) -> None:
        """Wait until nothing is under way."""
        settle(self.qtbot, self.window)

    def open_beside(self, *folders: Path) -> None:
        """Open archives beside the one that is open."""
        self.window.several.open_beside(folders)
        self.settle()

    def search(self, query: str) -> list[str]:
        """The ids of what is found."""
        self.window.search_pane.box.setText(query)
        self.settle()
        return self.found()

    def found(self) -> list[str]:
        """The ids of the items listed."""
        return [hit.item.id for hit in self.window.search_pane.model.loaded_rows()]

    def choose(self, item_id: str) -> None:
        """Choose a hit."""
        self.window.search_pane.hits.choose_row(self.found().index(item_id))
        self.settle()

    @property
    def chips(self) -> dict[str, QToolButton]:
        """The chips in sight, by name."""
        return {chip.text(): chip for chip in self.window.several.bar.chips}

    def pick(self, archive: str, name: str) -> None:
        """Pick an entry of a chip's menu."""
        actions: list[QAction] = self.chips[archive].menu().actions()
        next(each for each in actions if each.objectName() == name).trigger()
        self.settle()

    def archive(self, name: str) -> Archive:
        """The open archive of that name."""
        every = self.window.desk.archives.all
        return next(each for each in every if each.manifest.name == name)


@pytest.fixture
def reader(qtbot: QtBot, window: MainWindow) -> Reader:
    """Reads in the window on the small archive."""
    return Reader(qtbot, window)
