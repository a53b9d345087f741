"""The dialog in which an item gets tags and is put into collections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import MarksError
from desktop_app.gui.look import Look
from desktop_app.gui.marks.name_completer import NameCompleter, names_in
from desktop_app.marks.names import clean_name, key_of

_WIDTH, _LIST_HEIGHT = 420, 150  # pixels


class SortingDialog(QDialog):
    """`decided` carries the tags and the names of the collections that are ticked."""

    decided = Signal(list, list)

    def __init__(
        self,
        look: Look,
        tags: Sequence[str],
        known_tags: Iterable[str],
        collections: Iterable[tuple[str, bool]],
        parent: QWidget,
    ) -> None:
        """Show an item's `tags`, and all `collections` with whether it is in them."""
        super().__init__(parent)
        self._look = look
        self._error: MarksError | None = None
        self.setObjectName("sortingDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tags_label, self._list_label = QLabel(self), QLabel(self)
        self.tags = QLineEdit(", ".join(tags), self)
        self.tags.setObjectName("tagsLine")
        self.completer = NameCompleter(known_tags, self.tags)
        self.list = QListWidget(self)
        self.list.setObjectName("collectionsList")
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.name = QLineEdit(self)
        self.name.setObjectName("newCollection")
        self.add = QPushButton(self)
        self.add.setObjectName("addCollection")
        self.add.setAutoDefault(False)
        self.problem = QLabel(self)
        self.problem.setObjectName("problemLine")
        self.problem.setWordWrap(True)
        self.buttons = QDialogButtonBox(self)
        for name, ticked in collections:
            self._add_row(name, ticked)
        self._lay_out()
        self._connect()
        self._show_list()
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(6)
        layout.addWidget(self._tags_label)
        layout.addWidget(self.tags)
        layout.addSpacing(8)
        layout.addWidget(self._list_label)
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self.problem.hide()
        self._tags_label.setBuddy(self.tags)
        self._list_label.setBuddy(self.list)
        self.resize(_WIDTH, self.sizeHint().height())

    def _connect(self) -> None:
        standard = QDialogButtonBox.StandardButton
        self.buttons.setStandardButtons(standard.Ok | standard.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.add.clicked.connect(self._add_named)
        self.name.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.add.setEnabled(False)

    def _add_row(self, name: str, ticked: bool) -> QListWidgetItem:
        row = QListWidgetItem(name, self.list)
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                     | Qt.ItemFlag.ItemIsUserCheckable)  # fmt: skip
        row.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return row

    def _show_list(self) -> None:
        """Show the collections, where there is one."""
        for part in (self.list, self._list_label):
            part.setVisible(self.list.count() > 0)

    def _add_named(self) -> bool:
        """Add the collection whose name is typed, ticked; tick it where there is one."""
        try:
            name = clean_name(self.name.text())
        except MarksError as error:
            self._say(error)
            return False
        rows = [self.list.item(place) for place in range(self.list.count())]
        same = next((row for row in rows if key_of(row.text()) == key_of(name)), None)
        row = same or self._add_row(name, True)
        row.setCheckState(Qt.CheckState.Checked)
        self._show_list()
        self.list.scrollToItem(row)
        self.name.clear()
        self.problem.hide()
        return True

    def _say(self, error: MarksError) -> None:
        self._error = error
        self.problem.setText(self._look.catalog.message(error.text))
        self.problem.show()

    def accept(self) -> None:
        """Tell what was decided; a name still in the line counts."""
        if self.name.text().strip() and not self._add_named():
            return
        try:
            tags = [clean_name(each) for each in names_in(self.tags.text())]
        except MarksError as error:
            self._say(error)
            return
        rows = [self.list.item(place) for place in range(self.list.count())]
        ticked = [row.text() for row in rows if row.checkState() == Qt.CheckState.Checked]
        self.decided.emit(tags, ticked)
        super().accept()

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setWindowTitle(text("Tags and collections"))
        self._tags_label.setText(text("Tags, with commas between them"))
        self.tags.setAccessibleName(text("Tags"))
        self._list_label.setText(text("Collections"))
        self.list.setAccessibleName(text("Collections"))
        self.name.setPlaceholderText(text("A new collection"))
        self.name.setAccessibleName(text("A new collection"))
        self.add.setText(text("Add"))
        if self._error is not None:
            self.problem.setText(self._look.catalog.message(self._error.text))
        standard = QDialogButtonBox.StandardButton
        self.buttons.button(standard.Ok).setText(text("OK"))
        self.buttons.button(standard.Cancel).setText(text("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
