"""Where the shortcuts of one action are changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.actions import ACTIONS, plain
from desktop_app.gui.at_hand.action_help import HELP
from desktop_app.gui.at_hand.shortcuts import MOST, Shortcuts, is_needed
from desktop_app.gui.look import Look
from desktop_app.gui.tell_box import Words
from desktop_app.i18n.catalog import Catalog

_SPECS = {spec.name: spec for spec in ACTIONS}
_TO_LEAVE = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_TO_EMPTY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class KeysEdit(QKeySequenceEdit):
    """Takes one shortcut. Tab and Escape do what they do everywhere, Delete empties it."""

    def event(self, event: QEvent) -> bool:
        """Keep Qt from taking the keys that lead out of here as a shortcut."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds and _is_bare(event):
            if event.key() in _TO_LEAVE:
                return QWidget.event(self, event)
            if event.key() in _TO_EMPTY:
                self._empty(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Escape to the dialog."""
        if _is_bare(event) and event.key() in _TO_LEAVE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _empty(self, event: QKeyEvent) -> None:
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.clear()
            self.editingFinished.emit()

    def name(self, name: str, placeholder: str) -> None:
        """Call it `name`, and say what to do where it is empty."""
        self.setAccessibleName(name)
        for line in self.findChildren(QLineEdit):
            line.setPlaceholderText(placeholder)
            line.setAccessibleName(name)


def _is_bare(event: QKeyEvent) -> bool:
    """Whether no key is held that makes another meaning."""
    return not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier


class KeysEditor(QWidget):
    """Shows an action's shortcuts in fields and tells of conflicts."""

    def __init__(self, look: Look, shortcuts: Shortcuts, parent: QWidget) -> None:
        """Change `shortcuts`, of no action yet."""
        super().__init__(parent)
        self._look, self._shortcuts = look, shortcuts
        self._name = ""
        self._told: Words = _nothing
        self._wanted: list[QKeySequence] = []  # what waits until it is taken from others
        self.setObjectName("keysEditor")
        self.heading, self.told = QLabel(self), QLabel(self)
        self.fields = [KeysEdit(self) for _ in range(MOST)]
        self.take, self.reset = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.take.clicked.connect(self._take)
        self.reset.clicked.connect(lambda: self._shortcuts.reset(self._name))
        shortcuts.changed.connect(self._show)
        self.show_action("")

    def _lay_out(self) -> None:
        names = {"keysHeading": self.heading, "keysTold": self.told, "keysTake": self.take,
                 "keysReset": self.reset}  # fmt: skip
        for name, widget in names.items():
            widget.setObjectName(name)
        for label in (self.heading, self.told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for button in (self.take, self.reset):
            button.setAutoDefault(False)  # Enter in the search box presses nothing
        row = QHBoxLayout()
        for number, field in enumerate(self.fields):
            field.setObjectName(f"keysField{number + 1}")
            field.setMaximumSequenceLength(1)
            field.editingFinished.connect(self._edited)
            row.addWidget(field, 1)
        row.addWidget(self.reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 10)
        layout.addWidget(self.heading)
        layout.addLayout(row)
        layout.addWidget(self.told)
        layout.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)

    def show_action(self, name: str) -> None:
        """Change the action called `name` from now on; none for ""."""
        self._name = name
        self._show()

    def _show(self) -> None:
        keys = self._shortcuts.keys(self._name) if self._name else []
        for number, field in enumerate(self.fields):
            with QSignalBlocker(field):
                field.setKeySequence(keys[number] if number < len(keys) else QKeySequence())
            field.setEnabled(bool(self._name))
        self._tell(_nothing)
        self.reset.setEnabled(bool(self._name) and self._shortcuts.is_changed(self._name))
        self.retranslate()

    def _edited(self) -> None:
        """Apply what the fields say now, unless another action has it."""
        keys = [field.keySequence() for field in self.fields]
        keys = [each for each in keys if not each.isEmpty()]
        if keys == self._shortcuts.keys(self._name):
            self._tell(_nothing)
            return
        needed = next((each for each in keys if is_needed(each)), None)
        taken = [
            (each, owner) for each in keys for owner in self._shortcuts.owners(each, self._name)
        ]
        if needed is not None:
            self._tell(_needed(needed))
        elif taken:
            self._wanted = keys
            self._tell(_taken(*taken[0]), conflict=True)
        else:
            self._shortcuts.put(self._name, keys)

    def _take(self) -> None:
        self._shortcuts.put(self._name, self._wanted)
        self.fields[0].setFocus()

    def _tell(self, told: Words, conflict: bool = False) -> None:
        self._told = told
        self.told.setProperty("problem", told is not _nothing)
        self.told.style().polish(self.told)
        self.take.setVisible(conflict)
        self.told.setText(told(self._look.catalog))

    def retranslate(self) -> None:
        """Write everything anew."""
        catalog = self._look.catalog
        text, spec = catalog.text, _SPECS.get(self._name)
        name = plain(catalog.message(spec.text)) if spec else ""
        what = catalog.message(HELP[self._name]) if self._name in HELP else ""
        self.heading.setText("\n".join(filter(None, (name, what))))
        self.take.setText(text("Take it from there"))
        self.reset.setText(text("Reset"))
        self.reset.setAccessibleDescription(text("The shortcuts that Beilin comes with"))
        labels = (text("Shortcut"), text("Second shortcut"))
        for field, label in zip(self.fields, labels, strict=True):
            field.name(f"{label}: {name}" if name else label, text("Press the keys"))
        self.told.setText(self._told(catalog))


def _nothing(catalog: Catalog) -> str:
    return catalog.text("Go into a field and press the keys; Delete empties it, Tab leaves it.")


def _needed(keys: QKeySequence) -> Words:
    return lambda catalog: catalog.text(
        "{keys} is needed everywhere in the window", keys=_native(keys)
    )


def _taken(keys: QKeySequence, owner: str) -> Words:
    def words(catalog: Catalog) -> str:
        name = plain(catalog.message(_SPECS[owner].text))
        return catalog.text("{keys} belongs to “{action}” now", keys=_native(keys), action=name)

    return words


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
