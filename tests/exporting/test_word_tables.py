from __future__ import annotations

import csv
from pathlib import Path

import pytest

from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.exporting.word_tables import LINE_COLUMNS, write_collocates, write_lines
from desktop_app.speeches.collocates import Collocate
from tests.speeches.test_concordance import lines_of, never


def read(out: Path) -> list[list[str]]:
    with out.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def test_lines_of_many_batches_are_written_in_their_order(tmp_path: Path) -> None:
    found = lines_of([f"a{n % 7} oil" for n in range(1200)], "oil").sorted(["L1"], never)
    steps: list[tuple[int, int]] = []
    count = write_lines(found, 20, tmp_path / "o.csv", lambda *s: steps.append(s), never)
    head, *rows = read(tmp_path / "o.csv")
    assert (count, tuple(head), len(rows)) == (1200, LINE_COLUMNS, 1200)
    lefts = [row[LINE_COLUMNS.index("left")] for row in rows]
    assert lefts == sorted(lefts)
    assert steps == [(0, 1200), (500, 1200), (1000, 1200)]


def test_what_is_given_up_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    out = tmp_path / "o.csv"
    out.write_text("mine")
    with pytest.raises(Cancelled):
        write_lines(lines_of(["oil"], "oil"), 20, out, lambda *_s: None, lambda: True)
    assert out.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=str(tmp_path)):
        write_lines(lines_of(["oil"], "oil"), 20, tmp_path, lambda *_s: None, never)


def test_texts_that_are_no_unicode_and_formulas_do_no_harm(tmp_path: Path) -> None:
    out = tmp_path / "o.csv"
    write_lines(lines_of(["=1+1 oil \ud800"], "oil"), 20, out, lambda *_s: None, never)
    assert b"'=1+1 " in out.read_bytes()
    assert write_collocates([Collocate("@cmd", 3, 4, 1.23456, 2.0)], out) == 1
    assert read(out)[1] == ["'@cmd", "3", "4", "1.235", "2.0"]
