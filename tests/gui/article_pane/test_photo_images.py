"""Pictures measured and decoded."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from desktop_app.gui.article_pane.photo_images import PhotoImages, decode, fitted, natural_size
from desktop_app.items import Photo
from tests.material import item


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(1000, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("#a03020"))
    image.save(str(tmp_path / "wide.png"))
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing more")
    return tmp_path / "wide.png"


def test_pictures_fit_the_column_and_are_never_enlarged() -> None:
    assert fitted(QSize(1000, 500), 600) == QSize(600, 300)
    assert fitted(QSize(100, 50), 600) == QSize(100, 50)
    tall = fitted(QSize(500, 5000), 600)
    assert tall.height() < 800
    assert fitted(QSize(10_000, 1), 600) == QSize(600, 1)


def test_a_turned_photo_stands_upright(qapp: object, shared_data: Path) -> None:
    path = shared_data / "photos" / "Samsung_GT-I9000_(Galaxy_S).jpg"
    assert natural_size(path) == QSize(480, 640)
    assert decode(path, 240).size() == QSize(240, 320)


def test_what_is_no_picture_has_no_size(qtbot: QtBot, picture: Path) -> None:
    images = PhotoImages()
    photos = (Photo("wide.png"), Photo("broken.png"), Photo("not-there.png"), Photo(None))
    images.show_item(item(photos=photos), picture.parent.joinpath)
    assert images.shown(4) == [True, False, False, False]


def test_a_picture_is_decoded_at_the_size_shown_and_only_anew_when_too_small(
    qtbot: QtBot, picture: Path
) -> None:
    images, widths = PhotoImages(), []
    images.ready.connect(lambda _photo, pixmap: widths.append(pixmap.width()))
    images.show_item(item(photos=(Photo("wide.png"),)), picture.parent.joinpath)

    def want(column: int, ratio: float = 1.0) -> list[int]:
        images.want([0], column, ratio)
        qtbot.waitUntil(lambda: not images.busy)
        return widths

    assert want(600) == [600]
    assert want(500) == [600]
    assert want(600, ratio=1.5) == [600, 900]
    assert want(2000, ratio=2.0) == [600, 900, 1000]
    assert want(300) == [600, 900, 1000, 300]


def test_pictures_of_an_item_left_behind_do_not_arrive(qtbot: QtBot, picture: Path) -> None:
    images = PhotoImages()
    arrived: list[tuple[int, QPixmap]] = []
    images.ready.connect(lambda photo, pixmap: arrived.append((photo, pixmap)))
    images.show_item(item(photos=(Photo("wide.png"),)), picture.parent.joinpath)
    images.want([0], 600, 1.0)
    images.show_item(item("two"), picture.parent.joinpath)
    qtbot.waitUntil(lambda: not images.busy)
    assert arrived == []
