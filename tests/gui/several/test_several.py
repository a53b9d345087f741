from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.pairs.deciding import together
from desktop_app.gui.printing.gathering import gathered, of_hits
from desktop_app.gui.report_dialog import ReportDialog
from desktop_app.gui.views.concordance.view import ConcordanceView
from desktop_app.items import Origin
from tests.gui.several.conftest import Reader
from tests.material import item


def drop(window: MainWindow, keys: Qt.KeyboardModifier, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copying, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(10, 10), copying, data, button, keys))


def test_an_archive_opened_beside_is_searched_with_the_first(reader: Reader, wire: Path) -> None:
    assert reader.search("harbor") == ["front"]
    assert reader.window.several.bar.isHidden()
    reader.open_beside(wire)
    assert sorted(reader.found()) == ["front", "strike"]  # the query stays
    assert list(reader.chips) == ["Small archive", "Wire"]
    assert reader.window.several.bar.isVisible()
    assert reader.window.article_pane.item is not None  # and what is read
    reader.search("oil")  # which both have
    (hit,) = reader.window.search_pane.model.loaded_rows()
    rows = reader.window.search_pane.items.rows
    assert "Small archive, also in Wire" in rows.meta(hit)
    assert "Small archive, also in Wire" in rows.spoken(hit)


def test_what_is_read_is_of_its_own_archive(reader: Reader, wire: Path) -> None:
    reader.open_beside(wire)
    reader.search("harbor")
    window = reader.window
    reader.choose("strike")
    assert window.desk.archive is reader.archive("Wire")
    assert window.windowTitle().startswith("Strike — Wire")
    reader.choose("front")
    assert window.desk.archive is reader.archive("Small archive")
    photos = [window.photo_pane.grid.photos.photo(place) for place in range(2)]
    assert all(photo.path and photo.path.is_file() for photo in photos)


def test_a_chip_leaves_its_archive_out_and_takes_it_back(reader: Reader, wire: Path) -> None:
    reader.open_beside(wire)
    reader.search("harbor")
    QTest.mouseClick(reader.chips["Small archive"], Qt.MouseButton.LeftButton)
    reader.settle()
    assert reader.found() == ["strike"]
    QTest.mouseClick(reader.chips["Wire"], Qt.MouseButton.LeftButton)
    reader.settle()
    assert reader.found() == ["strike"]  # the last one stays
    assert reader.chips["Wire"].isChecked()
    reader.chips["Small archive"].setFocus()
    QTest.keyClick(reader.chips["Small archive"], Qt.Key.Key_Space)
    reader.settle()
    assert sorted(reader.found()) == ["front", "strike"]
    assert reader.chips["Small archive"].hasFocus()
    reader.pick("Wire", "only")
    assert reader.found() == ["strike"]


def test_imports_go_into_the_archive_that_is_chosen(
    reader: Reader, wire: Path, tmp_path: Path
) -> None:
    reader.open_beside(wire)
    assert reader.window.several.bar.target.text() == "Imports go into Small archive"
    reader.pick("Wire", "into")
    assert reader.window.several.bar.target.text() == "Imports go into Wire"
    page = tmp_path / "page.txt"
    page.write_text("Bridge opens\n\nAugust 31, 2021\n\nA bridge was opened on Tuesday.\n")
    reader.window.import_paths([page])
    reader.settle()
    dialog = reader.window.findChild(ReportDialog)
    assert dialog is not None
    dialog.close()
    assert len(reader.search("bridge")) == 1
    with open_archive(wire) as archive:
        assert archive.count_items() == 4


def test_an_archive_is_closed_with_what_is_read_of_it(reader: Reader, wire: Path) -> None:
    reader.open_beside(wire)
    reader.search("harbor")
    reader.choose("strike")
    reader.pick("Wire", "close")
    assert reader.found() == ["front"]
    assert reader.window.article_pane.item is None
    assert reader.window.several.bar.isHidden()
    assert [each.folder.name for each in reader.window.desk.archives.all] == ["small.beilin"]


def test_closing_another_archive_leaves_what_is_read(reader: Reader, wire: Path) -> None:
    reader.open_beside(wire)
    reader.search("harbor")
    reader.choose("strike")
    reader.pick("Small archive", "close")
    assert reader.found() == ["strike"]
    item = reader.window.article_pane.item
    assert item is not None and item.id == "strike"
    assert reader.window.desk.target is reader.archive("Wire")


