"""The window on the real posts that exist in both languages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.importing.pipeline import Importer
from desktop_app.items import Item, Pair
from tests.gui.conftest import settle

POSTS = (
    "2024-09-13-karmada-v1.11",
    "2025-01-17-karmada-security-audit",
    "2025-09-02-alibaba-cloud-officially-joined-the-karmada-adopter-group",
    "2025-09-11-bloomberg-officially-joined-the-karmada-adopter-group",
)


@pytest.fixture(scope="session")
def few_pairs(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pairs") / "posts.beilin"
    english = shared_data / "bilingual" / "blog"
    chinese = shared_data / "bilingual" / "i18n" / "zh" / "docusaurus-plugin-content-blog"
    return imported(folder, [blog / name for blog in (english, chinese) for name in POSTS])


@pytest.fixture
def all_pairs(shared_data: Path, tmp_path: Path) -> Path:
    """An archive with the nineteen pairs."""
    return imported(tmp_path / "all.beilin", [shared_data / "bilingual"])


def imported(folder: Path, sources: list[Path]) -> Path:
    with open_for_import(folder, "Posts") as archive:
        Importer(archive).run(sources)
        archive.catch_up()
    return folder


@pytest.fixture
def bilingual(few_pairs: Path, tmp_path: Path) -> Path:
    """An archive of one's own with four pairs."""
    return Path(shutil.copytree(few_pairs, tmp_path / "posts.beilin"))


class Reader:
    """Someone at a window with a bilingual archive."""

    def __init__(self, qtbot: QtBot, window: MainWindow, settings: Path) -> None:
        self.qtbot, self.window, self.settings = qtbot, window, settings

    def wait(self) -> None:
        settle(self.qtbot, self.window)

    @property
    def pairs(self) -> list[Pair]:
        assert self.window.desk.archive is not None
        return self.window.desk.archive.pairing.pairs()

    def item(self, item_id: str) -> Item:
        assert self.window.desk.archive is not None
        return self.window.desk.archive.item(item_id)

    def pair(self, words: str) -> Pair:
        """The pair whose English title has `words`."""
        return next(each for each in self.pairs if words in self.item(each.en).title)

    def show(self, item_id: str) -> None:
        self.window.show_item(item_id)
        self.wait()

    def do(self, action: str) -> None:
        assert self.window.actions_[action].isEnabled()
        self.window.actions_[action].trigger()
        self.wait()

    @property
    def text(self) -> str:
        return self.window.article_pane.view.toPlainText()


@pytest.fixture
def reader(qtbot: QtBot, look: Look, bilingual: Path, tmp_path: Path) -> Iterator[Reader]:
    window = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.open_folder(bilingual)
    made = Reader(qtbot, window, tmp_path / "settings.toml")
    made.wait()
    yield made
    window.close()
    look.set_theme("light")
