"""Nothing is clipped in a language whose every sentence is 40 % longer, at 1280x800."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QMenu,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app import places
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from tests.gui.conftest import settle
from tests.gui.test_languages import STAGES
from tests.i18n.pseudo import PSEUDO, add_pseudo
from tests.i18n.pseudo import pseudo as made

_SCREEN = QSize(1280, 800)
_TIP = Qt.ItemDataRole.ToolTipRole
_ELIDED = ("linkSign",)  # made to be cut, with an ellipsis and the whole in a tool tip


@pytest.fixture
def pseudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The made language, as a translator adds one."""
    add_pseudo(tmp_path / "translations")
    monkeypatch.setattr(places, "translations", lambda: tmp_path / "translations")
    return PSEUDO


def clipped(window: QWidget) -> list[str]:
    """What `window` and its dialogs show and cut off, with by how much."""
    shown = [each for each in [window, *window.findChildren(QWidget)] if each.isVisible()]
    return [f"{name(each)}: {what}" for each in shown for what in cut_off(each)]


def name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}"


def cut_off(widget: QWidget) -> Iterator[str]:
    """What of the words of `widget` cannot be read."""
    if isinstance(widget, QMenuBar):
        yield from (each.text() for each in widget.actions()
                    if not widget.rect().contains(widget.actionGeometry(each)))  # fmt: skip
    elif isinstance(widget, QToolBar):
        yield from outside_toolbar(widget)
    elif isinstance(widget, QComboBox):
        yield from cut_entries(widget)
    elif isinstance(widget, QHeaderView):
        yield from cut_heads(widget)
    elif isinstance(widget, QLabel) and widget.objectName() not in _ELIDED:
        yield from cut_label(widget)
    elif isinstance(widget, QAbstractButton) and has_words(widget):
        yield from too_small(widget, widget.text(), widget.sizeHint())
        yield from covered(widget, widget.text())


def has_words(button: QAbstractButton) -> bool:
    """Whether `button` shows its text, not a drawing alone."""
    only = Qt.ToolButtonStyle.ToolButtonIconOnly
    drawn = isinstance(button, QToolButton) and not button.icon().isNull()
    return bool(button.text()) and not (drawn and button.toolButtonStyle() == only)


def outside_toolbar(bar: QToolBar) -> Iterator[str]:
    for action in bar.actions():
        button = bar.widgetForAction(action)
        if action.isVisible() and isinstance(button, QToolButton) and not button.isVisible():
            yield f"{action.text()} is behind »"


