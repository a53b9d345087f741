"""Items found by an address, however it is spelt."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_folder import items_file
from desktop_app.archive_writer import open_for_import
from desktop_app.items import Origin
from desktop_app.store import database
from desktop_app.store.addresses import spellings
from tests.material import item

WORDS = " ".join(f"word{n} of a story that was saved twice" for n in range(40))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "a.beilin"
    with open_for_import(made) as archive:
        archive.put(
            [
                (item("page", "One.", url="https://example.org/a/b.html?q=1"), Origin("x"), False),
                (item("root", "Two.", url="http://example.org"), Origin("[x"), False),
                (item("chinese", "Three.", url="https://例子.中国/碑林"), Origin("x"), False),
                (
                    item("moved", "Four.", url="https://example.org/new"),
                    Origin("x", address="https://example.org/old"),
                    False,
                ),
                (
                    item("story", WORDS, title="Saved"),
                    Origin("x", "1", None, "https://example.org/s"),
                    False,
                ),
                (
                    item("print", WORDS, title="Saved"),
                    Origin("y", "2", None, "https://example.org/s/print"),
                    False,
                ),
            ]
        )
    return made


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://example.org/a/b.html?q=1", "page"),
        ("http://EXAMPLE.org:80/a/b.html?q=1#part", "page"),
        ("https://example.org/a/b.html", None),
        ("https://example.org/", "root"),
        ("https://xn--fsqu00a.xn--fiqs8s/%E7%A2%91%E6%9E%97", "chinese"),
        ("https://例子.中国/碑林/", "chinese"),
        ("https://example.org/old", "moved"),
        ("https://example.org/new", "moved"),
        ("https://example.org/s/print", "story"),
        ("mailto:nobody@example.org", None),
        ("https://[::1", None),
        ("", None),
        ("#part", None),
    ],
)
def test_an_address_finds_its_item(folder: Path, address: str, found: str | None) -> None:
    with open_archive(folder) as archive:
        at = archive.item_at(address)
    assert (at.id if at else None) == found


def test_the_item_one_comes_from_is_not_found(folder: Path) -> None:
    with open_archive(folder) as archive:
        assert archive.item_at("https://example.org/old", besides="moved") is None


def test_the_lookup_uses_an_index_and_does_without_in_an_archive_of_before(folder: Path) -> None:
    with database.open_for_writing(items_file(folder)) as connection:
        named = "SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE '%_saved_from'"
        assert connection.execute(named).fetchall() == [
            ("items_saved_from",),
            ("copies_saved_from",),
        ]
        for name in ("items_url", "items_saved_from", "copies_saved_from"):
            connection.execute(f"DROP INDEX {name}")
    connection.close()
    with open_archive(folder) as archive:
        found = archive.item_at("https://example.org/old")
    assert found is not None
    assert found.id == "moved"


def test_spellings_are_few_however_long_the_address() -> None:
    assert len(list(spellings("https://例子.中国/碑 林?问=答#x" + "y" * 100_000))) < 100
