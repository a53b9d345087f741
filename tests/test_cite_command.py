"""The commands that cite: `cite`, and `speeches --cite`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.cli import main
from tests.speech_search.conftest import ITEMS, fill

Streams = pytest.CaptureFixture[bytes]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    fill(tmp_path / "a.beilin", *ITEMS)
    return tmp_path / "a.beilin"


def run(streams: Streams, *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    out, err = streams.readouterr()
    return status, out.decode(), err.decode()


def test_items_are_cited_in_the_order_asked_for(archive: Path, capfdbinary: Streams) -> None:
    status, out, err = run(capfdbinary, "cite", archive, "school", "port", "--format", "csl-json")
    assert (status, err) == (0, "")
    assert [each["id"] for each in json.loads(out)] == ["school", "port"]


def test_ris_reaches_the_stream_with_its_own_line_ends(archive: Path, capfdbinary: Streams) -> None:
    _status, out, _err = run(capfdbinary, "cite", archive, "school", "--format", "ris")
    assert out.startswith("TY  - NEWS\r\n") and out.endswith("ER  - \r\n")


def test_the_national_standard_is_the_style_unless_another_is_named(
    archive: Path, capfdbinary: Streams
) -> None:
    plain = run(capfdbinary, "cite", archive, "school")
    assert plain == run(capfdbinary, "cite", archive, "school", "--style", "gbt7714")
    assert "[N]" in plain[1]
    assert "[N]" not in run(capfdbinary, "cite", archive, "school", "--style", "mla")[1]


def test_an_unknown_item_is_named(archive: Path, capfdbinary: Streams) -> None:
    status, out, err = run(capfdbinary, "cite", archive, "school", "nowhere")
    assert (status, out) == (2, "") and "nowhere" in err and len(err.splitlines()) == 1


def test_statements_are_quoted_with_their_citation(archive: Path, capfdbinary: Streams) -> None:
    _status, out, _err = run(capfdbinary, "speeches", archive, "合作", "--cite", "gbt7714")
    assert "\n“加強國際合作”\n— " in out and "word for word" in out and "[N]" in out
    _status, out, _err = run(
        capfdbinary, "speeches", archive, "合作", "--cite", "gbt7714", "--json"
    )
    [statement] = json.loads(out)["statements"]
    assert statement["quotation"].startswith("“加強國際合作”\n— ")


def test_without_a_style_nothing_is_cited(archive: Path, capfdbinary: Streams) -> None:
    _status, out, _err = run(capfdbinary, "speeches", archive, "合作", "--json")
    assert "quotation" not in json.loads(out)["statements"][0]
