"""Whether a text is a table of news, whatever it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from desktop_app.importing.head_text import head_text
from desktop_app.importing.tables.columns import ColumnMapping, field_named, fields_named, signature
from desktop_app.importing.tables.csv_rows import csv_sheet
from desktop_app.importing.tables.guess import LOOKED_AT, guessed
from desktop_app.importing.tables.rows import Row

_DELIMITERS = ("\t", ",", ";", "|", "\x01", "，")
_HEADER_WITHIN = 12  # lines
_BARE = 5  # lines that must have as many delimiters where none names the columns
_BESIDE = frozenset(("date", "url", "summary", "byline", "source", "caption"))  # a title
_LEVELS = frozenset(
    ["TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "FATAL", "CRITICAL"]
)  # of logs
_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\||$)")  # the second line of a table in Markdown


def holds_table(path: Path, head: bytes, saved: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the text at `path`, which begins with `head`, is rows of columns with news.

    Its columns must be named in either language, or corrected before (`saved`), or hold
    days or addresses beside texts; and nearly all rows must have as many.
    """
    text = head_text(head)
    if text is None or text.lstrip()[:1] in ("<", "{"):
        return False
    lines = [line for line in text.split("\n") if line.strip()][: _HEADER_WITHIN + 1]
    if any(map(_RULE.match, lines[1:])) or not (saved or _may_be(lines)):
        return False
    rows = [row.cells for row in _first_rows(path)]
    mapping = guessed(rows, dict(saved), path.name)
    is_table = mapping.is_readable and _is_even(rows, mapping)
    return is_table and (_is_described(rows, mapping, saved) or _is_news(rows, mapping))


def _may_be(lines: Sequence[str]) -> bool:
    """Whether a line names columns, or the first ones are cut alike: looked at for little."""
    if len(lines) < 2:
        return False
    for delimiter in _DELIMITERS:
        counts = [line.count(delimiter) for line in lines[:_BARE]]
        if min(counts) > 1:
            return True
        for line in (line for line in lines if delimiter in line[:1000]):
            names = [name.strip("\"' ") for name in line[:1000].split(delimiter)]
            if len({field for name in names if (field := field_named(name))}) > 1:
                return True
    return False


def _first_rows(path: Path) -> list[Row]:
    rows = islice(csv_sheet(path, lambda _read: None).rows, LOOKED_AT)
    return [row for row in rows if isinstance(row, Row) and not row.is_blank]


def _is_even(rows: Sequence[Sequence[str]], mapping: ColumnMapping) -> bool:
    """Whether there are rows, and nearly all as wide as most."""
    body = rows[mapping.header - 1 if mapping.named else mapping.header :]
    widths = Counter(map(len, body))
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    share = 0.8 if mapping.named else 0.95
    return len(body) > 1 and width > 1 and count >= share * len(body)


def _is_described(
    rows: Sequence[Sequence[str]],
    mapping: ColumnMapping,
    saved: Mapping[str, tuple[str, ...]],
) -> bool:
    """Whether somebody has said what the columns under these names are."""
    return mapping.named and signature(rows[mapping.header - 1]) in saved


def _is_news(rows: Sequence[Sequence[str]], mapping: ColumnMapping) -> bool:
    """Whether what the columns are is known for more reasons than chance."""
    if mapping.named:
        names = rows[mapping.header - 1]
        known = [field for field in fields_named(names) if field]
        filled = sum(1 for name in names if name.strip())
        listed = sum(1 for name in names[1:] if name.startswith(" "))
        is_said = len(known) > 2 or (len(known) == 2 and filled < 4 and listed == 0)
        return is_said and ("text" in known or ("title" in known and bool(_BESIDE & set(known))))
    told = set(mapping.fields)
    is_log = any(cell.strip("[] ").upper() in _LEVELS for row in rows[:3] for cell in row)
    return len(rows) >= 3 and "text" in told and bool({"date", "url"} & told) and not is_log
