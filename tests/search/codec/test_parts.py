"""The parts a segment is made of, each by itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.util.numeric import byte_to_length, length_to_byte

from desktop_app.search.codec.blocks import BLOCK, BlockSums, CheckedFile, open_map
from desktop_app.search.codec.columns import coded, narrow
from desktop_app.search.codec.damage import IndexDamaged
from desktop_app.search.codec.lengths import LENGTHS, length_bytes
from desktop_app.search.codec.segment import ColumnSegment
from desktop_app.search.codec.segment_writer import position_width
from desktop_app.search.codec.stored import dumps, loads
from desktop_app.search.codec.table import Table, write_table
from desktop_app.search.codec.vocabulary import Words

SOME = settings(max_examples=100, deadline=None)
texts = st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1), unique=True)
raw = st.lists(st.binary(min_size=1, max_size=6), unique=True, max_size=40)


def words_of(listed: list[bytes]) -> Words:
    starts = np.cumsum([0, *map(len, listed)]).astype("<u4")
    return Words(np.frombuffer(b"".join(listed), "u1"), starts)


@SOME
@given(raw, st.binary(max_size=4))
def test_words_are_found_by_halving(listed: list[bytes], other: bytes) -> None:
    ordered = sorted(listed)
    words = words_of(ordered)
    assert list(words) == ordered == words.listed()
    assert [words.find(word) for word in ordered] == list(range(len(ordered)))
    assert words.find(other) == (ordered.index(other) if other in ordered else -1)
    assert words.place(other) == sum(word < other for word in ordered)


@SOME
@given(
    raw, st.one_of(st.binary(max_size=3), st.sampled_from((b"\xff", b"\xff\xff", b"a\xff", b"")))
)
def test_words_with_a_beginning_are_one_stretch(listed: list[bytes], prefix: bytes) -> None:
    ordered = sorted([*listed, b"\xff\xff\x01"])
    words = words_of(ordered)
    first, stop = words.beginning(prefix)
    assert words.listed(first, stop) == [word for word in ordered if word.startswith(prefix)]


def test_no_words_at_all() -> None:
    words = words_of([])
    assert (len(words), words.find(b"a"), words.beginning(b"a"), list(words)) == (0, -1, (0, 0), [])


@pytest.mark.parametrize("size", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 17])
@pytest.mark.parametrize("step", [1000, BLOCK, 7 * BLOCK])
def test_checksums_do_not_depend_on_how_bytes_come(tmp_path: Path, size: int, step: int) -> None:
    content = np.random.default_rng(size).integers(0, 256, size).astype("u1").tobytes()
    sums = BlockSums()
    for start in range(0, size, step):
        sums.add(memoryview(content[start : start + step]))
    path = tmp_path / "file"
    path.write_bytes(content)
    CheckedFile(path, size, sums.sums()).touch(0, size)


def test_a_block_is_checked_when_it_is_touched(tmp_path: Path) -> None:
    content = bytearray(4 * BLOCK)
    sums = BlockSums()
    sums.add(memoryview(content))
    content[2 * BLOCK + 5] = 1
    path = tmp_path / "file"
    path.write_bytes(content)
    file = CheckedFile(path, len(content), sums.sums())
    file.touch(0, 2 * BLOCK)
    file.touch(3 * BLOCK, 4 * BLOCK)
    for start, stop in ((2 * BLOCK, 2 * BLOCK + 1), (2 * BLOCK - 1, 3 * BLOCK), (0, len(content))):
        with pytest.raises(IndexDamaged, match="file"):
            file.touch(start, stop)


def test_an_empty_file_maps_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert open_map(tmp_path / "empty") == b""
    with pytest.raises(IndexDamaged):
        open_map(tmp_path / "missing")


@SOME
@given(
    st.dictionaries(
        st.text(min_size=1),
        st.tuples(
            st.sampled_from(("u1", "<u2", "<u4", "<i8", "<f8")), st.lists(st.integers(0, 255))
        ),
        max_size=6,
    )
)
def test_a_table_gives_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, sections: dict[str, tuple[str, list[int]]]
) -> None:
    path = tmp_path_factory.mktemp("table") / "a.tab"
    arrays = {name: np.array(values, kind) for name, (kind, values) in sections.items()}
    write_table(
        path,
        {"about": "国 \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")},
        arrays,
    )
    table = Table(path)
    assert table.header["about"].startswith("国")
    assert set(arrays) == {name for name in arrays if name in table}
    for name, array in arrays.items():
        assert table.read(name).tolist() == array.tolist()
        assert table.read(name).dtype == array.dtype


def test_a_section_that_is_not_there_is_damage(tmp_path: Path) -> None:
    write_table(tmp_path / "a.tab", {}, {})
    with pytest.raises(IndexDamaged, match=r"a\.tab"):
        Table(tmp_path / "a.tab").read("words")


@SOME
@given(st.lists(st.integers(-(1 << 63), (1 << 63) - 1), max_size=20))
def test_numbers_in_the_narrowest_type(values: list[int]) -> None:
    array = np.array(values, np.int64)
    narrowed = narrow(array)
    assert narrowed.tolist() == values
    assert narrowed.itemsize <= 8


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([0, 255], "u1"), ([0, 256], "<u2"), ([65536], "<u4"), ([1 << 32], "<i8"),
        ([-1, 127], "i1"), ([-1, 128], "<i2"), ([-(1 << 15) - 1], "<i4"), ([-(1 << 31) - 1], "<i8"),
        ([], "u1"),
    ],
)  # fmt: skip
def test_the_type_of_numbers(values: list[int], kind: str) -> None:
    assert narrow(np.array(values, np.int64)).dtype == np.dtype(kind)


@SOME
@given(st.lists(st.sampled_from((b"zh", b"en", b"", "西安".encode())), max_size=30))
def test_few_values_are_coded(values: list[bytes]) -> None:
    column = coded(values)
    assert [column.values[code] for code in column.codes.tolist()] == values
    assert len(set(column.values)) == len(column.values)


def test_lengths_are_on_whoosh_s_scale() -> None:
    lengths = [*range(3000), *range(3000, 130_000, 97), 106_373, 106_374, 1 << 40]
    assert length_bytes(np.array(lengths)).tolist() == [length_to_byte(each) for each in lengths]
    assert LENGTHS.tolist() == [byte_to_length(byte) for byte in range(256)]


def test_the_width_of_positions() -> None:
    assert (position_width(0), position_width(59_999), position_width(60_000)) == (2, 2, 4)


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.floats(allow_nan=False),
              st.binary(), st.datetimes(), st.dates()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)
    ),
)  # fmt: skip


@SOME
@given(st.dictionaries(st.text(), json_values, max_size=4))
def test_stored_values_come_back(values: dict[str, Any]) -> None:
    assert loads(dumps(values)) == values


@pytest.mark.parametrize("value", [object(), {1, 2}, 1j, test_the_width_of_positions])
def test_what_cannot_be_stored_says_so(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be stored"):
        dumps({"a": value})


def test_dates_and_times_are_told_apart() -> None:
    values = {"day": date(2020, 2, 3), "time": datetime(2020, 2, 3, 4, 5), "raw": b"\0\xff"}
    assert [type(each) for each in loads(dumps(values)).values()] == [date, datetime, bytes]
    assert loads(b"") == {}


@SOME
@given(st.integers(0, 70), st.data())
def test_deletions_of_a_segment(count: int, data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.integers(0, max(0, count - 1)), max_size=count))
    segment = ColumnSegment("MAIN", "abc", count).without(np.array(sorted(gone), np.int64))
    assert {n for n in range(count) if segment.is_deleted(n)} == gone == set(segment.deleted_docs())
    assert segment.doc_count() == count - len(gone)
    assert segment.deleted_count() == len(gone)
    again = ColumnSegment("MAIN", "abc", count, segment.deleted)
    assert again.deleted == segment.deleted
    for number in gone:
        segment.delete_document(number, False)
    assert segment.deleted == b""


@pytest.mark.parametrize(
    "make",
    [
        lambda: ColumnSegment("MAIN", "../x"),
        lambda: ColumnSegment("MA/IN", "x"),
        lambda: ColumnSegment("MAIN", "x", -1),
        lambda: ColumnSegment("MAIN", "x", 20, b"\0"),
    ],
)
def test_a_segment_that_cannot_be(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"not a segment|another size"):
        make()


def test_the_header_of_a_table_is_json(tmp_path: Path) -> None:
    write_table(tmp_path / "a.tab", {"version": 1}, {"b": np.arange(3, dtype="<u4")})
    content = (tmp_path / "a.tab").read_bytes()
    length = int.from_bytes(content[8:12], "little")
    assert json.loads(content[16 : 16 + length])["sections"]["b"][:3] == ["<u4", 0, 3]
