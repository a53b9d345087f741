"""What is said where a file of an index is not as it was written."""

from __future__ import annotations

from pathlib import Path

from desktop_app.errors import BeilinError
from desktop_app.messages import message


class IndexDamaged(BeilinError):
    """A file of the index is missing, cut short or changed; the store can rebuild it."""


def damaged(path: Path) -> IndexDamaged:
    """The error for the file at `path`."""
    return IndexDamaged(message("{path} is damaged; run: beilin check --rebuild-index", path=path))
