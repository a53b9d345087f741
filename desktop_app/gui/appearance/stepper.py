"""Smaller, the percentage as it is, larger."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.i18n.catalog import Catalog


class Stepper(QWidget):
    """Shows a percentage; `stepped` is 1 for larger, -1 for smaller, 0 for back to 100 %."""

    stepped = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show 100 %."""
        super().__init__(parent)
        self._percent = 100
        self._catalog: Catalog | None = None
        self._title = ""
        self.setObjectName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.buttons: dict[int, QToolButton] = {}
        for step, part in ((-1, "smaller"), (0, "reset"), (1, "larger")):
            button = self.buttons[step] = QToolButton(self)
            button.setObjectName(f"{name}:{part}")
            button.setProperty("chip", True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on, step=step: self.stepped.emit(step))
            layout.addWidget(button)
        layout.addStretch(1)

    def show_percent(self, percent: int) -> None:
        """Write `percent`."""
        self._percent = percent
        if self._catalog is not None:
            self.write(self._catalog, self._title)

    def write(self, catalog: Catalog, title: str) -> None:
        """Set the words; `title` is what is scaled."""
        self._catalog, self._title = catalog, title
        percent = catalog.percent(self._percent)
        self.setAccessibleName(f"{title}: {percent}")
        names = {-1: catalog.text("Smaller"), 0: percent, 1: catalog.text("Larger")}
        signs = {-1: "−", 0: percent, 1: "+"}
        for step, button in self.buttons.items():
            button.setText(signs[step])
            button.setToolTip(names[step])
            button.setAccessibleName(f"{title}: {names[step]}")
