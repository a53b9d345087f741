"""The photo pane in a window of its own, with photos of real cameras."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.pane import PhotoPane
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.thumbnails import ThumbnailLoader
from desktop_app.gui.photo_pane.viewer import PhotoViewer

# Landscape, one turned by its EXIF data, and one smaller than any screen.
NAMES = ("Canon_EOS_7D.jpg", "Samsung_GT-I9000_(Galaxy_S).jpg", "FujiFilm_DX-5.jpg")


class Viewing:
    """Someone who looks at photos."""

    def __init__(self, window: QWidget, pane: PhotoPane, wait: Callable[[], None]) -> None:
        self.window, self.pane, self.wait = window, pane, wait
        self.elsewhere = QLineEdit(window)

    def show(self, photos: list[ShownPhoto]) -> None:
        self.pane.show_item_photos(photos)
        self.wait()

    def enlarge(self, place: int = 0) -> PhotoViewer:
        self.pane.open_item_photo(place)
        self.wait()
        assert self.pane.viewer is not None
        return self.pane.viewer


@pytest.fixture
def viewing(qtbot: QtBot, look: Look) -> Iterator[Viewing]:
    window, pool = QWidget(), QThreadPool()
    qtbot.addWidget(window)
    pane = PhotoPane(look, pool, ThumbnailLoader(pool, window), window)

    def wait() -> None:
        qtbot.waitUntil(lambda: not pane.busy, timeout=20_000)
        qtbot.wait(20)
        qtbot.waitUntil(lambda: not pane.busy, timeout=20_000)

    made = Viewing(window, pane, wait)
    layout = QHBoxLayout(window)
    layout.addWidget(made.elsewhere)
    layout.addWidget(pane)
    window.resize(800, 600)
    window.show()
    yield made
    pool.waitForDone()
    look.set_theme("light")


@pytest.fixture
def photos(shared_data: Path) -> list[ShownPhoto]:
    """Three photos of one item."""
    folder = shared_data / "photos"
    return [
        ShownPhoto(
            path=folder / name,
            caption=f"Taken with {name}",
            credit="Somebody",
            taken="2021-08-31",
            item_id="cameras",
            item_title="Three cameras",
            index=index,
        )
        for index, name in enumerate(NAMES)
    ]


@pytest.fixture
def caption_only() -> ShownPhoto:
    """What is left of a photo on the page this program began with."""
    return ShownPhoto(None, "The signing ceremony.", item_id="page", item_title="The page")
