"""The pane: thumbnails, the words of the chosen photo, and the photos of all hits."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from tests.gui.photo_pane.conftest import Viewing


def colours(viewing: Viewing, place: int) -> int:
    """How many colours the cell of the photo at `place` is painted in."""
    grid = viewing.pane.grid
    columns = grid.columns()
    cell = grid.visualRect(grid.model().index(place // columns, place % columns))
    picture = grid.viewport().grab(cell).toImage().convertToFormat(QImage.Format.Format_RGB32)
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return len({picture.pixel(x, y) for x, y in points})


def words(viewing: Viewing) -> list[str]:
    panel = viewing.pane.words
    labels = (panel.caption, panel.source, panel.item)
    return [label.text() for label in labels if label.isVisible()]


def test_photos_are_shown_small_with_the_words_of_the_chosen_one(
    viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    viewing.show(photos)
    assert viewing.pane.count.text() == "3 photos"
    assert words(viewing) == ["Taken with Canon_EOS_7D.jpg", "Somebody · Aug 31, 2021"]
    for place in range(3):
        assert colours(viewing, place) > 500  # a photo, not an empty frame
    viewing.pane.grid.setFocus()
    QTest.keyClick(viewing.pane.grid, Qt.Key.Key_Right)
    assert words(viewing)[0] == photos[1].caption


def test_a_click_shows_a_photo_large_and_so_does_enter(
    viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    viewing.show(photos)
    grid = viewing.pane.grid
    place = grid.visualRect(grid.model().index(0, 1)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    viewing.wait()
    assert viewing.pane.viewer is not None
    assert viewing.pane.viewer.place == 1
    viewing.pane.viewer.close_view()
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert viewing.pane.viewer.place == 0


def test_a_caption_whose_photo_was_not_saved_is_kept_and_says_so(
    viewing: Viewing, caption_only: ShownPhoto
) -> None:
    viewing.show([caption_only])
    assert words(viewing) == ["The signing ceremony.", "The photo itself was not saved."]
    spoken = viewing.pane.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Caption 1, photo not saved\nThe signing ceremony."


def test_no_photos_are_explained(viewing: Viewing) -> None:
    viewing.show([])
    assert viewing.pane.notice.isVisible()
    assert viewing.pane.notice.text() == "This item has no photos."
    viewing.pane.show_hit_photos(lambda _start, _count: [], 0)
    viewing.pane.all_hits.click()
    assert viewing.pane.notice.text() == "No hits, so no photos."
    viewing.pane.show_hit_photos(lambda _start, _count: [], 5)
    viewing.wait()
    assert viewing.pane.notice.text() == "None of the hits has a photo."


def test_photos_of_all_hits_lead_to_their_items(
    qtbot: QtBot, viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    other = replace(photos[1], item_id="other", item_title="Another item")
    viewing.show([photos[0]])
    viewing.pane.show_hit_photos(lambda start, _count: [photos[0], other][start:], 2)
    viewing.pane.all_hits.click()
    viewing.wait()
    assert viewing.pane.count.text() == "2 photos"
    assert not viewing.pane.words.go.isVisible()  # it is the item being read
    viewing.pane.grid.choose(1)
    assert words(viewing)[-1] == "Another item"
    with qtbot.waitSignal(viewing.pane.item_wanted) as wanted:
        QTest.mouseClick(viewing.pane.words.go, Qt.MouseButton.LeftButton)
    assert wanted.args == ["other"]


def test_hits_are_read_piece_by_piece_as_far_as_one_scrolls(
    viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    asked: list[int] = []

    def provider(start: int, count: int) -> list[ShownPhoto]:
        asked.append(start)
        return [photos[0]] * count

    viewing.pane.show_hit_photos(provider, 100_000)
    assert asked == []  # nobody looks at them yet
    viewing.pane.all_hits.click()
    viewing.wait()
    assert 0 < len(viewing.pane.grid.photos) < 1000
    first = len(viewing.pane.grid.photos)
    assert "of 100,000 hits" in viewing.pane.count.text()
    viewing.pane.grid.scrollToBottom()
    viewing.wait()
    assert len(viewing.pane.grid.photos) > first


def test_photos_of_hits_that_cannot_be_read_are_no_crash(viewing: Viewing) -> None:
    def provider(_start: int, _count: int) -> list[ShownPhoto]:
        raise OSError("the disc was taken out")

    viewing.pane.show_hit_photos(provider, 3)
    viewing.pane.all_hits.click()
    viewing.wait()
    assert viewing.pane.notice.text() == "The photos of the hits could not be read."


def test_language_and_theme_change_and_the_choice_stays(
    viewing: Viewing, photos: list[ShownPhoto], look: Look
) -> None:
    viewing.show(photos)
    viewing.pane.grid.choose(2)
    look.set_language("zh_TW")
    look.set_theme("dark")
    assert viewing.pane.grid.current_place() == 2
    assert viewing.pane.count.text() == "3 張照片"
    assert words(viewing)[1] == "Somebody · 2021年8月31日"


def test_a_narrow_pane_has_one_column_and_a_wide_one_more(
    viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    viewing.show(photos)
    viewing.pane.grid.choose(2)
    for width, columns in ((160, 1), (600, 4)):
        viewing.pane.setFixedWidth(width)
        viewing.wait()
        assert viewing.pane.grid.columns() == columns
        assert viewing.pane.grid.current_place() == 2


def test_a_thumbnail_says_its_caption_when_pointed_at(
    viewing: Viewing, photos: list[ShownPhoto]
) -> None:
    viewing.show(photos)
    assert viewing.pane.grid.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == (
        photos[0].caption
    )
