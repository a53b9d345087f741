"""A JSON object of anybody's as a row of a table: its keys name the columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

# Under which an object, as the author of an article, has its own name or address.
_NAMES = ("name", "title", "rendered", "text", "value", "label", "url", "href")


def json_row(record: Mapping[str, object]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names and the cells of the values that can be read as text."""
    pairs = [(name, text) for name, value in record.items() if (text := _cell(value))]
    return tuple(name for name, _ in pairs), tuple(text for _, text in pairs)


def _cell(value: object) -> str:
    """A value as a spreadsheet would hold it, the entries of a list one a line."""
    if isinstance(value, list):
        return "\n".join(filter(None, map(_entry, value)))
    return _entry(value)


def _entry(value: object) -> str:
    if isinstance(value, Mapping):
        return next(_texts(value), "")
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    return ""


def _texts(record: Mapping[str, object]) -> Iterator[str]:
    return (text for name in _NAMES if isinstance(text := record.get(name), str) and text)
