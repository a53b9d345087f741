from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main
from tests.speech_search.conftest import ITEMS, fill, reported


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    fill(tmp_path / "a.beilin", *ITEMS)
    return tmp_path / "a.beilin"


Streams = pytest.CaptureFixture[bytes]


def run(streams: Streams, *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    out, err = streams.readouterr()
    return status, out.decode(), err.decode()


def as_json(streams: Streams, *arguments: object) -> Any:  # noqa: ANN401
    status, out, err = run(streams, *arguments, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_speeches_json_has_the_documented_shape(archive: Path, capfdbinary: Streams) -> None:
    found = as_json(capfdbinary, "speeches", archive, "合作", "--speaker", "Wang Shuguo")
    assert found == {
        "total": 1,
        "statements": [
            {
                "item": "school",
                "speaker": "王树国",
                "role": "",
                "quoted": True,
                "text": "加強國際合作",
                "start": 7,
                "end": 13,
                "date": "2021-09-01",
            }
        ],
    }


def test_speeches_in_both_languages_tell_which(archive: Path, capfdbinary: Streams) -> None:
    both = ("speeches", archive, "cooperation", "--both-languages")
    assert as_json(capfdbinary, "speeches", archive, "cooperation")["total"] == 0
    found = as_json(capfdbinary, *both)
    assert found["expansions"] == [{"word": "cooperation", "translations": ["合作"]}]
    told = [(each["text"], each["matched_language"]) for each in found["statements"]]
    assert ("加強國際合作", "zh") in told
    _status, out, _err = run(capfdbinary, *both)
    assert "cooperation: also 合作" in out
    assert "found in Chinese" in out
    fewer = as_json(capfdbinary, *both, "--without", "合作")
    assert (fewer["total"], fewer["expansions"][0]["translations"]) == (0, [])


def test_speeches_without_a_query_are_all_there_are(archive: Path, capfdbinary: Streams) -> None:
    assert as_json(capfdbinary, "speeches", archive)["total"] == 5
    assert as_json(capfdbinary, "speeches", archive, "--limit", 2)["total"] == 5
    assert as_json(capfdbinary, "speeches", archive, "-harbour")["total"] == 2


def test_speeches_are_bounded_by_days_months_and_years(archive: Path, capfdbinary: Streams) -> None:
    for bounds, total in (
        (("--from", "2021"), 1),
        (("--to", "2020-05"), 3),
        (("--from", "2020-05-02", "--to", "2021-08-31"), 0),
        (("--from", "2020年5月", "--to", "2021"), 4),
    ):
        assert as_json(capfdbinary, "speeches", archive, *bounds)["total"] == total, bounds


@pytest.mark.parametrize("day", ["soon", "2021-13", "2020..2021", ".."])
def test_a_day_that_is_none_is_named(archive: Path, capfdbinary: Streams, day: str) -> None:
    status, out, err = run(capfdbinary, "speeches", archive, "--from", day)
    assert (status, out) == (2, "") and "2021-08-31" in err and len(err.splitlines()) == 1


def test_speeches_can_be_read_in_the_terminal(archive: Path, capfdbinary: Streams) -> None:
    status, out, err = run(capfdbinary, "speeches", archive, "harbour", "--sort", "oldest")
    assert (status, err) == (0, "")
    assert out.splitlines()[:5] == [
        "3 statements",
        "",
        "Wang Shuguo · word for word",
        "  We build the harbour",
        "  May 1, 2020 · Title of port · port",
    ]


def test_speakers_json_has_the_documented_shape(archive: Path, capfdbinary: Streams) -> None:
    found = as_json(capfdbinary, "speakers", archive, "--limit", 1)
    assert found == {
        "total": 3,
        "speakers": [
            {
                "name": "Wang Shuguo",
                "names": ["Wang Shuguo", "王树国"],
                "roles": [],
                "statements": 3,
                "first": "2020-05-01",
                "last": "2021-09-01",
            }
        ],
    }


def names(streams: Streams, archive: Path, *decided: str) -> list[list[str]]:
    found = as_json(streams, "speakers", archive, *decided)
    return [[each["name"], *sorted(each["names"])] for each in found["speakers"]]


def test_a_reader_decides_who_is_who(archive: Path, capfdbinary: Streams) -> None:
    before = names(capfdbinary, archive)
    assert ["王树国", "王树国"] in names(capfdbinary, archive, "--split", "王树国")
    assert ["Li", "Bush", "Li"] in names(capfdbinary, archive, "--merge", "Bush", "Li")
    assert ["Old Li", "Bush", "Li"] in names(capfdbinary, archive, "--rename", "Bush", "Old Li")
    assert as_json(capfdbinary, "speeches", archive, "--speaker", "Old Li")["total"] == 2
    names(capfdbinary, archive, "--undo", "Old Li")
    names(capfdbinary, archive, "--undo", "王树国")
    assert sorted(names(capfdbinary, archive, "--undo", "Wang Shuguo")) == sorted(before)


def test_speakers_can_be_read_in_the_terminal(archive: Path, capfdbinary: Streams) -> None:
    status, out, _err = run(capfdbinary, "speakers", archive)
    assert status == 0 and out.startswith("3 speakers\n") and "Wang Shuguo" in out


@pytest.mark.parametrize(
    "decided", [("--merge", "Nobody", "Li"), ("--split", "Nobody"), ("--undo", "Nobody")]
)
def test_an_unknown_speaker_is_named(
    archive: Path, capfdbinary: Streams, decided: tuple[str, ...]
) -> None:
    status, out, err = run(capfdbinary, "speakers", archive, *decided)
    assert (status, out) == (2, "") and "Nobody" in err and len(err.splitlines()) == 1


def test_a_name_of_several_speakers_asks_which(archive: Path, capfdbinary: Streams) -> None:
    fill(archive, reported("more", "“Yes,” said Mr. Li.", ("Mr. Li", "Yes")))
    run(capfdbinary, "speakers", archive, "--split", "Li")
    status, _out, err = run(capfdbinary, "speakers", archive, "--undo", "LI")
    assert status == 2 and "Mr. Li" in err and len(err.splitlines()) == 1


def test_an_item_is_shown_with_its_statements(archive: Path, capfdbinary: Streams) -> None:
    shown = as_json(capfdbinary, "show", archive, "port")
    assert [each["text"] for each in shown["statements"]] == [
        "We build the harbour", "No harbour", "Peace",
    ]  # fmt: skip
