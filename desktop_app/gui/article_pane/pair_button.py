"""The button above the text that says that the story is told in the other language too."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop_app.gui.look import Look
from desktop_app.items import Pair
from desktop_app.messages import message

_FOUND = {
    "link": message("The two pages name each other; score {score}"),
    "evidence": message("Told by dates, numbers, names and words; score {score}"),
    "reader": message("Paired by a reader; score {score}"),
}


class PairButton(QToolButton):
    """Hidden without a pair. A click asks to read both; its menu has what else can be done."""

    wanted = Signal(bool)  # whether both are to be read together
    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Write in the language of `look`."""
        super().__init__(parent)
        self._look = look
        self.pair: Pair | None = None
        self._item = ""
        self.setObjectName("pairButton")
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.wanted)
        self.hide()

    def offer(self, groups: Iterable[Iterable[QAction]]) -> None:
        """Offer actions in a menu, a line between groups."""
        menu = QMenu(self)
        menu.setObjectName("pairMenu")
        for number, group in enumerate(groups):
            if number:
                menu.addSeparator()
            menu.addActions(list(group))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def show_pair(self, pair: Pair | None, item_id: str) -> None:
        """Tell of `pair`, of which the item shown, with this id, is one."""
        self.pair, self._item = pair, item_id
        self.setVisible(pair is not None)
        self.retranslate()
        self.changed.emit()

    def retranslate(self) -> None:
        """Write every word anew."""
        menu, pair, catalog = self.menu(), self.pair, self._look.catalog
        if menu is not None:
            menu.setAccessibleName(catalog.text("The counterpart"))
        if pair is None:
            self.setText("")
            self.setToolTip("")
            self.setAccessibleName(catalog.text("The counterpart"))
            return
        english = self._item == pair.en
        chinese_too, english_too = catalog.text("Also in Chinese"), catalog.text("Also in English")
        self.setText(chinese_too if english else english_too)
        words = _FOUND[pair.by]
        score = catalog.number(round(pair.score, 2))
        self.setToolTip(catalog.text(words.key, score=score))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self.toolTip())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
