"""Two items laid out as one: in two columns, or a paragraph under its counterpart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.gui.article_pane.lines import Line, Role
from desktop_app.gui.article_pane.parallel.parts import (
    Piece,
    join_figures,
    merged_photos,
    parted,
)
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.items import Item

MOST_ROWS = 40  # of a table: what is laid out and drawn at a time


@dataclass(frozen=True, slots=True)
class Spot:
    """What a line of an arrangement is: a piece of the item shown (`side` 0) or the other (1).

    `link` is the number of its link, -1 for none.
    """

    piece: Piece
    side: int
    link: int = -1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of two cells, each the first line of the cell and the one after its last."""

    rows: tuple[tuple[range, range], ...]

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.rows[0][0].start

    @property
    def end(self) -> int:
        """The number of the line after it."""
        return self.rows[-1][1].stop


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The spots of all lines in order, and which of them are in tables."""

    spots: Sequence[Spot]
    tables: Sequence[Table] = ()

    @property
    def lines(self) -> list[Line]:
        """The lines."""
        return [spot.piece.line for spot in self.spots]


@dataclass(slots=True)
class _Row:
    cells: tuple[list[Spot], list[Spot]]
    wide: list[Spot] = field(default_factory=list)


def in_columns(own: Sequence[Line], other: Sequence[Line], item: Item, twin: Twin) -> Arrangement:
    """Both texts in two columns; figures go over both. Tables begin and end between lines."""
    spots = [_gap()]
    tables: list[Table] = []
    rows: list[tuple[range, range]] = []
    for row in _rows(own, other, item, twin):
        cells = []
        for side, cell in enumerate(row.cells):
            start = len(spots)
            spots += cell or [Spot(Piece(Line(Role.GAP, "")), side)]
            cells.append(range(start, len(spots)))
        rows.append((cells[0], cells[1]))
        if row.wide or len(rows) == MOST_ROWS:
            tables.append(Table(tuple(rows)))
            rows = []
            spots += row.wide or [_gap()]
    if rows:
        tables.append(Table(tuple(rows)))
        spots.append(_gap())
    return Arrangement(spots, tables)


def interleaved(own: Sequence[Line], other: Sequence[Line], item: Item, twin: Twin) -> Arrangement:
    """One column, each paragraph followed by its counterpart."""
    rows = _rows(own, other, item, twin)
    return Arrangement([spot for row in rows for spot in (*row.cells[0], *row.cells[1], *row.wide)])


def _rows(
    own_lines: Sequence[Line], other_lines: Sequence[Line], item: Item, twin: Twin
) -> list[_Row]:
    """The heads, then a row for each link; at least one."""
    both = own, other = parted(own_lines), parted(other_lines)
    join_figures(own, other, merged_photos(item, twin.item)[1], len(item.photos))
    wide = [spot for side in (0, 1) for spot in _spots(both[side].figures.get(0, ()), side)]
    rows = [_Row((_spots(own.head, 0), _spots(other.head, 1)), wide)]
    for number, link in enumerate(twin.links):
        row = _Row(([], []))
        for side, places in enumerate(twin.paragraphs(link)):
            for place in places:
                row.cells[side].extend(_spots(both[side].paragraphs[place], side, number))
                row.wide.extend(_spots(both[side].figures.get(place + 1, ()), side))
        rows.append(row)
    rows[-1].wide.extend(_spots(own.tail, 0))
    return rows


def _spots(pieces: Iterable[Piece], side: int, link: int = -1) -> list[Spot]:
    return [
        Spot(replace(each, line=replace(each.line, other=bool(side))), side, link)
        for each in pieces
    ]


def _gap() -> Spot:
    return Spot(Piece(Line(Role.GAP, "")), 0)
