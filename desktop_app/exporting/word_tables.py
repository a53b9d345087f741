"""Concordances, collocates and trends as CSV tables, for the command line and the window.

In UTF-8 with a byte order mark, without which Excel takes Chinese for another encoding;
importing and other programs read past it. No cell is a formula to a spreadsheet.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.exchange import guarded
from desktop_app.exporting.whole import whole_file
from desktop_app.messages import message
from desktop_app.search.figures import Trend
from desktop_app.speeches.collocates import Collocate
from desktop_app.speeches.concordance import Concordance, Line

LINE_COLUMNS = (
    *("item", "title", "date", "source", "speaker", "paragraph", "start", "end"),
    *("left", "key", "right"),
)
COLLOCATE_COLUMNS = ("word", "near", "everywhere", "log_likelihood", "mutual_information")
_BATCH = 500  # lines read at a time

Progress = Callable[[int, int], object]


def line_cells(line: Line) -> list[str]:
    """A line as a row of `LINE_COLUMNS`."""
    return [guarded(str(getattr(line, name))) for name in LINE_COLUMNS]


def rounded(each: Collocate) -> dict[str, object]:
    """A collocate by `COLLOCATE_COLUMNS`, its strengths to three places."""
    figures = asdict(each)
    for name in ("log_likelihood", "mutual_information"):
        figures[name] = round(figures[name], 3)
    return figures


def collocate_cells(each: Collocate) -> list[str]:
    """A collocate as a row of `COLLOCATE_COLUMNS`."""
    return [guarded(str(value)) for value in rounded(each).values()]


def write_lines(
    found: Concordance, width: int, out: Path, progress: Progress, cancelled: Callable[[], bool]
) -> int:
    """Write all lines in their order to `out`, contexts of `width` columns; return how many.

    `out` appears only when complete. `progress` is told of lines done and in all. Raises
    `ArchiveError` where `out` cannot be written, and `Cancelled`.
    """

    def rows() -> Iterator[list[str]]:
        for start in range(0, len(found), _BATCH):
            if cancelled():
                raise Cancelled
            progress(start, len(found))
            yield from map(line_cells, found.lines(start, start + _BATCH, width))

    return _write(LINE_COLUMNS, rows(), out)


def write_collocates(found: Sequence[Collocate], out: Path) -> int:
    """Write `found` in its order to `out`; return how many. Raises as `write_lines` does."""
    return _write(COLLOCATE_COLUMNS, map(collocate_cells, found), out)


def trend_columns(words: Sequence[str]) -> list[str]:
    """The head of a table of `trend_rows`: a count and a percentage for each word."""
    heads = ["period", "items", *(cell for word in words for cell in (word, f"{word} %"))]
    return list(map(guarded, heads))


def trend_rows(found: Trend) -> Iterator[list[str]]:
    """Each period with its items, and each word's count and percentage there."""
    shares = [found.shares(row) for row in range(len(found.rows))]
    for place, period in enumerate(found.periods):
        cells = (
            cell
            for counts, share in zip(found.rows, shares, strict=True)
            for cell in (str(counts[place]), f"{100 * share[place]:.3f}")
        )
        yield [period, str(found.items[place]), *cells]


def write_trend(words: Sequence[str], found: Trend, out: Path) -> int:
    """Write the figures of `words` to `out`; return how many periods. Raises `ArchiveError`."""
    return _write(trend_columns(words), trend_rows(found), out)


def _write(head: Sequence[str], rows: Iterable[Sequence[str]], out: Path) -> int:
    count = 0
    try:
        with (
            whole_file(out) as part,
            part.open("w", encoding="utf-8-sig", errors="surrogatepass", newline="") as stream,
        ):
            writer = csv.writer(stream)
            writer.writerow(head)
            for row in rows:
                writer.writerow(row)
                count += 1
    except OSError as error:
        reason = error.strerror or error
        raise ArchiveError(
            message("{path} cannot be written ({reason})", path=out, reason=reason)
        ) from error
    return count
