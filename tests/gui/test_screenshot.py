"""Pictures of the window, whatever is shown in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.errors import ArchiveError
from desktop_app.gui.look import Look
from desktop_app.gui.screenshot import Shot, screenshot
from desktop_app.gui.search_pane.hit_list import SPEECHES
from desktop_app.gui.views.registry import VIEWS
from desktop_app.gui.views.stack import READING
from tests.speech_search.conftest import ITEMS, fill


def drawn(folder: Path, out: Path, view: str) -> QImage:
    screenshot(folder, out, Shot(query="harbour", view=view, width=1000, height=600))
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1000, 600)
    return picture


def test_each_view_has_a_picture_of_its_own(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    fill(tmp_path / "a.beilin", *ITEMS)
    views = (READING, SPEECHES, *VIEWS)
    pictures = [drawn(tmp_path / "a.beilin", tmp_path / f"{view}.png", view) for view in views]
    assert len(views) > 2
    for place, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[place + 1 :]), views[place]


def test_a_view_there_is_not_is_named_with_those_there_are(tmp_path: Path) -> None:
    fill(tmp_path / "a.beilin", *ITEMS)
    with pytest.raises(ArchiveError, match=r"sideways.*reading, speeches"):
        screenshot(tmp_path / "a.beilin", tmp_path / "out.png", Shot(view="sideways"))
    assert not (tmp_path / "out.png").exists()
