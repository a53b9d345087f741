from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.errors import Cancelled
from desktop_app.importing.pipeline import Importer
from desktop_app.items import Item, Statement
from desktop_app.speech_search import restating
from desktop_app.speeches.statements import statements_of
from tests.material import item
from tests.speech_search.conftest import fill
from tests.unprivileged import as_nobody, open_to_all, read_only

SPEECH = item("speech", "We shall build.\n(Applause.)\nAnd rest.", kind="speech", byline="Lincoln")


def older(folder: Path) -> None:
    """Make the archive one of before statements were known."""
    with sqlite3.connect(folder / "items.db") as items:
        for table in ("statements", "speaker_names", "statement_rules"):
            items.execute(f"DROP TABLE {table}")
    items.close()


def test_an_older_archive_gets_its_statements_when_it_catches_up(tmp_path: Path) -> None:
    fill(tmp_path / "a", SPEECH, item("news", "Nobody speaks."))
    older(tmp_path / "a")
    steps: list[tuple[int, int]] = []
    with open_archive(tmp_path / "a") as archive:
        assert archive.statements().total == 0 and not archive.is_current()
        archive.catch_up(lambda done, total: steps.append((done, total)))
        assert archive.is_current()
        assert archive.statements("build", "Lincoln").total == 1
        assert archive.statements().total == 2
        assert len(archive.search("said:rest speaker:Lincoln").numbers) == 1
    assert steps[0] == (2, 2)


def test_statements_of_other_rules_are_read_anew_and_only_changed_items_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "a", SPEECH, item("news", "Nobody speaks."))
    with open_archive(tmp_path / "a") as archive:
        archive.catch_up()
        before = {each.id: each.statements for each in archive.items()}
    monkeypatch.setattr(restating, "VERSION", restating.VERSION + 1)
    assert before["speech"] == ()  # put in without statements
    with open_archive(tmp_path / "a") as archive:
        archive.catch_up()
        assert archive.statements().total == 2
    monkeypatch.setattr(restating, "VERSION", restating.VERSION + 1)
    with open_archive(tmp_path / "a") as archive:
        changes = archive._store.last_change()
        archive.catch_up()
        assert archive._store.last_change() == changes


def test_reading_anew_goes_on_where_it_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speeches = [replace(SPEECH, id=f"s{number}") for number in range(6)]
    fill(tmp_path / "a", *speeches)
    older(tmp_path / "a")
    monkeypatch.setattr(restating, "_BATCH", 2)
    read: list[str] = []
    monkeypatch.setattr(
        restating, "statements_of", lambda each: (read.append(each.id), each.statements)[1]
    )
    with open_archive(tmp_path / "a") as archive:
        with pytest.raises(Cancelled):
            archive.catch_up(cancelled=lambda: len(read) >= 4)
        archive.catch_up()
    assert read == [each.id for each in speeches]


def test_an_archive_that_cannot_be_written_keeps_what_it_has(tmp_path: Path) -> None:
    fill(tmp_path / "a", SPEECH)
    older(tmp_path / "a")
    open_to_all(tmp_path)
    read_only(tmp_path / "a")
    assert as_nobody(lambda: _keeps_what_it_has(tmp_path / "a")) == 0


def _keeps_what_it_has(folder: Path) -> bool:
    with open_archive(folder) as archive:
        current = archive.is_current()
        archive.catch_up()
        return current and not archive.statements().total and not archive.speakers().all()


def test_rules_of_a_newer_beilin_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "a", SPEECH)
    monkeypatch.setattr(restating, "VERSION", 0)
    with open_archive(tmp_path / "a") as archive:
        assert archive.is_current()
        archive.catch_up()
        assert archive.statements().total == 0


def test_an_item_the_rules_fail_on_keeps_what_it_has_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fill(tmp_path / "a", replace(SPEECH, id="bad"), SPEECH)
    older(tmp_path / "a")

    def rules(each: Item) -> tuple[Statement, ...]:
        return statements_of(each) if each.id != "bad" else (1 / 0,)

    monkeypatch.setattr(restating, "statements_of", rules)
    with open_archive(tmp_path / "a") as archive:
        archive.catch_up()
        assert {hit.item.id for hit in archive.statements().hits(0, 9)} == {"speech"}
        assert archive.is_current()
    assert "bad" in caplog.text


def test_statements_are_not_taken_from_an_export_but_read_anew(tmp_path: Path) -> None:
    """Whoever wrote the lines may have had other rules, or none."""
    line = {
        "id": "speech", "title": "A speech", "kind": "speech", "byline": "Lincoln",
        "language": "en",
        "paragraphs": ["We shall build."],
        "statements": [{"speaker": "Nobody", "text": "We", "quoted": True, "start": 0, "end": 2}],
    }  # fmt: skip
    source = tmp_path / "items.jsonl"
    source.write_text(json.dumps(line) + "\n", "utf-8")
    with open_for_import(tmp_path / "a") as archive:
        Importer(archive).run([source])
        (hit,) = archive.statements().hits(0, 9)
    assert (hit.person, hit.statement.text) == ("Lincoln", "We shall build.")
