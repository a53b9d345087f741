"""Opening items.db: its tables, for one writer and for any number of readers."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from desktop_app.errors import ArchiveError
from desktop_app.messages import message
from desktop_app.store.addresses import INDEXES as ADDRESSES
from desktop_app.store.copies import TABLES as COPIES
from desktop_app.store.decided import TABLES as DECIDED
from desktop_app.store.own_terms import TABLES as OWN_TERMS
from desktop_app.store.pairs import TABLES as PAIRS

_SCHEMA = """
CREATE TABLE items (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    change     INTEGER NOT NULL,
    digest     TEXT NOT NULL,
    origin     TEXT NOT NULL,
    title      TEXT NOT NULL,
    date       TEXT,
    language   TEXT NOT NULL,
    source     TEXT NOT NULL,
    kind       TEXT NOT NULL,
    byline     TEXT NOT NULL,
    url        TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    more       TEXT NOT NULL DEFAULT ''
);
CREATE INDEX items_change ON items (change);
CREATE INDEX items_digest ON items (digest);
CREATE TABLE photos (
    item    INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    file    TEXT,
    caption TEXT NOT NULL,
    credit  TEXT NOT NULL,
    taken   TEXT NOT NULL,
    after   INTEGER NOT NULL,
    PRIMARY KEY (item, place)
) WITHOUT ROWID;
CREATE TABLE imports (
    finished TEXT NOT NULL,
    sources  TEXT NOT NULL,
    report   TEXT NOT NULL
);
"""
# Tables that came later; made where they are missing when an archive is written.
_LATER = (
    """CREATE TABLE IF NOT EXISTS journal (
        place TEXT PRIMARY KEY,
        stamp TEXT NOT NULL,
        tally TEXT NOT NULL
    ) WITHOUT ROWID""",
    # What is said lies in the item's text from code point `first` to before `last`.
    """CREATE TABLE IF NOT EXISTS statements (
        item    INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
        place   INTEGER NOT NULL,
        speaker TEXT NOT NULL,
        role    TEXT NOT NULL,
        verb    TEXT NOT NULL,
        quoted  INTEGER NOT NULL,
        first   INTEGER NOT NULL,
        last    INTEGER NOT NULL,
        PRIMARY KEY (item, place)
    ) WITHOUT ROWID""",
    *COPIES,
    *DECIDED,
    *ADDRESSES,
    *PAIRS,
    *OWN_TERMS,
)
_APPLICATION_ID = 0x4265696C  # "Beil", so that `file` and others can tell
_BUSY_SECONDS = 30.0


def create(path: Path) -> None:
    """Make an empty database at `path`."""
    connection = sqlite3.connect(path)
    try:
        connection.executescript(f"PRAGMA application_id = {_APPLICATION_ID}; {_SCHEMA}")
    except sqlite3.Error as error:
        raise unwritable(path, error) from error
    finally:
        connection.close()


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Open `path` in write-ahead mode, so that readers go on while it is written."""
    try:
        connection = sqlite3.connect(
            path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA journal_mode = WAL")
        # FULL: a commit is on the disk before it is reported as imported.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        for table in _LATER:
            connection.execute(table)
        if not has_column(connection, "items", "more"):  # archives of before links were kept
            connection.execute("ALTER TABLE items ADD COLUMN more TEXT NOT NULL DEFAULT ''")
    except sqlite3.Error as error:
        raise unusable(path, error) from error
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open `path` without the power to change it, also on read-only media.

    A write-ahead database in a folder that cannot be written opens only as
    immutable: https://www.sqlite.org/wal.html, "Read-Only Databases".
    """
    address = path.resolve().as_uri()
    try:
        return _connect(f"{address}?mode=ro")
    except sqlite3.OperationalError:
        pass
    except sqlite3.Error as error:
        raise unusable(path, error) from error
    try:
        return _connect(f"{address}?mode=ro&immutable=1")
    except sqlite3.Error as error:
        raise unusable(path, error) from error


def has_column(connection: sqlite3.Connection, table: str, column: str) -> bool:
    """Whether the table of this database has the column."""
    rows = connection.execute("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", (table, column))
    return rows.fetchone() is not None


def has_table(connection: sqlite3.Connection, table: str) -> bool:
    """Whether this database has the table."""
    named = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
    return connection.execute(named, (table,)).fetchone() is not None


def leave_write_ahead(connection: sqlite3.Connection) -> None:
    """Fold the log back into the one file, so that the folder can be copied or burnt.

    Another connection may hold the log open, or the disk be full; then the log stays,
    which loses nothing, and a later one to close folds it.
    """
    try:
        connection.execute("PRAGMA busy_timeout = 1000")  # ms
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        return


def _connect(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def unwritable(path: Path, error: sqlite3.Error | OSError) -> ArchiveError:
    """What to say when `path`, a part of an archive, cannot be written."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return ArchiveError(
        message(
            "{path} cannot be written ({reason}); see that there is room and that you may "
            "write there, then import again",
            path=path,
            reason=reason,
        )
    )


def unusable(path: Path, error: sqlite3.Error) -> ArchiveError:
    """What to say when the database at `path` fails."""
    return ArchiveError(
        message(
            "{path} cannot be read ({reason}); restore it from a copy of the archive",
            path=path,
            reason=error,
        )
    )
