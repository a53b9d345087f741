"""Less motion, where the system or the person asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui import motion as motion_module
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.motion import FULL, REDUCED, SYSTEM, Motion


@pytest.fixture
def pool() -> Iterator[QThreadPool]:
    made = QThreadPool()
    yield made
    made.waitForDone()


def test_the_choice_reaches_menus_caret_and_style(window: MainWindow) -> None:
    fade, flash = Qt.UIEffect.UI_FadeMenu, QApplication.cursorFlashTime()
    assert not window.at_hand.motion.reduced
    window.at_hand.set_motion(REDUCED)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert "widget-animation-duration: 0" in application.styleSheet()
    assert not QApplication.isEffectEnabled(fade) and QApplication.cursorFlashTime() == 0
    window.at_hand.set_motion(FULL)
    assert "widget-animation-duration" not in application.styleSheet()
    assert QApplication.cursorFlashTime() == flash


@pytest.mark.parametrize("reduces", [True, False])
def test_the_system_is_followed_until_a_person_says_otherwise(
    qtbot: QtBot, qapp: QApplication, pool: QThreadPool, monkeypatch: pytest.MonkeyPatch,
    reduces: bool,
) -> None:  # fmt: skip
    monkeypatch.setattr(motion_module, "system_reduces", lambda: reduces)
    parent = QObject()
    motion = Motion(pool, parent)
    pool.waitForDone()
    qtbot.wait(20)
    assert motion.reduced is reduces
    motion.choose(FULL)
    assert not motion.reduced
    motion.choose("klingon")
    assert motion.choice == SYSTEM and motion.reduced is reduces
    motion.choose(FULL)


def test_a_system_without_a_desktop_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not motion_module.system_reduces()
