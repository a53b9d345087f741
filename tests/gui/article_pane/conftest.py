"""The pane alone, as the window uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.items import Item
from desktop_app.search.highlight import Highlighter
from desktop_app.search.query import parse


class Reader:
    """Someone at the pane; answers its wishes as the window does."""

    def __init__(self, pane: ArticlePane, folder: Path, wait: Callable[[], None]) -> None:
        self.pane, self.folder, self.wait = pane, folder, wait
        self.items: dict[str, Item] = {}
        pane.trail.item_wanted.connect(lambda item: self.show(self.items[item]))

    def show(self, item: Item, query: str = "") -> None:
        """Show `item` with the matches of `query`, and wait until all is there."""
        self.items[item.id] = item
        highlighter = Highlighter.of(parse(query).node) if query else None
        self.pane.show_item(item, highlighter, self.folder.joinpath)
        self.wait()

    def switch_language(self, language: str) -> None:
        self.pane._look.set_language(language)
        QApplication.processEvents()  # Qt tells the widgets a moment later

    @property
    def text(self) -> str:
        return self.pane.view.toPlainText()

    @property
    def scrolled(self) -> int:
        """Pixels."""
        return self.pane.view.verticalScrollBar().value()


@pytest.fixture
def pane(qtbot: QtBot, look: Look) -> Iterator[ArticlePane]:
    made = ArticlePane(look)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    yield made
    made.stop()
    look.set_language("en")
    look.set_theme("light")


@pytest.fixture
def reader(qtbot: QtBot, pane: ArticlePane, tmp_path: Path) -> Reader:
    """A reader with one photo, `red.png`."""
    image = QImage(1000, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("#a03020"))
    image.save(str(tmp_path / "red.png"))

    def wait() -> None:
        qtbot.wait(60)  # the moment the view takes to settle
        qtbot.waitUntil(lambda: not pane.busy)

    return Reader(pane, tmp_path, wait)
