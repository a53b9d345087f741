"""The command that sets an item beside its counterpart: `align`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from lxml import etree

from desktop_app.cli import main
from tests.material import item
from tests.speech_search.conftest import fill

Streams = pytest.CaptureFixture[bytes]
ENGLISH = (
    "The port took in 30,000 tonnes. It cost $45 <million> & more.\n=Wang said so.\nA last word."
)
CHINESE = "港口接收了3万吨。耗资4500万美元，甚至更多。\n王这样说。\n最后一句话。"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    folder = tmp_path / "a.beilin"
    fill(folder, item("port", ENGLISH), item("gang", CHINESE, language="zh"), item("other"))
    return folder


def run(streams: Streams, *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    out, err = streams.readouterr()
    return status, out.decode(), err.decode()


def test_either_item_may_be_named_first(archive: Path, capfdbinary: Streams) -> None:
    status, out, err = run(capfdbinary, "align", archive, "gang", "--with", "port", "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert (found["en"], found["zh"]) == ("port", "gang")
    assert [(each["en"], each["zh"]) for each in found["links"]] == [
        ([0], [0]),
        ([1], [1]),
        ([2], [2]),
    ]
    assert run(capfdbinary, "align", archive, "port", "--with", "gang", "--json")[1] == out


def test_the_counterpart_is_the_one_that_the_archive_knows(
    archive: Path, capfdbinary: Streams
) -> None:
    assert run(capfdbinary, "pairs", archive, "--pair", "port", "gang")[0] == 0
    status, out, _err = run(capfdbinary, "align", archive, "gang", "--json")
    assert (status, json.loads(out)["en"], json.loads(out)["zh"]) == (0, "port", "gang")


def test_sentences_are_told_by_their_places(archive: Path, capfdbinary: Streams) -> None:
    _status, out, _err = run(
        capfdbinary, "align", archive, "gang", "--with", "port", "--json", "--sentences"
    )
    [first, second] = json.loads(out)["links"][0]["sentences"]
    assert (first["en"], first["zh"]) == (
        [{"paragraph": 0, "start": 0, "end": 31}],
        [{"paragraph": 0, "start": 0, "end": 9}],
    )
    assert second["en"][0]["start"] == 32 and second["zh"][0]["start"] == 9


def test_a_translation_memory_has_a_unit_for_each_passage(
    archive: Path, capfdbinary: Streams
) -> None:
    _status, out, _err = run(capfdbinary, "align", archive, "gang", "--with", "port", "--tmx")
    units = etree.fromstring(out.encode()).findall(".//tu")
    assert ["\n".join(unit.itertext("seg")) for unit in units] == [
        f"{en}\n{zh}" for en, zh in zip(ENGLISH.split("\n"), CHINESE.split("\n"), strict=True)
    ]


def test_xliff_and_tables_hold_the_same(archive: Path, capfdbinary: Streams) -> None:
    call = ("align", archive, "gang", "--with", "port")
    _status, out, _err = run(capfdbinary, *call, "--xliff")
    sources = etree.fromstring(out.encode()).findall(".//{*}source")
    assert [each.text for each in sources] == ENGLISH.split("\n")
    _status, out, _err = run(capfdbinary, *call, "--tsv")
    rows = list(csv.reader(io.StringIO(out), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows[0] == ["en_item", "zh_item", "score", "en", "zh"]
    assert rows[2][3:] == ["'=Wang said so.", "王这样说。"]


def test_for_people_the_passages_stand_under_each_other(
    archive: Path, capfdbinary: Streams
) -> None:
    _status, out, _err = run(capfdbinary, "align", archive, "port", "--with", "gang")
    assert "\nA last word.\n最后一句话。\n" in out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("other",), "--with"),
        (("nowhere",), "nowhere"),
        (("port", "--with", "nowhere"), "nowhere"),
        (("port", "--with", "other"), "other"),
        (("gang", "--with", "gang"), "gang"),
    ],
)
def test_what_cannot_be_aligned_is_told_in_one_line(
    arguments: tuple[str, ...], named: str, archive: Path, capfdbinary: Streams
) -> None:
    status, out, err = run(capfdbinary, "align", archive, *arguments)
    assert (status, out, len(err.splitlines())) == (2, "", 1) and named in err
