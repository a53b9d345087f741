"""``beilin search`` by the user's own marks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.items import Origin
from desktop_app.marks.marks import Marks, own_file
from desktop_app.marks.schema import FAVOURITES
from desktop_app.marks.subjects import Subject
from tests.material import item


def test_searching_by_marks_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "a.beilin"
    with open_for_import(folder) as archive:
        archive.put([(item(name), Origin(name), False) for name in ("one", "two")])
        archive.catch_up()
        own = archive.manifest.id
    assert main(["search", str(folder), "in:favourites", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == 0
    assert not own_file().exists()
    with Marks.open() as marks:
        marks.collections.add(FAVOURITES, Subject(own, "two"))
        marks.collections.make("Trade")
    assert main(["search", str(folder), "in:favourites words", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == 1
    assert main(["search", str(folder), "in:Travel"]) == 0
    assert "at “Travel”: there is no collection “Travel”; there are Trade" in (
        capsys.readouterr().err
    )
