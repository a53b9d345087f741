"""What documents are, all in one number: year, language, kind and source together.

There are few such makeups, so that counting matches by four things is one count over
the matches and four small sums: 19,000 matches take 0.12 ms rather than 0.24.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.segment_reader import SegmentColumns


@dataclass(frozen=True, slots=True)
class Makeups:
    """The makeups of a segment's documents.

    `of`: the makeup of each document; `count`: how many there are; `parts`: for each
    facet the value of each makeup, as codes into a row of values ("" for no year).
    """

    of: Array
    count: int
    parts: Mapping[str, tuple[Array, Sequence[str]]]


def read_makeups(segment: SegmentColumns) -> Makeups:
    """Work the makeups of `segment` out of its columns."""
    # The date's column is as narrow as its numbers: a byte where no item has a date.
    years, year_codes = np.unique(
        segment.numbers("date").astype(np.int64) // 10000, return_inverse=True
    )
    rows: dict[str, tuple[Array, Sequence[str]]] = {
        "year": (year_codes, [f"{year:04d}" if year else "" for year in years.tolist()])
    }
    for name in ("language", "kind", "source"):
        column = segment.coded(name)
        rows[name] = (column.codes, [value.decode() for value in column.values])
    together: Array = np.zeros(segment.count, np.int64)
    for codes, values in rows.values():
        together = together * len(values) + codes
    _distinct, first, of = np.unique(together, return_index=True, return_inverse=True)
    parts = {
        name: (codes[first].astype(np.int64), values) for name, (codes, values) in rows.items()
    }
    return Makeups(of.astype(np.int32), len(first), parts)
