"""Merging segments into one: whole stretches of words at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.columns import Coded, Column, Numbers, narrow
from desktop_app.search.codec.field import Field
from desktop_app.search.codec.rows import spread
from desktop_app.search.codec.segment import ColumnSegment
from desktop_app.search.codec.segment_reader import SegmentColumns
from desktop_app.search.codec.segment_writer import Postings, SegmentWriter

# Tokens merged at a time: some 40 MB of arrays whatever the segments' size. Four times as
# many held 140 MB and were no faster.
_STRETCH = 1 << 18


@dataclass(frozen=True, slots=True)
class _Part:
    """A segment to merge: its reader, and each document's new number, -1 for deleted ones."""

    reader: SegmentColumns
    renumbered: Array
    kept: Array | None  # bool, or None where all documents are


def merge(folder: Path, segments: Sequence[ColumnSegment]) -> ColumnSegment:
    """Write the living documents of `segments`, in that order, as one new segment."""
    parts = list(_parts(folder, segments))
    merged = ColumnSegment(segments[0].indexname)
    count = sum(int((part.renumbered >= 0).sum()) for part in parts)
    merged.set_doc_count(count)
    writer = SegmentWriter(folder, merged.segment_id(), count)
    try:
        for name in sorted({name for part in parts for name in part.reader.field_names}):
            _merge_field(writer, name, parts)
        for name in sorted({name for part in parts for name in part.reader.column_names}):
            writer.add_column(name, _merge_column(name, parts))
        writer.finish()
    except BaseException:
        writer.discard()
        raise
    return merged


def _parts(folder: Path, segments: Sequence[ColumnSegment]) -> Iterator[_Part]:
    base = 0
    for segment in segments:
        reader = SegmentColumns(folder, segment)
        living = segment.living()
        if living is None:
            yield _Part(reader, np.arange(base, base + reader.count), None)
            base += reader.count
        else:
            renumbered = np.where(living, base + np.cumsum(living) - 1, -1)
            yield _Part(reader, renumbered, living)
            base += int(living.sum())


def _merge_field(writer: SegmentWriter, name: str, parts: Sequence[_Part]) -> None:
    """Write the field `name` of all parts."""
    fields = [(part, part.reader.field(name)) for part in parts]
    held = [(part, field) for part, field in fields if field is not None]
    if any(field.record.boosted for _part, field in held):
        raise TypeError(f"the field {name} keeps boosts and cannot be merged")
    width = max(field.record.width for _part, field in held)
    writer.begin_field(width)
    total = 0.0
    for spans in _stretches([field for _part, field in held]):
        for postings in _merge_stretch(held, spans, width > 0):
            total += float(postings.frequencies.sum())
            writer.add(postings)
    writer.end_field(name, _merge_lengths(fields), round(total))


