"""A real window on a small real archive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.application import make_application, make_look
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.items import Origin, Photo
from tests.material import item


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it, whoever has made it by now."""
    return make_application()


@pytest.fixture
def archive_folder(tmp_path: Path) -> Path:
    """Three items in two languages, one with two photos."""
    folder = tmp_path / "small.beilin"
    with open_for_import(folder, "Small archive", front="front") as archive:
        photos = []
        for name, colour in (("red", "#a03020"), ("blue", "#2040a0")):
            image = QImage(320, 200, QImage.Format.Format_RGB32)
            image.fill(QColor(colour))
            image.save(str(tmp_path / f"{name}.png"))
            file = archive.photos.put(tmp_path / f"{name}.png")
            photos.append(Photo(file, f"A {name} field", "Somebody", "2021-08-30", after=1))
        items = [
            item("front", "The harbor opened.\nMany ships came to the harbor.",
                 title="Harbor opens", photos=tuple(photos), source="Port News"),
            item("two", "Prices of oil rose.", title="Oil prices", date=date(1987, 2, 26)),
            item("three", "西安交通大学与巴黎高科签署合作协议。\n港口今日开放。", title="合作协议",
                 language="zh", date=date(2023, 1, 5), kind="bulletin"),
        ]  # fmt: skip
        archive.put([(each, Origin("test"), False) for each in items])
        archive.catch_up()
    return folder


@pytest.fixture
def look(qapp: object) -> Iterator[Look]:
    """The look of the application, in English."""
    made = make_look(make_application(), "en", "light")
    yield made
    made.set_language("en")  # or Qt's own words stay in the last language for later tests


@pytest.fixture
def window(qtbot: QtBot, look: Look, archive_folder: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """The main window on `archive_folder`, idle."""
    made = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.open_folder(archive_folder)
    settle(qtbot, made)
    yield made
    made.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    qtbot.wait(10)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)


def type_text(widget: QWidget, text: str) -> None:
    """Type as a person does: Latin by keys, Chinese through an input method."""
    for run in re.findall(r"[ -~]+|[^ -~]+", text):
        if run.isascii():
            QTest.keyClicks(widget, run)
        else:
            event = QInputMethodEvent()
            event.setCommitString(run)
            QApplication.sendEvent(widget, event)
