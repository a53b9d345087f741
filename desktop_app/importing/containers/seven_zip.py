""".7z files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.child import Child
from desktop_app.importing.containers.seven_zip_reader import News, SevenZipReader
from desktop_app.importing.raw import Found, ReportBytes
from desktop_app.importing.room import Room
from desktop_app.messages import message
from desktop_app.workers import TaskLost

_MAGIC = b"7z\xbc\xaf\x27\x1c"
_WAIT = 0.2  # seconds between two looks
_PATIENCE = 600  # looks without any progress
_MEMORY = 3 * 1024**3  # bytes of address space: 7z's ultra setting needs 64 MiB


class SevenZip:
    """What 7-Zip packs, in whichever of its methods py7zr knows."""

    name = "7z"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the first bytes."""
        return head.startswith(_MAGIC)

    def unpack(
        self, path: Path, folder: Path, room: Room, report_bytes: ReportBytes
    ) -> Iterator[Found]:
        """Unpack in another process; raises `ImportFailure`, and `TaskLost` where it dies."""
        child = Child(SevenZipReader, path, folder, room, memory=_MEMORY)
        try:
            for news in _news(child):
                room.written, room.members = news.room.written, news.room.members
                report_bytes(news.read)
                yield from news.pieces
        finally:
            child.close()


def _news(child: Child) -> Iterator[News]:
    """How far it is, again and again to the end."""
    before, waited = (-1, -1), 0
    while True:
        news: News = child.ask("news", _WAIT)
        yield news
        if news.finished:
            return
        now = (news.read, news.room.written)
        waited = waited + 1 if now == before else 0
        if waited > _PATIENCE:
            raise TaskLost(message("it took too long to read"))
        before = now
