"""The log of problems: what a report of one needs, and nothing that an item says.

A file in the system's place for logs, which is kept small. A bug is written as where in the
program it was and what kind; of its message what may be somebody's text is left out.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop_app import __version__
from desktop_app.errors import BeilinError
from desktop_app.messages import message
from desktop_app.places import log_folder, portable

_BYTES, _OLDER = 1_000_000, 2  # of one file; files before it that are kept
_OWN = "desktop_app"
_MOST = 300  # characters of one message
_MOST_FRAMES, _MOST_CAUSES = 40, 8
_QUOTED = re.compile(r"(?P<open>['\"“‘「『])(?P<said>[^'\"”’」』]*)['\"”’」』]?")
_NAME = re.compile(r"[!-~]{0,60}")  # a name, a number or a path: no blank, nothing but ASCII
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


# What is said in a terminal.
_WRONG = message("Something went wrong inside Beilin; {path} tells what, for a report of it")
SOMETHING_WRONG = _WRONG.key


def log_file() -> Path:
    """Where the log is, or will be."""
    return log_folder() / "beilin.log"


def start_log() -> bool:
    """Have warnings and bugs written to the log from now on; False where that cannot be."""
    handler = _handler()
    if handler is None:  # a home that cannot be written is no reason not to start
        return False
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    return True


def watch_for_crashes() -> None:
    """Have Python write where it was into a file beside the log, should the process crash."""
    path = log_file().with_name("crash.log")
    with suppress(OSError):
        kept = path.exists() and path.stat().st_size < _BYTES
        faulthandler.enable(path.open("a" if kept else "w", encoding="utf-8"))


def write_problem(error: BaseException) -> Path | None:
    """Write this one bug to the log, which need not be started; None where that cannot be."""
    handler = _handler()
    if handler is None:
        return None
    about = sys.exc_info() if sys.exc_info()[1] is error else (type(error), error, None)
    record = logging.LogRecord(_OWN, logging.CRITICAL, "", 0, "unexpected error", None, about)
    handler.handle(record)
    handler.close()
    return log_file()


def told(error: BaseException) -> str:
    """Where `error` came from and what kind it is, with its causes, for a report."""
    return "\n".join(_chain(error))


def about_here() -> Iterator[str]:
    """What a report says of the program and the machine, a line each."""
    yield f"Beilin {__version__}"
    yield f"Python {platform.python_version()}, {platform.platform()}"
    if portable():
        yield "portable"


def without_texts(said: str) -> str:
    """A message in one line, without what may be the text of an item."""
    line = " ".join(_QUOTED.sub(_kept, said).split())
    line = _FOREIGN.sub("…", line)
    return line if len(line) <= _MOST else f"{line[:_MOST]}…"


def _kept(found: re.Match[str]) -> str:
    quoted = found["said"]
    return f"'{quoted}'" if _NAME.fullmatch(quoted) else "'…'"


def _handler() -> RotatingFileHandler | None:
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8", errors="replace"
        )
    except OSError:
        return None
    handler.setFormatter(_Lines("%(asctime)s %(name)s %(levelname)s %(message)s"))
    return handler


class _Lines(logging.Formatter):
    """Records without texts; of other programs' records only what never changes in them."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line of `record`."""
        own = record.name.split(".")[0] == _OWN
        record.message = without_texts(record.getMessage() if own else str(record.msg))
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:
        """The bug as `told`."""
        error = ei[1] if isinstance(ei, tuple) else None
        return told(error) if isinstance(error, BaseException) else ""


def _chain(error: BaseException) -> Iterator[str]:
    """`error`, then what it came from, and so on."""
    seen: BaseException | None = error
    for number in range(_MOST_CAUSES):
        if seen is None:
            return
        if number:
            yield "which came from"
        yield from _one(seen)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)


def _one(error: BaseException) -> Iterator[str]:
    frames = traceback.extract_tb(error.__traceback__)
    if len(frames) > _MOST_FRAMES:
        frames = traceback.StackSummary.from_list(frames[-_MOST_FRAMES:])
    for frame in frames:
        yield f'  File "{_short(frame.filename)}", line {frame.lineno}, in {frame.name}'
        if frame.line:
            yield f"    {frame.line}"
    kind = type(error)
    known = isinstance(error, (OSError, BeilinError))  # these name files
    said = " ".join(str(error).split()) if known else without_texts(str(error))
    yield f"{kind.__module__}.{kind.__qualname__}: {said}".removeprefix("builtins.")


def _short(path: str) -> str:
    """The path without the name of the person whose home it is in."""
    home = str(Path.home())
    return f"~{path[len(home) :]}" if path.startswith(home + "/") else path
