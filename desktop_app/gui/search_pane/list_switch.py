"""The switch over the list: items, or what is said in them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.hit_list import ITEMS, SPEECHES


class ListSwitch(QWidget):
    """Two buttons side by side, one of them down."""

    chosen = Signal(str)  # the name of a `HitList`, when a person presses

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Show `ITEMS` as chosen."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("listSwitch")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._buttons = {name: self._button(name) for name in (ITEMS, SPEECHES)}
        for button in self._buttons.values():
            layout.addWidget(button)
        self._buttons[ITEMS].setProperty("part", "first")
        self._buttons[SPEECHES].setProperty("part", "last")
        self.choose(ITEMS)
        self.retranslate()

    def choose(self, name: str) -> None:
        """Have the button `name` down."""
        # No QButtonGroup: Tab would reach none but the one that was down first.
        for each, button in self._buttons.items():
            button.setChecked(each == name)

    def button(self, name: str) -> QToolButton:
        """The button of the list `name`."""
        return self._buttons[name]

    def _button(self, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(f"listSwitch:{name}")
        made.setCheckable(True)
        made.clicked.connect(lambda: self._press(name))
        return made

    def _press(self, name: str) -> None:
        self.choose(name)
        self.chosen.emit(name)

    def retranslate(self) -> None:
        """Write both names anew."""
        text = self._look.catalog.text
        self.setAccessibleName(text("What is listed"))
        names = {ITEMS: text("Items"), SPEECHES: text("Speeches")}
        hints = {
            ITEMS: text("List the items found"),
            SPEECHES: text("List what was said, each statement by itself"),
        }
        for name, button in self._buttons.items():
            button.setText(names[name])
            button.setToolTip(hints[name])
            button.setAccessibleName(names[name])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
