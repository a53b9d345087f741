"""Tabs from one start to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.gui.article_pane.history import Place, Track, Visit
from desktop_app.gui.tabs.saved import SavedTabs
from desktop_app.gui.tabs.tab import Tab

VISITS = (Visit("a", Place(7, 12, 3)), Visit("b"))
TABS = [Tab("b", "标题 B", Track(VISITS, 1), parallel=True), Tab()]


def test_tabs_come_back_with_history_and_places(tmp_path: Path) -> None:
    SavedTabs(tmp_path / "new" / "tabs.json").write("one", TABS, 1)
    assert SavedTabs(tmp_path / "new" / "tabs.json").read("one") == (TABS, 1)


def test_each_archive_has_its_own(tmp_path: Path) -> None:
    saved = SavedTabs(tmp_path / "tabs.json")
    for number in range(20):
        saved.write(str(number), [Tab(str(number))], 0)
    assert saved.read("19") == ([Tab("19")], 0)
    assert saved.read("8") == ([Tab("8")], 0)
    assert saved.read("3") == ([], 0)  # of so many, those used last are kept


@pytest.mark.parametrize(
    "content",
    ["", "[" * 100_000, "[]", '{"one": 3}', '{"one": {"tabs": [{"item": 1}], "now": 0}}',
     '{"one": {"tabs": [{"item": "a", "title": "", "visits": [["a", "x", 0, 0]]}], "now": 0}}'],
)  # fmt: skip
def test_a_file_that_makes_no_sense_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "tabs.json").write_text(content)
    saved = SavedTabs(tmp_path / "tabs.json")
    assert saved.read("one") == ([], 0)
    saved.write("one", TABS, 0)
    assert saved.read("one") == (TABS, 0)


def test_where_nothing_can_be_written_nothing_is_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    SavedTabs(tmp_path / "file" / "tabs.json").write("one", TABS, 0)
    assert "cannot be kept" in caplog.text
