from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop_app.gui.views.concordance import takeaway
from desktop_app.gui.views.concordance.line_model import Column
from tests.gui.views.concordance.conftest import Reader


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that is chosen whenever one is asked for."""
    chosen = tmp_path / "out.csv"
    monkeypatch.setattr(takeaway, "choose_csv", lambda *_asked: chosen)
    return chosen


def table(out: Path) -> list[dict[str, str]]:
    with out.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def told(reader: Reader) -> str:
    (box,) = reader.window.findChildren(QMessageBox)
    text = box.text()
    box.close()
    return text


def test_all_lines_are_saved_in_the_order_shown(reader: Reader, out: Path) -> None:
    reader.ask("oil")
    reader.view.sort.choose("L1")
    reader.settle()
    reader.view.save.click()
    reader.settle()
    rows = table(out)
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")  # or Excel spoils the Chinese
    assert len(rows) == 404
    assert [row["key"] for row in rows[:50]] == reader.rows(Column.KEY)
    assert [row["left"].split()[-1] for row in rows[:4]] == [
        cell.split()[-1].removeprefix("=") if n == -1 else cell.split()[-1]
        for n, cell in enumerate(reader.rows(Column.LEFT, 4))
    ]
    assert told(reader) == f"404 rows were written to {out}"


def test_no_cell_is_a_formula(reader: Reader, out: Path) -> None:
    reader.ask("=cheap")
    reader.view.save.click()
    reader.settle()
    (row,) = table(out)
    assert row["key"] == "Cheap"
    assert row["left"].endswith("rose. =")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    told(reader)


def test_collocates_are_saved_as_they_stand(reader: Reader, out: Path) -> None:
    reader.ask("oil")
    reader.view.pages["collocates"].click()
    reader.settle()
    reader.view.save.click()
    reader.settle()
    rows = table(out)
    assert [row["word"] for row in rows] == [e.word for e in reader.view.collocates.model.rows]
    assert next(row for row in rows if row["word"] == "has")["near"] == "400"
    told(reader)


def test_a_place_that_cannot_be_written_is_named(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(takeaway, "choose_csv", lambda *_asked: tmp_path / "none" / "out.csv")
    reader.ask("oil")
    reader.view.save.click()
    reader.settle()
    assert str(tmp_path / "none" / "out.csv") in told(reader)


def test_nothing_happens_where_no_file_is_chosen(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(takeaway, "choose_csv", lambda *_asked: None)
    reader.ask("oil")
    reader.view.save.click()
    assert not reader.view.takeaway.busy


def test_stopping_leaves_no_half_file(reader: Reader, out: Path) -> None:
    reader.ask("oil")
    reader.view.save.click()
    reader.view.takeaway_wait.button.click()
    assert not reader.view.takeaway.busy
    reader.window.pool.waitForDone()
    reader.settle()
    assert not out.exists() or len(table(out)) == 404
    assert [path.name for path in out.parent.iterdir() if path.name.endswith(".part")] == []
