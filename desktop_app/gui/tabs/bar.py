"""The bar of tabs: one an item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.look import Look

_WIDEST, _NARROWEST = 15, 8  # heights of a line that a tab may be wide
_AROUND = 6  # pixels of the button around that
_CROSS = 0.85  # heights of a line that the drawing in a button that closes is high


class ItemTabBar(QTabBar):
    """One tab an item, by its title. Tells what is wanted; shows what it is told to."""

    wanted = Signal(int)  # show this tab
    close_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)  # for a tab, at a place of the screen

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """One tab at first."""
        super().__init__(parent)
        self._look = look
        self._pressed = -1  # the tab the middle button went down on
        self._titles: list[str] = []
        self.setObjectName("itemTabs")
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self.wanted)
        look.theme_changed.connect(self._draw_crosses)
        look.script_changed.connect(self._write)
        self.retranslate()

    def show_tabs(self, titles: Sequence[str], now: int) -> None:
        """Show a tab for each of `titles` ("" is an empty tab's), number `now` being shown."""
        self.blockSignals(True)
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        while self.count() < len(titles):
            self._add()
        self._titles = list(titles)
        self._write()
        self.setCurrentIndex(now)
        self.blockSignals(False)

    def _add(self) -> None:
        number = self.addTab("")
        cross = QToolButton(self)
        cross.setObjectName("closeTab")
        cross.setIcon(icon("close", self._look.theme))
        side = round(_CROSS * self.fontMetrics().height())
        cross.setIconSize(QSize(side, side))
        cross.setFixedSize(side + _AROUND, side + _AROUND)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W has it; Tab should pass in one step
        cross.clicked.connect(lambda: self._close(cross))
        self.setTabButton(number, QTabBar.ButtonPosition.RightSide, cross)

    def _close(self, cross: QWidget) -> None:
        for number in range(self.count()):
            if self._cross(number) is cross:
                self.close_wanted.emit(number)
                return

    def _cross(self, number: int) -> QToolButton | None:
        made = self.tabButton(number, QTabBar.ButtonPosition.RightSide)
        return made if isinstance(made, QToolButton) else None

    def _draw_crosses(self) -> None:
        for number in range(self.count()):
            cross = self._cross(number)
            if cross is not None:
                cross.setIcon(icon("close", self._look.theme))

    def _write(self) -> None:
        catalog = self._look.catalog
        empty, close = catalog.text("New tab"), catalog.text("Close the tab")
        for number, title in enumerate(self._titles):
            words = self._look.shown(title) or empty
            text = words.replace("&", "&&")  # or Qt takes it for the sign of a mnemonic
            if self.tabText(number) != text:
                self.setTabText(number, text)
            self.setTabToolTip(number, words)
            cross = self._cross(number)
            if cross is not None:
                cross.setToolTip(close)
                cross.setAccessibleName(f"{close}: {words}")

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Tabs"))
        names = {
            "ScrollLeftButton": text("Show tabs to the left"),
            "ScrollRightButton": text("Show tabs to the right"),
        }
        for button, name in names.items():  # Qt's own, named once and in English
            for made in self.findChildren(QToolButton, button):
                made.setAccessibleName(name)
                made.setToolTip(name)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the title, within bounds: many tabs share the bar before it scrolls."""
        size = super().tabSizeHint(index)
        em = self.fontMetrics().height()
        share = self.width() // max(1, self.count())
        size.setWidth(min(size.width(), max(min(share, _WIDEST * em), _NARROWEST * em)))
        return size

    def minimumTabSizeHint(self, index: int) -> QSize:
        """No narrower than that: the bar scrolls instead."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """As narrow as you like: the tabs scroll."""
        return QSize(0, super().minimumSizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what the middle button is pressed on."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pressed = self.tabAt(event.position().toPoint())
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button closes a tab."""
        if event.button() == Qt.MouseButton.MiddleButton:
            number = self.tabAt(event.position().toPoint())
            if number >= 0 and number == self._pressed:
                self.close_wanted.emit(number)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the tab under the pointer, or by key of the one shown."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        number = self.currentIndex() if by_key else self.tabAt(event.pos())
        if number >= 0:
            place = self.mapToGlobal(self.tabRect(number).center())
            self.menu_wanted.emit(number, place if by_key else event.globalPos())
