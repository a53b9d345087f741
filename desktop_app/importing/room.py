"""How much one source may unpack to, all containers inside it together.

A bomb is small and unpacks to much, by compression, by members that share their bytes, or
by containers in containers. All of them write more than any text compresses to, so what
is written is held against the size of the outermost file, whatever lies between.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import BeilinError
from desktop_app.messages import message

MIB = 1024 * 1024
GIB = 1024 * MIB
_LOOK_EVERY = 64 * MIB  # written bytes between two looks at the disk


class Full(BeilinError):
    """No more may be unpacked; what is unpacked stays."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that is unpacked; bytes but for `members` and `ratio`.

    English text compresses to a fifth, tables and logs to a fiftieth; DEFLATE's limit is
    a thousandth. Up to `unasked` bytes the ratio does not count: the smallest files of
    all compress oddly well and harm nobody. `reserve` is left free on the disk.
    """

    total: int = 256 * GIB
    member: int = 32 * GIB
    members: int = 300_000
    ratio: int = 250
    unasked: int = 64 * MIB
    reserve: int = 512 * MIB


@dataclass(slots=True)
class Room:
    """What a source of `size` bytes has unpacked so far in `folder`'s file system."""

    size: int
    bounds: Bounds = Bounds()
    written: int = 0
    members: int = 0
    _looked: int = -1

    def take_member(self) -> None:
        """Count a member; raises `Full`."""
        self.members += 1
        if self.members > self.bounds.members:
            raise Full(
                message(
                    "it holds more than {count} files; what came before was read, "
                    "unpack the rest by hand",
                    count=self.bounds.members,
                )
            )

    def take(self, count: int, folder: Path) -> None:
        """Count bytes about to be written in `folder`; raises `Full`."""
        self.written += count
        allowed = max(self.size * self.bounds.ratio, self.bounds.unasked)
        if self.written > min(allowed, self.bounds.total):
            raise Full(
                message(
                    "it unpacks to far more than its size, as a zip bomb does; what came before "
                    "was read, unpack it by hand if you trust it"
                )
            )
        if self._looked < 0 or self.written - self._looked >= _LOOK_EVERY:
            self._looked = self.written
            if shutil.disk_usage(folder).free < self.bounds.reserve + count:
                raise no_room()


def no_room() -> Full:
    """What is said where the disk is full."""
    return Full(
        message(
            "the disk of the archive has no room to unpack it; what came before was read, "
            "make room and import again"
        )
    )
