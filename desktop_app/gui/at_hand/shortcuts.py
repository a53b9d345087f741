"""The shortcuts of a window's actions, as the person wants them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from desktop_app.gui.actions import ACTIONS, ActionRegistry
from desktop_app.gui.settings import Settings

_TABLE = "shortcuts"  # in the settings: the names of actions, each with its list of keys
MOST = 2  # shortcuts of one action
_PORTABLE = QKeySequence.SequenceFormat.PortableText
# What moves, chooses and leaves everywhere in a window, and what types.
_NEEDED = {
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Menu,
}  # fmt: skip
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_DEFAULTS = {spec.name: spec.shortcuts for spec in ACTIONS}


class Shortcuts(QObject):
    """Changes the shortcuts of `registry` and keeps what was changed in `settings`."""

    changed = Signal()

    def __init__(self, registry: ActionRegistry, settings: Settings, parent: QObject) -> None:
        """Give each action the keys that the settings say."""
        super().__init__(parent)
        self._registry, self._settings = registry, settings
        self._read: dict[str, list[str]] = {}  # as last read
        self.read_again()

    def read_again(self) -> None:
        """Give each action the keys that the settings say now; another window may have put them."""
        table = self._settings.table(_TABLE)
        if table == self._read:
            return
        for name in (set(table) | set(self._read)) & set(_DEFAULTS):
            keys = table.get(name, _DEFAULTS[name])
            self._give(name, [each for each in keys if QKeySequence(each).count()][:MOST])
        self._read = table
        self._tell()

    def keys(self, name: str) -> list[QKeySequence]:
        """What calls the action called `name`."""
        return list(self._registry[name].shortcuts())

    def is_changed(self, name: str) -> bool:
        """Whether its keys are not those Beilin comes with."""
        return [_text(keys) for keys in self.keys(name)] != [
            _text(QKeySequence(keys)) for keys in _DEFAULTS[name]
        ]

    def owners(self, keys: QKeySequence, but: str = "") -> list[str]:
        """The other actions that have `keys` now."""
        wanted = _text(keys)
        return [
            name
            for name in _DEFAULTS
            if name != but and wanted and wanted in map(_text, self.keys(name))
        ]

    def put(self, name: str, keys: Sequence[QKeySequence]) -> None:
        """Have `keys` call the action, and no other action any more."""
        for each in keys:
            for owner in self.owners(each, but=name):
                self._set(owner, [own for own in self.keys(owner) if _text(own) != _text(each)])
        self._set(name, keys)
        self._tell()

    def reset(self, name: str) -> None:
        """Give the action back the keys that Beilin comes with."""
        self.put(name, [QKeySequence(keys) for keys in _DEFAULTS[name]])

    def reset_all(self) -> None:
        """Give all actions their keys back."""
        for name, keys in _DEFAULTS.items():
            self._set(name, [QKeySequence(each) for each in keys])
        self._tell()

    def _set(self, name: str, keys: Sequence[QKeySequence]) -> None:
        texts = list(dict.fromkeys(text for text in map(_text, keys) if text))[:MOST]
        self._give(name, texts)
        # What is as Beilin comes with it follows a later Beilin.
        self._settings.put(f"{_TABLE}.{name}", texts if self.is_changed(name) else None)
        self._read = self._settings.table(_TABLE)

    def _give(self, name: str, keys: Sequence[str]) -> None:
        self._registry[name].setShortcuts([QKeySequence(each) for each in keys])

    def _tell(self) -> None:
        self._registry.write_tips()
        self.changed.emit()


def is_needed(keys: QKeySequence) -> bool:
    """Whether the window itself needs `keys`, as Tab or the arrows, so that no action can."""
    pressed: QKeyCombination = keys[0]  # type: ignore[index]  # unknown to its stub
    return pressed.key() in _NEEDED and not pressed.keyboardModifiers() & _HELD


def _text(keys: QKeySequence) -> str:
    return keys.toString(_PORTABLE)
