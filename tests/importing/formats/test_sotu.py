"""State of the Union addresses with their table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop_app.importing.formats.sotu import StateOfTheUnion
from tests.importing.reading import read_one

HEADER = "fileid,year,date,president_full,sotu_type,source_url\n"


def test_all_speeches_have_speaker_and_day(shared_data: Path) -> None:
    reader = StateOfTheUnion()
    files = sorted((shared_data / "speeches-en").glob("*.txt"))
    items = [read_one(reader, file) for file in files]
    assert len({item.identity for item in items}) == 74
    assert all(item.date and item.byline and item.paragraphs for item in items)
    assert {(item.kind, item.language, item.source) for item in items} == {
        ("speech", "en", "State of the Union")
    }


def test_a_speech(shared_data: Path) -> None:
    item = read_one(StateOfTheUnion(), shared_data / "speeches-en" / "1961-Kennedy-1.txt")
    assert item.title == "State of the Union Address, 1961 — John F. Kennedy"
    assert (item.byline, item.date) == ("John F. Kennedy", date(1961, 1, 30))
    assert item.identity == "sotu:1961-Kennedy-1"
    assert item.paragraphs[1] == "Mr. Speaker, Mr. Vice President, Members of the Congress:"
    assert item.paragraphs[-1].endswith('that God has given us."')


def test_only_texts_of_the_table_are_taken(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text(HEADER + "a,1990,1990-01-31,A B,spoken,\n", "utf-8")
    reader = StateOfTheUnion()
    assert reader.recognises(tmp_path / "a.txt", b"text")
    assert not reader.recognises(tmp_path / "b.txt", b"text")


def test_another_table_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_bytes(b"fileid,colour\na,red\n\xff\0")
    assert not StateOfTheUnion().recognises(tmp_path / "a.txt", b"text")


def test_the_table_may_have_other_columns_in_any_order(tmp_path: Path) -> None:
    head = "\ufeffSOTU_type , president,notes,date,fileid\n"
    table = head + "written,Herbert Hoover,x,1930-12-02,a\n\nb\n"
    (tmp_path / "metadata.csv").write_text(table, "utf-8")
    (tmp_path / "a.txt").write_text("To the Congress:\n\nWords.\n", "utf-8")
    reader = StateOfTheUnion()
    assert reader.recognises(tmp_path / "a.txt", b"To")
    item = read_one(reader, tmp_path / "a.txt")
    assert item.title == "State of the Union Message, 1930 — Herbert Hoover"
    assert (item.byline, item.date) == ("Herbert Hoover", date(1930, 12, 2))
