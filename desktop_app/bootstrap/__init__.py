"""Sets up what is missing before the program can start; standard library only.

This module must be readable by any Python 3, so that an old one gets a sentence
rather than a syntax error: the modules with newer grammar are imported late.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn, Sequence  # noqa: UP035 - collections.abc came with Python 3.9

_OLDEST = (3, 10)
_NEWEST = (3, 13)


def ensure(dev: bool = False) -> Path:
    """Set up what is missing and return the Python that has every dependency.

    `dev` adds what tests and benchmarks need. In an installed wheel there is nothing
    to set up. Ends the process with one line on standard error and status 2 where
    something cannot be set up, and with status 130 on Ctrl+C.
    """
    require_python()
    from desktop_app.bootstrap.problems import SetupProblem, as_problem
    from desktop_app.bootstrap.setup import set_up

    try:
        return set_up(dev)
    except (SetupProblem, OSError) as error:
        sys.stderr.write(as_problem(error).text())
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        raise SystemExit(130) from None


def require_python() -> None:
    """End with status 2 and one line where this Python is too old or too new."""
    if _OLDEST <= sys.version_info[:2] <= _NEWEST:
        return
    found = "%d.%d" % sys.version_info[:2]  # noqa: UP031
    names = ["python3.%d" % minor for minor in range(_NEWEST[1], _OLDEST[1] - 1, -1)]  # noqa: UP031
    fitting = next((name for name in names if shutil.which(name)), None)
    english = "use %s here" % fitting if fitting else "install one of these"  # noqa: UP031
    chinese = "请改用 %s" % fitting if fitting else "请安装其中之一"  # noqa: UP031
    sys.stderr.write(
        "Beilin needs Python 3.10 to 3.13, this is %s: %s. / "  # noqa: UP031
        "碑林需要 Python 3.10 至 3.13，这是 %s：%s。\n" % (found, english, found, chinese)
    )
    raise SystemExit(2)


def hand_over(python: Path, arguments: Sequence[str]) -> NoReturn:
    """Become `python` with `arguments`; this process ends with the status of that one."""
    command = [str(python), *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    # Windows' exec returns to the shell at once, with two programs then reading its keys.
    try:
        raise SystemExit(subprocess.call(command))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
