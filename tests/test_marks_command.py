"""``beilin marks``: what it keeps, prints, writes and brings back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.items import Origin
from desktop_app.marks.anchors import anchor_at
from desktop_app.marks.marks import Marks, own_file
from desktop_app.marks.subjects import Subject
from tests.material import item

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("marks") / "harbours.beilin"
    with open_for_import(made, "Harbours") as archive:
        archive.put([(item(name), Origin(name), False) for name in ("one", "two", "three")])
    return made


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``beilin marks`` with a home of its own; gives what it prints as JSON."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def called(*arguments: object) -> Any:  # noqa: ANN401 (JSON)
        assert main(["marks", *map(str, arguments), "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return called


def test_items_are_marked_listed_and_let_go(run: Run, folder: Path) -> None:
    assert run("list")["bookmarks"] == 0
    assert not own_file().exists()
    assert run("add", folder, "one", "two")["bookmarks"] == 2
    tagged = run("add", folder, "one", "--tag", "气候", "--collection", "Trade talks")
    assert (tagged["bookmarks"], tagged["tags"], tagged["collections"]) == (2, 1, 1)
    shown = run("list", "--archive", folder)
    assert [each["collection"] for each in shown["in"]] == [None, "Trade talks"]
    assert [each["item"] for each in shown["in"][0]["items"]] == ["one", "two"]
    assert [(each["title"], each["tags"]) for each in shown["marked"]] == [
        ("Title of one", ["气候"])
    ]
    left = run("remove", folder, "one", "--tag", "气候", "--collection", "trade TALKS")
    assert (left["bookmarks"], left["tags"]) == (2, 0)
    assert run("remove", folder, "one", "two")["bookmarks"] == 0


def test_backup_export_and_restore_bring_all_back(run: Run, folder: Path, tmp_path: Path) -> None:
    run("add", folder, "one", "three")
    own = run("list")["in"][0]["items"][0]["archive"]
    with Marks.open() as marks:
        marks.highlights.add(Subject(own, "one"), anchor_at("Some words", 0, 4), note="Look")
    exported = tmp_path / "marks.json"
    assert run("export", exported, "--format", "json")["notes"] == 1
    assert run("backup", tmp_path / "saved.db")["bookmarks"] == 2
    run("remove", folder, "one", "three")
    run("add", folder, "two")
    assert run("restore", exported)["bookmarks"] == 3
    replaced = run("restore", tmp_path / "saved.db", "--replace")
    assert replaced["bookmarks"] == 2 and Path(replaced["kept"]).exists()
    other = tmp_path / "other.db"
    assert run("restore", exported, "--file", other)["notes"] == 1
    assert run("list", "--file", other)["highlights"] == 1


def test_for_people_and_for_other_programs(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("add", folder, "one", "--tag", "oil")
    assert main(["marks"]) == 0
    printed = capsys.readouterr().out
    assert "0 bookmarks · 0 collections · 1 tag" in printed and "Tags: oil" in printed
    assert main(["marks", "export"]) == 0
    assert "### Title of one" in capsys.readouterr().out
    assert main(["marks", "export", "--format", "annotations"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert shape["first"]["items"][0]["motivation"] == "tagging"


def test_what_is_not_there_is_named_and_nothing_is_kept(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("add", folder, "one", "--collection", "Trade")
    for arguments, said in (
        (("add", folder, "one", "four"), "four"),
        (("add", tmp_path / "none", "one"), "none"),
        (("remove", folder, "one", "--collection", "Travel"), "there are Trade"),
        (("list", "--file", tmp_path / "no.db"), "no.db"),
        (("restore", tmp_path / "no.json"), "no.json"),
        (("backup", tmp_path / "no" / "where.db"), "where.db"),
        (("export", tmp_path / "no" / "where.md"), "where.md"),
        (("add", folder, "one", "--tag", 'a"b'), 'a"b'),
    ):
        assert main(["marks", *map(str, arguments)]) == 2
        complaint = capsys.readouterr().err
        assert said in complaint and len(complaint.splitlines()) == 1
    assert run("list")["bookmarks"] == 0
