"""JSON files of strangers, read within bounds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from desktop_app.errors import ImportFailure
from desktop_app.importing.encoding import decode
from desktop_app.importing.page import read_bytes
from desktop_app.messages import message

MAX_JSON = 32 * 1024 * 1024  # bytes of one file
_START = re.compile(rb"^(?:\xef\xbb\xbf)?\s*[\[{]")

_HALVES = re.compile("[\ud800-\udfff]")  # of characters, which JSON can write alone

Record = dict[str, Any]


def begins_as_json(head: bytes) -> bool:
    """Whether a file with these first bytes may be an object or a list in JSON."""
    return _START.match(head) is not None


def read_json(path: Path) -> object:
    """What the file at `path` holds; raises `ImportFailure` where it is no JSON."""
    text = decode(read_bytes(path, MAX_JSON), path)
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise ImportFailure(
            message("{path} is not valid JSON ({reason})", path=path, reason=reason)
        ) from error
    return found


def text_at(record: Record, *keys: str) -> str:
    """The first of the values at `keys` that is text or a number and not empty, as text."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and value != "":
            return _HALVES.sub("", str(value)).strip()
    return ""


def records_at(record: Record, *keys: str) -> list[Record]:
    """The objects in the lists (or alone) at `keys`."""
    found: list[Record] = []
    for key in keys:
        value = record.get(key)
        values = value if isinstance(value, list) else [value]
        found += [each for each in values if isinstance(each, dict)]
    return found
