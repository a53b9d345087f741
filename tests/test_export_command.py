"""`beilin export` with its choice of items and formats."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.exporting.exporters import exporters
from desktop_app.items import Origin
from tests.material import item


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three items; the index is still to be made."""
    folder = tmp_path / "a.beilin"
    days = (("b", 2), ("c", 3), ("a", 1))
    with open_for_import(folder) as opened:
        items = [item(name, f"Oil of {name}", date=date(2021, 8, day)) for name, day in days]
        opened.put([(each, Origin("test"), False) for each in items])
    return folder


def exported(archive: Path, *options: str) -> list[str]:
    """The ids a JSONL export with `options` holds."""
    out = archive.with_name("out.jsonl")
    assert main(["export", str(archive), str(out), *options]) == 0
    return [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()]


def test_all_items_a_searchs_hits_or_named_ones_in_their_order(archive: Path) -> None:
    ids = archive.with_name("ids.txt")
    ids.write_text("\ufeffc\r\n\r\na\r\nc\r\n", "utf-8")
    assert exported(archive) == ["b", "c", "a"]
    assert exported(archive, "--sort", "newest") == ["c", "b", "a"]
    assert exported(archive, "--query", "oil -c", "--sort", "oldest") == ["a", "b"]
    assert exported(archive, "--query", "nowhere") == []
    assert exported(archive, "--ids", str(ids)) == ["c", "a"]


@pytest.mark.parametrize("format_", list(exporters()))
def test_standard_output_is_json_and_nothing_else(
    archive: Path, capfd: pytest.CaptureFixture[str], format_: str
) -> None:
    out = archive.with_name(f"news{exporters()[format_].suffix}")
    assert main(["export", str(archive), str(out), "--format", format_, "--json"]) == 0
    told, complaints = capfd.readouterr()
    assert json.loads(told) == {"items": 3, "file": str(out), "format": format_}
    assert complaints == ""
    assert out.exists()


def test_what_cannot_be_done_is_one_line(
    archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out, ids = str(tmp_path / "out.jsonl"), tmp_path / "ids.txt"
    ids.write_text("a\nnobody\n")
    for options, named in (
        (["--ids", str(ids)], "nobody"),
        (["--ids", str(tmp_path / "gone.txt")], "gone.txt"),
        (["--ids", str(ids), "--query", "oil"], "--ids"),
        (["--format", "docx"], "--format"),
    ):
        assert main(["export", str(archive), out, *options]) == 2
        told, complaint = capfd.readouterr()
        assert (told, complaint.count("\n")) == ("", 1)
        assert named in complaint
    assert not Path(out).exists()
