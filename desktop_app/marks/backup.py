"""Backups of all marks, and bringing them back."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.errors import MarksError
from desktop_app.marks.database import Database
from desktop_app.marks.subjects import Clock
from desktop_app.messages import message

_HEAD = b"SQLite format 3\0"


def is_database(path: Path) -> bool:
    """Whether the file at `path` is a backup rather than JSON; raises `MarksError`."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_HEAD)) == _HEAD
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error


def write_backup(database: Database, path: Path) -> None:
    """Write a whole copy to `path`, in place of a file there only when it is complete."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        database.copy_to(part)
        part.replace(path)
    except OSError as error:
        raise MarksError(
            message(
                "the backup cannot be written to {path} ({reason}); choose another place",
                path=path,
                reason=error.strerror or error,
            )
        ) from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def opened_backup(path: Path) -> Iterator[Database]:
    """The marks in a backup, brought to today's tables in a copy; the file stays as it is."""
    with tempfile.TemporaryDirectory(prefix="beilin-marks-") as folder:
        copy = Path(folder) / path.name
        _copy(path, copy)
        database = Database.open(copy)
        try:
            faults = [line for (line,) in database.rows("PRAGMA integrity_check(1)")]
            if faults != ["ok"]:
                raise _unreadable(path, faults[0])
            yield database
        finally:
            database.close()


def keep_aside(database: Database, clock: Clock) -> Path | None:
    """Keep all that there is in a file beside; gives that file, None for marks in memory."""
    if database.path is None:
        return None
    when = clock().strftime("%Y%m%d-%H%M%S-%f")
    kept = database.path.with_name(f"{database.path.stem}-before-{when}.db")
    write_backup(database, kept)
    return kept


def _copy(path: Path, copy: Path) -> None:
    """Copy a database with what its log holds; one on a disc that is only read has none."""
    for options in ("mode=ro", "mode=ro&immutable=1"):
        address = f"{path.resolve().as_uri()}?{options}"
        try:
            source, target = sqlite3.connect(address, uri=True), sqlite3.connect(copy)
            with closing(source) as old, closing(target) as new:
                old.backup(new)
            return
        except sqlite3.OperationalError as error:
            reason = str(error)
        except sqlite3.Error as error:
            raise _unreadable(path, str(error)) from error
    raise _unreadable(path, reason)


def _unreadable(path: Path, reason: str) -> MarksError:
    return MarksError(
        message(
            "the backup {path} cannot be read ({reason}); choose another one",
            path=path,
            reason=reason,
        )
    )
