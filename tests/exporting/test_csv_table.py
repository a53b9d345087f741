from __future__ import annotations

import csv
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.archive import Archive
from desktop_app.exchange import guarded, unguarded
from desktop_app.exporting.exporters import export
from desktop_app.importing.formats.own_csv import OwnCsv
from tests.importing.reading import read, read_items


@given(st.text("'=+-@\t\rab＝", max_size=6))
def test_every_cell_comes_back_from_its_guard(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in tuple("=+-@\t\r＝")


def test_no_cell_is_a_formula_and_excel_sees_utf_8(archive: Archive, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    export(archive, out, "csv")
    assert out.read_bytes().startswith(b"\xef\xbb\xbfid,title,date,")
    rows = list(csv.reader(out.read_text("utf-8-sig").splitlines(keepends=True)))
    assert len(rows) == archive.info().items + 1
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r＝")]
    assert "'=cmd|' /C calc'!A0 <b>&amp;</b>" in cells


def test_a_table_saved_again_by_a_spreadsheet_comes_in(archive: Archive, tmp_path: Path) -> None:
    export(archive, tmp_path / "out.csv", "csv")
    rows = list(csv.reader((tmp_path / "out.csv").open(encoding="utf-8-sig", newline="")))
    own = next(row for row in rows if row[0] == "Odd.Id-1")
    own[1], own[10] = "Corrected", own[10].replace("Only a caption <i>", "Another caption")
    with (tmp_path / "again.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    assert OwnCsv().recognises(tmp_path / "again.csv", (tmp_path / "again.csv").read_bytes())
    before = {each.identity: each for each in read_items(OwnCsv(), tmp_path / "out.csv")}
    after = {each.identity: each for each in read_items(OwnCsv(), tmp_path / "again.csv")}
    changed = {key for key in before if before[key] != after[key]}
    assert changed == {"beilin:Odd.Id-1"}
    assert after["beilin:Odd.Id-1"].title == "Corrected"
    assert after["beilin:Odd.Id-1"].photos[0].caption == "Another caption"


def test_a_row_that_is_no_item_fails_alone(archive: Archive, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    count = export(archive, out, "csv")
    with out.open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerow(["x", "T", "31 August", *[""] * 9])
        csv.writer(stream).writerow(["y", "T", "", *[""] * 8, "{no json"])
    found = read(OwnCsv(), out)
    assert [type(each).__name__ for each in found].count("RawItem") == count
    assert len(found) == count + 2
