"""Lines of a concordance as plain text, for the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop_app.errors import Cancelled
from desktop_app.i18n.catalog import Catalog
from desktop_app.speeches.concordance import Concordance, Line

WIDTH = 60  # columns of context in what is copied and exported, on each side
MOST = 20_000  # lines copied at once, some 5 MB; more are exported
_BATCH = 500


def copied(
    found: Concordance,
    ranges: Sequence[tuple[int, int]],
    catalog: Catalog,
    cancelled: Callable[[], bool],
) -> str:
    """The lines of `ranges` (first and last row of each), one a line, at most `MOST`.

    Each begins with dots, so that a spreadsheet it is pasted into sees no formula. Raises
    `Cancelled`.
    """
    return "\n".join(line_text(line, catalog) for line in _lines(found, ranges, cancelled))


def line_text(line: Line, catalog: Catalog) -> str:
    """A line with its context, who says it or its source, the title and the day."""
    day = catalog.date_text(line.date) if line.date else ""
    about = [part for part in (line.speaker or line.source, line.title, day) if part]
    context = f"…{line.left}{line.key}{line.right}…"
    return catalog.text("{context} ({facts})", context=context, facts=" · ".join(about))


def _lines(
    found: Concordance, ranges: Sequence[tuple[int, int]], cancelled: Callable[[], bool]
) -> Iterator[Line]:
    room = MOST
    for first, last in ranges:
        stop = min(last + 1, first + room)
        for start in range(first, stop, _BATCH):
            if cancelled():
                raise Cancelled
            yield from found.lines(start, min(start + _BATCH, stop), WIDTH)
        room -= max(stop - first, 0)
