"""A small archive in two languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.archive import Archive, open_archive
from tests.material import item
from tests.speech_search.conftest import fill

MANY = " ".join(["合作。"] * 30)
ITEMS = (
    # Own words in a very long text score less than translations in a title: they come first.
    item("long", "He hopes for cooperation. " + "Other words here. " * 2000),
    item("short", "They cooperate."),
    item("chinese", f"两国加强合作。{MANY}", title="合作", language="zh"),
    item("both", "双方同意开展合作。\nThey agreed on cooperation.", language="zh"),
    item("climate", "应对气候变化是各国的任务。", language="zh"),
    item("warming", "On climate change they agree."),
    item("chain", "供应链危机仍在继续。", language="zh"),
    item("steel", "Steel prices rise; oil falls."),
    item("oil", "石油价格下跌。", language="zh"),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("bilingual") / "a.beilin"
    fill(folder, *ITEMS)
    with open_archive(folder) as opened:
        yield opened
