from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.items import Item, Origin, Statement
from tests.material import item

SAID = "We want the harbor"


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archives `wire.beilin` and `press`, with an item that stands in both."""
    monkeypatch.chdir(tmp_path)
    said = Statement("Lee", "", "said", SAID, True, 0, len(SAID))
    both = item("both", SAID, statements=(said,))
    put("wire.beilin", both, item("wire", "harbor strike"))
    put("press", item("press", "harbor festival"), both)
    return tmp_path


def put(folder: str, *items: Item) -> None:
    with open_for_import(Path(folder)) as archive:
        archive.put([(each, Origin("test"), False) for each in items])
        archive.catch_up()


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main([*arguments, "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_archives_stand_one_after_the_other_before_the_query(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shape = answer(capsys, "search", "wire.beilin", "press", "harbor")
    hits = {hit["id"]: hit for hit in shape["hits"]}
    assert shape["total"] == 3
    assert {each: hit["archive"] for each, hit in hits.items()} == {
        "both": "wire.beilin", "wire": "wire.beilin", "press": "press",
    }  # fmt: skip
    assert hits["both"]["also_in"] == ["press"]
    assert "also_in" not in hits["wire"]


def test_one_archive_alone_answers_as_ever(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shape = answer(capsys, "search", "wire.beilin", "harbor", "--both-languages")
    assert shape["total"] == 2
    assert all("archive" not in hit for hit in shape["hits"])


@pytest.mark.parametrize(
    ("arguments", "total"),
    [
        (("press", "--", "harbor"), 3),
        (("press", "-strike"), 2),
        (("./wire.beilin/", "harbor"), 2),
        (("--", "press"), 0),
        (("--limit", "1", "press", "harbor"), 3),
    ],
)
def test_what_follows_the_first_archive_is_an_archive_where_one_lies(
    two: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], total: int
) -> None:
    assert main(["search", "--json", "wire.beilin", *arguments]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == total


def test_an_archive_that_is_not_there_is_named(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "wire.beilin", "gone.beilin", "harbor"]) == 2
    assert "gone.beilin" in capsys.readouterr().err


def test_people_read_the_name_of_each_hits_archive(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "wire.beilin", "press", "harbor"]) == 0
    out = capsys.readouterr().out
    assert "wire, also in press" in out
    assert main(["--language", "zh_CN", "search", "wire.beilin", "press", "harbor"]) == 0
    assert "另见于press" in capsys.readouterr().out


def test_statements_and_lines_tell_their_archive(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = answer(capsys, "speeches", "wire.beilin", "press")
    assert said["total"] == 1
    assert said["statements"][0]["archive"] == "wire.beilin"
    lines = answer(capsys, "concordance", "wire.beilin", "press", "harbor")["lines"]
    assert {line["item"]: line["archive"] for line in lines} == {
        "both": "wire.beilin", "wire": "wire.beilin", "press": "press",
    }  # fmt: skip
    assert main(["concordance", "wire.beilin", "press", "harbor", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["archive"] for row in rows} == {"wire.beilin", "press"}


def test_a_trend_counts_the_items_of_all(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shape = answer(capsys, "trend", "wire.beilin", "press", "harbor", "strike", "--by", "year")
    (year,) = shape["periods"]
    assert (year["items"], year["counts"]) == (3, [3, 1])


def test_a_quotation_names_where_its_own_archive_has_it_from(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shape = answer(capsys, "speeches", "press", "wire.beilin", "--cite", "apa")
    assert SAID in shape["statements"][0]["quotation"]
