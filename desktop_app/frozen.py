"""Where a frozen program begins: PyInstaller's executable, which is its own Python."""

from __future__ import annotations

import multiprocessing
import pickle
import sys

from desktop_app import child


def main() -> int:
    """Be a worker or a child where the program started itself as one, else run a command."""
    multiprocessing.freeze_support()  # does not come back in a worker
    if sys.argv[1:] == [child.SERVE]:
        pickle.load(sys.stdin.buffer)  # where modules lie elsewhere; here they are inside
        child.serve()
        return 0
    from desktop_app.cli import main as run  # noqa: PLC0415 (a child needs none of it)

    return run()


if __name__ == "__main__":
    sys.exit(main())
