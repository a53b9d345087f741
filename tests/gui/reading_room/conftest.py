"""A window on an archive with a long item in each language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.views.stack import READING
from desktop_app.items import Origin
from desktop_app.marks.marks import Marks
from tests.gui.conftest import settle
from tests.material import item
from tests.speech_search.conftest import reported

ENGLISH = "\n".join(
    f"Paragraph {number} tells of the harbor. " + "Many ships came and went that day. " * 8
    for number in range(60)
)
CHINESE = "\n".join(
    line
    for part in "一二三四"
    for line in (f"{part}、第{part}部分的标题", *[f"这是第{part}部分的正文。" * 30] * 6)
)


@pytest.fixture(scope="module")
def long_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two long items and two short ones."""
    folder = tmp_path_factory.mktemp("long") / "long.beilin"
    items = [
        item("english", ENGLISH, title="A long speech", kind="speech"),
        item("chinese", CHINESE, title="长篇讲话", language="zh", kind="speech"),
        item("short", "The harbor opened. Ships came to the harbor.", title="Harbor opens"),
        reported(
            "none",
            "Prices of oil rose. “Oil is dear,” Li said. “It will stay so,” Li said.",
            ("Li Wei", "Oil is dear"),
            ("Li Wei", "It will stay so"),
            title="Oil prices",
        ),
    ]
    with open_for_import(folder, "Long") as archive:
        archive.put([(each, Origin("test"), False) for each in items])
        archive.catch_up()
    return folder


@pytest.fixture
def marks() -> Iterator[Marks]:
    with Marks.in_memory() as made:
        yield made


@pytest.fixture
def room(
    qtbot: QtBot, look: Look, long_folder: Path, tmp_path: Path, marks: Marks
) -> Iterator[MainWindow]:
    """The window, idle, without an item."""
    made = MainWindow(look, Settings(tmp_path / "settings.toml"), marks)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.open_folder(long_folder)
    settle(qtbot, made)
    made.views.show_view(READING)
    yield made
    made.close()
