"""The marks' file as SQLite: opened by several windows and processes at once.

Write-ahead logging lets one write while others read; who finds another writing waits. A
commit is on the disk when it returns, but for what is `passing`.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from desktop_app.errors import MarksError
from desktop_app.marks.schema import APPLICATION_ID, STEPS
from desktop_app.messages import Message, message

_BUSY_SECONDS = 30.0
_MEMORY = ":memory:"


class Database:
    """One connection, safe for several threads."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        """Use `connection` to the file at `path` (None: in memory); it is then owned here."""
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()
        self._depth = 0  # of batches within each other
        self._batches = 0

    @classmethod
    def open(cls, path: Path | None) -> Database:
        """Open the file at `path`, made where there is none; None keeps all in memory.

        Raises `MarksError`.
        """
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                path or _MEMORY,
                timeout=_BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
        except (OSError, sqlite3.Error) as error:
            raise MarksError(_unwritable(path, error)) from error
        made = cls(connection, path)
        try:
            made._prepare()
        except BaseException:
            connection.close()
            raise
        return made

    def close(self) -> None:
        """Let go of the file; the last to close folds the log into it."""
        with self._lock:
            self._connection.close()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a statement gives; raises `MarksError`."""
        try:
            with self._lock:
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise MarksError(self._failure(error)) from error

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Change something, inside `batch`; returns the number of rows changed."""
        try:
            with self._lock:
                return self._connection.execute(sql, values).rowcount
        except sqlite3.Error as error:
            raise MarksError(self._failure(error)) from error

    @contextmanager
    def batch(self, passing: bool = False) -> Iterator[None]:
        """All or nothing, on the disk when the outermost block ends; other threads wait.

        What is `passing`, such as a position noted every other second, outlives a crash of
        the program at once, and one of the machine as soon as the disk has had the time.
        """
        with self._lock:
            if not self._depth:
                self.run(f"PRAGMA synchronous = {'NORMAL' if passing else 'FULL'}")
                self.run("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                if self._depth == 1:
                    self.run("COMMIT")
                    self._batches += 1
            except BaseException:
                if self._depth == 1 and self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    def version(self) -> tuple[int, int]:
        """Changes whenever this connection or another has committed."""
        with self._lock:
            return self.rows("PRAGMA data_version")[0][0], self._batches

    def copy_to(self, path: Path) -> None:
        """Write a sound copy to `path`, also while others write; raises `MarksError`.

        By SQLite's own backup (https://www.sqlite.org/backup.html).
        """
        try:
            with self._lock, closing(sqlite3.connect(path)) as copy:
                self._connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            raise MarksError(_unwritable(path, error)) from error

    def _prepare(self) -> None:
        try:
            self._check_owner()
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
        except sqlite3.Error as error:
            raise MarksError(self._failure(error)) from error
        if self._step() < len(STEPS):
            self._migrate()

    def _check_owner(self) -> None:
        """Refuse another program's database, and one of a later version of this program."""
        # In this order: another process may commit tables and their owner in between.
        tables = self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        (owner,) = self._connection.execute("PRAGMA application_id").fetchone()
        if owner != APPLICATION_ID and (owner or tables):
            raise MarksError(
                message(
                    "{path} is not a file of marks; name another, or move it away", path=self.path
                )
            )
        if self._step() > len(STEPS):
            raise MarksError(
                message(
                    "{path} was written by a later version of Beilin; install that to read it",
                    path=self.path,
                )
            )

    def _step(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    def _migrate(self) -> None:
        """Take the steps that are missing, all or none; another process may be before us."""
        with self.batch():
            step = self._step()
            if 0 < step < len(STEPS) and self.path is not None:
                self._keep_old(self.path.with_name(f"{self.path.stem}-version{step}.db"))
            for statements in STEPS[step:]:
                for statement in statements:
                    self.run(statement)
            self.run(f"PRAGMA application_id = {APPLICATION_ID}")
            self.run(f"PRAGMA user_version = {len(STEPS)}")

    def _keep_old(self, copy: Path) -> None:
        """Keep the file as it was before its tables changed.

        Through a connection of its own, which sees what was committed.
        """
        if self.path is None or copy.exists():
            return
        try:
            with closing(sqlite3.connect(self.path)) as old, closing(sqlite3.connect(copy)) as new:
                old.backup(new)
        except sqlite3.Error as error:
            raise MarksError(_unwritable(copy, error)) from error

    def _failure(self, error: sqlite3.Error) -> Message:
        if isinstance(error, sqlite3.OperationalError):
            return _unwritable(self.path, error)
        return message(
            "{path} cannot be read ({reason}); restore it from a backup of your marks, "
            "or move it away",
            path=self.path,
            reason=error,
        )


def _unwritable(path: Path | None, error: sqlite3.Error | OSError) -> Message:
    """What to say when the marks cannot be written."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return message(
        "your marks cannot be kept in {path} ({reason}); see that there is room and that "
        "you may write there",
        path=path or _MEMORY,
        reason=reason,
    )
