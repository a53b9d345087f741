from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.report_dialog import ReportDialog
from desktop_app.gui.settings import Settings
from desktop_app.gui.text_dialog import TextDialog
from tests.gui.conftest import settle, type_text


def type_query(qtbot: QtBot, window: MainWindow, query: str) -> None:
    window.search_pane.box.clear()
    type_text(window.search_pane.box, query)
    settle(qtbot, window)


def click_hit(qtbot: QtBot, window: MainWindow, row: int) -> None:
    hits = window.search_pane.hits
    place = hits.visualRect(window.search_pane.model.index(row, 0)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, window)


def shown(window: MainWindow) -> str:
    return window.article_pane.item.id if window.article_pane.item else ""


def titles(window: MainWindow) -> list[str]:
    return [hit.item.title for hit in window.search_pane.model.loaded_rows()]


def test_the_front_item_is_what_a_newcomer_sees_first(window: MainWindow) -> None:
    assert shown(window) == "front"
    assert "Harbor opens" in window.windowTitle()
    assert window.search_pane.model.rowCount() == 3


def test_hits_follow_the_typing_and_a_click_shows_one(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "oil")
    assert titles(window) == ["Oil prices"]
    assert "1 item" in window.search_pane.count.text()
    click_hit(qtbot, window, 0)
    assert shown(window) == "two"
    type_query(qtbot, window, "交通大学")
    click_hit(qtbot, window, 0)
    assert shown(window) == "three"
    assert window.article_pane.match_count == 1


def test_sorting_and_filtering_by_year(qtbot: QtBot, window: MainWindow) -> None:
    window.search_pane.sort.setCurrentIndex(1)
    settle(qtbot, window)
    assert titles(window) == ["合作协议", "Harbor opens", "Oil prices"]
    dates = window.search_pane.dates
    place = dates.bars.bar(0).center()
    QTest.mouseClick(dates.bars, Qt.MouseButton.LeftButton, pos=place.toPoint())
    settle(qtbot, window)
    assert titles(window) == ["Oil prices"]
    dates.chip.click()
    settle(qtbot, window)
    assert len(titles(window)) == 3


def test_a_chip_filters_and_frees_again(qtbot: QtBot, window: MainWindow) -> None:
    for expected in (["合作协议"], None):
        chips = [
            chip
            for chip in window.search_pane.facets.children()
            if chip.objectName() == "chip:language:zh" and chip.isVisible()  # type: ignore[attr-defined]
        ]
        QTest.mouseClick(chips[-1], Qt.MouseButton.LeftButton)
        settle(qtbot, window)
        assert expected is None or titles(window) == expected
    assert len(titles(window)) == 3


def test_no_hits_are_explained(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "zebra")
    notice = window.search_pane.notice
    assert notice.isVisible()
    assert notice.accessibleName() == "Nothing found"
    type_query(qtbot, window, "oil")
    assert not notice.isVisible()


def test_back_and_forward_go_through_what_was_read(qtbot: QtBot, window: MainWindow) -> None:
    window.show_item("two")
    window.show_item("three")
    window.actions_["back"].trigger()
    assert shown(window) == "two"
    window.actions_["back"].trigger()
    assert shown(window) == "front"
    assert not window.actions_["back"].isEnabled()
    window.actions_["forward"].trigger()
    assert shown(window) == "two"


def test_slash_and_ctrl_k_go_to_the_search_box(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    box = window.search_pane.box
    for key, modifier in ((Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier),
                          (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)):  # fmt: skip
        window.search_pane.hits.setFocus()
        QTest.keyClick(window, key, modifier)
        qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, "a/b")
    assert box.text() == "a/b"


