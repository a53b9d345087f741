from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from desktop_app.archive import open_for_import
from desktop_app.items import Origin
from desktop_app.language.display_width import display_width
from tests.material import item
from tests.test_cli import as_json, english, run

__all__ = ["english"]

Captured = pytest.CaptureFixture[bytes]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "a.beilin"
    items = [
        item("one", "Oil prices rose.\n=Cheap oil is gone"),
        item("two", "双方将加强合作，扩大石油合作。", language="zh"),
    ]
    with open_for_import(folder) as opened:
        opened.put([(each, Origin("test"), False) for each in items])
        opened.catch_up()
    return folder


def test_concordance_json_has_the_documented_shape(archive: Path, capfdbinary: Captured) -> None:
    told = as_json(capfdbinary, "concordance", archive, "oil", "--sort", "R1", "--width", 6)
    assert (told["word"], told["total"], told["items"]) == ("oil", 2, 1)
    assert told["lines"][0] == {
        "item": "one",
        "title": "Title of one",
        "date": "2021-08-31",
        "source": "Test",
        "speaker": "",
        "paragraph": 1,
        "start": 24,
        "end": 27,
        "left": "Cheap ",
        "key": "oil",
        "right": " is go",
    }


def test_keys_stand_in_one_column(archive: Path, capfdbinary: Captured) -> None:
    status, out, _err = run(capfdbinary, "concordance", archive, "合作", "--width", 12)
    lines = out.splitlines()[1:]
    assert status == 0
    assert [display_width(line.partition("合作")[0]) for line in lines] == [13, 13]


def test_csv_runs_no_formula(archive: Path, capfdbinary: Captured) -> None:
    _status, out, _err = run(capfdbinary, "concordance", archive, "cheap", "--csv")
    (row,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))
    assert (row["key"], row["left"], row["right"]) == (
        "Cheap",
        "Oil prices rose. =",
        " oil is gone",
    )
    _status, out, _err = run(capfdbinary, "concordance", archive, "cheap", "--csv", "--width", 1)
    (row,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))
    assert row["left"] == "'="


def test_an_order_that_is_none_is_named(archive: Path, capfdbinary: Captured) -> None:
    status, _out, err = run(capfdbinary, "concordance", archive, "oil", "--sort", "R1,loud")
    assert status == 2
    assert "loud" in err
    assert "L1, L2, L3" in err
