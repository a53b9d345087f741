"""Photos taken away from a contact sheet: copied, saved with their captions, as a PDF."""

from __future__ import annotations

from pathlib import Path

import pypdf
from PIL import Image
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.views.sheet.page import SheetPage
from tests.gui.conftest import settle


def test_keys_copy_the_picture_with_its_caption(
    qtbot: QtBot, window: MainWindow, page: SheetPage
) -> None:
    page.grid.choose(1)
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Neil Gaiman in the harbor\nSomebody · Aug 31, 2021"
    photo = page.photos.photo(1)
    assert photo is not None and photo.path is not None
    with Image.open(photo.path) as image:
        shown = QGuiApplication.clipboard().image()
        assert {shown.width(), shown.height()} == set(image.size)
    assert page.bar.count.text() == "203 photos · The picture is copied."


def test_all_photos_are_saved_with_their_captions(
    qtbot: QtBot, window: MainWindow, page: SheetPage, tmp_path: Path
) -> None:
    assert page._answered is not None
    page.takeaway.save_all(page._answered.sheet, range(3), tmp_path / "out")
    settle(qtbot, window)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["three-1.jpg", "three-2.jpg", "three-3.jpg"]
    with Image.open(tmp_path / "out" / "three-1.jpg") as image:
        assert "Neil Gaiman in the harbor" in str(image.getxmp())
    assert f"3 photos saved in {tmp_path / 'out'}" in page.bar.count.text()


def test_a_contact_sheet_is_written_off_the_window_s_thread(
    qtbot: QtBot, window: MainWindow, page: SheetPage, tmp_path: Path
) -> None:
    assert page._answered is not None
    page.takeaway.write_pdf(page._answered.sheet, range(15), "Harbor 港口", tmp_path / "o.pdf")
    settle(qtbot, window)
    pages = pypdf.PdfReader(tmp_path / "o.pdf").pages
    assert len(pages) == 2
    assert "Neil Gaiman at home" in " ".join(pages[0].extract_text().split())
    assert f"2 pages written to {tmp_path / 'o.pdf'}" in page.bar.count.text()


def test_what_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, page: SheetPage, tmp_path: Path
) -> None:
    assert page._answered is not None
    (tmp_path / "file").write_bytes(b"")
    page.takeaway.save_all(page._answered.sheet, range(3), tmp_path / "file" / "below")
    settle(qtbot, window)
    assert "choose another folder" in page.bar.count.text()


def test_two_chosen_can_be_compared_and_one_cannot(
    qtbot: QtBot, window: MainWindow, page: SheetPage
) -> None:
    compare = page.menu.actions["compare"]
    assert not compare.isEnabled()
    select = QItemSelectionModel.SelectionFlag.Select
    page.grid.selectionModel().select(page.grid.model().index(0, 1), select)
    assert compare.isEnabled()
    compare.trigger()
    settle(qtbot, window)
    compared = page.covers.compared
    assert compared is not None
    assert compared.sides[1].words.caption.text() == "Neil Gaiman in the harbor"
    QTest.keyClick(compared, Qt.Key.Key_Escape)
    assert page.covers.compared is None
