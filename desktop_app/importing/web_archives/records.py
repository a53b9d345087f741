"""All records of an archive file in order, and what lies between them that is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from desktop_app.importing.web_archives.damage import Damaged, Place
from desktop_app.importing.web_archives.record import (
    Record,
    arc_fields,
    arc_record,
    begins_warc,
    read_fields,
    warc_record,
)
from desktop_app.importing.web_archives.stream import Stream
from desktop_app.messages import Message, message

HEAD = 1 << 16  # bytes of a block that are handed over
_MAX_HEADER = 1 << 20
_MAX_TRIALS = 10_000  # things that look like a compressed member but are none
_MAX_AGAIN = 1 << 33  # bytes unpacked again because of wrong lengths
_WARC = re.compile(rb"WARC/\d")
_WARC_OR_ARC = re.compile(rb"WARC/\d| \d{8,20} \S")


@dataclass(frozen=True, slots=True)
class Fault:
    """A record that cannot be read, or bytes that are none.

    With `damaged` nothing more can be read of the compressed member it lies in.
    """

    place: Place
    address: str
    reason: Message
    damaged: bool = False

    @property
    def where(self) -> str:
        """How reports name it."""
        return f"@{self.place.offset} {self.address}".rstrip()


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, and the first 64 KiB of its block.

    With `cut` it is not sure that the block is all there; its length then is that of
    what there is, or more.
    """

    record: Record
    head: bytes
    cut: bool = False


