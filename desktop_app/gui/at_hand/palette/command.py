"""One entry of the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QIcon

from desktop_app.language.abbreviations import Fit, Name


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done now.

    `key` stays the same between sessions. `names` are the same name in each language of
    the interface, the present one's first; `group` says under which menu it stands.
    """

    key: str
    names: tuple[Name, ...]
    group: str
    help: tuple[str, ...]
    run: Callable[[], object]
    keys: str = ""
    enabled: bool = True
    checked: bool = False
    icon: QIcon | None = None

    @property
    def text(self) -> str:
        """Its name in the language of the interface."""
        return self.names[0].text


@dataclass(frozen=True, slots=True)
class Choice:
    """A command that fits what is typed.

    `other` is its name in the language that fitted, where that is not the interface's;
    `fit` belongs to that name.
    """

    command: Command
    fit: Fit
    other: str = ""