def _stretches(fields: Sequence[Field]) -> Iterator[list[tuple[int, int]]]:
    """Ranges of word numbers, one a field, that together cover all words in order."""
    longest = max(fields, key=lambda field: field.record.postings)
    weight = sum(max(field.record.positions, field.record.postings) for field in fields)
    pieces = max(1, weight // _STRETCH)
    places = np.linspace(0, longest.record.postings, pieces + 1)[1:-1]
    starts = longest.posting_starts
    numbers = sorted(set(np.searchsorted(starts, places).tolist()) - {0, len(longest.words)})
    bounds = [longest.words[number] for number in numbers]
    cuts = [[0, *map(field.words.place, bounds), len(field.words)] for field in fields]
    for piece in range(len(bounds) + 1):
        yield [(cut[piece], cut[piece + 1]) for cut in cuts]


def _merge_stretch(
    held: Sequence[tuple[_Part, Field]], spans: Sequence[tuple[int, int]], placed: bool
) -> Iterator[Postings]:
    """The postings of one stretch of words over all parts; nothing where none is left."""
    listed = [field.words.listed(*span) for (_part, field), span in zip(held, spans)]  # noqa: B905
    words = [word for word, _same in groupby(sorted(chain.from_iterable(listed)))]
    number_of = dict(zip(words, range(len(words)), strict=True))
    targets, documents, frequencies, positions = [], [], [], []
    for (part, field), span, own in zip(held, spans, listed):  # noqa: B905
        if not own:
            continue
        numbers = np.fromiter(map(number_of.__getitem__, own), np.int64, len(own))
        target = np.repeat(numbers, field.counts(*span))
        start, stop = field.span(*span)
        document = part.renumbered[field.documents(start, stop)]
        frequency = field.frequencies(start, stop)
        position = field.positions(*span) if placed else np.empty(0, "<u2")
        if part.kept is not None:
            keep = document >= 0
            position = position[np.repeat(keep, frequency.astype(np.int64))] if placed else position
            target, document, frequency = target[keep], document[keep], frequency[keep]
        targets.append(target)
        documents.append(document)
        frequencies.append(frequency)
        positions.append(position)
    if any(len(target) for target in targets):
        yield _ordered(
            words,
            np.concatenate(targets),
            np.concatenate(documents),
            np.concatenate(frequencies),
            np.concatenate(positions) if placed else None,
        )


def _ordered(
    words: list[bytes],
    targets: Array,
    documents: Array,
    frequencies: Array,
    positions: Array | None,
) -> Postings:
    """The postings by word; those of one word stay in the order they come in."""
    keys = (targets.astype(np.uint64) << np.uint64(32)) | np.arange(len(targets), dtype=np.uint64)
    keys.sort()
    order = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    each = np.bincount(targets, minlength=len(words))
    used = np.flatnonzero(each)
    sorted_frequencies = frequencies[order]
    postings = Postings(
        words=words if len(used) == len(words) else [words[number] for number in used.tolist()],
        documents_each=each[used],
        documents=documents[order],
        frequencies=_whole(sorted_frequencies),
    )
    if positions is None:
        return postings
    counts = frequencies.astype(np.int64)
    moved = positions[spread((np.cumsum(counts) - counts)[order], counts[order])]
    positions_each = np.bincount(targets, counts, minlength=len(words)).astype(np.int64)
    return Postings(
        postings.words, postings.documents_each, postings.documents, postings.frequencies,
        positions_each[used], moved,
    )  # fmt: skip


def _whole(frequencies: Array) -> Array:
    """Frequencies as whole numbers where they are."""
    whole = frequencies.astype(np.int64)
    return whole if (whole == frequencies).all() else frequencies


def _merge_lengths(fields: Sequence[tuple[_Part, Field | None]]) -> Array:
    lengths = []
    for part, field in fields:
        own = np.zeros(0, "u1") if field is None else field.length_bytes
        own = own if len(own) else np.zeros(part.reader.count, "u1")
        lengths.append(own if part.kept is None else own[part.kept])
    merged = np.concatenate(lengths)
    return merged if merged.any() else np.empty(0, "u1")


def _merge_column(name: str, parts: Sequence[_Part]) -> Column:
    columns = [part.reader.column(name) for part in parts]
    if all(isinstance(column, Numbers) for column in columns):
        kept = [_kept(column.values, part) for column, part in zip(columns, parts)  # noqa: B905
                if isinstance(column, Numbers)]  # fmt: skip
        return Numbers(narrow(np.concatenate([values.astype(np.int64) for values in kept])))
    places: dict[bytes, int] = {}
    codes = []
    for column, part in zip(columns, parts):  # noqa: B905
        if not isinstance(column, Coded):
            raise TypeError(f"the column {name} cannot be merged")
        new = [places.setdefault(value, len(places)) for value in column.values]
        codes.append(np.array(new, np.int64)[_kept(column.codes, part)])
    return Coded(narrow(np.concatenate(codes)), tuple(places))


def _kept(values: Array, part: _Part) -> Array:
    return values if part.kept is None else values[part.kept]
