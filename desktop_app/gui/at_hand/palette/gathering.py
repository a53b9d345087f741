"""The commands of a window: its actions, the choices in its menus, archives opened lately."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.gui.actions import ACTIONS, MENUS, ActionRegistry, plain
from desktop_app.gui.at_hand.action_help import HELP
from desktop_app.gui.at_hand.palette.command import Command
from desktop_app.gui.at_hand.tongues import Tongues
from desktop_app.gui.look import Look
from desktop_app.messages import message

_CHOICE = "action:"  # what the name of a menu's choice begins with: action:theme:dark
_OPEN = message("Open archive")


class Gathering:
    """Gathers the commands of one window as they are now."""

    def __init__(
        self,
        look: Look,
        registry: ActionRegistry,
        recent: Callable[[], list[Path]],
        open_archive: Callable[[Path], object],
        is_missing: Callable[[Path], bool] = lambda _folder: False,
    ) -> None:
        """Gather from `registry` and its menus; `open_archive` opens one of `recent`.

        One that `is_missing` now, as its stick is out, cannot be opened.
        """
        self._look, self._registry = look, registry
        self._recent, self._open, self._is_missing = recent, open_archive, is_missing
        self._tongues = Tongues()

    def commands(self, but: str) -> list[Command]:
        """All commands in the order of the menus, without the action called `but`."""
        known = {self._registry[spec.name] for spec in ACTIONS}
        return [
            *self._of_actions(but),
            *chain(*(self._of_menu(menu, known) for menu in self._registry.menus.values())),
            *self._of_archives(),
        ]

    def _of_actions(self, but: str) -> Iterator[Command]:
        catalog, tongues = self._look.catalog, self._tongues
        for spec in ACTIONS:
            action, help_ = self._registry[spec.name], HELP.get(spec.name)
            if spec.name != but and action.isVisible():
                yield Command(
                    key=f"{_CHOICE}{spec.name}",
                    names=tongues.names(spec.text, catalog),
                    group=plain(catalog.message(MENUS[spec.menu])),
                    help=tongues.texts(help_, catalog) if help_ else (),
                    run=action.trigger,
                    keys=self._registry.keys(spec.name),
                    enabled=action.isEnabled(),
                    checked=action.isChecked(),
                    icon=None if action.icon().isNull() else action.icon(),
                )

    def _of_menu(self, menu: QMenu, known: set[QAction], group: str = "") -> Iterator[Command]:
        """The choices in the menus inside `menu`, such as languages and themes."""
        over = group or plain(menu.title())
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                yield from self._of_menu(inner, known, over)
            elif group and action not in known and action.objectName().startswith(_CHOICE):
                yield Command(
                    key=action.objectName(),
                    names=self._tongues.choice(menu.title(), action.text(), self._look.catalog),
                    group=group,
                    help=(),
                    run=action.trigger,
                    enabled=action.isEnabled(),
                    checked=action.isChecked(),
                )

    def _of_archives(self) -> Iterator[Command]:
        catalog = self._look.catalog
        for folder in self._recent():
            yield Command(
                key=f"archive:{folder}",
                names=self._tongues.alike([folder.stem]),
                group=catalog.message(_OPEN),
                help=(*self._tongues.texts(_OPEN, catalog), str(folder)),
                run=partial(self._open, folder),
                enabled=not self._is_missing(folder),
            )
