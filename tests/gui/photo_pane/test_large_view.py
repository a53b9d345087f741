"""The large view turned, filled and going on by itself; two photos side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.canvas import PhotoCanvas
from desktop_app.gui.photo_pane.compared import ComparedPhotos
from desktop_app.gui.photo_pane.picture_file import Picture
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.turning import turned, turned_back
from tests.gui.photo_pane.conftest import Viewing

RED, BLUE = QColor("#d02020"), QColor("#2030d0")


def halves() -> Picture:
    """A picture of 200 by 100 pixels, the left half red, the right half blue."""
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(BLUE)
    for x in range(100):
        for y in range(100):
            image.setPixelColor(x, y, RED)
    return Picture(image, image.size(), 0, QRect(QPoint(0, 0), image.size()))


def canvas_of(qtbot: QtBot, look: Look) -> PhotoCanvas:
    canvas = PhotoCanvas(look)
    qtbot.addWidget(canvas)
    canvas.resize(400, 400)
    canvas.show()
    canvas.show_picture(halves())
    return canvas


def colours(canvas: PhotoCanvas) -> dict[str, bool]:
    """Whether it is red just above, right of, below and left of the middle."""
    picture = canvas.grab().toImage()
    middle = QPoint(200, 200)
    beside = {"above": (0, -30), "right": (30, 0), "below": (0, 30), "left": (-30, 0)}
    seen = {name: picture.pixelColor(middle + QPoint(*by)) for name, by in beside.items()}
    return {name: colour.red() > colour.blue() for name, colour in seen.items()}


def test_a_picture_is_turned_to_the_right_by_quarters(qtbot: QtBot, look: Look) -> None:
    canvas = canvas_of(qtbot, look)
    assert colours(canvas)["left"] and not colours(canvas)["right"]
    canvas.rotate(1)
    assert colours(canvas)["above"] and not colours(canvas)["below"]
    canvas.rotate(1)
    assert colours(canvas)["right"] and not colours(canvas)["left"]
    canvas.rotate(-1)
    assert colours(canvas)["above"] and not colours(canvas)["below"]
    canvas.show_picture(halves())
    assert canvas.turn == 0


def test_filling_leaves_no_room_and_follows_the_window(qtbot: QtBot, look: Look) -> None:
    canvas = canvas_of(qtbot, look)
    assert canvas.fitted and canvas.zoom == 1.0  # a small picture is not enlarged
    canvas.fill()
    assert canvas.filled and not canvas.fitted and canvas.zoom == 4.0
    canvas.resize(400, 200)
    assert canvas.zoom == 2.0
    canvas.rotate(1)
    assert canvas.zoom == 4.0  # 100 pixels wide now, 200 high
    canvas.zoom_by(0.5)
    assert not canvas.filled


def test_a_part_of_a_turned_picture_is_found_again() -> None:
    part, full = QRect(10, 20, 30, 40), QSize(200, 100)
    assert turned(part, full, 1) == QRect(40, 10, 40, 30)
    for quarters in range(-4, 5):
        assert turned_back(turned(part, full, quarters), full, quarters) == part


def test_a_slideshow_goes_on_by_itself_and_halts(
    qtbot: QtBot, viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    viewing.show(photos)
    viewer = viewing.enlarge(2)
    viewer.slideshow.set_seconds(2)
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    assert viewer.slideshow.running and viewer.bar.buttons["slideshow"].isChecked()
    assert viewer.bar.seconds.currentText() == "2 s"
    viewer.slideshow.next_wanted.emit()
    viewing.wait()
    assert viewer.place == 0  # after the last comes the first
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    assert not viewer.slideshow.running
    viewer.close_view()


def test_two_photos_are_looked_at_together_or_each_alone(
    qtbot: QtBot, look: Look, viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    window: QWidget = viewing.window
    compared = ComparedPhotos(look, viewing.pane._pool, window)
    compared.open(photos[0], photos[1])
    qtbot.waitUntil(lambda: not compared.busy, timeout=20_000)
    left, right = (side.canvas for side in compared.sides)
    assert left.has_picture and right.has_picture
    left.set_zoom(left.zoom * 3)
    assert right.view().larger == pytest.approx(left.view().larger)
    QTest.keyClick(compared, Qt.Key.Key_L)
    before = right.zoom
    left.zoom_by(2)
    assert right.zoom == before
    QTest.keyClick(compared, Qt.Key.Key_1)
    assert (left.zoom, right.zoom) == (1.0, 1.0)
    QTest.keyClick(compared, Qt.Key.Key_0)
    assert left.fitted and right.fitted
    QTest.keyClick(compared, Qt.Key.Key_Escape)
    assert compared.isHidden()


def test_what_is_known_of_a_photo_stands_beside_it_when_wanted(
    viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    viewing.show(photos)
    viewer = viewing.enlarge()
    assert viewer.drawer.panel is None
    QTest.keyClick(viewer.canvas, Qt.Key.Key_I)
    viewing.wait()
    panel = viewer.drawer.panel
    assert panel is not None and panel.isVisible()
    assert dict(panel.facts)["Camera"] == "Canon EOS 7D"
    QTest.keyClick(panel, Qt.Key.Key_Right)  # the keys are the view's, wherever the focus is
    viewing.wait()
    assert dict(panel.facts)["Caption"] == photos[1].caption
    QTest.keyClick(viewer.canvas, Qt.Key.Key_I)
    assert not panel.isVisible() and not viewer.bar.buttons["about"].isChecked()
    viewer.close_view()
