"""A part of the home page: a heading, a way to all of it, and its list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.views.home.row import Row, Wish
from desktop_app.gui.views.home.row_list import RowList


class HomeSection(QWidget):
    """Hidden while there is nothing to list. `followed` carries a `Wish`."""

    followed = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        """Without a word yet; `name` is the object's."""
        super().__init__(parent)
        self.setObjectName(name)
        self._wish: Wish | None = None
        self.heading, self.all = QLabel(self), QPushButton(self)
        self.heading.setObjectName(f"{name}Heading")
        self.heading.setProperty("section", True)
        self.all.setObjectName(f"{name}All")
        self.all.setProperty("link", True)
        self.all.setCursor(Qt.CursorShape.PointingHandCursor)
        self.all.clicked.connect(self._follow_all)
        self.list = RowList(look, f"{name}Rows", self)
        self.list.followed.connect(self.followed)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.list)
        layout.addStretch(1)

    def show_rows(
        self, heading: str, rows: Sequence[Row], all_words: str = "", wish: Wish | None = None
    ) -> None:
        """List `rows` under `heading`; `all_words` lead to what `wish` says."""
        self.heading.setText(heading)
        self.list.setAccessibleName(heading)
        self.setAccessibleName(heading)
        self._wish = wish
        self.all.setText(all_words)
        self.all.setAccessibleName(f"{heading}: {all_words}")
        self.all.setVisible(wish is not None)
        self.list.show_rows(rows)
        self.setVisible(bool(rows))

    def _follow_all(self) -> None:
        if self._wish is not None:
            self.followed.emit(self._wish)
