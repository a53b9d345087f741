"""The tables of the marks' file, and the steps from one version of them to the next.

Moments are ISO 8601 in UTC with milliseconds, as in ``2026-11-24T17:49:00.123Z``, so that
they sort as text. Places in a text are code points of its paragraphs joined by line ends.
"""

from __future__ import annotations

APPLICATION_ID = 0x42654D6B  # "BeMk", so that `file` and others can tell

# What marks are put on. Title and archive's name are kept so that a list of marks can be
# read where the archive is not at hand.
_SUBJECTS = (
    """CREATE TABLE archives (
        id     TEXT PRIMARY KEY,
        name   TEXT NOT NULL,
        folder TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE subjects (
        number  INTEGER PRIMARY KEY,
        archive TEXT NOT NULL,
        item    TEXT NOT NULL,
        title   TEXT NOT NULL DEFAULT '',
        UNIQUE (archive, item)
    )""",
)
_READING = (
    """CREATE TABLE positions (
        subject INTEGER PRIMARY KEY REFERENCES subjects (number) ON DELETE CASCADE,
        point   INTEGER NOT NULL,
        length  INTEGER NOT NULL,
        at      TEXT NOT NULL
    )""",
    """CREATE TABLE visits (
        number  INTEGER PRIMARY KEY AUTOINCREMENT,
        subject INTEGER NOT NULL REFERENCES subjects (number) ON DELETE CASCADE,
        at      TEXT NOT NULL,
        seconds INTEGER NOT NULL DEFAULT 0,
        UNIQUE (subject, at)
    )""",
    "CREATE INDEX visits_at ON visits (at)",
    # `seen` is 0 where the reader wants an item back among the unread.
    """CREATE TABLE seen (
        subject INTEGER PRIMARY KEY REFERENCES subjects (number) ON DELETE CASCADE,
        seen    INTEGER NOT NULL,
        at      TEXT NOT NULL
    )""",
)
FAVOURITES = 1
"""The number of the collection that bookmarks are in; every file has it, first."""
# `key` is the folded name: names that fold alike are one. `place` orders what it stands in.
_SORTED = (
    """CREATE TABLE collections (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        name   TEXT NOT NULL,
        key    TEXT NOT NULL UNIQUE,
        place  INTEGER NOT NULL
    )""",
    f"INSERT INTO collections VALUES ({FAVOURITES}, '', '', 0)",
    """CREATE TABLE collected (
        collection INTEGER NOT NULL REFERENCES collections (number) ON DELETE CASCADE,
        subject    INTEGER NOT NULL REFERENCES subjects (number) ON DELETE CASCADE,
        place      INTEGER NOT NULL,
        at         TEXT NOT NULL,
        PRIMARY KEY (collection, subject)
    ) WITHOUT ROWID""",
    """CREATE TABLE tags (
        subject INTEGER NOT NULL REFERENCES subjects (number) ON DELETE CASCADE,
        key     TEXT NOT NULL,
        name    TEXT NOT NULL,
        at      TEXT NOT NULL,
        PRIMARY KEY (subject, key)
    ) WITHOUT ROWID""",
    "CREATE INDEX tags_key ON tags (key)",
)
# Code points `start` to before `stop` of the text when it was marked, what stood there, and
# what stood before and behind it: the two selectors of the W3C's Web Annotation model.
_HIGHLIGHTS = (
    """CREATE TABLE highlights (
        id      TEXT PRIMARY KEY,
        subject INTEGER NOT NULL REFERENCES subjects (number) ON DELETE CASCADE,
        start   INTEGER NOT NULL,
        stop    INTEGER NOT NULL,
        exact   TEXT NOT NULL,
        prefix  TEXT NOT NULL,
        suffix  TEXT NOT NULL,
        colour  TEXT NOT NULL,
        note    TEXT NOT NULL,
        made    TEXT NOT NULL,
        changed TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX highlights_subject ON highlights (subject)",
)
STEPS: tuple[tuple[str, ...], ...] = ((*_SUBJECTS, *_READING), (*_SORTED, *_HIGHLIGHTS))
"""The statements that lead from version n to version n + 1; a new file takes them all."""
