"""A bug is told calmly, on whatever thread it was, and the window lives on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app import __version__
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.problems.catching import Catching, log_qt
from desktop_app.gui.problems.problem_dialog import ProblemDialog
from tests.gui.conftest import settle


@pytest.fixture
def catching(window: MainWindow) -> Iterator[Catching]:
    made = Catching("wrong: {path}", window)
    made.caught.connect(window.dialogs.show_error)
    hooks = sys.excepthook, threading.excepthook
    made.install()
    yield made
    sys.excepthook, threading.excepthook = hooks


def break_down(number: int = 0) -> None:
    raise ZeroDivisionError(f"the text of an item {number}")


def test_a_bug_in_a_slot_is_told_and_the_window_lives_on(
    qtbot: QtBot, window: MainWindow, catching: Catching, capsys: pytest.CaptureFixture[str],
    look: Look,
) -> None:  # fmt: skip
    with qtbot.captureExceptions():  # pytest-qt's own hook stands aside
        catching.install()
        QTimer.singleShot(0, break_down)
        qtbot.waitUntil(lambda: window.dialogs.problem is not None)
    dialog = window.dialogs.problem
    assert isinstance(dialog, ProblemDialog) and dialog.isVisible()
    assert not dialog.isModal()
    said = capsys.readouterr().err
    assert said.startswith("wrong: ") and said.count("\n") == 1 and "beilin.log" in said
    assert "Traceback" not in dialog.text.text() and not dialog.details.isVisible()
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert f"Beilin {__version__}" in copied and "in break_down" in copied
    assert "Qt 6" in copied and "offscreen" in copied
    window.search_pane.box.setText("harbor")
    settle(qtbot, window)
    assert window.search_pane.matches is not None
    look.set_language("zh_CN")
    assert dialog.copy.text() == "复制详情"
    dialog.close()


def test_a_bug_on_another_thread_is_told_on_this_one(
    qtbot: QtBot, window: MainWindow, catching: Catching, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: window.dialogs.problem is not None)
    assert window.dialogs.problem is not None and window.dialogs.problem.isVisible()
    window.dialogs.problem.close()


def test_the_same_bug_again_opens_nothing_new(window: MainWindow) -> None:
    errors = []
    for _ in range(3):
        with pytest.raises(ZeroDivisionError) as caught:
            break_down()
        errors.append(caught.value)
    for error in errors:
        window.dialogs.show_error(error)
    dialog = window.dialogs.problem
    assert dialog is not None
    assert dialog.details.toPlainText().count("ZeroDivisionError:") == 1
    window.dialogs.show_error(KeyError("another"))
    assert "KeyError" in dialog.details.toPlainText()
    dialog.close()
    window.dialogs.show_error(errors[0])
    assert dialog.isVisible()
    assert "KeyError" not in dialog.details.toPlainText()
    dialog.close()


def test_what_qt_remarks_goes_to_the_log(
    qapp: object, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    before = qInstallMessageHandler(log_qt)  # pytest-qt has its own
    with caplog.at_level(logging.INFO, "desktop_app"):
        qWarning("an odd thing")
    qInstallMessageHandler(before)
    assert "an odd thing" in caplog.text
    assert "an odd thing" not in capfd.readouterr().err
