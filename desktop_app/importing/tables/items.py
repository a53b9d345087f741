"""From a row of a table to an item, by the mapping of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.importing.page import shortened, tidy
from desktop_app.importing.pictures import local_picture
from desktop_app.importing.raw import RawItem, RawPhoto
from desktop_app.importing.tables.cell_values import (
    day_in_cell,
    kind_in_cell,
    language_in_cell,
    paragraphs_in_cell,
)
from desktop_app.importing.tables.columns import ColumnMapping
from desktop_app.importing.tables.rows import Row
from desktop_app.language.detect import detect_language

_LISTED = re.compile(r"[;；|\n]|[,，、](?!\d)")
_FILES = re.compile(r"\s*[;；|\n]\s*")
# An id that names an item anywhere: not a number that every table has.
_FOR_GOOD = re.compile(r"(?=.*\d)(?=.*[^\d.])[\w.:/{}@#-]{10,200}", re.ASCII)
_DETAILS = ("section", "keyword", "subject", "place", "copyright")
_LISTS = ("keyword", "subject")


@dataclass
class TableItems:
    """Makes items of the rows of one table at `path`; `where` tells sheets apart."""

    path: Path
    mapping: ColumnMapping
    where: str = ""
    day_first: bool = False
    _ids: set[str] = field(default_factory=set)

    def item(self, row: Row) -> RawItem | None:
        """The item of `row`; None where it has neither a title nor a text."""
        cells = _Cells(row.cells, self.mapping)
        paragraphs = _paragraphs(cells)
        title = tidy(cells.first("title"))
        if not title and not paragraphs:
            return None
        url = _address(cells.first("url"))
        day = day_in_cell(cells.first("date"), self.day_first)
        return RawItem(
            title=title or shortened(paragraphs[0]),
            paragraphs=paragraphs,
            language=language_in_cell(cells.first("language"))
            or detect_language("\n".join((title, *paragraphs))),
            source=tidy(cells.first("source")),
            kind=kind_in_cell(cells.first("kind")) or "news",
            date=day,
            byline=_byline(cells),
            url=url,
            photos=_photos(self.path, cells),
            identity=_identity(url, tidy(cells.first("id"))),
            part=self._part(row, tidy(cells.first("id"))),
            details=_details(cells),
        )

    def _part(self, row: Row, own: str) -> str:
        """The row's own number where the table has one, so that rows may be moved."""
        number = f"{self.where}{row.number}"
        if not own or own in self._ids or len(own) > 200:
            return number
        self._ids.add(own)
        return f"{self.where}id {own}"


class _Cells:
    """The cells of a row by field."""

    def __init__(self, cells: Sequence[str], mapping: ColumnMapping) -> None:
        self._cells = [
            (name, cell)
            for name, cell in zip(mapping.fields, cells, strict=False)
            if name and cell.strip()
        ]

    def first(self, name: str) -> str:
        """The first cell of a field that holds anything."""
        return next((cell for each, cell in self._cells if each == name), "")

    def all(self, name: str) -> list[str]:
        """All its cells that do."""
        return [cell for each, cell in self._cells if each == name]


def _byline(cells: _Cells) -> str:
    """All who are named, in columns of their own or a line each."""
    lines = (line for cell in cells.all("byline") for line in cell.splitlines())
    return ", ".join(dict.fromkeys(filter(None, map(tidy, lines))))


def _paragraphs(cells: _Cells) -> tuple[str, ...]:
    """The text, after its summary unless it begins with that."""
    text = tuple(line for cell in cells.all("text") for line in paragraphs_in_cell(cell))
    summary = paragraphs_in_cell(cells.first("summary"))
    repeated = bool(text and summary) and text[0].startswith(summary[0][:200])
    return text if repeated else (*summary, *text)


def _address(cell: str) -> str:
    address = tidy(cell)
    return address if address.startswith(("http://", "https://")) else ""


def _identity(url: str, own: str) -> str:
    """What names the item wherever the table lies; "" for a number of its own only."""
    if _FOR_GOOD.fullmatch(own):
        return f"table:{own}"
    return f"table:{url}" if url else ""


def _photos(path: Path, cells: _Cells) -> tuple[RawPhoto, ...]:
    """The pictures named, files beside the table; of one not there its caption stays."""
    named = [each for cell in cells.all("photo") for each in _FILES.split(cell.strip()) if each]
    captions, credit = list(map(tidy, cells.all("caption"))), tidy(cells.first("credit"))
    given = dict.fromkeys(file for each in named if (file := local_picture(path, each)))
    files: list[Path | None] = list(given)
    files += [None] * (len(captions) - len(files))
    captions += [""] * (len(files) - len(captions))
    pairs = zip(files, captions, strict=True)
    return tuple(RawPhoto(file, caption, credit) for file, caption in pairs if file or caption)


def _details(cells: _Cells) -> tuple[tuple[str, str], ...]:
    return tuple(
        dict.fromkeys(
            (name, word)
            for name in _DETAILS
            for cell in cells.all(name)
            for each in (_LISTED.split(cell) if name in _LISTS else [cell])
            if (word := tidy(each))
        )
    )
