"""The concordance in the real window, on an archive with lines to sort."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.views.concordance.line_model import Column
from desktop_app.gui.views.concordance.view import ConcordanceView
from desktop_app.items import Origin
from desktop_app.speeches.statements import statements_of
from tests.gui.conftest import settle
from tests.material import item

ITEMS = (
    item("rose", "Crude oil prices rose.\n=Cheap oil is gone", title="Dear", source="Port News"),
    item("fell", '"Heavy oil prices fell," said John Smith.\nNobody buys oil now.',
         title="Low", date=date(1987, 2, 26)),
    item("zh", "双方将加强合作，扩大石油合作。\n王树国指出：“国际合作很重要。”",
         title="协议", language="zh", date=date(2023, 1, 5)),
    item("many", "\n".join(f"Number {n} has oil in it." for n in range(400)), title="Long"),
)  # fmt: skip


@pytest.fixture
def archive_folder(tmp_path: Path) -> Path:
    """Four items: English ones on oil, one of them long, and a Chinese one."""
    folder = tmp_path / "small.beilin"
    with open_for_import(folder, "Small archive", front="rose") as archive:
        told = [replace(each, statements=statements_of(each)) for each in ITEMS]
        archive.put([(each, Origin("test"), False) for each in told])
        archive.catch_up()
    return folder


class Reader:
    """Someone who looks at the concordance."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self.window = qtbot, window
        window.actions_["concordance"].trigger()
        self.view = cast(ConcordanceView, window.views.currentWidget())

    def settle(self) -> None:
        settle(self._qtbot, self.window)

    def ask(self, query: str) -> None:
        self.window.search_pane.box.setText(query)
        self.settle()

    def rows(self, column: Column, most: int = 50) -> list[str]:
        """The cells of `column` in their order, read as if they were in sight."""
        model = self.view.model
        count = min(model.rowCount(), most)
        for row in range(count):
            model.shown(row)
        self.settle()
        return [str(model.index(row, column).data()) for row in range(count)]

    def choose(self, row: int) -> None:
        self.view.lines.selectRow(row)
        self.view.lines.setFocus(Qt.FocusReason.OtherFocusReason)


@pytest.fixture
def reader(qtbot: QtBot, look: Look, archive_folder: Path, tmp_path: Path) -> Iterator[Reader]:
    """A reader before an empty search box, in English."""
    window = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.open_folder(archive_folder)
    settle(qtbot, window)
    yield Reader(qtbot, window)
    window.close()
    look.set_theme("light")
