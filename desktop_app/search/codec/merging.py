"""Merging segments into one: whole stretches of words at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
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
from desktop_app.search.helped import helped
from desktop_app.workers import ALONE, Workers

# Tokens merged at a time: some 40 MB of arrays whatever the segments' size. Four times as
# many held 140 MB and were no faster.
_STRETCH = 1 << 18
# Stretches in one task: a tenth of a second, a few megabytes of postings.
_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class _Part:
    """A segment to merge: its reader, and each document's new number, -1 for deleted ones."""

    reader: SegmentColumns
    renumbered: Array
    kept: Array | None  # bool, or None where all documents are


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some stretches of words of the field `name`, of all `segments` in `folder`."""

    folder: Path
    segments: Sequence[ColumnSegment]
    name: str
    stretches: Sequence[Sequence[tuple[int, int]]]


def merge(
    folder: Path, segments: Sequence[ColumnSegment], workers: Workers = ALONE
) -> ColumnSegment:
    """Write the living documents of `segments`, in that order, as one new segment.

    Large fields may be merged by `workers`, a piece at a time; raises `WorkersLost`.
    """
    parts = list(_parts(folder, segments))
    merged = ColumnSegment(segments[0].indexname)
    count = sum(int((part.renumbered >= 0).sum()) for part in parts)
    merged.set_doc_count(count)
    writer = SegmentWriter(folder, merged.segment_id(), count)
    try:
        for name in sorted({name for part in parts for name in part.reader.field_names}):
            _merge_field(writer, _Piece(folder, segments, name, ()), parts, workers)
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


def _merge_field(
    writer: SegmentWriter, whole: _Piece, parts: Sequence[_Part], workers: Workers
) -> None:
    """Write the field of all parts."""
    held = _held(parts, whole.name)
    if any(field.record.boosted for _part, field in held):
        raise TypeError(f"the field {whole.name} keeps boosts and cannot be merged")
    writer.begin_field(max(field.record.width for _part, field in held))
    total = 0.0
    for postings in _merged(whole, held, workers):
        total += float(postings.frequencies.sum())
        writer.add(postings)
    fields = [(part, part.reader.field(whole.name)) for part in parts]
    writer.end_field(whole.name, _merge_lengths(fields), round(total))


def _held(parts: Sequence[_Part], name: str) -> list[tuple[_Part, Field]]:
    """The parts that have the field, and it."""
    fields = [(part, part.reader.field(name)) for part in parts]
    return [(part, field) for part, field in fields if field is not None]


def _merged(
    whole: _Piece, held: Sequence[tuple[_Part, Field]], workers: Workers
) -> Iterator[Postings]:
    """The postings of the field in order; by `workers` where there are many."""
    stretches = list(_stretches([field for _part, field in held]))
    if len(stretches) <= _TOGETHER or not workers.ahead:
        yield from _merge_stretches(held, stretches)
        return
    starts = range(0, len(stretches), _TOGETHER)
    pieces = (replace(whole, stretches=stretches[at : at + _TOGETHER]) for at in starts)
    with closing(helped(workers, _merge_piece, pieces, lambda piece: piece)) as made:
        for _piece, merged in made:
            yield from merged


def _merge_piece(piece: _Piece) -> list[Postings]:
    """The postings of the piece, compact enough to be sent."""
    held = _held(list(_parts(piece.folder, piece.segments)), piece.name)
    return [_compact(postings) for postings in _merge_stretches(held, piece.stretches)]


def _compact(postings: Postings) -> Postings:
    """The same numbers in fewer bytes."""
    each = postings.positions_each
    return replace(
        postings,
        documents_each=narrow(postings.documents_each),
        documents=narrow(postings.documents),
        frequencies=narrow(postings.frequencies),
        positions_each=None if each is None else narrow(each),
    )


def _merge_stretches(
    held: Sequence[tuple[_Part, Field]], stretches: Iterable[Sequence[tuple[int, int]]]
) -> Iterator[Postings]:
    placed = any(field.record.width for _part, field in held)
    for spans in stretches:
        yield from _merge_stretch(held, spans, placed)


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
