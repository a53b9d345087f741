"""Merging, and which segments are merged: a merged segment is the one written at once."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_app.search.batch_segments import Batch, write_segment
from desktop_app.search.codec import merging
from desktop_app.search.codec.columns import Coded
from desktop_app.search.codec.contents import read_contents
from desktop_app.search.codec.index_writer import IndexWriter, writing
from desktop_app.search.codec.segment import ColumnSegment
from desktop_app.search.codec.segment_reader import SegmentColumns
from desktop_app.search.codec.segment_writer import SEGMENT_LIMIT
from desktop_app.search.engine import Document
from desktop_app.search.query import parse
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document
from tests.search.generated import commits

Postings = dict[str, dict[str, list[tuple[int, int, tuple[int, ...]]]]]


def written(writer: IndexWriter, documents: Sequence[Document]) -> ColumnSegment:
    segment = writer.begin()
    write_segment(Batch(writer.folder, segment, documents))
    writer.adopt(segment, len(documents))
    return writer.segments[-1]


def postings(segment: SegmentColumns) -> Postings:
    """Everything a segment says of where words stand."""
    said: Postings = {}
    for name in segment.field_names:
        field = segment.field(name)
        assert field is not None
        words = said[name] = {}
        for number, word in enumerate(field.words):
            start, stop = field.span(number)
            counts = field.counts_of(start, stop)
            ends = np.cumsum(counts)
            positions = field.positions(number)
            words[word.decode()] = [
                (int(document), int(count), tuple(positions[end - count : end].tolist()))
                for document, count, end in zip(
                    field.documents(start, stop), counts, ends, strict=True
                )
            ]
    return said


def columns(segment: SegmentColumns) -> dict[str, list[object]]:
    said: dict[str, list[object]] = {}
    for name in segment.column_names:
        column = segment.column(name)
        if isinstance(column, Coded):
            said[name] = [column.values[code] for code in column.codes.tolist()]
        else:
            said[name] = segment.numbers(name).tolist()
    return said


def same(folder: Path, merged: ColumnSegment, expected: ColumnSegment) -> None:
    ours, theirs = SegmentColumns(folder, merged), SegmentColumns(folder, expected)
    assert ours.count == theirs.count
    assert columns(ours) == columns(theirs)
    found, wanted = postings(ours), postings(theirs)
    assert {name: words for name, words in found.items() if words} == wanted
    for name in theirs.field_names:
        one, other = ours.field(name), theirs.field(name)
        assert one is not None and other is not None
        assert one.length_bytes.tolist() == other.length_bytes.tolist()
        assert one.record.length == other.record.length


def merged_and_expected(
    folder: Path, batches: Sequence[Sequence[Document]], gone: Sequence[Sequence[int]]
) -> None:
    living: list[Document] = []
    with writing(folder) as writer:
        parts = []
        for batch, places in zip(batches, gone, strict=True):
            segment = written(writer, batch)
            parts.append(segment.without(np.array(sorted(set(places)), np.int64)))
            living += [each for place, each in enumerate(batch) if place not in places]
        expected = written(writer, living)
        same(folder, merging.merge(folder, parts), expected)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck),
          phases=(Phase.explicit, Phase.reuse, Phase.generate))  # fmt: skip
@given(commits(5), st.data())
def test_a_merged_segment_is_the_one_written_at_once(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[Document]], data: st.DataObject
) -> None:
    gone = [data.draw(st.sets(st.integers(0, len(batch) - 1))) for batch in batches]
    if all(len(places) == len(batch) for places, batch in zip(gone, batches, strict=True)):
        gone[0] = set()
    merged_and_expected(tmp_path_factory.mktemp("m"), batches, [sorted(each) for each in gone])


def test_long_and_short_items_and_words_in_thousands(tmp_path: Path) -> None:
    """Positions of four bytes beside those of two, frequencies above a byte and two."""
    long = "harbor oil 西安交通 " * 20_000
    batches = [
        [document(1, "harbor", title="x"), document(2, long), document(3, "the " * 300)],
        [document(4, "oil harbor"), document(5, "oil " * 256)],
        [document(6, "西安交通 " * 70_000), document(7, ""), document(8, "oil")],
    ]
    merged_and_expected(tmp_path, batches, [[], [], []])
    merged_and_expected(tmp_path, batches, [[0, 1], [], [1]])
    merged_and_expected(tmp_path, batches, [[1], [0, 1], [0]])


def test_stretches_of_words_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Merging a few words at a time comes to the same."""
    monkeypatch.setattr(merging, "_STRETCH", 40)
    dice = random.Random(4)
    words = [f"word{n}" for n in range(60)]
    batches = [
        [document(100 * b + n, " ".join(dice.choices(words, k=30))) for n in range(25)]
        for b in range(4)
    ]
    merged_and_expected(tmp_path, batches, [[0, 5], [], list(range(20)), [24]])


def sizes(folder: Path) -> list[int]:
    contents = read_contents(folder)
    assert contents is not None
    return [segment.doc_count_all() for segment in contents.segments]


def test_many_small_commits_leave_few_segments(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    dice = random.Random(1)
    total = 0
    for covered in range(1, 121):
        count = dice.choice((1, 1, 2, 5, 30))
        engine.add([document(total + n, f"harbor w{total + n}") for n in range(count)], covered)
        total += count
        assert len(sizes(tmp_path)) <= 2 + total.bit_length()
        assert sum(sizes(tmp_path)) == total
    assert len(engine.search(parse("harbor").node).numbers) == total
    assert len(list(tmp_path.glob("*.tab"))) == len(sizes(tmp_path))


def test_updates_again_and_again_do_not_pile_up(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    for covered in range(1, 60):
        engine.add([document(n, f"harbor v{covered}") for n in range(10)], covered)
        assert sum(sizes(tmp_path)) <= 2 * 10 + 10
    assert engine.count == 10
    assert len(engine.search(parse("v59").node).numbers) == 10
    assert len(engine.search(parse("v58").node).numbers) == 0


def test_an_import_in_many_batches_ends_in_one_segment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.search.index_documents.BATCH", 2000)
    engine = WhooshEngine(tmp_path)
    engine.add([document(n, "harbor " * 20 + f"n{n}") for n in range(300)], 1)
    assert sizes(tmp_path) == [300]


def test_no_segment_of_ours_outgrows_two_bytes() -> None:
    from desktop_app.search.codec.index_writer import _fitting, _mergeable

    segments = [ColumnSegment("MAIN", f"s{n}", 30_000) for n in range(5)]
    assert sum(each.doc_count() for each in _mergeable(segments)) <= SEGMENT_LIMIT
    assert sum(each.doc_count() for each in _fitting(segments)) <= SEGMENT_LIMIT


def test_a_merge_that_fails_leaves_the_index_and_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = WhooshEngine(tmp_path)
    engine.add([document(1, "harbor")], 1)
    before = sorted(path.name for path in tmp_path.iterdir())

    def broken(*_arguments: object) -> None:
        raise MemoryError

    monkeypatch.setattr(merging, "_merge_column", broken)
    with pytest.raises(MemoryError):
        engine.add([document(2, "harbor")], 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert engine.covered == 1
