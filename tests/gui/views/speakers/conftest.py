"""An archive in which a few people speak, one of them under two names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.views.speakers.page import SpeakersPage
from desktop_app.items import Item, Origin, Photo, Statement
from tests.gui.conftest import settle
from tests.material import item

_HARBOUR = "The harbour, the harbour and the harbour again, with Maria Gomez. "
_TRADE = "Steel and coal, steel and coal, steel and coal. "


def said(item_id: str, speaker: str, role: str, text: str, day: date | None) -> Item:
    """An item that is one statement."""
    statement = Statement(speaker, role, "said", text, True, 0, len(text))
    language = "zh" if text > "一" else "en"
    made = item(item_id, text, date=day, language=language)
    return replace(made, statements=(statement,))


def speeches() -> list[Item]:
    """Wang Shuguo speaks as 王树国 too, in two roles; Maria Gomez, Bush and 单霁翔 once each."""
    return [
        said("mayor", "Wang Shuguo", "mayor", _HARBOUR, date(2019, 3, 1)),
        said("mayor2", "Wang Shuguo", "mayor", _HARBOUR, date(2019, 9, 1)),
        said(
            "head", "王树国", "校长", "港口今日开放，港口明日开放，港口天天开放。", date(2021, 5, 2)
        ),
        said("gomez", "Maria Gomez", "minister", _TRADE, date(2020, 1, 1)),
        said("bush", "Bush", "", _TRADE, None),
        said("shan", "单霁翔", "院长", "故宫开放。", date(2018, 1, 1)),
        said("some", "analysts", "", "Prices rise.", date(2020, 1, 1)),
    ]


@pytest.fixture
def archive_folder(tmp_path: Path) -> Path:
    """What `speeches` gives, the second with a photo of Wang Shuguo behind its paragraph."""
    folder = tmp_path / "small.beilin"
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#204060"))
    image.save(str(tmp_path / "wang.png"))
    with open_for_import(folder, "Small archive") as archive:
        file = archive.photos.put(tmp_path / "wang.png")
        photo = Photo(file, "Wang Shuguo in the harbour", after=1)
        first, second, *rest = speeches()
        items = [first, replace(second, photos=(photo,)), *rest]
        archive.put([(each, Origin("test"), False) for each in items])
        archive.catch_up()
    return folder


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> Iterator[SpeakersPage]:
    """The view, in sight and idle."""
    window.actions_["speakers"].trigger()
    settle(qtbot, window)
    made = window.views.currentWidget()
    assert isinstance(made, SpeakersPage)
    yield made


def names(page: SpeakersPage) -> list[str]:
    """Those listed, from the top."""
    return [row.speaker.name for row in page.list.model.rows]
