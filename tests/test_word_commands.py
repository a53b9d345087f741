from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from desktop_app.archive_writer import open_for_import
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


def test_a_concordance_in_both_languages_tells_which(archive: Path, capfdbinary: Captured) -> None:
    both = ("concordance", archive, "oil", "--both-languages")
    told = as_json(capfdbinary, *both)
    assert told["expansions"] == [{"word": "oil", "translations": ["石油"]}]
    keys = [(line["key"], line["matched_language"]) for line in told["lines"]]
    assert keys == [("Oil", "en"), ("oil", "en"), ("石油", "zh")]
    _status, out, _err = run(capfdbinary, *both)
    assert "oil: also 石油" in out
    fewer = as_json(capfdbinary, *both, "--without", "石油")
    assert [line["key"] for line in fewer["lines"]] == ["Oil", "oil"]
    assert fewer["expansions"] == [{"word": "oil", "translations": []}]


def test_a_trend_in_both_languages_counts_translations(
    archive: Path, capfdbinary: Captured
) -> None:
    asked = ("trend", archive, "oil", "cheap", "--both-languages")
    told = as_json(capfdbinary, *asked)
    assert set(told) == {"words", "by", "undated", "periods", "expansions"}
    assert told["words"] == ["oil", "cheap"]
    assert [period["counts"] for period in told["periods"]] == [[2, 1]]
    assert told["expansions"] == [{"word": "oil", "translations": ["石油"]}]
    _status, out, _err = run(capfdbinary, *asked)
    assert "oil: also 石油" in out
    fewer = as_json(capfdbinary, *asked, "--without", "石油")
    assert [period["counts"] for period in fewer["periods"]] == [[1, 1]]


def test_trend_json_has_the_documented_shape(archive: Path, capfdbinary: Captured) -> None:
    told = as_json(capfdbinary, "trend", archive, "oil", "合作", "--by", "month")
    assert told == {
        "words": ["oil", "合作"],
        "by": "month",
        "undated": 0,
        "periods": [
            {"period": "2021-08", "items": 2, "counts": [1, 1], "shares": [0.5, 0.5]},
        ],
    }
    _status, out, _err = run(capfdbinary, "trend", archive, "oil", "--by", "year")
    assert out.split() == ["Period", "Items", "oil", "2021", "2", "50.00%"]


def test_trend_csv_runs_no_formula(archive: Path, capfdbinary: Captured) -> None:
    _status, out, _err = run(capfdbinary, "trend", archive, "=oil", "--csv", "--by", "year")
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert rows == [["period", "items", "'=oil", "'=oil %"], ["2021", "2", "1", "50.000"]]


def test_collocates_json_has_the_documented_shape(tmp_path: Path, capfdbinary: Captured) -> None:
    folder = tmp_path / "b.beilin"
    texts = ["crude oil rose"] * 4 + ["the weather was fine and the sea was calm"] * 6
    with open_for_import(folder) as opened:
        made = [item(f"i{n}", text) for n, text in enumerate(texts)]
        opened.put([(each, Origin("test"), False) for each in made])
        opened.catch_up()
    told = as_json(capfdbinary, "collocates", folder, "oil", "--span", 1)
    assert (told["word"], told["span"], told["total"]) == ("oil", 1, 2)
    first = told["collocates"][0]
    assert {key: first[key] for key in ("word", "near", "everywhere")} == {
        "word": "crude",
        "near": 4,
        "everywhere": 4,
    }
    assert set(first) == {"word", "near", "everywhere", "log_likelihood", "mutual_information"}
    status, out, _err = run(capfdbinary, "collocates", folder, "oil")
    assert status == 0
    assert out.splitlines()[1].split()[0] == "crude"


def test_compare_json_and_csv_have_the_documented_shape(
    tmp_path: Path, capfdbinary: Captured
) -> None:
    folder = tmp_path / "b.beilin"
    texts = {"one": "crude oil and =gas\n" * 4, "two": "the sea was calm and wide\n" * 4}
    with open_for_import(folder) as opened:
        made = [item(name, text, source=name) for name, text in texts.items()]
        opened.put([(each, Origin("test"), False) for each in made])
        opened.catch_up()
    told = as_json(capfdbinary, "compare", folder, "source:one", "source:two")
    assert told["queries"] == ["source:one", "source:two"]
    assert told["tokens"] == [16, 24]
    assert {each["word"] for each in told["first"]} == {"crude", "oil", "gas", "and"}
    crude = next(each for each in told["first"] if each["word"] == "crude")
    assert (crude["first"], crude["second"], crude["first_share"]) == (4, 0, 250000.0)
    assert all(each["log_likelihood"] < 0 for each in told["second"])
    _status, out, _err = run(capfdbinary, "compare", folder, "source:one", "source:two", "--csv")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert len(rows) == len(told["first"]) + len(told["second"])
    status, out, _err = run(capfdbinary, "compare", folder, "source:one", "source:two")
    assert status == 0
    assert "More in source:two" in out.splitlines()


def test_keyness_json_has_the_documented_shape(archive: Path, capfdbinary: Captured) -> None:
    with open_for_import(archive) as opened:
        many = item("three", "Coal " * 5, source="Coal Times")
        opened.put([(many, Origin("test"), False)])
        opened.catch_up()
    told = as_json(capfdbinary, "keyness", archive, "source:coal")
    assert told["query"] == "source:coal"
    assert told["words"][0]["word"] == "coal"
    assert set(told["words"][0]) == {
        *("word", "own", "everywhere", "share", "other_share", "log_likelihood"),
    }


@pytest.mark.parametrize("command", ["concordance", "collocates", "trend", "keyness"])
def test_what_has_no_meaning_is_named(archive: Path, capfdbinary: Captured, command: str) -> None:
    status, _out, err = run(capfdbinary, command, archive, "oil date:never")
    assert status == 0
    assert "never” is not a date" in err
