"""How records of separated values are written: delimiter and quotes, told from the first.

RFC 4180 is what few files keep to, so that the standard library's reader, which loses a
file's rows after one quote without end, is not used.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

_DELIMITERS = ("\t", ",", ";", "|", "\x01", "，")
_LOOKED_AT = 100  # records
_SEP = re.compile(r"sep=(.)", re.IGNORECASE)  # a first line of Excel's own


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a record; `open` where its last quote has no end.

    `stray` says that one stands within a quoted cell, neither doubled nor at its end.
    """

    cells: tuple[str, ...]
    open: bool = False
    stray: bool = False


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way of writing records; with `escaped`, a backslash keeps a quote from ending.

    `width` is how many cells most records have.
    """

    delimiter: str = ","
    quote: str = '"'
    escaped: bool = False
    width: int = 0

    def split(self, record: str) -> Cells:
        """The cells of a record without its line end; linear in its length."""
        if self.quote not in record:
            return Cells(tuple(record.split(self.delimiter)))
        cells: list[str] = []
        place: int | None = 0
        stray = False
        while place is not None:
            start = _past_blanks(record, place, self.delimiter)
            if not record.startswith(self.quote, start):
                end = record.find(self.delimiter, place)
                cells.append(record[place:] if end < 0 else record[place:end])
                place = None if end < 0 else end + 1
                continue
            cell, after, is_stray = self._quoted(record, start + 1)
            stray = stray or is_stray
            cells.append(self._meant(cell))
            if after is None:
                return Cells(tuple(cells), True, stray)
            place = after + 1 if after < len(record) else None
        return Cells(tuple(cells), False, stray)

    def is_open_after(self, line: str) -> bool:
        """Whether a quoted cell that goes on in `line` goes on after it."""
        return self.split(self.quote + line).open

    def _quoted(self, record: str, start: int) -> tuple[str, int | None, bool]:
        """A quoted cell from after its quote, and where its delimiter is or the end.

        None where its quote has no end. A stray quote within is kept, and told of.
        """
        cell = io.StringIO()  # pieces by the million, if somebody wants to do harm
        stray = False
        place = start
        while (end := self._next_quote(record, place)) >= 0:
            cell.write(record[place:end])
            after = end + 1
            if record.startswith(self.quote, after):
                cell.write(self.quote)
                place = after + 1
                continue
            beyond = _past_blanks(record, after, self.delimiter)
            if beyond >= len(record) or record.startswith(self.delimiter, beyond):
                return cell.getvalue(), beyond, stray
            stray = True
            cell.write(self.quote)
            place = after
        cell.write(record[place:])
        return cell.getvalue(), None, stray

    def _next_quote(self, record: str, place: int) -> int:
        end = record.find(self.quote, place)
        while self.escaped and end > 0 and _backslashes(record, end) % 2:
            end = record.find(self.quote, end + 1)
        return end

    def _meant(self, cell: str) -> str:
        return re.sub(r"\\(.)", r"\1", cell, flags=re.DOTALL) if self.escaped else cell


def _past_blanks(record: str, place: int, delimiter: str) -> int:
    """The place after a few blanks, which some write beside their quotes."""
    end = place
    while end < place + 8 and record.startswith(" ", end) and delimiter != " ":
        end += 1
    return end


def _backslashes(record: str, end: int) -> int:
    start = end
    while start and record[start - 1] == "\\":
        start -= 1
    return end - start


def sniffed(lines: Sequence[str]) -> tuple[Dialect, bool]:
    """The dialect of a text that begins with `lines`, and whether the first only names it."""
    named = _SEP.fullmatch(lines[0].strip("\r\n")) if lines else None
    body = "\n".join(lines)
    quote = "'" if _is_quoted_by(body, "'") and not _is_quoted_by(body, '"') else '"'
    escaped = body.count("\\" + quote) > body.count(quote * 2)
    delimiters = (named[1],) if named else _DELIMITERS
    tried = [_tried(Dialect(each, quote, escaped), lines) for each in delimiters]
    best = max(tried, key=lambda found: (found[0], found[1].width))
    return best[1], named is not None


def _is_quoted_by(body: str, quote: str) -> bool:
    """Whether many cells begin and end with `quote`."""
    cell = re.compile(
        rf"(?:^|[,;\t|]){quote}[^{quote}\n]{{0,500}}{quote}(?=[,;\t|]|$)", re.MULTILINE
    )
    return sum(1 for _ in islice(cell.finditer(body), 5)) >= 3


def _tried(dialect: Dialect, lines: Sequence[str]) -> tuple[float, Dialect]:
    """How well a dialect fits: the share of records as wide as most, of more than one cell."""
    widths = Counter(islice(_widths(dialect, lines), _LOOKED_AT))
    several = Counter({width: count for width, count in widths.items() if width > 1})
    if not several:
        return 0.0, Dialect(dialect.delimiter, dialect.quote, dialect.escaped, 1)
    width, count = several.most_common(1)[0]
    made = Dialect(dialect.delimiter, dialect.quote, dialect.escaped, width)
    return round(count / widths.total(), 2), made


def _widths(dialect: Dialect, lines: Sequence[str]) -> Iterator[int]:
    """The cells of each record; lines within a quoted cell belong to one."""
    waiting: list[str] = []
    for line in lines:
        waiting.append(line)
        goes_on = dialect.is_open_after(line) if len(waiting) > 1 else dialect.split(line).open
        if not goes_on:
            yield len(dialect.split("\n".join(waiting)).cells)
            waiting.clear()
    if waiting:
        yield len(dialect.split(waiting[0]).cells)