class Records:
    """Reads the records of a stream. What is broken costs only itself."""

    def __init__(self, stream: Stream) -> None:
        """Read `stream` from its beginning."""
        self._stream = stream
        self._arc = False
        self._trials = 0

    def __iter__(self) -> Iterator[Entry | Fault]:
        """Yield each record or fault, in the order of the file; raises `OSError`."""
        following = self._guarded(self._next)
        while following is not None:
            if isinstance(following, Fault):
                yield following
                damaged = following.damaged
                following = self._after_damage() if damaged else self._guarded(self._found)
            else:
                pieces, following = self._whole(following)
                yield from pieces

    def at(self, place: Place) -> Record | None:
        """The record that begins at `place`, its block the next of the stream.

        Raises `Damaged` and `OSError`.
        """
        self._stream.seek(place)
        while (line := self._stream.readline()) and not line.strip(b"\r\n \t\0"):
            pass
        if begins_warc(line):
            return warc_record(place, self._fields())
        return arc_record(place, line)

    def _guarded(self, read: Callable[[], Record | Fault | None]) -> Record | Fault | None:
        try:
            return read()
        except Damaged as damaged:
            return Fault(Place(self._stream.reached().member), "", damaged.reason, True)

    def _whole(self, record: Record) -> tuple[list[Entry | Fault], Record | Fault | None]:
        """What there is to say of `record`, and what follows it.

        Its length is right if a record, or the end of the file, follows. Else the next
        record is looked for from its block on.
        """
        head = bytearray()
        try:
            block = self._stream.place()
            there = self._block(record.length, head)
        except Damaged as damaged:
            fault = Fault(record.place, record.address, damaged.reason)
            kept = [Entry(record, bytes(head), True)] if damaged.cut else []
            return [*kept, fault], self._after_damage()
        end, entry = self._stream.reached(), Entry(record, bytes(head))
        stray = self._guarded(self._next) if there == record.length else None
        if there == record.length and not (isinstance(stray, Fault) and not stray.damaged):
            return [entry], stray
        found = self._searched(block, there, head)
        if isinstance(stray, Fault) and (found is None or not _before(found.place, end)):
            same = isinstance(found, Fault) and found.place == stray.place
            return [entry] if same else [entry, stray], found
        reason = message("it is cut off") if found is None else message("its length is wrong")
        length = there if found is None else _between(block, found.place, there)
        shorter = replace(record, length=length)
        fault = Fault(record.place, record.address, reason)
        return [Entry(shorter, bytes(head[:length]), True), fault], found

    def _searched(self, block: Place, there: int, head: bytearray) -> Record | Fault | None:
        """The next record from `block` on, of which `there` bytes have been read."""
        may_be_within = there > len(head) or self._mark.search(head)
        if may_be_within and self._stream.again <= _MAX_AGAIN:
            try:
                self._stream.seek(block)
            except Damaged:
                return self._after_damage()
        return self._guarded(self._found)

    @property
    def _mark(self) -> re.Pattern[bytes]:
        """What every record has at its beginning."""
        return _WARC_OR_ARC if self._arc else _WARC

    def _block(self, length: int, head: bytearray) -> int:
        """Pass over a block, its beginning into `head`; gives how many bytes there are.

        A member that begins with a record ends the block before it, whatever its length.
        """
        there = 0
        while there < length:
            if self._stream.begins_member() and begins_warc(_line(self._stream.peek(32))):
                break
            if len(head) < HEAD:
                piece = self._stream.read_some(min(HEAD - len(head), length - there))
                head += piece
                step = len(piece)
            else:
                step = self._stream.skip_some(length - there)
            if not step:
                break
            there += step
        return there

    def _next(self) -> Record | Fault | None:
        """The head at this place, white space before it passed over; None at the end."""
        while True:
            self._stream.skip_blank()
            place = self._stream.place()
            line = self._stream.readline()
            if not line:
                return None
            if not line.strip(b"\0"):  # what disks fill up with
                continue
            if head := self._head(place, line):
                return head
            self._stream.unread(len(line))
            return Fault(place, "", message("what stands here is part of no record"))

    def _found(self) -> Record | Fault | None:
        """The next head from here on, wherever it begins."""
        while self._stream.search(self._mark, self._arc):
            place = self._stream.reached()
            line = self._stream.readline(within=True)
            at = max(0, line.rfind(b"WARC/"))
            if at and self._stream.packed:
                place = Place(place.member, place.skip + at)
            elif at:
                place = Place(place.member + at)
            if head := self._head(place, line[at:]):
                return head
        return None

    def _head(self, place: Place, line: bytes) -> Record | Fault | None:
        """The head whose first line is `line`; None where it is none."""
        if begins_warc(line):
            lines = self._fields()
            address = read_fields(lines).get("warc-target-uri", "")
            if not any(each.lower().startswith(b"warc-") for each in lines):
                return None
            return warc_record(place, lines) or _unreadable(place, address)
        if self._arc or line.startswith(b"filedesc:"):
            fields = arc_fields(line)
            self._arc = self._arc or fields is not None
            return arc_record(place, line) or (_unreadable(place, fields[0]) if fields else None)
        return None

    def _fields(self) -> list[bytes]:
        """The lines up to the blank one that ends a head."""
        lines: list[bytes] = []
        size = 0
        while size < _MAX_HEADER and (line := self._stream.readline()).strip():
            lines.append(line)
            size += len(line)
        return lines

    def _after_damage(self) -> Record | Fault | None:
        """The first head in a later member."""
        while self._trials < _MAX_TRIALS and self._stream.next_member():
            self._trials += 1
            try:
                if head := self._found():
                    return head
            except Damaged:
                continue
        return None


def _line(data: bytes) -> bytes:
    return data[: data.find(b"\n") + 1]


def _between(block: Place, end: Place, there: int) -> int:
    """The bytes from `block` to `end`, or those that were there where members part them."""
    if block.skip or end.skip or block.member != end.member:
        apart = block.member != end.member and (block.skip or end.skip)
        return there if apart else end.offset - block.offset
    return 0


def _before(one: Place, other: Place) -> bool:
    return (one.member, one.skip) < (other.member, other.skip)


def _unreadable(place: Place, address: str) -> Fault:
    return Fault(place, address, message("its header cannot be read"))
