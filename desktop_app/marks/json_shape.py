"""Marks as JSON, for other programs and to be imported again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desktop_app.errors import MarksError
from desktop_app.marks.anchors import LONGEST, Anchor
from desktop_app.marks.bundle import Bundle, FilledCollection, MarkedItem
from desktop_app.marks.collections import Collected
from desktop_app.marks.highlights import COLOURS, LONGEST_NOTE, Highlight
from desktop_app.marks.names import LONGEST as LONGEST_NAME
from desktop_app.marks.reading import Position
from desktop_app.marks.subjects import KnownArchive, Subject, moment, stamp
from desktop_app.messages import message

FORMAT = "beilin-marks"
VERSION = 1
_MOST_BYTES = 512 * 1024 * 1024
_WORDS = {"type": "string", "maxLength": 4000}
_NAME = {
    "type": "string",
    "maxLength": LONGEST_NAME,
    "pattern": r"^[^\"“”「」『』,，;；\x00-\x1f]*$",
}
_COUNT = {"type": "integer", "minimum": 0, "maximum": 2**62}
_MOMENT = {
    "type": "string",
    "pattern": r"^[12]\d{3}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$",
}


def _object(**fields: object) -> dict[str, object]:
    return {"type": "object", "properties": fields, "required": [*fields]}


def _list(of: object) -> dict[str, object]:
    return {"type": "array", "items": of}


_HIGHLIGHT = _object(
    id={"type": "string", "minLength": 1, "maxLength": 100},
    start=_COUNT,
    end=_COUNT,
    exact={"type": "string", "minLength": 1, "maxLength": LONGEST},
    prefix=_WORDS,
    suffix=_WORDS,
    colour={"enum": [*COLOURS]},
    note={"type": "string", "maxLength": LONGEST_NOTE},
    made=_MOMENT,
    changed=_MOMENT,
)
_ITEM = {
    **_object(archive=_WORDS, item=_WORDS, title=_WORDS),
    "properties": {
        "archive": _WORDS,
        "item": _WORDS,
        "title": _WORDS,
        "position": _object(point=_COUNT, length=_COUNT, at=_MOMENT),
        "read": _object(read={"type": "boolean"}, at=_MOMENT),
        "visits": _list(_object(at=_MOMENT, seconds=_COUNT)),
        "tags": _list(_object(name={**_NAME, "minLength": 1}, at=_MOMENT)),
        "highlights": _list(_HIGHLIGHT),
    },
}
SCHEMA = _object(
    format={"const": FORMAT},
    version={"const": VERSION},
    archives=_list(_object(id=_WORDS, name=_WORDS, folder=_WORDS)),
    items=_list(_ITEM),
    collections=_list(
        _object(
            name=_NAME, items=_list(_object(archive=_WORDS, item=_WORDS, title=_WORDS, at=_MOMENT))
        )
    ),
)
"""What the JSON must be like (JSON Schema 2020-12)."""


def to_json(bundle: Bundle) -> dict[str, object]:
    """`bundle` for `json.dumps`."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "archives": [
            {"id": each.id, "name": each.name, "folder": each.folder} for each in bundle.archives
        ],
        "items": [_item_to_json(each) for each in bundle.items],
        "collections": [
            {
                "name": each.name,
                "items": [{**about(one.subject), "at": stamp(one.at)} for one in each.items],
            }
            for each in bundle.collections
        ],
    }


def read_json(path: Path) -> Bundle:
    """The marks in the file at `path`; raises `MarksError` where it is none of these."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _not_marks(path, "512 MB")
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise _not_marks(path, error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise _not_marks(path, str(error)[:200]) from error
    fault = _fault(value)
    if fault:
        raise _not_marks(path, fault)
    try:
        return _bundle(value)
    except ValueError as error:  # such as the 31st of February
        raise _not_marks(path, str(error)) from error


def _fault(value: object) -> str:
    """Where and how `value` breaks `SCHEMA`; "" where it does not."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 (slow to load, seldom used)
    from jsonschema.exceptions import best_match  # noqa: PLC0415

    fault = best_match(Draft202012Validator(SCHEMA).iter_errors(value))
    return "" if fault is None else f"{fault.json_path}: {fault.message[:200]}"


def checked(read: Callable[[], Bundle], path: Path) -> Bundle:
    """What `read` gives of the backup at `path`, its values what they must be.

    SQLite keeps a text in a column of numbers; raises `MarksError`.
    """
    try:
        bundle = read()
        fault = _fault(json.loads(json.dumps(to_json(bundle))))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise _not_marks(path, str(error)[:200]) from error
    if fault:
        raise _not_marks(path, fault)
    return bundle


def about(subject: Subject) -> dict[str, str]:
    """What is said of an item everywhere."""
    return {"archive": subject.archive, "item": subject.item, "title": subject.title}


def highlight_to_json(highlight: Highlight) -> dict[str, object]:
    """A highlight without its item."""
    anchor = highlight.anchor
    return {
        "id": highlight.id,
        "start": anchor.start,
        "end": anchor.stop,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "colour": highlight.colour,
        "note": highlight.note,
        "made": stamp(highlight.made),
        "changed": stamp(highlight.changed),
    }


def _item_to_json(item: MarkedItem) -> dict[str, object]:
    shape: dict[str, object] = {**about(item.subject)}
    if item.position is not None:
        at = item.position
        shape["position"] = {"point": at.point, "length": at.length, "at": stamp(at.at)}
    if item.seen is not None:
        shape["read"] = {"read": item.seen[0], "at": stamp(item.seen[1])}
    if item.visits:
        shape["visits"] = [{"at": stamp(at), "seconds": long} for at, long in item.visits]
    if item.tags:
        shape["tags"] = [{"name": name, "at": stamp(at)} for name, at in item.tags]
    if item.highlights:
        shape["highlights"] = [highlight_to_json(each) for each in item.highlights]
    return shape


def _bundle(value: Mapping[str, Any]) -> Bundle:
    return Bundle(
        tuple(KnownArchive(each["id"], each["name"], each["folder"]) for each in value["archives"]),
        tuple(_item(each) for each in value["items"]),
        tuple(
            FilledCollection(
                each["name"],
                tuple(Collected(_subject(one), moment(one["at"])) for one in each["items"]),
            )
            for each in value["collections"]
        ),
    )


def _item(value: Mapping[str, Any]) -> MarkedItem:
    subject, position, seen = _subject(value), value.get("position"), value.get("read")
    return MarkedItem(
        subject=subject,
        position=position
        and Position(position["point"], position["length"], moment(position["at"])),
        seen=seen and (seen["read"], moment(seen["at"])),
        visits=tuple((moment(each["at"]), each["seconds"]) for each in value.get("visits", ())),
        tags=tuple((each["name"], moment(each["at"])) for each in value.get("tags", ())),
        highlights=tuple(_highlight(subject, each) for each in value.get("highlights", ())),
    )


def _highlight(subject: Subject, value: Mapping[str, Any]) -> Highlight:
    where = (value["start"], value["end"], value["exact"], value["prefix"], value["suffix"])
    made, changed = moment(value["made"]), moment(value["changed"])
    return Highlight(
        value["id"], subject, Anchor(*where), value["colour"], value["note"], made, changed
    )


def _subject(value: Mapping[str, Any]) -> Subject:
    return Subject(value["archive"], value["item"], value["title"])


def _not_marks(path: Path, reason: str) -> MarksError:
    return MarksError(
        message(
            "{path} holds no marks that can be read ({reason}); give a file that "
            "“beilin marks export --format json” or “beilin marks backup” wrote",
            path=path,
            reason=reason,
        )
    )