def cut_entries(box: QComboBox) -> Iterator[str]:
    """The entry shown, and those of the list that drops down."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    if advance(box, box.currentText()) > field.width():
        yield f"{box.currentText()} has {field.width()} of {advance(box, box.currentText())}"
    yield from covered(box, box.currentText())


def cut_heads(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is not Qt.Orientation.Horizontal:
        return
    for section in range(header.count()):
        head = header.model().headerData(section, header.orientation())
        whole = header.model().headerData(section, header.orientation(), _TIP)
        ordered = header.isSortIndicatorShown() and section == header.sortIndicatorSection()
        needed = advance(header, head or "") + 10 + (14 if ordered else 0)
        given = header.sectionSize(section)
        elided = header.textElideMode() != Qt.TextElideMode.ElideNone and whole == head
        if not header.isSectionHidden(section) and needed > given and not elided:
            yield f"head {head} has {given} of {needed}"


def cut_label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text:
        return
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height():
            yield f"{text[:40]} is {label.height()} high of {needed}"
        widest = max((advance(label, word) for word in plain(text).split()), default=0)
        if widest > label.contentsRect().width():
            yield f"a word of {text[:40]} is wider than the label"
    else:
        yield from too_small(label, text, label.sizeHint())
    yield from covered(label, text)


def too_small(widget: QWidget, text: str, needed: QSize) -> Iterator[str]:
    if needed.width() > widget.width() or needed.height() > widget.height() + 1:
        given = widget.size()
        yield f"{text[:40]} has {given.toTuple()} of {needed.toTuple()}"


def covered(widget: QWidget, text: str) -> Iterator[str]:
    """Whether the parents of `widget` leave a part of it out of sight, where none can scroll."""
    part: QWidget = widget
    rest = widget.rect()
    while not part.isWindow():
        above = part.parentWidget()
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            return
        rest = QRect(part.mapTo(above, QPoint(0, 0)) + rest.topLeft() - QPoint(0, 0), rest.size())
        if not above.rect().contains(rest):
            yield f"{text[:40]} at {rest.getRect()} leaves {name(above)} {above.size().toTuple()}"
            return
        part = above


def advance(widget: QWidget, text: str) -> int:
    """How many pixels `text` takes in the font of `widget`."""
    return widget.fontMetrics().horizontalAdvance(text)


def plain(text: str) -> str:
    """The words of a label that may be rich."""
    return re.sub(r"<[^>]*>", " ", text)


def menus_of(window: MainWindow) -> Iterator[QMenu]:
    yield from window.findChildren(QMenu)


def cut_lists(window: QWidget) -> list[str]:
    """The entries of combo boxes that their list, dropped down, has no room for."""
    found = []
    for box in window.findChildren(QComboBox):
        if box.isVisible() and box.count() and not box.isEditable():
            box.showPopup()
            given, needed = box.view().viewport().width(), box.view().sizeHintForColumn(0)
            found += [f"{name(box)}: {given} of {needed}"] if needed > given else []
            box.hidePopup()
    return found


# The others differ from these in a few words; they are walked with --slow.
_DENSE = (
    "speakers", "comparison", "chart", "listened", "concordance", "collocates", "searched",
    "foreseen", "reported", "told", "enlarged",
)  # fmt: skip


@pytest.mark.parametrize(
    "stage",
    [pytest.param(each, marks=[] if each.__name__ in _DENSE else [pytest.mark.slow])
     for each in STAGES],
)  # fmt: skip
def test_nothing_is_clipped_in_a_longer_language(
    qtbot: QtBot,
    window: MainWindow,
    look: Look,
    tmp_path: Path,
    pseudo: str,
    stage: Callable[[MainWindow, Path], None],
) -> None:
    look.set_language(pseudo)
    stage(window, tmp_path)
    settle(qtbot, window)
    QApplication.processEvents()
    assert window.size() == _SCREEN
    assert any(each.text() == made("Search") for each in window.actions_.menus["edit"].actions())
    dialogs = window.findChildren(QDialog)
    assert [name(each) for each in dialogs if each.isVisible() and not fits(each.size())] == []
    assert clipped(window) == []
    assert cut_lists(window) == []
    assert [menu.title() for menu in menus_of(window) if menu.sizeHint().width() > 640] == []
    for dialog in dialogs:
        dialog.close()


def fits(size: QSize) -> bool:
    return size.width() <= _SCREEN.width() and size.height() <= _SCREEN.height()


_CUTS: tuple[Callable[[MainWindow], None], ...] = (
    lambda window: window.search_pane.count.setFixedWidth(20),
    lambda window: window.search_pane.sort.setFixedWidth(60),
    lambda window: window.article_pane.bar.sizes["S"].setFixedWidth(12),
    lambda window: window.language_switch.setText("A language with a name much too long " * 9),
    lambda window: window.actions_.menus["go"].setTitle("A menu with a very long name " * 9),
    lambda window: window.language_switch.move(1270, 8),
)


@pytest.mark.parametrize("cut", _CUTS)
def test_what_is_clipped_is_noticed(
    qtbot: QtBot, window: MainWindow, cut: Callable[[MainWindow], None]
) -> None:
    assert clipped(window) == []
    cut(window)
    QApplication.processEvents()
    assert clipped(window) != []


def test_the_toolbar_spares_words_where_there_is_no_room(
    qtbot: QtBot, window: MainWindow, look: Look, pseudo: str
) -> None:
    """Back and forward first; with room again the words are there again."""
    bar = window.toolbar
    style = Qt.ToolButtonStyle.ToolButtonIconOnly

    def spared() -> list[str]:
        QApplication.processEvents()
        names = ("back", "help", "import_files")
        buttons = [(each, bar.widgetForAction(window.actions_[each])) for each in names]
        return [
            each for each, button in buttons
            if isinstance(button, QToolButton) and button.toolButtonStyle() == style
        ]  # fmt: skip

    window.resize(2200, 800)
    assert spared() == []
    window.resize(1250, 800)
    few = spared()
    look.set_language(pseudo)
    assert few[:1] == spared()[:1] == ["back"] and len(few) < len(spared())
    window.resize(2200, 800)
    assert spared() == []


def test_a_narrow_toolbar_shows_the_views_by_their_drawings_and_all_of_it_stays(
    qtbot: QtBot, window: MainWindow
) -> None:
    bar = window.toolbar
    for width, style in (
        (1600, Qt.ToolButtonStyle.ToolButtonTextOnly),
        (760, Qt.ToolButtonStyle.ToolButtonIconOnly),
        (1600, Qt.ToolButtonStyle.ToolButtonTextOnly),
    ):
        window.resize(width, 600)
        QApplication.processEvents()
        for name in (each for each in window.views.names if each != "home"):
            button = bar.widgetForAction(window.actions_[name])
            assert isinstance(button, QToolButton)
            assert button.toolButtonStyle() == style
            assert not button.icon().isNull()
        assert window.language_switch.isVisible()
        assert window.language_switch.geometry().right() <= bar.width()
