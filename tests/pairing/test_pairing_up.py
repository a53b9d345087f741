"""Finding an archive's pairs: for old archives too, a piece at a time, only what changed."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import pairing_up
from desktop_app.archive import open_archive
from desktop_app.archive_writer import ArchiveWriter, open_for_import
from desktop_app.errors import Cancelled
from desktop_app.importing.pipeline import Importer, ImportProgress
from desktop_app.items import Item, Origin, Pair
from tests.benchmarks.pairing import gold_items
from tests.material import item
from tests.unprivileged import as_nobody, open_to_all, read_only

GOLD = [(each, origin) for _source, each, origin in gold_items()][:12]
TABLES = ("pairs", "pair_decisions", "pair_rules", "pair_again", "traits")


def put(archive: ArchiveWriter, *items: tuple[Item, Origin]) -> None:
    archive.put([(each, origin, False) for each, origin in items])


def ids(found: list[Pair]) -> set[tuple[str, str]]:
    return {(pair.en, pair.zh) for pair in found}


TRUE = {(one.id, other.id) for (one, _), (other, _) in zip(GOLD[::2], GOLD[1::2], strict=True)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_for_import(tmp_path / "a") as archive:
        put(archive, *GOLD)
        archive.catch_up()
    return tmp_path / "a"


def older(folder: Path) -> None:
    """Make the archive one of before pairs were known."""
    with sqlite3.connect(folder / "items.db") as items:
        for table in TABLES:
            items.execute(f"DROP TABLE {table}")
    items.close()


def test_an_older_archive_is_paired_when_it_catches_up(folder: Path) -> None:
    older(folder)
    with open_archive(folder) as archive:
        assert archive.pairing.pairs() == [] and not archive.is_current()
        assert archive.pairing.of(GOLD[0][0].id) is None
        archive.catch_up()
        assert archive.is_current()
        assert ids(archive.pairing.pairs()) == TRUE
        assert archive.pairing.other(GOLD[0][0].id) == GOLD[1][0].id
        assert archive.pairing.other(GOLD[1][0].id) == GOLD[0][0].id


def test_one_that_cannot_be_written_is_read_without_pairs(folder: Path) -> None:
    older(folder)
    open_to_all(folder)
    read_only(folder)
    assert as_nobody(lambda: _has_no_pairs(folder)) == 0


def _has_no_pairs(folder: Path) -> bool:
    with open_archive(folder) as archive:
        archive.catch_up()
        return archive.is_current() and archive.pairing.pairs() == []


def test_only_what_changed_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    traits_of = pairing_up.traits_of

    def counted(number: int, item: Item, origin: Origin, translator: object) -> object:
        read.append(item.id)
        return traits_of(number, item, origin, translator)  # type: ignore[arg-type]

    monkeypatch.setattr(pairing_up, "traits_of", counted)
    changed = replace(GOLD[0][0], byline="Somebody")
    with open_for_import(folder) as archive:
        put(archive, (changed, GOLD[0][1]), (item("new", "Nothing like it."), Origin("new")))
        archive.catch_up()
        assert ids(archive.pairing.pairs()) == TRUE
    assert read == [changed.id, "new"]


def test_cancelling_keeps_what_was_read_and_it_goes_on_later(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(folder)
    monkeypatch.setattr(pairing_up, "_BATCH", 4)
    asked: list[int] = []
    with open_archive(folder) as archive:
        with pytest.raises(Cancelled):
            archive.catch_up(lambda done, _total: asked.append(done), lambda: len(asked) >= 2)
        assert not archive.is_current() and archive.pairing.pairs() == []
        archive.catch_up(lambda done, _total: asked.append(done))
        assert ids(archive.pairing.pairs()) == TRUE
    assert asked[:3] == [4, 8, 12]


def test_an_import_tells_of_pairing_and_can_be_stopped_there(
    shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairing_up, "_BATCH", 4)
    told: list[ImportProgress] = []
    with open_for_import(tmp_path / "a") as archive:
        stopped = Importer(archive, told.append, lambda: any(each.pairing for each in told))
        report = stopped.run([shared_data / "bilingual"])
        assert not archive.is_current() and archive.index_is_current()
        archive.catch_up()
        assert len(archive.pairing.pairs()) == 19
    assert told[-1].pairing and 0 < told[-1].bytes_done <= told[-1].bytes_total
    assert not report.cancelled and report.imported >= 38


def test_other_processes_read_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(folder)
    monkeypatch.setattr(pairing_up, "_MANY", 0)
    with open_archive(folder) as archive:
        archive.catch_up()
        assert ids(archive.pairing.pairs()) == TRUE


def test_an_archive_of_one_language_is_current_and_paired_when_the_other_comes(
    tmp_path: Path,
) -> None:
    with open_for_import(tmp_path / "a") as archive:
        put(archive, *GOLD[::2])
        archive.catch_up()
        assert archive.is_current() and archive.pairing.pairs() == []
        put(archive, *GOLD[1::2])
        assert not archive.is_current()
        archive.catch_up()
        assert ids(archive.pairing.pairs()) == TRUE


def test_an_item_at_which_the_rules_fail_leaves_the_others_paired(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(folder)
    traits_of = pairing_up.traits_of

    def failing(number: int, item: Item, origin: Origin, translator: object) -> object:
        if item.id == GOLD[0][0].id:
            raise ValueError("odd")
        return traits_of(number, item, origin, translator)  # type: ignore[arg-type]

    monkeypatch.setattr(pairing_up, "traits_of", failing)
    with open_archive(folder) as archive:
        archive.catch_up()
        assert ids(archive.pairing.pairs()) == TRUE - {(GOLD[0][0].id, GOLD[1][0].id)}


def test_decisions_hold_when_items_go_and_come_back_changed(folder: Path) -> None:
    one, other = GOLD[0][0], GOLD[3][0]
    with open_for_import(folder) as archive:
        archive.pairing.pair(one, other)
        archive.catch_up()
        by_hand = Pair(one.id, other.id, 1.0, "reader")
        assert archive.pairing.of(one.id) == archive.pairing.of(other.id) == by_hand
        put(archive, (replace(one, title="Another"), GOLD[0][1]))
        archive.catch_up()
        assert archive.pairing.of(one.id) == by_hand
        archive.pairing.pair(one, GOLD[1][0])  # in place of the other
        archive.catch_up()
        assert archive.pairing.other(one.id) == GOLD[1][0].id
        assert archive.pairing.other(other.id) == GOLD[2][0].id
