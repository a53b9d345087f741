from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.items import Item, Origin, Statement
from tests.material import item


def says(speaker: str, text: str, words: str, role: str = "", quoted: bool = True) -> Statement:
    """What `speaker` says in an item's `text`: `words`."""
    start = text.index(words)
    return Statement(speaker, role, "said", words, quoted, start, start + len(words))


def reported(item_id: str, text: str, *said: tuple[str, str], **given: object) -> Item:
    """An item with a statement for each (speaker, words)."""
    made = item(item_id, text, **given)
    return replace(made, statements=tuple(says(who, text, words) for who, words in said))


def fill(folder: Path, *items: Item) -> None:
    with open_for_import(folder) as archive:
        archive.put([(each, Origin("test"), False) for each in items])
        archive.catch_up()


ITEMS = (
    reported(
        "port",
        "“We build the harbour,” Wang said. Li: “No harbour.”\nPeace, he added.",
        ("Wang Shuguo", "We build the harbour"),
        ("Li", "No harbour"),
        ("Wang Shuguo", "Peace"),
        date=date(2020, 5, 1),
    ),
    reported(
        "school",
        "王树国指出，“加強國際合作”。",
        ("王树国", "加強國際合作"),
        language="zh",
        date=date(2021, 9, 1),
    ),
    reported("quiet", "The harbour is still.", date=None),
    reported(
        "undated",
        "Harbour, harbour, harbours everywhere",
        ("Bush", "Harbour, harbour, harbours everywhere"),
        date=None,
        source="Reuters",
    ),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("said") / "a.beilin"
    fill(folder, *ITEMS)
    with open_archive(folder) as opened:
        yield opened
