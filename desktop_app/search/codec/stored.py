"""Stored fields as JSON: plain values, bytes, dates and times."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

# A value JSON has no form for is an object with this key and the value's text.
_KIND = "$kind"
_READ: Mapping[str, Callable[[str], Any]] = {
    "bytes": base64.b64decode,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
}


def dumps(values: Mapping[str, Any]) -> bytes:
    """`values` as JSON; raises `TypeError` for what is neither plain nor of the kinds above."""
    return json.dumps(values, ensure_ascii=False, default=_written).encode()


def loads(content: bytes) -> dict[str, Any]:
    """What `dumps` wrote."""
    values: dict[str, Any] = json.loads(content or b"{}", object_hook=_read)
    return values


def _written(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {_KIND: "bytes", "value": base64.b64encode(value).decode()}
    if isinstance(value, (datetime, date)):
        return {_KIND: type(value).__name__, "value": value.isoformat()}
    raise TypeError(f"{type(value).__name__} cannot be stored in an index")


def _read(found: dict[str, Any]) -> Any:  # noqa: ANN401
    read = _READ.get(str(found.get(_KIND)))
    return read(found["value"]) if read else found