def test_switching_the_language_keeps_what_is_being_done(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "harbor")
    click_hit(qtbot, window, 0)
    window.search_pane.box.setFocus()
    window.splitter.setSizes([300, 600, 300])
    sizes, hit = window.splitter.sizes(), window.search_pane.hits.current_row()
    QTest.mouseClick(window.language_switch, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.language_switch.text() == "English"
    assert "1 条" in window.search_pane.count.text()
    assert window.search_pane.box.text() == "harbor"
    assert window.search_pane.hits.current_row() == hit
    assert shown(window) == "front"
    assert window.splitter.sizes() == sizes
    assert window.focusWidget() is window.search_pane.box
    QTest.mouseClick(window.language_switch, Qt.MouseButton.LeftButton)
    assert "1 item" in window.search_pane.count.text()


def test_the_theme_changes_live(qtbot: QtBot, window: MainWindow, look: Look) -> None:
    light = window.palette().window().color()
    look.set_theme("dark")
    assert window.palette().window().color().lightness() < light.lightness()


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.dropEvent(
        QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data,
                   Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip


def test_files_dropped_on_the_window_are_imported(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    good, bad = tmp_path / "page.txt", tmp_path / "bad.jsonl"
    good.write_text("Bridge opens\n\nAugust 31, 2021\n\nA bridge was opened on Tuesday.\n")
    bad.write_text("{no json\n")
    drop(window, good, bad)
    settle(qtbot, window)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    assert "1 imported" in dialog.counts.text()
    assert "bad.jsonl" in dialog.reasons.toPlainText()
    dialog.close()
    type_query(qtbot, window, "bridge")
    assert titles(window) == ["Bridge opens"]


def test_an_archive_dropped_on_the_window_is_opened(
    qtbot: QtBot, window: MainWindow, archive_folder: Path, tmp_path: Path
) -> None:
    archive_folder.rename(tmp_path / "other.beilin")
    drop(window, tmp_path / "other.beilin")
    settle(qtbot, window)
    assert window.desk.archive is not None
    assert window.desk.archive.folder.name == "other.beilin"


def test_an_import_can_be_cancelled_and_keeps_what_is_done(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    many = tmp_path / "many.jsonl"
    line = '{"id": "m%d", "title": "Line %d", "paragraphs": ["harbor words"]}\n'
    many.write_text("".join(line % (n, n) for n in range(30_000)))
    drop(window, many)
    qtbot.waitUntil(lambda: window.work_bar.isVisible() and window.work_bar.bar.value() > 0)
    QTest.mouseClick(window.work_bar.stop, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    assert "stopped" in dialog.counts.text()
    dialog.close()
    archive = window.desk.archive
    assert archive is not None
    assert 3 < archive.info().items < 30_003
    assert archive.index_is_current()


def test_an_import_can_be_paused(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    line = '{"id": "m%d", "title": "Line %d", "paragraphs": ["harbor words"]}\n'
    many.write_text("".join(line % (n, n) for n in range(8_000)))
    drop(window, many)
    bar = window.work_bar
    qtbot.waitUntil(lambda: bar.hold.isVisible() and bar.bar.value() > 0)
    QTest.mouseClick(bar.hold, Qt.MouseButton.LeftButton)
    assert (bar.hold.text(), bar.label.text().endswith("paused")) == ("Go on", True)
    qtbot.wait(300)  # what was under way comes to its next question
    before = bar.bar.value()
    qtbot.wait(300)
    assert bar.isVisible()
    assert bar.bar.value() == before
    QTest.mouseClick(bar.hold, Qt.MouseButton.LeftButton)
    assert bar.hold.text() == "Pause"
    settle(qtbot, window)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    assert "8,000 imported" in dialog.counts.text()
    dialog.close()


def test_a_paused_import_can_be_cancelled(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("".join(f'{{"id": "m{n}", "title": "{n}"}}\n' for n in range(30_000)))
    drop(window, many)
    qtbot.waitUntil(lambda: window.work_bar.hold.isVisible() and window.work_bar.bar.value() > 0)
    window.work_bar.hold.click()
    window.work_bar.stop.click()
    settle(qtbot, window)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    assert "stopped" in dialog.counts.text()
    dialog.close()


def test_what_comes_into_a_watched_folder_is_imported(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    monkeypatch.setattr(window.dialogs, "choose_watched", lambda: folder)
    window.folder_watch.timer.setInterval(20)
    window.actions_["watch"].trigger()
    assert window.actions_["watch"].isChecked()
    (folder / "page.txt").write_text("Bridge opens\n\nAugust 31, 2021\n\nIt was opened today.\n")
    archive = window.desk.archive
    assert archive is not None
    qtbot.waitUntil(lambda: archive.info().items == 4)
    settle(qtbot, window)
    type_query(qtbot, window, "bridge")
    assert titles(window) == ["Bridge opens"]
    window.actions_["watch"].trigger()
    assert window.folder_watch.folder is None


def test_an_item_and_the_imports_tell_about_themselves(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "page.txt").write_text("Bridge opens\n\nAugust 31, 2021\n\nIt was opened.\n")
    drop(window, tmp_path / "page.txt")
    settle(qtbot, window)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    dialog.close()
    type_query(qtbot, window, "bridge")
    window.search_pane.step(1)
    window.actions_["details"].trigger()
    window.actions_["import_log"].trigger()
    details, log = (window.findChild(TextDialog, n) for n in ("detailsDialog", "logDialog"))
    assert details is not None
    assert log is not None
    assert f"File: {tmp_path / 'page.txt'}" in details.text.toPlainText()
    assert "Date: Aug 31, 2021" in details.text.toPlainText()
    assert "1 imported" in log.text.toPlainText()
    details.close()
    log.close()


def test_a_folder_dropped_on_the_window_is_imported_with_what_is_in_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    inner = tmp_path / "folder" / "inner"
    inner.mkdir(parents=True)
    for place, word in ((inner.parent, "Bridge"), (inner, "Tunnel")):
        text = f"{word} opens\n\nAugust 31, 2021\n\nA {word} was opened on Tuesday.\n"
        (place / f"{word}.txt").write_text(text)
    drop(window, inner.parent)
    settle(qtbot, window)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    assert "2 imported" in dialog.counts.text()
    dialog.close()
    type_query(qtbot, window, "bridge OR tunnel")
    assert sorted(titles(window)) == ["Bridge opens", "Tunnel opens"]


def test_nothing_else_can_be_started_while_work_is_under_way(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    names = ("open", "open_sample", "import_files", "import_folder", "export")
    assert window.statusBar().isHidden()
    many = tmp_path / "many.jsonl"
    many.write_text("".join(f'{{"id": "m{n}", "title": "{n}"}}\n' for n in range(3000)))
    drop(window, many)
    qtbot.waitUntil(window.work_bar.isVisible)
    assert not any(window.actions_[name].isEnabled() for name in names)
    assert not window.recent_menu.isEnabled()
    settle(qtbot, window)
    assert all(window.actions_[name].isEnabled() for name in names)
    assert window.statusBar().isHidden()
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    dialog.close()


def test_archives_opened_lately_are_offered_again(
    qtbot: QtBot, window: MainWindow, archive_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(archive_folder, tmp_path / "other & more.beilin")
    window.open_folder(tmp_path / "other & more.beilin")
    settle(qtbot, window)
    window.recent_menu.aboutToShow.emit()
    texts = [action.text() for action in window.recent_menu.actions()]
    assert texts == ["other && more", "small"]
    window.recent_menu.actions()[1].trigger()
    settle(qtbot, window)
    assert window.desk.archive is not None
    assert window.desk.archive.folder == archive_folder


def test_a_folder_that_is_no_archive_is_named_in_a_dialog(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.open_folder(tmp_path / "nowhere")
    settle(qtbot, window)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "nowhere" in box.text()
    box.close()
    assert shown(window) == "front"


@pytest.mark.parametrize("action", ["help", "about"])
def test_help_and_about_open(qtbot: QtBot, window: MainWindow, action: str) -> None:
    window.actions_[action].trigger()
    if action == "help":
        page = window.dialogs.help_page
        assert page is not None
        text = page.page.toPlainText()
        assert "Ctrl+K" in text
        assert "date:2021-08..2021-09" in text
        page.close()
    else:
        box = window.findChild(QMessageBox)
        assert box is not None
        assert "Beilin" in box.text()
        box.close()


def test_the_window_is_remembered(
    qtbot: QtBot, window: MainWindow, look: Look, tmp_path: Path
) -> None:
    window.article_pane.scale.set_size("L")
    window.article_pane.scale.set_zoom(120)
    window.actions_["photo_pane"].setChecked(False)
    window.search_pane.box.setText("harbor")
    window.search_pane.box.remember()
    look.set_language("zh_TW")
    window.close()
    settings = Settings(tmp_path / "settings.toml")
    assert settings.string("language") == "zh_TW"
    again = MainWindow(look, settings)
    qtbot.addWidget(again)
    assert again.article_pane.scale.size == "L"
    assert again.article_pane.scale.zoom == 120
    assert again.search_pane.box.history == ["harbor"]
    assert not again.actions_["photo_pane"].isChecked()
    again.close()
