"""Being someone who may not write anywhere."""

from __future__ import annotations

import os
import stat
import traceback
from collections.abc import Callable
from pathlib import Path


def read_only(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


def open_to_all(folder: Path) -> None:
    """Let everyone come to `folder` through the folders that pytest made above it."""
    for above in (folder, *folder.parents):
        above.chmod(above.stat().st_mode | 0o055)
        if above.name.startswith("pytest-of-"):
            break


def as_nobody(work: Callable[[], object]) -> int:
    """Run `work` in a child that is not root, who may write anywhere; 0 where it is true."""
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            os._exit(0 if work() else 1)
        finally:
            traceback.print_exc()
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
