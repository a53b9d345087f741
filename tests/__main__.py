"""``python3 -m tests``: sets up what is missing, then runs every check, pytest last.

With arguments only pytest runs, and gets them: ``python3 -m tests tests/search -k date``.
``--slow`` alone adds the slow tests to everything else.
"""

import os
import subprocess
import sys
from pathlib import Path

from desktop_app.bootstrap import ensure, hand_over

_ROOT = Path(__file__).resolve().parent.parent

_CHECKS = (
    ("-m", "ruff", "check"),
    ("-m", "ruff", "format", "--check"),
    ("-m", "mypy"),
    ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
    ("-m", "pytest", "--numprocesses", "auto"),
)


def main(arguments: "list[str]") -> None:
    """Run the checks and end with status 0 where all of them passed, else 1."""
    python = ensure(dev=True)
    os.chdir(_ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if set(arguments) - {"--slow"}:
        hand_over(python, ["-m", "pytest", *arguments])
    failed = [check for check in _CHECKS if not _passes(str(python), check, arguments)]
    raise SystemExit(1 if failed else 0)


def _passes(python: str, check: "tuple[str, ...]", arguments: "list[str]") -> bool:
    own = arguments if "pytest" in check else []
    return subprocess.call([python, *check, *own]) == 0


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        raise SystemExit(130) from None
