"""A folder for what is needed only while something runs, gone afterwards even if it is killed."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from desktop_app.errors import Cancelled
from desktop_app.locking import only_one

_NAME = ".unpacked-"
_GATE = ".unpacking.lock"


def is_scratch(folder: Path) -> bool:
    """Whether what lies in `folder` was unpacked, so that what is above it is none of its."""
    return folder.name.startswith(_NAME)


@contextmanager
def scratch_folder(parent: Path) -> Iterator[Path]:
    """A name in `parent` for a folder, which need not be made and is removed at the end.

    What a killed process left is removed by the next. A folder's user holds the lock
    beside it, which the system lets go of with the process: numbers of processes are
    given again, and mean nothing on another machine that shares the disk.
    """
    folder = parent / f"{_NAME}{uuid.uuid4().hex}"
    with ExitStack() as at_end:  # from the last to the first
        at_end.callback(_lock(folder).unlink, missing_ok=True)
        with only_one(parent / _GATE):  # or a new lock would be taken for a left one
            _remove_leftovers(parent)
            at_end.enter_context(only_one(_lock(folder)))
        at_end.callback(shutil.rmtree, folder, ignore_errors=True)
        yield folder


def _remove_leftovers(parent: Path) -> None:
    folders = {parent / path.name.removesuffix(".lock") for path in parent.glob(f"{_NAME}*")}
    for folder in folders:
        try:
            with only_one(_lock(folder), cancelled=lambda: True):
                shutil.rmtree(folder, ignore_errors=True)
        except Cancelled:  # its user lives
            continue
        _lock(folder).unlink(missing_ok=True)


def _lock(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")
