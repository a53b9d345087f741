"""The first lines of a table, and corrections of what its columns are taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.errors import ImportFailure
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.tables.preview import ColumnProblem, corrected, preview

TEXT = "Many ships came to the harbor on Monday and more are awaited there this week"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """One whose names mislead: the headline is called "name", the text "notes"."""
    rows = [f"{n},Ship {n},2021-08-{n:02},{TEXT} {n}" for n in range(1, 30)]
    path = tmp_path / "in" / "a.csv"
    path.parent.mkdir()
    path.write_text("Titles,name,when,notes\n" + "\n".join(rows), "utf-8")
    return path


def test_the_first_lines_are_shown_with_the_guess(table: Path) -> None:
    shown = preview(table, {})
    assert shown.names == ("Titles", "name", "when", "notes")
    assert len(shown.rows) == 20
    assert shown.rows[0] == ("1", "Ship 1", "2021-08-01", f"{TEXT} 1")
    assert shown.mapping.fields[2:] == ("date", "text")
    assert not shown.mapping.sure


def test_a_correction_names_columns_by_number_or_name(table: Path) -> None:
    shown = preview(table, {})
    made = corrected(shown, [("title", "2"), ("none", "Titles"), ("keyword", "WHEN")])
    assert made.fields == ("", "title", "keyword", "text")
    assert corrected(shown, [("title", "2")]).fields.count("title") == 1
    for change, word in (
        (("title", "9"), "9"),
        (("headline", "1"), "headline"),
        (("id", "x"), "x"),
    ):
        with pytest.raises(ColumnProblem, match=word):
            corrected(shown, [change])


def test_a_kept_correction_counts_for_every_table_with_the_header(
    table: Path, tmp_path: Path
) -> None:
    shown = preview(table, {})
    fields = corrected(shown, [("title", "2"), ("none", "1")]).fields
    other = table.with_name("b.csv")
    other.write_text(f"titles,NAME,when,notes,\nx,Other ship,2021-09-01,{TEXT},more\n", "utf-8")
    with open_for_import(tmp_path / "a.beilin") as archive:
        archive.save_columns({shown.signature: fields})
        report = Importer(archive).run([table.parent])
    assert (report.imported, report.skipped) == (30, [])
    with open_archive(tmp_path / "a.beilin") as archive:
        titles = {item.title for item in archive.items()}
        assert preview(other, archive.columns()).mapping.sure
    assert titles == {*(f"Ship {n}" for n in range(1, 30)), "Other ship"}


def test_what_the_archive_kept_may_be_damaged(table: Path, tmp_path: Path) -> None:
    for text in ("", "[", "[1]", '{"a": 1, "b": [1], "c": ["title"]}', "[" * 100_000):
        with open_for_import(tmp_path / "a.beilin") as archive:
            (tmp_path / "a.beilin" / "columns.json").write_text(text, "utf-8")
            assert set(archive.columns()) <= {"c"}
            archive.save_columns({"d": ("title",)})
            assert archive.columns()["d"] == ("title",)


def test_what_is_no_table_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><p>Words</p></html>", "utf-8")
    with pytest.raises(ImportFailure, match=r"a\.html holds no table"):
        preview(tmp_path / "a.html", {})
    (tmp_path / "a.csv").write_text("\n\n", "utf-8")
    with pytest.raises(ImportFailure, match=r"a\.csv holds no table"):
        preview(tmp_path / "a.csv", {})
