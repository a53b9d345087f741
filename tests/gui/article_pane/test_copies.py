"""The line at an item's foot that lists its copies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.article_pane.copies_line import copies_line
from desktop_app.gui.main_window import MainWindow
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item, Origin
from tests.gui.conftest import settle
from tests.material import item

WORDS = " ".join(f"word{n} of a story that was saved twice" for n in range(40))
PRINTED = "https://example.org/story?view=print"


def saved(address: str, captured: str = "") -> Origin:
    return Origin("a.warc", address=address, captured=captured)


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (saved(PRINTED, "2020-11-19T23:24:43Z"), f"{PRINTED} (printed version, Nov 19, 2020)"),
        (saved("https://example.org/a_printable.html"), "a_printable.html (printed version)"),
        (saved("https://m.example.org/a"), "https://m.example.org/a (for telephones)"),
        (saved("https://example.org/sprint/blueprint"), "/sprint/blueprint"),
        (saved("https://example.org/damp/mobiles"), "/damp/mobiles"),
        (Origin("/home/me/page-print.html"), "Also saved as: page-print.html (printed version)"),
        (Origin("C:\\me\\saved.zip/page.html"), "Also saved as: page.html"),
        (saved("https://[::1"), "https://[::1"),
    ],
)
def test_a_copy_is_told_with_its_kind_and_day(origin: Origin, told: str) -> None:
    text, _links = copies_line([origin], Catalog("en"))
    assert text.startswith("Also saved as: ")
    assert text.endswith(told)


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_the_links_lie_on_the_addresses_in_each_language(language: str) -> None:
    origins = [Origin("page.html"), saved(PRINTED), saved("ftp://example.org/a")]
    text, links = copies_line(origins, Catalog(language))
    assert [(text[k.start : k.end], k.address) for k in links] == [(PRINTED, PRINTED)]


def test_of_many_copies_some_are_named_and_the_rest_counted() -> None:
    text, links = copies_line([saved(f"https://example.org/{n}") for n in range(30)], Catalog("en"))
    assert len(links) == 12
    assert text.endswith(", and 18 more")


@pytest.fixture
def story(qtbot: QtBot, window: MainWindow) -> Item:
    """An item with a copy, shown in the window."""
    archive = window.desk.archive
    assert archive is not None
    with open_for_import(archive.folder) as writer:
        for name, address in (("story", "https://example.org/story"), ("print", PRINTED)):
            made = item(name, WORDS, title="Twice", url=address)
            writer.put([(made, saved(address, "2021-08-31"), False)])
        writer.catch_up()
    archive.refresh()
    window.show_item("story")
    settle(qtbot, window)
    shown = window.article_pane.item
    assert shown is not None
    return shown


@pytest.mark.usefixtures("story")
def test_the_foot_of_an_item_tells_of_its_copies_in_the_language(window: MainWindow) -> None:
    def foot() -> str:
        return window.article_pane.view.toPlainText().split("\n")[-1]

    assert foot() == f"Also saved as: {PRINTED} (printed version, Aug 31, 2021)"
    window._look.set_language("zh_CN")
    assert foot() == f"另有存本：{PRINTED}（打印版，2021年8月31日）"
    window.show_item("front")
    assert "存本" not in window.article_pane.view.toPlainText()


@pytest.mark.usefixtures("story")
def test_a_copy_is_gone_to_only_after_a_question(window: MainWindow) -> None:
    view = window.article_pane.view
    view.setFocus()
    for _ in range(2):  # the item's own address, then the copy's
        QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    dialog = window.links.dialog
    assert dialog is not None
    assert dialog.address.whole == PRINTED
    dialog.close()
