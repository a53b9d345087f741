"""What a screen reader is told of a window, and how one goes through it by Tab."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

_Role = QAccessible.Role
# What is acted upon or read for itself, and so must have a name.
NAMED = {
    _Role.Button, _Role.PushButton, _Role.CheckBox, _Role.RadioButton, _Role.ComboBox,
    _Role.EditableText, _Role.List, _Role.Table, _Role.Tree, _Role.Slider, _Role.SpinBox,
    _Role.ProgressBar, _Role.MenuItem, _Role.Dialog, _Role.ToolBar, _Role.Document,
    _Role.ButtonMenu, _Role.ButtonDropDown, _Role.PageTabList,
}  # fmt: skip
# Parts of Qt's own making, named by what they belong to.
_INNER = re.compile(r"qt_|QHeaderView|QTableCornerButton|QScrollBar|QSizeGrip|ExtensionButton")
_MOST = 200  # presses of Tab that lead around any window


def interfaces(top: QWidget) -> Iterator[QAccessibleInterface]:
    """Walk the tree of `top` as a screen reader does, what is hidden left out."""
    todo = [QAccessible.queryAccessibleInterface(top)]
    while todo:
        each = todo.pop()
        if each is None or not each.isValid() or each.state().invisible:
            continue
        yield each
        if each.role() not in (_Role.List, _Role.Table, _Role.Tree):  # rows by the thousand
            todo += [each.child(number) for number in range(each.childCount())]


def nameless(top: QWidget) -> list[str]:
    """What of `top` has a role and no name."""
    found = []
    for each in interfaces(top):
        part = each.object()
        name = f"{type(part).__name__} {part.objectName()}" if part else ""
        silent = each.role() in NAMED and not each.text(QAccessible.Text.Name).strip()
        if silent and not _INNER.search(name):
            over = (f"{type(other).__name__} {other.objectName()}" for other in _above(part))
            found.append(f"{each.role().name} {name} in {' in '.join(over)}")
    return found


def mute(top: QWidget) -> list[str]:
    """The labels of `top` of which a screen reader says something else than they say."""
    texts = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    found = []
    for label in (each for each in top.findChildren(QLabel) if each.isVisible() and each.text()):
        interface = QAccessible.queryAccessibleInterface(label)
        said = " ".join(interface.text(kind) for kind in texts)
        if label.objectName().startswith(("lookUp", "trendFigures")):  # said line by line
            continue
        if re.sub("<[^>]*>|&", "", label.text()) not in said.replace("&", ""):
            found.append(f"{label.objectName()}: {label.text()}")
    return found


def _above(part: QObject | None) -> Iterator[QObject]:
    while part is not None and (part := part.parent()) is not None:
        yield part


def by_tab(top: QWidget) -> list[QWidget]:
    """What Tab leads to in the window `top`, once around; a text has stops of its own."""
    around: list[QWidget] = []
    now = QApplication.focusWidget()
    for _ in range(_MOST):
        if now is None or (len(around) > 1 and now is around[0]):
            break
        if now not in around:
            around.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
    return around


def out_of_reach(top: QWidget, around: list[QWidget]) -> list[str]:
    """What of `top` takes keys and is not among what Tab led `around`."""
    return [
        f"{type(each).__name__} {each.objectName()}"
        for each in top.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.window() is top
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each not in around and each.focusProxy() not in around
        and not any(one.isAncestorOf(each) or each.isAncestorOf(one) for one in around)
    ]  # fmt: skip


def without_visible_focus(top: QWidget, around: list[QWidget]) -> list[str]:
    """Which of `around` look the same with the focus and without."""
    unseen = []
    for number, each in enumerate(around):
        around[number - 1].setFocus(Qt.FocusReason.TabFocusReason)
        _bring_into_view(each)
        before = _picture(top, each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if _picture(top, each) == before:
            unseen.append(f"{type(each).__name__} {each.objectName()}")
    return unseen


def _bring_into_view(each: QWidget) -> None:
    """As Tab does."""
    for over in _above(each):
        if isinstance(over, QScrollArea):
            over.ensureWidgetVisible(each)


def _picture(top: QWidget, part: QWidget) -> QImage:
    QApplication.processEvents()
    area = part.rect().adjusted(-3, -3, 3, 3)
    return top.grab(QRect(part.mapTo(top, area.topLeft()), area.size())).toImage()
