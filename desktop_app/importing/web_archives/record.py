"""The head of one record: of WARC 0.17 to 1.1 (ISO 28500), and of ARC 1 and 2.

Sources: ISO 28500:2017, sections 4 to 6; "ARC File Format" (Internet Archive, 1996).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.importing.page import tidy
from desktop_app.importing.web_archives.damage import Place

_VERSION = re.compile(rb"WARC/\d{1,2}\.\d{1,3}[ \t]*\r?\n\Z")
_SCHEME = re.compile(rb"[A-Za-z][A-Za-z0-9+.-]*:\S")
_ARC_DATE = re.compile(rb"\d{8,20}\Z")
_FIELD = re.compile(r"([!-9;-~]+)\s*:\s*(.*)", re.DOTALL)
_TIME = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d):?(\d\d)(\.\d+)?")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


@dataclass(frozen=True, slots=True)
class Record:
    """The head of a record; `length` is that of the block which follows, in bytes.

    `kind` is the WARC-Type in small letters, "response" in ARC files; `fields` have
    their names in small letters.
    """

    place: Place
    kind: str
    length: int
    fields: Mapping[str, str]

    @property
    def address(self) -> str:
        """The target URI; wget 1.19 and others write it in angle brackets."""
        return tidy(self.fields.get("warc-target-uri", "")).removeprefix("<").removesuffix(">")

    @property
    def captured(self) -> str:
        """When it was captured, an ISO time in UTC, or ""."""
        return iso_time(self.fields.get("warc-date", ""))

    @property
    def id(self) -> str:
        """The record's own id, without its brackets; "" where it has none."""
        return self.fields.get("warc-record-id", "").strip().strip("<>")

    @property
    def where(self) -> str:
        """How reports name it."""
        return f"@{self.place.offset} {self.address}".rstrip()


def iso_time(text: str) -> str:
    """A WARC-Date, or the digits of an ARC date or a page list, as one kind of ISO time."""
    if match := _TIME.match(text.strip()):
        return "{}-{}-{}T{}:{}:{}{}Z".format(*match.groups(default=""))
    match = _DAY.match(text.strip())
    return "-".join(match.groups()) if match else ""


def begins_warc(line: bytes) -> bool:
    """Whether `line`, with its end, is the first of a WARC record."""
    return _VERSION.match(line) is not None


def arc_fields(line: bytes) -> tuple[str, str, str, str] | None:
    """Address, date, type and length in the head of an ARC record; None where `line` is none.

    Addresses may have blanks, so the date is looked for; ARC 2 has five more fields
    between the type and the length, which stands last.
    """
    if not _SCHEME.match(line):
        return None
    words = line.strip(b"\r\n\t ").split(b" ")
    at = next((n for n, word in enumerate(words) if n >= 2 and _ARC_DATE.match(word)), 0)
    if not at or len(words) < at + 3:
        return None
    address = _text(b" ".join(words[: at - 1]))
    return address, _text(words[at]), _text(words[at + 1]), _text(words[-1])


def warc_record(place: Place, lines: list[bytes]) -> Record | None:
    """The record whose lines after the first are `lines`; None where they are no head."""
    fields = read_fields(lines)
    length = _length(fields.get("content-length", ""))
    if length is None or "warc-type" not in fields:
        return None
    return Record(place, fields["warc-type"].strip().lower(), length, fields)


def arc_record(place: Place, line: bytes) -> Record | None:
    """The record that `line` is the head of; None where its length is none."""
    found = arc_fields(line)
    length = _length(found[3]) if found else None
    if found is None or length is None:
        return None
    address, date, type_, _ = found
    kind = "filedesc" if address.startswith("filedesc:") else "response"
    fields = {"warc-target-uri": address, "warc-date": date, "content-type": type_}
    return Record(place, kind, length, fields)


def read_fields(lines: list[bytes]) -> dict[str, str]:
    """Header fields, names in small letters, folded lines joined, of several the first."""
    joined: list[str] = []
    for line in map(_text, lines):
        if line[:1] in (" ", "\t") and joined:
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
    fields: dict[str, str] = {}
    for line in joined:
        if match := _FIELD.match(line):
            fields.setdefault(match[1].lower(), match[2])
    return fields


def _length(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


def _text(line: bytes) -> str:
    """UTF-8 as WARC has it, else byte by byte."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")
