"""ninjs: news in JSON (IPTC, 1.0 to 3.1), an item a file or a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from desktop_app.errors import ImportFailure
from desktop_app.importing.photos import LocalPictures
from desktop_app.importing.raw import Failed, Found, Later, ReportBytes, Skipped
from desktop_app.importing.wire.json_text import Record, begins_as_json, read_json, text_at
from desktop_app.importing.wire.ninjs_item import associations_of, kind_of, lowered, ninjs_item
from desktop_app.importing.wire.ninjs_notes import notes_on
from desktop_app.importing.wire.ninjs_schema import Fault, faults_of
from desktop_app.messages import Message, message

_URI = re.compile(rb'[{,]\s*"uri"\s*:')
_OWN = re.compile(
    rb'"(?:\$?standard|(?:version|first|content)[cC]reated|pub[sS]tatus|renditions|associations|'
    rb'bodies|body_\w+|headlines|headline(?:_\w+)?|descriptions|description_\w+|eventDetails)"\s*:'
)
_RETRACTED = frozenset(("canceled", "cancelled", "withheld"))
_PLANS = frozenset(("event", "planning"))
_MAX_DEPTH = 4  # items within items

Faults = list[tuple[str, Fault]]  # each with the place of its item


class Ninjs:
    """Items of ninjs."""

    name = "ninjs"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the one name every item has, and one more that is the standard's own."""
        return (
            begins_as_json(head)
            and path.suffix.lower() not in (".jsonl", ".ndjson")
            and _URI.search(head) is not None
            and _OWN.search(head) is not None
        )

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the items."""
        yield Later(partial(read_ninjs, path), LocalPictures(path))
        report_bytes(path.stat().st_size)


def read_ninjs(path: Path) -> Sequence[Found]:
    """The items in the file at `path`; raises `ImportFailure`."""
    try:
        faults: Faults = []
        pieces = list(_pieces(read_json(path), path, faults))
        return (*pieces, *notes_on(faults))
    except RecursionError as error:
        raise ImportFailure(message("{path} is nested too deeply", path=path)) from error


def _pieces(value: object, path: Path, faults: Faults) -> Iterator[Found]:
    if isinstance(value, dict):
        yield from _item(value, "", 0, faults)
        return
    if not isinstance(value, list):
        raise ImportFailure(message("{path} is not a news item in JSON", path=path))
    for number, each in enumerate(value, 1):
        where = f"item {number}"
        if isinstance(each, dict):
            yield from _item(each, where, 0, faults)
        else:
            yield Failed(where, message("it is not a JSON object"))


def _item(record: Record, where: str, depth: int, faults: Faults) -> Iterator[Found]:
    """The item, then the stories it was sent with; `faults` takes what is wrong with it."""
    own = lowered(record)
    wrong = faults_of(record) if depth == 0 else ()  # those look into associations too
    if refused := _refused(own):
        yield Skipped(where, refused)
        return
    item = ninjs_item(own)
    if item.title or item.paragraphs or item.photos:
        yield item
        faults.extend((where, fault) for fault in wrong)
    elif wrong:
        yield Failed(where, wrong[0].reason)
    else:
        yield Skipped(where, message("it holds neither a headline nor text"))
    if depth < _MAX_DEPTH:
        yield from _stories(own, where, depth, faults)


def _stories(record: Record, where: str, depth: int, faults: Faults) -> Iterator[Found]:
    """The texts an item was sent with; pictures are its photos, and names only names."""
    for each in associations_of(record):
        has_body = any(key == "bodies" or key.startswith("body_") for key in each)
        if kind_of(each) in ("text", "composite", "") and has_body:
            yield from _item(each, text_at(each, "uri") or where, depth + 1, faults)


def _refused(record: Record) -> Message | None:
    """Why an item is no news: withdrawn, or a plan."""
    status = text_at(record, "pubstatus").lower()
    if status in _RETRACTED:
        return message("its provider has withdrawn it ({status})", status=status)
    if kind_of(record) in _PLANS:
        return message("it is an event or a plan of ninjs, not news")
    return None
