"""The large view."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.picture_file import level_for
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.viewer import PhotoViewer
from tests.event_loop import wait
from tests.gui.photo_pane.conftest import Viewing


def press(viewer: PhotoViewer, key: Qt.Key) -> None:
    QTest.keyClick(viewer.canvas, key)


@pytest.fixture
def viewer(viewing: Viewing, photos: list[ShownPhoto]) -> PhotoViewer:
    """The view on the first of three photos."""
    viewing.elsewhere.setFocus()
    viewing.show(photos)
    return viewing.enlarge()


def test_escape_goes_back_to_the_window_and_what_had_the_focus(
    qtbot: QtBot, viewing: Viewing, viewer: PhotoViewer
) -> None:
    assert viewer.canvas.hasFocus()
    press(viewer, Qt.Key.Key_Escape)
    assert viewing.pane.viewer is None
    qtbot.waitUntil(viewing.elsewhere.hasFocus)
    assert viewing.enlarge() is not viewer  # and it opens again


def test_it_closes_also_where_what_had_the_focus_is_gone(
    viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    button = QPushButton(viewing.window)
    button.show()
    button.setFocus()
    viewing.show(photos)
    viewer = viewing.enlarge()
    button.deleteLater()
    wait(10)
    press(viewer, Qt.Key.Key_Escape)
    assert viewing.pane.viewer is None


def test_it_covers_the_window_and_follows_its_size(viewing: Viewing, viewer: PhotoViewer) -> None:
    assert viewer.geometry() == viewing.window.rect()
    viewing.window.resize(1000, 700)
    QApplication.processEvents()
    assert viewer.size() == QSize(1000, 700)


def test_a_photo_is_read_as_fine_as_the_window_shows_it(viewer: PhotoViewer) -> None:
    drawn = viewer.canvas.drawn
    assert drawn is not None
    assert drawn.level <= level_for(viewer.canvas.zoom)
    assert viewer.canvas.fitted


def test_arrows_home_and_end_go_through_the_photos(
    viewing: Viewing, viewer: PhotoViewer, photos: list[ShownPhoto]
) -> None:
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left,
                Qt.Key.Key_End, Qt.Key.Key_Home):  # fmt: skip
        press(viewer, key)
        viewing.wait()
        seen.append(viewer.place)
        assert viewer.words.caption.text() == photos[viewer.place].caption
        assert viewer.bar.place.text() == f"{viewer.place + 1} / 3"
    assert seen == [1, 2, 2, 1, 2, 0]
    assert not viewer.bar.buttons["previous"].isEnabled()
    assert viewer.bar.buttons["next"].isEnabled()


def test_closing_chooses_in_the_pane_what_was_looked_at_last(
    viewing: Viewing, viewer: PhotoViewer
) -> None:
    press(viewer, Qt.Key.Key_End)
    QTest.mouseClick(viewer.bar.buttons["close"], Qt.MouseButton.LeftButton)
    assert viewing.pane.grid.current_place() == 2


def test_a_photo_taken_on_its_side_stands_upright(
    viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    viewing.show(photos)
    drawn = viewing.enlarge(1).canvas.drawn
    assert drawn is not None
    assert QImage(str(photos[1].path)).size() == QSize(640, 480)
    assert drawn.full == QSize(480, 640)


def test_keys_zoom_fit_and_show_the_actual_size(viewer: PhotoViewer) -> None:
    canvas, fitted = viewer.canvas, viewer.canvas.zoom
    press(viewer, Qt.Key.Key_1)
    assert canvas.zoom == 1.0
    assert viewer.bar.zoom.text() == "100%"
    press(viewer, Qt.Key.Key_Plus)
    assert canvas.zoom == pytest.approx(1.25)
    press(viewer, Qt.Key.Key_Minus)
    press(viewer, Qt.Key.Key_0)
    assert canvas.fitted
    assert canvas.zoom == fitted
    press(viewer, Qt.Key.Key_Minus)
    assert canvas.zoom == fitted  # not smaller than the window shows it


def test_the_wheel_zooms_around_the_pointer(viewer: PhotoViewer) -> None:
    canvas = viewer.canvas
    canvas.set_zoom(4.0)  # far larger than the window: no edge stops it
    at = QPointF(canvas.width() * 0.7, canvas.height() * 0.4)
    away = at - QPointF(canvas.rect().center())

    def under() -> QPointF:
        return canvas.centre + away / canvas.zoom

    before = under()
    wheel = QWheelEvent(
        at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, wheel)
    assert canvas.zoom == pytest.approx(5.0)
    assert (under() - before).manhattanLength() < 2


def test_a_drag_moves_a_photo_larger_than_the_window_and_stops_at_its_edge(
    viewer: PhotoViewer,
) -> None:
    canvas = viewer.canvas
    press(viewer, Qt.Key.Key_1)
    for _ in range(5):
        press(viewer, Qt.Key.Key_Plus)
    before, middle = canvas.centre, canvas.rect().center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas, middle - QPoint(40, 0))
    assert canvas.centre.x() == pytest.approx(before.x() + 40 / canvas.zoom, abs=1)
    QTest.mouseMove(canvas, middle - QPoint(100_000, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle)
    drawn = canvas.drawn
    assert drawn is not None
    assert canvas.visible().right() == drawn.full.width() - 1


def test_a_small_photo_is_not_blown_up(viewing: Viewing, photos: list[ShownPhoto]) -> None:
    viewing.show(photos)
    canvas = viewing.enlarge(2).canvas
    assert canvas.zoom == 1.0
    assert not canvas.can_pan


def test_a_photo_that_is_missing_or_broken_is_named_and_passed_over(
    viewing: Viewing, photos: list[ShownPhoto], caption_only: ShownPhoto, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    gone = ShownPhoto(tmp_path / "gone.jpg", "It was here")
    viewing.show([gone, ShownPhoto(broken), caption_only, photos[0]])
    viewer = viewing.enlarge()
    for expected in ("gone.jpg is missing", "broken.jpg is not a picture", "was not saved"):
        assert expected in viewer.notice.text()
        assert viewer.notice.isVisible()
        press(viewer, Qt.Key.Key_Right)
        viewing.wait()
    assert viewer.canvas.isVisible()
    assert viewer.canvas.has_picture


def test_the_language_changes_and_place_and_zoom_stay(
    viewing: Viewing, viewer: PhotoViewer, look: Look
) -> None:
    press(viewer, Qt.Key.Key_Right)
    viewing.wait()
    press(viewer, Qt.Key.Key_1)
    look.set_language("zh_CN")
    assert (viewer.place, viewer.canvas.zoom) == (1, 1.0)
    assert viewer.bar.buttons["fit"].text() == "适合窗口"
    assert "2021年8月31日" in viewer.words.source.text()


def test_tab_stays_within_the_view(viewer: PhotoViewer) -> None:
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert viewer.isAncestorOf(focus)
