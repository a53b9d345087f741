"""The order of a concordance's lines: by the words beside the key, by date, by speaker."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.errors import Cancelled
from desktop_app.language.bulk_folding import Array, FoldedText, bulk_folder
from desktop_app.speeches.shelf import Shelf
from desktop_app.speeches.speakers_at import speakers_at
from desktop_app.speeches.text_runs import TextRun, text_runs
from desktop_app.speeches.units import Units, units_of

BESIDE = {"L1": -1, "L2": -2, "L3": -3, "R1": 1, "R2": 2, "R3": 3}
"""The word beside the key, counted from it: negative to the left."""
KEYS = (*BESIDE, "date", "speaker")


@dataclass(frozen=True, slots=True)
class Places:
    """Lines as columns (int64): item numbers, and code points from start to before end."""

    numbers: Array
    starts: Array
    ends: Array

    @classmethod
    def none(cls) -> Places:
        """No lines."""
        return cls(*(np.empty(0, np.int64) for _ in range(3)))

    @classmethod
    def joined(cls, parts: Sequence[Places]) -> Places:
        """The lines of all `parts`."""
        columns = zip(*((part.numbers, part.starts, part.ends) for part in parts), strict=True)
        return cls(*map(np.concatenate, columns))


def order_of(
    shelf: Shelf, places: Places, by: Sequence[str], cancelled: Callable[[], bool]
) -> Array:
    """The order (int64) of the lines `by` some of `KEYS`, the first the weightiest; stable.

    A word beside the key counts folded, by code points; where there is none, before all.
    Words further off on the same side settle what is alike in all keys: R1, L1 is R1, L1,
    R2, R3, L2, L3. Raises `Cancelled`.
    """
    wanted = list(dict.fromkeys([*by, *(further for key in by for further in _further(key))]))
    columns = _columns(shelf, places, wanted, cancelled)
    ranks = [columns[key] for key in reversed(wanted)]
    order: Array = np.lexsort(ranks) if ranks else np.arange(len(places.numbers))
    return order


def _further(key: str) -> list[str]:
    """What settles ties in `key`."""
    return [f"{key[0]}{n}" for n in range(int(key[1]) + 1, 4)] if key in BESIDE else []


def _columns(
    shelf: Shelf, places: Places, keys: Sequence[str], cancelled: Callable[[], bool]
) -> dict[str, Array]:
    """The rank (int64) of each line by each of `keys`."""
    beside = [BESIDE[key] for key in keys if key in BESIDE]
    words = _beside(shelf, places, beside, cancelled) if beside else {}
    columns = {}
    for key in keys:
        if key in BESIDE:
            columns[key] = _ranks(words[BESIDE[key]])
        elif key == "date":
            columns[key] = _ranks(_dates(shelf, places.numbers))
        else:
            told = speakers_at(shelf, places.numbers, places.starts, places.ends)
            columns[key] = _ranks(told)
    return columns


def _ranks(values: Sequence[str]) -> Array:
    """The place of each value among the different ones; what is unknown comes last for ""."""
    rank = {value: place for place, value in enumerate(sorted(set(values)))}
    return np.fromiter(map(rank.__getitem__, values), np.int64, len(values))


def _dates(shelf: Shelf, numbers: Array) -> list[str]:
    days = {number: values[2] for number, values in shelf.about(np.unique(numbers).tolist())}
    return [days.get(number, "") for number in numbers.tolist()]


def _beside(
    shelf: Shelf, places: Places, offsets: Sequence[int], cancelled: Callable[[], bool]
) -> dict[int, list[str]]:
    """The words at `offsets` from the key in each line, "" where there are none."""
    found: dict[int, list[str]] = {offset: [] for offset in offsets}
    folder, numbers = bulk_folder(), np.unique(places.numbers).tolist()
    for run in text_runs(shelf.texts(numbers)):
        if cancelled():
            raise Cancelled
        folded = folder.fold(run.text)
        spans = _spans_in(run, folded, places)
        units = units_of(folded, run.starts)
        for offset in offsets:
            found[offset] += _words(folded.text, units, spans, offset)
    return found


def _spans_in(run: TextRun, folded: FoldedText, places: Places) -> tuple[Array, Array]:
    """The lines of the run's items, as spans of its folded text."""
    first = np.searchsorted(places.numbers, run.numbers[0])
    last = np.searchsorted(places.numbers, run.numbers[-1], side="right")
    at = np.searchsorted(run.numbers, places.numbers[first:last])
    starts = run.starts[at] + places.starts[first:last]
    ends = run.starts[at] + places.ends[first:last]
    return folded.places(starts), folded.places(ends)


def _words(text: str, units: Units, spans: tuple[Array, Array], offset: int) -> list[str]:
    firsts, lasts = units.beside(*spans, offset)
    ends = zip(firsts.tolist(), lasts.tolist(), strict=True)
    return [text[first:last] for first, last in ends]


def read_order(words: str) -> Iterator[str]:
    """Yield the keys in a list such as ``L1,date``; raises `ValueError` for what is none."""
    for word in words.split(","):
        key = word.strip().upper() if word.strip().upper() in BESIDE else word.strip().lower()
        if key not in KEYS:
            raise ValueError(word)
        yield key
