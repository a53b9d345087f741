from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.cli import main

TEXT = "Many ships came to the harbor on Monday and more are awaited there this week"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    path = tmp_path / "a.csv"
    path.write_text(f"编号,name,发布日期,正文\nx,The title,2021-08-31,{TEXT}\n", "utf-8")
    return path


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    out, err = capfdbinary.readouterr()
    return status, out.decode(), err.decode()


def test_a_table_is_shown_without_an_archive_being_made(
    table: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    status, out, err = run(capfdbinary, "columns", tmp_path / "a.beilin", table)
    assert (status, err) == (0, "")
    assert "发布日期" in out
    assert "The title" in out
    assert "--set title=3" in out
    assert not (tmp_path / "a.beilin").exists()
    status, out, _err = run(capfdbinary, "columns", tmp_path / "a.beilin", table, "--json")
    assert json.loads(out)["fields"] == ["id", "title", "date", "text"]


def test_a_correction_is_kept_and_used(
    table: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    archive = tmp_path / "a.beilin"
    status, out, _err = run(
        capfdbinary, "columns", archive, table,
        "--set", "section=name", "--set", "title=1", "--set", "none=发布日期",
    )  # fmt: skip
    assert (status, "remembers" in out) == (0, True)
    run(capfdbinary, "import", archive, table)
    with open_archive(archive) as opened:
        (item,) = opened.items()
    assert (item.title, item.date, item.details) == ("x", None, (("section", "The title"),))


@pytest.mark.parametrize(
    ("change", "words"),
    [("title=9", "no column “9”"), ("head=1", "no field “head”"), ("title", "title=3")],
)
def test_a_correction_that_names_nothing_is_one_line(
    table: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], change: str, words: str
) -> None:
    status, out, err = run(capfdbinary, "columns", tmp_path / "a.beilin", table, "--set", change)
    assert (status, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert not (tmp_path / "a.beilin").exists()


def test_what_is_no_table_is_said_to_be_none(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "a.txt").write_text("Words.\n", "utf-8")
    status, _out, err = run(capfdbinary, "columns", tmp_path / "a.beilin", tmp_path / "a.txt")
    assert status == 2
    assert "a.txt" in err
