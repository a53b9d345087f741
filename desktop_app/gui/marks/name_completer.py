"""Completes the name at the caret among several that commas part."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

_PARTED = re.compile(r"[,，;；、]")


class NameCompleter(QCompleter):
    """Offers known names for the last one typed in a line of several."""

    def __init__(self, names: Iterable[str], line: QLineEdit) -> None:
        """Complete in `line` to one of `names`."""
        super().__init__(line)
        self._line = line
        self.setModel(QStringListModel(list(names), self))
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(self)

    def splitPath(self, path: str) -> list[str]:
        """What is typed of the name the caret is in."""
        return [_PARTED.split(path[: self._line.cursorPosition()])[-1].strip()]

    def pathFromIndex(self, index: object) -> str:
        """The line with the name chosen in the place of what was typed of it."""
        chosen = str(super().pathFromIndex(index))  # type: ignore[arg-type]
        place, text = self._line.cursorPosition(), self._line.text()
        before = [each.strip() for each in _PARTED.split(text[:place])[:-1]]
        behind = [each.strip() for each in _PARTED.split(text[place:])[1:]]
        return ", ".join(filter(None, (*before, chosen, *behind)))


def names_in(text: str) -> list[str]:
    """The names that commas part, each once."""
    parts = (each.strip() for each in _PARTED.split(text))
    return list(dict.fromkeys(filter(None, parts)))
