"""One process at a time: a lock on a file, which a crash lets go of."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import Cancelled

_LOOK_EVERY = 0.05  # seconds


@contextmanager
def only_one(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """Hold the lock file at `path`, waiting for whoever has it; not twice in one thread.

    Raises `Cancelled` when asked to wait no longer, `OSError` where the file cannot be
    made. A file system without locks locks nothing.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        while not _locked(handle):
            if cancelled():
                raise Cancelled
            time.sleep(_LOOK_EVERY)
        yield
    finally:
        os.close(handle)  # which unlocks it


def _locked(handle: int) -> bool:
    """Whether the lock is ours now."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 (only there)

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 (not on Windows)

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
