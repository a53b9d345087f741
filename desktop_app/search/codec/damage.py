"""What is said where a file of an index is not as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import BeilinError
from desktop_app.messages import message


class IndexDamaged(BeilinError):
    """A file of the index is missing, cut short or changed; the store can rebuild it."""


# What comes of reading numbers and JSON that are not as Beilin writes them.
_MISREAD = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError,
            RecursionError)  # fmt: skip


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Raise `IndexDamaged` where what the file at `path` says makes no sense."""
    try:
        yield
    except _MISREAD as error:
        raise damaged(path) from error


def whole(value: object) -> int:
    """`value`, which must be a whole number of at least 0; raises `ValueError`."""
    if type(value) is not int or value < 0:
        raise ValueError("not a whole number")
    return value


def damaged(path: Path) -> IndexDamaged:
    """The error for the file at `path`."""
    return IndexDamaged(message("{path} is damaged; run: beilin check --rebuild-index", path=path))
