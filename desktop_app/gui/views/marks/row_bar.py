"""The bar over the rows: filter, order, removing, and the name of a collection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import BeilinError
from desktop_app.gui.look import Look
from desktop_app.gui.views.marks.sections import Kind, Section
from desktop_app.marks.names import LONGEST

_MARGIN = 10  # pixels


class RowBar(QWidget):
    """Tells what is wanted; `MarksPage` does it."""

    stepped = Signal(int)  # the row chosen one up or down
    remove_wanted = Signal()
    undo_wanted = Signal()
    search_wanted = Signal()
    name_given = Signal(str, bool)  # of a new collection, or of the one shown
    drop_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._look = look
        self._section = Section(Kind.COLLECTION)
        self._error: BeilinError | None = None
        self._naming: bool | None = None  # whether a new one is named
        self.setObjectName("markBar")
        self.filter, self.name = QLineEdit(self), QLineEdit(self)
        self.filter.setObjectName("markFilter")
        self.filter.setClearButtonEnabled(True)
        self.name.setObjectName("collectionName")
        self.name.setMaxLength(LONGEST)
        self.up, self.down = self._button("markUp"), self._button("markDown")
        self.remove, self.undo = self._button("markRemove"), self._button("markUndo")
        self.more = self._button("markMore")
        self.problem = QLabel(self)
        self.problem.setObjectName("problemLine")
        self.problem.setWordWrap(True)
        self.search, self.make, self.rename, self.drop = (QAction(self) for _ in range(4))
        self._lay_out()
        self._connect()
        self.retranslate()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("chip", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("markMenu")
        menu.addAction(self.search)
        menu.addSeparator()
        for action, name in ((self.make, "make"), (self.rename, "rename"), (self.drop, "drop")):
            action.setObjectName(f"marks:{name}")
            menu.addAction(action)
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.filter, 1)
        row.addWidget(self.name, 1)
        for button in (self.up, self.down, self.remove, self.undo, self.more):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        for hidden in (self.name, self.undo, self.problem):
            hidden.hide()

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self.stepped.emit(-1))
        self.down.clicked.connect(lambda: self.stepped.emit(1))
        self.remove.clicked.connect(self.remove_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.search.triggered.connect(self.search_wanted)
        self.make.triggered.connect(lambda: self.begin_naming(True))
        self.rename.triggered.connect(lambda: self.begin_naming(False))
        self.drop.triggered.connect(self.drop_wanted)
        self.name.returnPressed.connect(self._give_name)

    def show_section(self, section: Section, count: int) -> None:
        """Offer what can be done with a section of `count` rows."""
        self._section = section
        for button in (self.up, self.down):
            button.setVisible(section.kind is Kind.COLLECTION)
        self.rename.setVisible(section.is_own)
        history = section.kind is Kind.HISTORY
        self.drop.setVisible(section.is_own or history)
        self.drop.setEnabled(section.is_own or bool(count))
        self.search.setEnabled(bool(count))
        self.retranslate()

    def offer(self, chosen: bool, up: bool, down: bool) -> None:
        """Offer what can be done with the row chosen."""
        self.remove.setEnabled(chosen)
        self.up.setEnabled(up)
        self.down.setEnabled(down)

    def offer_undo(self, can: bool) -> None:
        """Offer to undo the last removal."""
        self.undo.setVisible(can)
        self._calm()

    def complain(self, error: BeilinError) -> None:
        """Say what is wrong."""
        self._error = error
        self.problem.setText(self._look.catalog.message(error.text))
        self.problem.show()

    def _calm(self) -> None:
        """Nothing is wrong."""
        self._error = None
        self.problem.setText("")
        self.problem.hide()

    def begin_naming(self, new: bool) -> None:
        """Ask for the name of a new collection, or of the one shown."""
        self._naming = new
        self.name.setText("" if new else self._section.name)
        self.filter.hide()
        self.name.show()
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_naming(self) -> None:
        """Show the filter again."""
        self._naming = None
        self._calm()
        self.name.hide()
        self.filter.show()

    def _give_name(self) -> None:
        if self._naming is not None:
            self.name_given.emit(self.name.text(), self._naming)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape names nothing."""
        if event.key() == Qt.Key.Key_Escape and self._naming is not None:
            self.end_naming()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.filter.setPlaceholderText(text("Filter by words"))
        self.filter.setAccessibleName(text("Filter by words"))
        self.name.setPlaceholderText(text("Name of the collection, then Enter"))
        self.name.setAccessibleName(text("Name of the collection, then Enter"))
        _write(self.up, "↑", text("Move up"))
        _write(self.down, "↓", text("Move down"))
        _write(self.remove, text("Remove"), text("Remove from this list"))
        _write(self.undo, text("Undo"), text("Undo"))
        _write(self.more, "⋯", text("More"))
        self.problem.setAccessibleDescription(text("Problem"))
        if self._error is not None:
            self.problem.setText(self._look.catalog.message(self._error.text))
        self.search.setText(text("Search among these"))
        self.make.setText(text("New collection…"))
        self.rename.setText(text("Rename this collection…"))
        history = self._section.kind is Kind.HISTORY
        self.drop.setText(text("Clear the history") if history else text("Remove this collection"))
        menu = self.more.menu()
        if menu is not None:
            menu.setAccessibleName(text("More"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _write(button: QToolButton, text: str, name: str) -> None:
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name)