def test_archives_of_one_name_are_told_apart(reader: Reader, wire: Path, tmp_path: Path) -> None:
    shutil.copytree(wire, tmp_path / "copy.beilin")
    reader.open_beside(wire, tmp_path / "copy.beilin")
    assert list(reader.chips) == ["Small archive", "Wire (wire.beilin)", "Wire (copy.beilin)"]
    assert len(reader.search("harbor")) == 2
    reader.open_beside(wire)  # open already
    assert len(reader.chips) == 3


def test_an_archive_dropped_with_ctrl_comes_beside_and_else_in_place_of_all(
    reader: Reader, wire: Path
) -> None:
    drop(reader.window, Qt.KeyboardModifier.ControlModifier, wire)
    reader.settle()
    assert list(reader.chips) == ["Small archive", "Wire"]
    drop(reader.window, Qt.KeyboardModifier.NoModifier, wire)
    reader.settle()
    assert [each.manifest.name for each in reader.window.desk.archives.all] == ["Wire"]
    assert reader.window.several.bar.isHidden()


def test_one_that_cannot_be_opened_keeps_no_other_waiting(
    reader: Reader, wire: Path, tmp_path: Path
) -> None:
    reader.open_beside(tmp_path / "nowhere.beilin", wire)
    box = reader.window.findChild(QMessageBox)
    assert box is not None
    assert "nowhere" in box.text()
    box.close()
    assert list(reader.chips) == ["Small archive", "Wire"]


def test_more_than_can_be_searched_together_are_refused(reader: Reader, wire: Path) -> None:
    reader.open_beside(*[wire] * 16)
    box = reader.window.findChild(QMessageBox)
    assert box is not None
    assert "16" in box.text()
    box.close()
    assert reader.chips == {}


def test_hits_of_all_are_exported_with_the_photos_of_each(
    reader: Reader, wire: Path, tmp_path: Path
) -> None:
    reader.open_beside(wire)
    reader.search("harbor")
    window, out = reader.window, tmp_path / "out"
    window.desk.export(out, "html", window.search_pane.matches)
    reader.settle()
    for box in window.findChildren(QMessageBox):
        box.close()
    pages = "".join(page.read_text("utf-8") for page in out.rglob("*.html"))
    assert "The harbor is closed." in pages and "Many ships came" in pages
    assert "Nothing of note." not in pages
    assert len(list(out.rglob("*.png"))) == 2


def test_hits_of_all_are_printed(reader: Reader, wire: Path) -> None:
    reader.open_beside(wire)
    reader.search("harbor")
    searched, matches = reader.window.desk.searched, reader.window.search_pane.matches
    assert searched is not None and matches is not None
    printed = gathered(of_hits(searched, matches), True, lambda: False)
    where = {(each.item.id, each.archive) for each in printed}
    assert where == {("front", "Small archive"), ("strike", "Wire")}
    assert searched.name == "Small archive + Wire"


def test_a_decision_about_a_pair_is_undone_in_its_own_archive(reader: Reader, wire: Path) -> None:
    with open_for_import(wire) as archive:
        archive.put([(item("zh", "港口关闭。", language="zh"), Origin("test"), False)])
        archive.catch_up()
    reader.open_beside(wire)
    reader.search("harbor")
    reader.choose("strike")
    window = reader.window
    decider = window.pair_desk.decider
    strike = reader.archive("Wire").item("strike")
    decider.decide(wire, together, strike, "zh")
    reader.qtbot.waitUntil(lambda: not decider.busy)
    assert reader.archive("Wire").pairing.of("strike") is not None
    reader.choose("front")
    window.pair_desk.undo()
    reader.qtbot.waitUntil(lambda: not decider.busy)
    assert reader.archive("Wire").pairing.of("strike") is None


def test_bookmarks_in_both_are_found_together(reader: Reader, wire: Path) -> None:
    reader.open_beside(wire)
    reader.search("harbor")
    for item_id in ("front", "strike"):
        reader.choose(item_id)
        reader.window.actions_["bookmark"].trigger()
        reader.settle()
    assert sorted(reader.search("in:favourites")) == ["front", "strike"]
    reader.choose("strike")
    assert reader.window.actions_["bookmark"].isChecked()


def test_views_of_words_follow_all_that_is_searched(reader: Reader, wire: Path) -> None:
    reader.open_beside(wire)
    window = reader.window
    reader.search("harbor")
    window.views.show_view("concordance")
    reader.settle()
    concordance = window.views.currentWidget()
    assert isinstance(concordance, ConcordanceView)
    assert concordance.lines.model().rowCount() == 3
