"""Tables with anything in them: every row told of, none lost, nothing raised."""

from __future__ import annotations

import csv
import io
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from desktop_app.errors import ImportFailure
from desktop_app.importing.formats.table import TableFile
from desktop_app.importing.raw import Failed, RawItem, Skipped
from desktop_app.importing.tables.csv_dialect import Dialect, sniffed
from tests.importing.reading import read

HEADER = "title,date,body,photo\n"
_TEXT = st.text(alphabet=st.sampled_from("ab \"',;\t|\n\\新=sep"), max_size=12)
_ROWS = st.lists(st.lists(_TEXT, min_size=2, max_size=5), min_size=1, max_size=8)


def check(content: bytes, suffix: str, folder: Path) -> None:
    path = folder / f"a{suffix}"
    path.write_bytes(content)
    if not TableFile().recognises(path, content[:65536]):
        return
    try:
        found = read(TableFile(), path)
    except ImportFailure as error:
        assert f"a{suffix}" in str(error)
        return
    for each in found:
        assert isinstance(each, (RawItem, Skipped, Failed))
        if isinstance(each, RawItem):
            assert each.title
            assert each.part
            assert not any("\n" in paragraph for paragraph in each.paragraphs)


@settings(deadline=None)
@given(rows=_ROWS, delimiter=st.sampled_from(",;\t|"), line_end=st.sampled_from(["\n", "\r\n"]))
def test_records_written_by_the_standard_library_are_read_cell_by_cell(
    rows: list[list[str]], delimiter: str, line_end: str
) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    dialect, cells = Dialect(delimiter), []
    rest = stream.getvalue().replace("\r\n", "\n").split("\n")[:-1]
    while rest:
        count = 1
        while dialect.split("\n".join(rest[:count])).open:
            count += 1
        cells.append(list(dialect.split("\n".join(rest[:count])).cells))
        rest = rest[count:]
    assert cells == rows


@given(record=_TEXT, escaped=st.booleans())
@example(record='"', escaped=False)
@example(record='"a\\', escaped=True)
@example(record='","', escaped=False)
def test_any_line_has_cells_and_loses_no_letter(record: str, escaped: bool) -> None:
    cells = Dialect(",", '"', escaped).split(record).cells
    assert cells
    kept = "".join(cells)
    assert [c for c in record if c in "ab新sep"] == [c for c in kept if c in "ab新sep"]


@given(lines=st.lists(_TEXT, min_size=1, max_size=12))
def test_a_dialect_is_found_for_any_lines(lines: list[str]) -> None:
    dialect, _named = sniffed(lines)
    assert len(dialect.delimiter) == 1


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=st.binary(max_size=300) | _TEXT.map(str.encode) | st.text(max_size=200).map(str.encode))
@example(body=b'a,"b\n' * 50)
@example(body=b"\xff\xfe\n\0")
@example(body=("1,2021-08-31,\ud83d\ude00".encode("utf-16-le", "surrogatepass")))
@example(body=b"A,99999999999999999999,x\nB,31/13/2021,y\nC,0000-00-00,z\n")
def test_any_bytes_after_a_header_are_told_of(
    tmp_path_factory: pytest.TempPathFactory, body: bytes
) -> None:
    with TemporaryDirectory(dir=tmp_path_factory.getbasetemp()) as folder:
        check(HEADER.encode() + body, ".csv", Path(folder))


@cache
def workbook() -> dict[str, bytes]:
    """The parts of a small workbook."""
    book, stream = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in (("title", "date", "body"), ("One", 44439, "Words of a text."), ("Two", None, 3.5)):
        book.active.append(row)
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def damaged_workbook(part: int, place: float, change: bytes, cut: float) -> bytes:
    """A workbook with one part changed at a place (0 to 1) and all of it cut at another."""
    parts, stream = dict(workbook()), io.BytesIO()
    name = sorted(parts)[part % len(parts)]
    at = int(place * len(parts[name]))
    parts[name] = parts[name][:at] + change + parts[name][at + len(change) :]
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    content = stream.getvalue()
    return content[: max(30, int(cut * len(content)))]


_SHARE = st.floats(0, 1)
_PIECES = (b"<", b"&x;", b"99999999999", b'r="ZZZ9"', b"\0")
_CHANGE = st.binary(max_size=4) | st.sampled_from(_PIECES)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(part=st.integers(0, 20), place=_SHARE, change=_CHANGE, cut=st.just(1.0) | _SHARE)
def test_a_damaged_workbook_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, part: int, place: float, change: bytes, cut: float
) -> None:
    with TemporaryDirectory(dir=tmp_path_factory.getbasetemp()) as folder:
        check(damaged_workbook(part, place, change, cut), ".xlsx", Path(folder))


@pytest.mark.slow
@settings(max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(part=st.integers(0, 20), place=_SHARE, change=_CHANGE, cut=st.just(1.0) | _SHARE)
def test_many_damaged_workbooks_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, part: int, place: float, change: bytes, cut: float
) -> None:
    with TemporaryDirectory(dir=tmp_path_factory.getbasetemp()) as folder:
        check(damaged_workbook(part, place, change, cut), ".xlsx", Path(folder))


@pytest.mark.slow
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=st.binary(max_size=2000) | st.text(max_size=1000).map(str.encode))
def test_many_bytes_after_a_header_are_told_of(
    tmp_path_factory: pytest.TempPathFactory, body: bytes
) -> None:
    with TemporaryDirectory(dir=tmp_path_factory.getbasetemp()) as folder:
        check(HEADER.encode() + body, ".csv", Path(folder))
