"""Points in long compressed members from which unpacking may go on.

A file that is one gzip member has no other way back than its beginning, and a photo
is often wanted long after its record has gone by.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from desktop_app.importing.web_archives.inflaters import Inflater, Zlib

_EVERY = 4 << 20  # unpacked bytes between two marks, doubled whenever there are too many
_MOST = 256  # marks: some 10 MB


@dataclass(frozen=True, slots=True)
class Mark:
    """After `unpacked` bytes of `member` the inflater goes on at `packed` in the file."""

    member: int
    unpacked: int
    packed: int
    inflater: Zlib


class Marks:
    """The marks of one file, made in its first reading."""

    def __init__(self) -> None:
        """None yet."""
        self._marks: list[Mark] = []
        self._every = _EVERY

    def note(self, member: int, unpacked: int, packed: int, inflater: Inflater) -> None:
        """Keep a mark, if the last lies far enough back."""
        last = self._marks[-1] if self._marks else Mark(member, 0, 0, Zlib())
        if (member, unpacked) < (last.member, last.unpacked):
            return
        if unpacked - (last.unpacked if last.member == member else 0) < self._every:
            return
        copy = inflater.copied()
        if isinstance(copy, Zlib):
            self._marks.append(Mark(member, unpacked, packed, copy))
        if len(self._marks) > _MOST:
            self._marks = self._marks[1::2]
            self._every *= 2

    def before(self, member: int, unpacked: int) -> Mark | None:
        """The last mark not after `unpacked` bytes of `member`, ready to go on."""
        at = bisect_right(self._marks, (member, unpacked), key=lambda m: (m.member, m.unpacked))
        if at == 0 or self._marks[at - 1].member != member:
            return None
        mark = self._marks[at - 1]
        return Mark(member, mark.unpacked, mark.packed, mark.inflater.copied())
