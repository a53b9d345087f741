"""The preview: what is chosen shows at once, and what shows is written."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.printing.preview import PrintPreview
from desktop_app.gui.printing.printed_item import PrintedItem
from desktop_app.gui.printing.printer import paint_pages
from desktop_app.i18n.catalog import Catalog
from tests.gui.conftest import settle
from tests.gui.printing.conftest import Composer, squeezed
from tests.material import item


def preview_of(qtbot: QtBot, window: MainWindow) -> PrintPreview:
    settle(qtbot, window)
    preview = window.printing.preview
    assert preview is not None
    preview.grab()  # drawn, and its photos asked for
    settle(qtbot, window)
    return preview


@pytest.fixture
def preview(qtbot: QtBot, window: MainWindow) -> PrintPreview:
    """The preview of the item the archive begins with."""
    window.actions_["print"].trigger()
    return preview_of(qtbot, window)


def ink(preview: PrintPreview, colour: str) -> int:
    """How many pixels of the first page are of about a colour."""
    image = preview.view._image(0)
    wanted = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    return sum(
        all(abs(a - b) < 12 for a, b in zip(image.pixelColor(x, y).getRgb(), wanted, strict=False))
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    )


def test_the_item_shown_is_previewed_with_its_photos(preview: PrintPreview) -> None:
    assert preview.pages == 1
    assert preview.place.text() == "Page 1 of 1"
    assert ink(preview, "#a03020") > 50
    preview.bar.photos.click()
    assert not preview.save.isEnabled()  # until the pages are laid out anew


def test_choices_show_at_once_and_are_remembered(
    qtbot: QtBot, window: MainWindow, preview: PrintPreview
) -> None:
    preview.bar.photos.click()
    preview.bar.paper.setCurrentText("A5")
    preview.bar.sizes.buttons["L"].click()
    settle(qtbot, window)
    assert preview._composition is not None
    assert preview._composition.choices.paper == "A5"
    assert ink(preview, "#a03020") == 0
    preview.close()
    window.actions_["print"].trigger()
    again = preview_of(qtbot, window)
    assert again.bar.choices.paper == "A5"
    assert again.bar.choices.size == "L"
    assert not again.bar.photos.isChecked()


def test_what_is_seen_is_saved(
    qtbot: QtBot, window: MainWindow, preview: PrintPreview, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    asked = []

    def choose(*given: object) -> tuple[str, str]:
        asked.append(str(given[2]))
        return str(tmp_path / "harbor"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    preview.save.click()
    settle(qtbot, window)
    assert Path(asked[0]).name == "Harbor opens.pdf"
    reader = pypdf.PdfReader(tmp_path / "harbor.pdf")
    assert "Manyshipscametotheharbor." in squeezed(reader.pages[0].extract_text())
    assert "1 page was written" in preview.note.text()


def test_hits_are_printed_in_their_order(qtbot: QtBot, window: MainWindow) -> None:
    window.search_pane.box.setText("oil OR harbor")
    settle(qtbot, window)
    window.actions_["print_hits"].trigger()
    preview = preview_of(qtbot, window)
    assert preview.pages == 2
    preview.bar.apart.click()
    settle(qtbot, window)
    assert preview.pages == 1


def test_pages_are_turned_by_keys_and_told(qtbot: QtBot, window: MainWindow) -> None:
    window.search_pane.box.setText("oil OR harbor")
    settle(qtbot, window)
    window.printing.print_hits()
    preview = preview_of(qtbot, window)
    assert preview.place.text() == "Page 1 of 2"
    QTest.keyClick(preview.view, Qt.Key.Key_End)
    assert preview.place.text() == "Page 2 of 2"
    assert preview.view.accessibleDescription() == "Page 2 of 2"
    QTest.keyClick(preview.view, Qt.Key.Key_Home)
    assert preview.place.text() == "Page 1 of 2"


def test_dates_on_the_pages_follow_the_language(
    qtbot: QtBot, window: MainWindow, preview: PrintPreview, look: Look
) -> None:
    look.set_language("zh_CN")
    settle(qtbot, window)
    assert preview.windowTitle() == "打印预览"
    assert preview._composition is not None
    assert "2021年8月31日" in preview._composition._sections[0].heads[0].facts


def test_a_file_that_cannot_be_written_is_told_and_all_goes_on(
    qtbot: QtBot, window: MainWindow, preview: PrintPreview, tmp_path: Path
) -> None:
    preview.write(tmp_path / "nowhere" / "out.pdf")
    settle(qtbot, window)
    boxes = window.findChildren(QMessageBox)
    assert any("nowhere" in box.text() for box in boxes)
    for box in boxes:
        box.close()
    assert preview.save.isEnabled()


def test_closing_gives_up_what_is_under_way(
    qtbot: QtBot, window: MainWindow, preview: PrintPreview, tmp_path: Path
) -> None:
    preview.write(tmp_path / "out.pdf")
    preview.bar.changed.emit()
    preview.close()
    settle(qtbot, window)
    assert window.printing.preview is None
    window.pool.waitForDone()
    assert list(tmp_path.glob("*.part")) == []


def test_a_printer_gets_the_pages_it_asks_for(composed: Composer, tmp_path: Path) -> None:
    items = [PrintedItem(item(f"n{n}", f"Words of {n}.")) for n in range(4)]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    printer.setFromTo(2, 3)
    paint_pages(composed(items), printer, Catalog("en"))
    texts = [
        squeezed(page.extract_text()) for page in pypdf.PdfReader(tmp_path / "printed.pdf").pages
    ]
    assert ["Wordsof1." in texts[0], "Wordsof2." in texts[1], len(texts)] == [True, True, 2]
