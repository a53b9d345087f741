"""No visible string is left in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import opencc
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.report_dialog import ReportDialog
from desktop_app.importing.report import Report
from tests.gui.conftest import settle

_GETTERS = (
    "text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "placeholderText",
    "accessibleName", "accessibleDescription", "iconText",
)  # fmt: skip
# Names that are the same in every language, and the languages' own names.
_NAMES = ("Beilin 碑林", "简体中文", "繁體中文", "中文", "English")
# What the archive says is in the archive's language: title, source, query, photo.
_DATA = (
    "Small archive", "Harbor opens", "Port News", "Test", "harbor", "A red field", "A blue field",
    "Somebody", "JSONL", "Ctrl", "Enter", "Alt", "Shift", "Esc", "OR", "F1", "F3", "F8", "F9",
    "F11",
)  # fmt: skip


def visible_texts(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Yield (where, text) of every widget and action of the window and its dialogs."""
    for part in [window, *window.findChildren(QWidget), *window.findChildren(QAction)]:
        for getter in _GETTERS:
            value = getattr(part, getter, None)
            text = value() if callable(value) else ""
            if isinstance(text, str) and text:
                yield f"{type(part).__name__} {part.objectName()}.{getter}", text
        if isinstance(part, QComboBox):
            for row in range(part.count()):
                yield f"{part.objectName()}[{row}]", part.itemText(row)


def bare(text: str) -> str:
    """`text` without names, data, query language and numbers."""
    for name in (*_NAMES, *_DATA):
        text = text.replace(name, "")
    return re.sub(r"\b(date|title|lang|kind|source|has):\S*", "", text)


@pytest.fixture
def busy_window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with a query, a photo, find bar, help page and a report open."""
    window.search_pane.box.setText("harbor")
    settle(qtbot, window)
    window.search_pane.step(1)
    window.article_pane.open_find()
    window.dialogs.show_help()
    window.dialogs.show_report(Report(imported=2, unchanged=1))
    settle(qtbot, window)
    return window


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_every_widget_and_action_speaks_the_language(
    qtbot: QtBot, busy_window: MainWindow, look: Look, language: str
) -> None:
    look.set_language("zh_CN" if language == "en" else "en")
    look.set_language(language)
    settle(qtbot, busy_window)
    texts = [(where, bare(text)) for where, text in visible_texts(busy_window)]
    assert len(texts) > 150
    if language == "en":
        wrong = [each for each in texts if re.search(r"[\u4e00-\u9fff]", each[1])]
    else:
        # A letter or two is a key or a size (S, M, L); a word is English left over.
        wrong = [each for each in texts if re.search(r"[A-Za-z]{3,}", each[1])]
    assert wrong == []
    if language == "zh_TW":
        to_taiwan = opencc.OpenCC("s2t")
        assert [each for each in texts if to_taiwan.convert(each[1]) != each[1]] == []
    for dialog in busy_window.findChildren(QDialog):
        dialog.close()


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Shortcuts"), ("zh_CN", "快捷键"), ("zh_TW", "快速鍵")]
)
def test_the_help_page_is_written_in_the_language(
    busy_window: MainWindow, look: Look, language: str, heading: str
) -> None:
    look.set_language(language)
    page = busy_window.dialogs.help_page
    assert page is not None
    assert heading in page.page.toPlainText()


@pytest.mark.parametrize(("language", "day"), [("en", "Aug 31, 2021"), ("zh_CN", "2021年8月31日")])
def test_dates_in_article_and_hits_follow(
    qtbot: QtBot, busy_window: MainWindow, look: Look, language: str, day: str
) -> None:
    look.set_language(language)
    settle(qtbot, busy_window)
    texts = [view.toPlainText() for view in busy_window.article_pane.findChildren(QTextEdit)]
    assert any(day in text for text in texts)
    hit = busy_window.search_pane.model.hit(0)
    assert hit is not None
    assert day in busy_window.search_pane.hits.delegate.meta(hit)


def test_qt_s_own_buttons_follow(qtbot: QtBot, busy_window: MainWindow, look: Look) -> None:
    report = busy_window.findChild(ReportDialog)
    assert report is not None
    for language, word in (("zh_CN", "关闭"), ("zh_TW", "關閉"), ("en", "Close")):
        look.set_language(language)
        QApplication.processEvents()
        texts = [text for _where, text in visible_texts(busy_window)]
        assert any(word in text for text in texts), language
