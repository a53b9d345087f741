"""State of the Union addresses: a text a speech, and metadata.csv about all of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from desktop_app.errors import ImportFailure
from desktop_app.importing.dates import find_date
from desktop_app.importing.encoding import is_binary
from desktop_app.importing.page import read_text, tidy, tidy_all
from desktop_app.importing.raw import Found, RawItem, ReportBytes, Skipped
from desktop_app.messages import message

_TABLE = "metadata.csv"
_COLUMNS = {"fileid", "date"}
_SPEAKER = ("president_full", "president", "speaker")
_MAX_TABLE = 16 * 1024 * 1024


class StateOfTheUnion:
    """The texts of the collection that lie beside their table."""

    name = "sotu"

    def __init__(self) -> None:
        """Begin with no table read; each folder's is read once."""
        self._tables: dict[Path, Mapping[str, Mapping[str, str]]] = {}

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether the table in the file's folder has a row for it."""
        return self._row(path) is not None and not is_binary(head)

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield the speech."""
        row = self._row(path)
        if row is None:
            raise ImportFailure(message("{path} has no row in metadata.csv; add one", path=path))
        paragraphs = tidy_all(read_text(path).split("\n"))
        report_bytes(path.stat().st_size)
        if not paragraphs:
            yield Skipped("", message("it holds no text"))
            return
        yield _speech(row, paragraphs)

    def _row(self, path: Path) -> Mapping[str, str] | None:
        table = self._table(path.parent)
        return table.get(path.stem) or table.get(path.name)

    def _table(self, folder: Path) -> Mapping[str, Mapping[str, str]]:
        if folder not in self._tables:
            self._tables[folder] = _read_table(folder / _TABLE)
        return self._tables[folder]


def _read_table(path: Path) -> Mapping[str, Mapping[str, str]]:
    """Rows by file id; empty where there is no such table or it is another kind."""
    if not path.is_file() or path.stat().st_size > _MAX_TABLE:
        return {}
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
            reader = csv.DictReader(stream, restkey="", restval="")
            reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
            names = set(reader.fieldnames)
            if not (names >= _COLUMNS and names & set(_SPEAKER)):
                return {}
            return {_file_id(row): row for row in reader if _file_id(row)}
    except (csv.Error, OSError):
        return {}


def _file_id(row: Mapping[str, str]) -> str:
    return row["fileid"].strip().removesuffix(".txt")


def _speech(row: Mapping[str, str], paragraphs: tuple[str, ...]) -> RawItem:
    speaker = next((name for key in _SPEAKER if (name := tidy(row.get(key) or ""))), "")
    form = "Message" if (row.get("sotu_type") or "").strip().lower() == "written" else "Address"
    day = find_date(row["date"])
    year = str(day.year) if day else row.get("year") or ""
    return RawItem(
        title=f"State of the Union {form}, {year} — {speaker}",
        paragraphs=paragraphs,
        language="en",
        source="State of the Union",
        kind="speech",
        date=day,
        byline=speaker,
        url=row.get("source_url") or "",
        identity=f"sotu:{_file_id(row)}",
    )
