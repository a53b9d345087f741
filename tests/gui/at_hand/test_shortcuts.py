"""Every action's shortcut can be changed, is kept, and belongs to one action."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.actions import ACTIONS, ActionRegistry
from desktop_app.gui.at_hand.action_help import HELP
from desktop_app.gui.at_hand.shortcuts import MOST, Shortcuts, is_needed
from desktop_app.gui.look import Look
from desktop_app.gui.settings import Settings
from desktop_app.places import resources


@pytest.fixture
def registry(qtbot: QtBot, look: Look) -> ActionRegistry:
    window = QWidget()
    qtbot.addWidget(window)
    made = ActionRegistry(look, window)
    made.retranslate()
    made.window = window  # type: ignore[attr-defined]  # or it goes with this fixture
    return made


@pytest.fixture
def shortcuts(registry: ActionRegistry, tmp_path: Path) -> Shortcuts:
    settings = Settings(tmp_path / "settings.toml")
    return Shortcuts(registry, settings, registry.window)  # type: ignore[attr-defined]


def keys(*texts: str) -> list[QKeySequence]:
    return [QKeySequence(text) for text in texts]


def test_every_action_has_help_and_its_drawing_is_there() -> None:
    assert {spec.name for spec in ACTIONS} == set(HELP)
    drawings = {spec.icon for spec in ACTIONS if spec.icon}
    assert [each for each in drawings if not (resources() / "icons" / f"{each}.svg").exists()] == []


def test_no_two_actions_come_with_one_shortcut() -> None:
    given = Counter(QKeySequence(each).toString() for spec in ACTIONS for each in spec.shortcuts)
    assert [each for each, times in given.items() if times > 1] == []
    assert "" not in given
    assert max(len(spec.shortcuts) for spec in ACTIONS) <= MOST


def test_a_change_is_kept_and_taken_back(
    registry: ActionRegistry, shortcuts: Shortcuts, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    shortcuts.put("parallel", keys("Ctrl+Alt+D"))
    assert registry["parallel"].shortcut() == QKeySequence("Ctrl+Alt+D")
    assert "Ctrl+Alt+D" in registry["parallel"].toolTip()
    assert shortcuts.is_changed("parallel")
    shortcuts._settings.save()
    other = QWidget()
    qtbot.addWidget(other)
    again = ActionRegistry(look, other)
    later = Shortcuts(again, Settings(tmp_path / "settings.toml"), other)
    assert again["parallel"].shortcut() == QKeySequence("Ctrl+Alt+D")
    later.reset("parallel")
    assert again["parallel"].shortcut() == QKeySequence("Ctrl+L")
    assert not later.is_changed("parallel")
    assert later._settings.table("shortcuts") == {}


def test_a_taken_shortcut_changes_hands(registry: ActionRegistry, shortcuts: Shortcuts) -> None:
    assert shortcuts.owners(QKeySequence("Ctrl+K"), but="open") == ["search"]
    shortcuts.put("open", keys("Ctrl+K"))
    assert registry["open"].shortcuts() == keys("Ctrl+K")
    assert registry["search"].shortcuts() == keys("/")
    shortcuts.reset("search")
    assert registry["search"].shortcuts() == keys("Ctrl+K", "/")
    assert registry["open"].shortcuts() == []
    shortcuts.reset_all()
    assert not any(shortcuts.is_changed(spec.name) for spec in ACTIONS)


def test_what_a_settings_file_says_wrongly_is_no_shortcut(
    registry: ActionRegistry, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    text = '[shortcuts]\nopen = ["Ctrl+J", "F2", "F3"]\nfly = ["F4"]\nquit = "F5"\nhelp = [""]\n'
    path.write_text(text, "utf-8")
    Shortcuts(registry, Settings(path), registry.window)  # type: ignore[attr-defined]
    assert registry["open"].shortcuts() == keys("Ctrl+J", "F2")
    assert registry["quit"].shortcuts() == keys("F5")
    assert registry["help"].shortcuts() == []


def test_the_new_key_calls_the_action(
    registry: ActionRegistry, shortcuts: Shortcuts, qtbot: QtBot
) -> None:
    window: QWidget = registry.window  # type: ignore[attr-defined]
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    called: list[QAction] = []
    registry["about"].triggered.connect(lambda _on: called.append(registry["about"]))
    shortcuts.put("about", keys("Ctrl+Alt+A"))
    QTest.keySequence(window, QKeySequence("Ctrl+Alt+A"))
    assert called == [registry["about"]]


@pytest.mark.parametrize(
    ("key", "needed"),
    [("Tab", True), ("Esc", True), ("Up", True), ("Shift+Tab", True), ("Alt+Up", False),
     ("F5", False), ("J", False), ("Ctrl+Return", False)],
)  # fmt: skip
def test_keys_that_the_window_needs(key: str, needed: bool) -> None:
    assert is_needed(QKeySequence(key)) is needed
