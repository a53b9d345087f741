"""The view of photos on an archive of two hundred and three photos, some of real cameras."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.views.sheet.page import SheetPage
from desktop_app.items import Origin, Photo
from tests.gui.conftest import settle
from tests.material import item

CAMERAS = ("Canon_EOS_7D.jpg", "Samsung_GT-I9000_(Galaxy_S).jpg", "FujiFilm_DX-5.jpg")


@pytest.fixture(scope="session")
def many_photos(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Path:
    """An item with three photos, and one with two hundred captions whose photos were not saved."""
    folder = tmp_path_factory.mktemp("many") / "many.beilin"
    with open_for_import(folder, "Many photos", front="three") as archive:
        kept = [archive.photos.put(shared_data / "photos" / name) for name in CAMERAS]
        captions = ("Neil Gaiman in the harbor", "A ship", "Neil Gaiman at home")
        days = ("2021-08-31", "2021-09-02", "2019-01-05")
        three = tuple(
            Photo(file, caption, "Somebody", day, after=1)
            for file, caption, day in zip(kept, captions, days, strict=True)
        )
        lost = tuple(Photo(None, f"Caption number {n}", "", "") for n in range(200))
        archive.put([
            (item("three", "One.\nTwo.", photos=three, date=date(2021, 9, 3)), Origin("t"), False),
            (item("lost", "Three.", photos=lost, date=date(2000, 1, 1)), Origin("t"), False),
        ])  # fmt: skip
        archive.catch_up()
    return folder


@pytest.fixture
def archive_folder(many_photos: Path) -> Path:
    return many_photos


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> Iterator[SheetPage]:
    window.actions_["photos"].trigger()
    settle(qtbot, window)
    made = window.views.currentWidget()
    assert isinstance(made, SheetPage)
    yield made
    for cover in window.findChildren(QWidget, "photoViewer"):
        cover.close_view()  # type: ignore[attr-defined]
