"""The columns of an index in memory: what hits are sorted and counted by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.search.engine import Sort
from desktop_app.search.language_column import languages_in


@dataclass(frozen=True, slots=True)
class Columns:
    """One value a document, in the order of the index's own document numbers."""

    number: Sequence[int]
    date: Sequence[int]
    language: Sequence[str]
    kind: Sequence[str]
    source: Sequence[str]

    def order(self, found: Sequence[int], scores: Sequence[float], sort: Sort) -> list[int]:
        """Places in `found`, best first; ties go to the older number.

        Undated items come last in either order of time.
        """
        places = sorted(range(len(found)), key=lambda place: self.number[found[place]])
        if sort is Sort.RELEVANCE:
            return sorted(places, key=lambda place: -scores[place])
        days = [self.date[document] for document in found]
        if sort is Sort.NEWEST:
            return sorted(places, key=lambda place: -days[place])
        return sorted(places, key=lambda place: days[place] or 99999999)

    def facets(self, found: Sequence[int]) -> Mapping[str, Mapping[str, int]]:
        """Counts by year, language, kind and source over all of `found`."""
        years = Counter(self.date[document] // 10000 for document in found)
        years.pop(0, None)
        return {
            "year": {f"{year:04d}": years[year] for year in sorted(years)},
            "language": _language_counts(self.language, found),
            "kind": _counts(self.kind, found),
            "source": _counts(self.source, found),
        }


def _counts(values: Sequence[str], found: Sequence[int]) -> dict[str, int]:
    return dict(Counter(values[document] for document in found).most_common())


def _language_counts(values: Sequence[str], found: Sequence[int]) -> dict[str, int]:
    return dict(
        Counter(each for document in found for each in languages_in(values[document])).most_common()
    )


def read_columns(reader: Any) -> Columns:  # noqa: ANN401 (Whoosh has no types)
    """Read the columns of an open Whoosh reader, all segments in a row."""
    return Columns(
        number=_read(reader, "number"),
        date=_read(reader, "date"),
        language=[value.decode() for value in _read(reader, "language")],
        kind=[value.decode() for value in _read(reader, "kind")],
        source=[value.decode() for value in _read(reader, "source")],
    )


def _read(reader: Any, name: str) -> list[Any]:  # noqa: ANN401
    values: list[Any] = []
    for leaf, _offset in reader.leaf_readers():
        column = leaf.column_reader(name)
        values.extend(column[place] for place in range(leaf.doc_count_all()))
    return values
