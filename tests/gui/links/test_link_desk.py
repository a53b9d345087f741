"""Where a link leads in the window: into the archive, or outside after a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.article_pane.text_menu import TextMenu
from desktop_app.gui.links.link_dialog import LinkDialog
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.items import Link, Origin
from tests.gui.conftest import settle
from tests.material import item

CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
SHOWN = "https://example.org/shown"


@pytest.fixture
def opened(window: MainWindow) -> list[str]:
    """What the window would have had opened outside."""
    seen: list[str] = []

    def open_outside(url: QUrl) -> bool:
        seen.append(url.toEncoded().toStdString())
        return True

    window.links.open_outside = open_outside
    return seen


@pytest.fixture
def with_address(qtbot: QtBot, window: MainWindow) -> None:
    archive = window.desk.archive
    assert archive is not None
    with open_for_import(archive.folder) as writer:
        writer.put([(item("at", "Words.", url=SHOWN), Origin("x"), False)])
        writer.catch_up()
    archive.refresh()


def dialog_of(window: MainWindow) -> LinkDialog:
    dialog = window.links.dialog
    assert dialog is not None
    return dialog


@pytest.mark.usefixtures("with_address")
def test_a_link_to_an_item_of_the_archive_opens_it(
    qtbot: QtBot, window: MainWindow, opened: list[str]
) -> None:
    window.article_pane.link_wanted.emit("http://example.org/shown/#part")
    settle(qtbot, window)
    assert window.article_pane.item is not None
    assert window.article_pane.item.id == "at"
    assert window.links.dialog is None
    window.actions_["back"].trigger()
    assert window.article_pane.item.id == "front"
    assert opened == []


@pytest.mark.usefixtures("with_address")
def test_an_item_s_own_address_leads_outside(window: MainWindow, opened: list[str]) -> None:
    window.show_item("at")
    window.links.follow(SHOWN)
    dialog_of(window).go.click()
    assert opened == [SHOWN]


def test_nothing_is_opened_before_someone_says_so(window: MainWindow, opened: list[str]) -> None:
    window.links.follow("https://good.example@例子.中国/a?b=1")
    dialog = dialog_of(window)
    assert dialog.place.toPlainText() == "https://good.example@xn--fsqu00a.xn--fiqs8s/a?b=1"
    assert "例子.中国" in dialog.spelt.text()
    assert opened == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)  # Cancel is what Enter presses
    assert window.links.dialog is None
    assert opened == []


def test_the_host_stands_out(window: MainWindow) -> None:
    window.links.follow("https://user@example.org/path")
    dialog = dialog_of(window)
    bold = []
    fragments = dialog.place.document().begin().begin()
    while not fragments.atEnd():
        if fragments.fragment().charFormat().fontWeight() > 500:
            bold.append(fragments.fragment().text())
        fragments += 1
    assert bold == ["example.org"]
    dialog.close()


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example"]
)
def test_other_addresses_can_only_be_copied(
    window: MainWindow, opened: list[str], address: str
) -> None:
    window.links.follow(address)
    dialog = dialog_of(window)
    assert not dialog.go.isVisible()
    dialog.accept()
    assert opened == []
    window.links.follow(address)
    dialog_of(window).copy.click()
    assert QGuiApplication.clipboard().text() == address


def test_a_message_is_written_to_its_receiver_alone(window: MainWindow, opened: list[str]) -> None:
    window.links.follow("mailto:a@example.org?attach=/etc/passwd&subject=x")
    dialog = dialog_of(window)
    assert dialog.go.text() == "Write a message"
    dialog.go.click()
    assert opened == ["mailto:a@example.org"]


def test_a_computer_without_a_browser_says_so(window: MainWindow) -> None:
    window.links.open_outside = lambda _url: False
    window.links.follow("https://example.org/a")
    dialog_of(window).go.click()
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "https://example.org/a" in box.text()
    box.close()


def test_the_question_fits_its_words_in_each_language(window: MainWindow, look: Look) -> None:
    window.links.follow("https://例子.中国/" + "a" * 1500)
    dialog = dialog_of(window)
    for language in ("en", "zh_CN", "zh_TW"):
        look.set_language(language)
        for label in (dialog.words, dialog.spelt):
            assert label.height() >= label.heightForWidth(label.width())
    dialog.close()


@pytest.mark.usefixtures("with_address")
@pytest.mark.parametrize("way", ["ctrl", "middle", "key", "menu"])
def test_a_link_opens_in_a_tab(
    qtbot: QtBot, window: MainWindow, opened: list[str], way: str
) -> None:
    linking = item("linking", "Words that lead elsewhere.", links=(Link(6, 15, SHOWN),))
    window.article_pane.show_item(linking, None, Path)
    settle(qtbot, window)
    view = window.article_pane.view
    cursor = view.document().find("that")
    place = view.cursorRect(cursor).center()
    if way == "ctrl":
        QTest.mouseMove(view.viewport(), place)
        QTest.mouseClick(view.viewport(), LEFT, CTRL, place)
    elif way == "middle":
        QTest.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=place)
    elif way == "key":
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Tab)
        QTest.keyClick(view, Qt.Key.Key_Return, CTRL)
    else:
        window.article_pane.links.open_menu(view.anchorAt(place), QPoint(0, 0))
        menu = window.findChild(TextMenu, "textMenu")
        assert isinstance(menu, TextMenu)
        menu.open_in_tab.trigger()
        menu.close()
    assert [tab.item for tab in window.tabs.row.tabs] == ["linking", "at"]
    assert window.article_pane.item == linking
    assert opened == []
