"""The mapping of a table nobody has described: by its header, and by what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import mean

from desktop_app.importing.tables.cell_values import day_in_cell
from desktop_app.importing.tables.columns import ColumnMapping, field_named, fields_named, signature

LOOKED_AT = 60  # rows
_HEADER_WITHIN = 12  # rows that may stand before the header and in it
_LONG = 60  # letters of a text; a Chinese character counts as three
_TITLE = range(8, 400)
_WIDE = re.compile("[\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u3040-\u30ff]")
_SEVERAL = re.compile(r"[^\W\d_].*?\s\S|\S\s.*?[^\W\d_]")
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+|www\.\S+", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[\d.,\s%$€¥£]+")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Column:
    """What the cells of a column are like: shares of those that are not empty, 0 to 1."""

    filled: int
    weight: float  # mean letters, Chinese characters as three
    days: float
    addresses: float
    numbers: float
    words: float  # those of several words, or with Chinese
    different: float


def guessed(rows: Rows, saved: dict[str, tuple[str, ...]], file: str) -> ColumnMapping:
    """The mapping of a table that begins with `rows`; one `saved` for its header counts first."""
    width = max((len(row) for row in rows), default=0)
    header = _header(rows, width)
    names = _padded(rows[header], width) if header is not None else ("",) * width
    start = 0 if header is None else header + 1
    mapping = ColumnMapping((), start, header is not None)
    known = saved.get(signature(names, file))
    if known is not None:
        return replace(mapping, fields=_padded(known, width)[:width], sure=True)
    fields = fields_named(names) if header is not None else [""] * width
    sure = "title" in fields and fields.count("text") == 1  # of two, one may be a translation
    filled = tuple(_by_contents(fields, [_padded(row, width) for row in rows[start:]]))
    return replace(mapping, fields=filled, sure=sure)


def _padded(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row, *[""] * (width - len(row)))


def _header(rows: Rows, width: int) -> int | None:
    """The row that names the columns; rows before it are a heading of the whole table."""
    first = rows[:_HEADER_WITHIN]
    known = [len({field for cell in row if (field := field_named(cell))}) for row in first]
    best = max(range(len(first)), key=lambda place: (known[place], -place), default=None)
    if best is not None and known[best] >= min(2, width) and _are_names(first[best]):
        return best
    place = next((n for n, row in enumerate(first) if _filled(row) > width // 2), None)
    return place if place is not None and _is_unlike(rows, place, width) else None


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell)


def _are_names(row: Sequence[str]) -> bool:
    return all(len(cell) <= 60 and not _ADDRESS.match(cell) for cell in row)


def _is_unlike(rows: Rows, place: int, width: int) -> bool:
    """Whether a row has names where the cells below have days, numbers, addresses or texts."""
    row, below = _padded(rows[place], width), [_padded(each, width) for each in rows[place + 1 :]]
    if not below or not _are_names(row) or any(_NUMBER.fullmatch(cell) for cell in row if cell):
        return False
    if any(day_in_cell(cell) for cell in row):
        return False
    columns = [_column([each[n] for each in below]) for n in range(width)]
    return any(
        max(column.days, column.addresses, column.numbers) > 0.7
        or (column.weight > _LONG and _weight(name) * 4 < column.weight)
        for name, column in zip(row, columns, strict=True)
        if column.filled
    )


def _by_contents(fields: Sequence[str], rows: Rows) -> list[str]:
    """`fields` with the columns that no name told filled in by what their cells hold."""
    columns = [_column([row[n] for row in rows]) for n in range(len(fields))]
    made = [
        "" if field == "id" and column.filled > 4 and column.different < 0.5 else field
        for field, column in zip(fields, columns, strict=True)
    ]

    def take(field: str, fits: dict[int, float]) -> None:
        if field not in made and fits:
            made[max(fits, key=lambda n: (fits[n], -n))] = field

    def free() -> list[int]:
        return [n for n, field in enumerate(made) if not field and columns[n].filled]

    take("date", {n: columns[n].days for n in free() if columns[n].days > 0.7})
    take("url", {n: columns[n].addresses for n in free() if columns[n].addresses > 0.7})
    words = [n for n in free() if columns[n].words > 0.6 and columns[n].addresses < 0.5]
    take("text", {n: columns[n].weight for n in words if columns[n].weight >= _LONG})
    if "text" in made:  # a lone short column is a list of names, not of headlines
        words = [n for n in words if not made[n] and columns[n].different > 0.8]
        take("title", {n: -n for n in words if int(columns[n].weight) in _TITLE})
    return made


def _column(cells: Sequence[str]) -> _Column:
    given = [cell for cell in cells if cell]
    if not given:
        return _Column(0, 0, 0, 0, 0, 0, 0)
    return _Column(
        filled=len(given),
        weight=mean(map(_weight, given)),
        days=mean(len(cell) <= 40 and day_in_cell(cell) is not None for cell in given),
        addresses=mean(bool(_ADDRESS.fullmatch(cell.strip())) for cell in given),
        numbers=mean(bool(_NUMBER.fullmatch(cell)) for cell in given),
        words=mean(bool(_WIDE.search(cell) or _SEVERAL.search(cell[:200])) for cell in given),
        different=len(set(given)) / len(given),
    )


def _weight(cell: str) -> int:
    part = cell[:4000]
    return len(part) + 2 * len(_WIDE.findall(part))
