"""The unpacked bytes of an archive file, member after member, each with its place."""

from __future__ import annotations

import re

from desktop_app.importing.web_archives.damage import Damaged, Place
from desktop_app.importing.web_archives.dictionary import read_dictionary, skippable
from desktop_app.importing.web_archives.inflaters import GZIP, ZSTD, Inflater, Plain, Zlib, Zstd
from desktop_app.importing.web_archives.marks import Marks
from desktop_app.importing.web_archives.region import Window
from desktop_app.messages import message

_CHUNK = 1 << 16
MAX_LINE = 1 << 16
_KEPT = 1 << 13  # bytes before a piece in which something searched for may begin
_FARTHEST = 1 << 29  # bytes unpacked again to get to a place
# No archive unpacks to more than this many times its size, and what does would take days.
_MOST_TIMES = 200
_FREE = 1 << 27  # bytes unpacked before that counts
_BLANK = re.compile(rb"[\r\n\t ]*")


class Stream:
    """A file of records: plain, or gzip or zstd members one after the other.

    All that reads may raise `Damaged`, after which only `seek` and `next_member` help,
    and `OSError`. `again` is how many bytes have been unpacked to get to places.
    """

    def __init__(self, raw: Window, marks: Marks) -> None:
        """Begin at the first byte; `marks` are kept in long members, and used."""
        self.again = 0
        self._raw = raw
        self._marks = marks
        self._inflater: Inflater | None = None
        self._pending = self._buffer = b""
        self._member = self._unpacked = self._at = 0
        self._taken = self._made = 0  # bytes, packed and unpacked
        self._dictionary = read_dictionary(raw)
        raw.seek(0)
        self.packed = raw.read(4).startswith((GZIP, ZSTD)) or self._dictionary is not None
        self._start(0)

    @property
    def done(self) -> int:
        """How many bytes of the file stand before those read last."""
        return self._raw.tell()

    def seek(self, place: Place) -> None:
        """Go to a place this or another stream of the same file has been at."""
        now = self.reached()
        ahead = self._inflater is not None and now.member == place.member
        if not (self.packed and place.skip and ahead and now.skip <= place.skip):
            self._start(place.member)
            ahead = False
        mark = self._marks.before(place.member, place.skip) if place.skip else None
        if mark is not None and mark.unpacked > self.reached().skip:
            self._raw.seek(mark.packed)
            self._buffer = self._pending = b""
            self._inflater, self._unpacked, self._at = mark.inflater, mark.unpacked, 0
        left = place.skip - self.reached().skip if self.packed else 0
        if left > _FARTHEST and not ahead:
            raise Damaged(message("it lies too far within what is compressed as a whole"))
        self.again += left
        self.skip(left)

    def place(self) -> Place:
        """Where the next byte lies, at the end of the file how long it is."""
        self._more()
        return self.reached()

    def reached(self) -> Place:
        """Where the last byte read ends, without looking at what follows."""
        skip = self._unpacked - len(self._buffer) + self._at
        return Place(self._member, skip) if self.packed else Place(self._member + skip)

    def begins_member(self) -> bool:
        """Whether the next byte is the first of a compressed member."""
        return self.packed and self._more() and self._unpacked == len(self._buffer) and not self._at

    def peek(self, size: int) -> bytes:
        """Up to `size` of the next bytes: fewer where the member or the piece ends."""
        self._more()
        return self._buffer[self._at : self._at + size]

    def read_some(self, size: int) -> bytes:
        """Up to `size` bytes, none only at the end."""
        data = self.peek(size)
        self._at += len(data)
        return data

    def skip_some(self, size: int) -> int:
        """Pass over up to `size` bytes; gives how many, 0 only at the end."""
        if not self.packed and self._at >= len(self._buffer) and (leapt := self._leap(size)):
            return leapt
        if not self._more():
            return 0
        step = min(size, len(self._buffer) - self._at)
        self._at += step
        return step

    def skip(self, size: int) -> None:
        """Pass over `size` bytes, or as many as there are."""
        while size > 0 and (step := self.skip_some(size)):
            size -= step

    def readline(self, within: bool = False) -> bytes:
        """The next line with its end, or the first 64 KiB of a longer one.

        With `within` a line ends where its compressed member does.
        """
        line = b""
        while (
            len(line) < MAX_LINE and self._more() and not (within and line and self.begins_member())
        ):
            most = self._at + MAX_LINE - len(line)
            end = self._buffer.find(b"\n", self._at, most) + 1
            stop = end or min(len(self._buffer), most)
            line += self._buffer[self._at : stop]
            self._at = stop
            if end:
                break
        return line

    def unread(self, size: int) -> None:
        """Go back by `size` bytes that have just been read, as far as they are still here."""
        self._at = max(0, self._at - size)

    def skip_blank(self) -> None:
        """Pass over white space."""
        while self._more():
            match = _BLANK.match(self._buffer, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._buffer):
                return

    def search(self, pattern: re.Pattern[bytes], line: bool = False) -> bool:
        """Go to the next match of `pattern`, with `line` to the beginning of its line.

        False at the end. A match is found where it lies in one member.
        """
        if not self._more():
            return False
        floor = self._at
        while True:
            if match := pattern.search(self._buffer, self._at):
                begin = self._buffer.rfind(b"\n", floor, match.start()) + 1
                self._at = (begin or floor) if line else match.start()
                return True
            if not self._extend(min(_KEPT, len(self._buffer) - floor)):
                return False
            floor = 0

    def _extend(self, keep: int) -> bool:
        """Let the next piece follow the last `keep` bytes of this, if both are of one member."""
        tail = self._buffer[len(self._buffer) - keep :]
        self._at = len(self._buffer)
        if self._inflater is None:
            return self._more()
        if not self._fill():
            return False
        if not self._buffer:
            return self._more()
        self._buffer = tail + self._buffer
        return True

    def next_member(self) -> bool:
        """Go on at the next thing that looks like a compressed member; False where none is.

        For after `Damaged`. What looks like one need not be one.
        """
        if not self.packed or self._swells:
            return False
        at = self._member + 1
        while True:
            self._raw.seek(at)
            data = self._raw.read(_CHUNK)
            found = [n for magic in (GZIP + b"\x08", ZSTD) if (n := data.find(magic)) >= 0]
            if found:
                self._start(at + min(found))
                return True
            if len(data) < 4:
                return False
            at += len(data) - 3

    def _start(self, offset: int) -> None:
        """Let the member at `offset` come next."""
        self._raw.seek(offset)
        self._member, self._unpacked, self._at = offset, 0, 0
        self._buffer = self._pending = b""
        self._inflater = None if self.packed else Plain()

    def _leap(self, size: int) -> int:
        """Pass over up to `size` bytes of a plain file without reading them."""
        begin = self._raw.tell()
        size = min(size, max(0, self._raw.size - begin))
        if size <= _CHUNK:
            return 0
        self._start(begin + size)
        return size

    def _more(self) -> bool:
        """Whether there is a next byte, the buffer filled with it."""
        while self._at >= len(self._buffer):
            if self._inflater is None and not self._begin():
                return False
            if not self._fill():
                return False
        return True

    def _fill(self) -> bool:
        """Unpack the next piece; False at the end of a plain file."""
        assert self._inflater is not None
        if not self._pending:
            self._pending = self._raw.read(_CHUNK)
            self._taken += len(self._pending)
        at_end = not self._pending
        self._buffer, self._pending = self._inflater.unpack(self._pending)
        self._at = 0
        self._unpacked += len(self._buffer)
        self._made += len(self._buffer)
        if self._swells:
            raise Damaged(message("it unpacks to far more than any compressed file does"))
        if self._inflater.ended:
            self._inflater = None
            return True
        packed = self._raw.tell() - len(self._pending)
        self._marks.note(self._member, self._unpacked, packed, self._inflater)
        if at_end and not self._buffer:
            if self.packed:
                raise Damaged(message("its compressed content is cut off"), True)
            return False
        return True

    @property
    def _swells(self) -> bool:
        """Whether this is a bomb rather than an archive."""
        return self._made > max(_FREE, _MOST_TIMES * self._taken)

    def _begin(self) -> bool:
        """Begin the next compressed member; False at the end of the file."""
        self._buffer, self._at, self._unpacked = b"", 0, 0
        while True:
            if len(self._pending) < 8:
                self._pending += (more := self._raw.read(_CHUNK))
                self._taken += len(more)
            # Tapes and disks fill up with zeros.
            self._pending = self._pending.lstrip(b"\0")
            self._member = self._raw.tell() - len(self._pending)
            if not self._pending:
                if not (more := self._raw.read(_CHUNK)):
                    return False
                self._pending = more
            elif size := skippable(self._pending):
                self._raw.seek(self._member + size)
                self._pending = b""
            else:
                self._inflater = self._inflater_for(self._pending)
                return True

    def _inflater_for(self, data: bytes) -> Inflater:
        if data.startswith(GZIP):
            return Zlib()
        if data.startswith(ZSTD):
            return Zstd(self._dictionary)
        raise Damaged(message("what follows it is not compressed as the rest is"))
