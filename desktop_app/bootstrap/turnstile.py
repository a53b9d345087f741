"""Lets one start set up at a time.

The lock is the operating system's, so it ends with the processes that hold it: a
crash leaves nothing behind. The tools a start calls hold it too (see `Tools`), so
that nobody rebuilds an environment while an orphaned installer still writes to it.
"""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop_app.bootstrap.problems import SetupProblem, say

if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return True
        return False
else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            # A file system without locks (some network shares): better alone than never.
            return False
        return False


@contextmanager
def turnstile(path: Path) -> Iterator[int]:
    """Wait until no other start sets up, then yield the lock's file descriptor.

    Raises `SetupProblem` where the checkout may not be written to.
    """
    with _open(path) as stream:
        stream.seek(0)
        if _taken(stream.fileno()):
            say("another start is setting up; waiting for it.", "另一次启动正在准备，请稍候。")
            while _taken(stream.fileno()):
                time.sleep(0.2)
        yield stream.fileno()


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("ab")
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        raise SetupProblem(
            f"{path.parent} may not be written to, and .venv belongs there; "
            "copy the checkout to a folder of your own and start it there.",
            f"{path.parent} 不可写，而 .venv 要放在那里；请把它复制到自己的文件夹，再从那里启动。",
        ) from error
