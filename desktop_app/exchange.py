"""What exporting and importing agree on: the marks by which Beilin knows its own files.

An exported page holds its item's facts as JSON in a data block of `MEDIA_TYPE`; a
folder that an export wrote holds a list of its files, called `MARKER`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

MEDIA_TYPE = "application/x-beilin+json"
VERSION = 1  # of the data block
KEY = "beilin"  # of the version in it
MARKER = ".beilin-export"
# Where exported pages are at home in formats that ask for an address; by RFC 2606 no
# machine ever has this name.
HOME = "https://beilin.invalid/"
COLUMNS = (
    *("id", "title", "date", "language", "source", "kind", "byline", "url"),
    *("text", "photos", "captions", "more"),
)  # of a CSV file

# What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection"), in
# either width.
_FORMULA = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def text_digest(paragraphs: Iterable[str]) -> str:
    """Tells whether a text is still the one that was exported."""
    text = "\n".join(paragraphs).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:32]


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula; `unguarded` gives it back."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell that `guarded` was given."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell
