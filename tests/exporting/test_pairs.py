"""`beilin export` of pairs: both languages side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.errors import Cancelled
from desktop_app.exporting.pairs import export_pairs
from tests.material import item
from tests.speech_search.conftest import fill


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two pairs, made by hand, and an item in none."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    folder = tmp_path / "a.beilin"
    items = {
        "port": item("port", "A harbour for 30 ships. It is new."),
        "gang": item("gang", "可容纳30艘船的港口。它是新的。", language="zh"),
        "school": item("school", "A school.\nA \x00hall."),
        "xiao": item("xiao", "一所學校。\n一座禮堂。", language="zh"),
        "alone": item("alone", "Nothing else."),
    }
    fill(folder, *items.values())
    with open_for_import(folder) as opened:
        opened.pairing.pair(items["school"], items["xiao"])
        opened.pairing.pair(items["port"], items["gang"])
    return folder


def units(out: Path) -> list[list[str]]:
    return [[each.text for each in unit.iter("seg")] for unit in etree.parse(str(out)).iter("tu")]


def test_all_pairs_go_into_one_translation_memory(
    archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "all.tmx"
    assert main(["export", str(archive), str(out), "--format", "tmx", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told == {"pairs": 2, "file": str(out), "format": "tmx"}
    assert units(out) == [
        ["A harbour for 30 ships. It is new.", "可容纳30艘船的港口。它是新的。"],
        ["A school.", "一所學校。"],
        ["A hall.", "一座禮堂。"],
    ]


def test_a_search_chooses_the_pairs_of_its_hits_in_their_order(
    archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "some.xliff"
    call = ["export", str(archive), str(out), "--format", "xliff", "--query", "港口 OR harbour"]
    assert main(call) == 0
    assert "1 pair was written" in capfd.readouterr().out
    files = list(etree.parse(str(out)).iter("{*}file"))
    assert [(each.get("original"), each.get("target-language")) for each in files] == [
        ("port", "zh-Hans")
    ]


def test_sentences_are_units_where_asked_for(archive: Path, tmp_path: Path) -> None:
    ids, out = tmp_path / "ids.txt", tmp_path / "one.tmx"
    ids.write_text("gang\nport\n")
    call = ["export", str(archive), str(out), "--format", "tmx", "--ids", str(ids), "--sentences"]
    assert main(call) == 0
    assert units(out) == [
        ["A harbour for 30 ships.", "可容纳30艘船的港口。"],
        ["It is new.", "它是新的。"],
    ]


def test_items_have_no_sentences_to_choose(
    archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(archive), str(tmp_path / "a.jsonl"), "--sentences"]) == 2
    assert "--sentences" in capfd.readouterr().err


@pytest.mark.parametrize("form", ["tmx", "xliff", "tsv"])
def test_a_cancelled_export_leaves_what_was_there(archive: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "pairs"
    out.write_text("before")
    asked = iter([False])
    with open_for_import(archive) as opened, pytest.raises(Cancelled):
        export_pairs(opened, out, form, cancelled=lambda: next(asked, True))
    assert out.read_text() == "before" and set(tmp_path.iterdir()) == {out, archive}


def test_nothing_is_written_into_the_archive(archive: Path, capfd: object) -> None:
    before = set(archive.rglob("*"))
    assert main(["export", str(archive), str(archive / "a.tmx"), "--format", "tmx"]) == 2
    assert set(archive.rglob("*")) == before
