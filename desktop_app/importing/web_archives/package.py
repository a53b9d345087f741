"""The files of a WACZ: its WARCs, its lists of pages, and its own description."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.importing.raw import Failed
from desktop_app.importing.web_archives.damage import Damaged
from desktop_app.importing.web_archives.page_list import MAX_LINE, PageList
from desktop_app.importing.web_archives.recognition import begins_records, is_archive_name
from desktop_app.importing.web_archives.region import Region
from desktop_app.importing.web_archives.zip_members import Member, zip_members
from desktop_app.messages import message

_PIECE = 1 << 20
_HEAD = 1 << 16
_MAX_JSON = 64 << 20  # bytes of a description; a hundred thousand files take 30 MB
_PAGES = re.compile(r"(?:^|/)pages/[^/]+\.jsonl$|(?:^|/)(?:extra)?pages\.jsonl$", re.IGNORECASE)
_ARCHIVE = re.compile(r"(?:^|/)archive/[^/]+$")


@dataclass(frozen=True, slots=True)
class Package:
    """A WACZ; `whole` says whether the directory of its ZIP is."""

    path: Path
    members: Sequence[Member]
    whole: bool

    @classmethod
    def of(cls, path: Path) -> Package:
        """The package at `path`; raises `OSError`."""
        return cls(path, *zip_members(path))

    def find(self, name: str) -> Member | None:
        """The member called `name`, in the folder that all of the package lies in."""
        return next((each for each in self.members if each.name == self.root + name), None)

    @property
    def root(self) -> str:
        """The folder in the ZIP that holds the package: "" or one with a slash at its end."""
        description = "datapackage.json"
        names = sorted(
            (each.name for each in self.members if each.name.endswith(description)), key=len
        )
        return names[0].removesuffix(description) if names else ""

    def regions(self) -> tuple[Region, ...]:
        """Its WARC and ARC files, by what they hold."""
        return tuple(
            member.region
            for member in self.members
            if member.region is not None
            and (_ARCHIVE.search(member.name) or is_archive_name(member.name))
            and _holds_records(member)
        )

    def page_list(self) -> tuple[PageList, list[Failed]]:
        """The pages it lists, and which lists cannot be read."""
        listed, faults = PageList(), []
        for member in self.members:
            if member.region is not None and _PAGES.search(member.name):
                try:
                    wrong = listed.add_lines(_lines(member.region))
                except Damaged as damaged:
                    faults.append(Failed(member.name, damaged.reason))
                    continue
                if wrong:
                    reason = message(
                        "lines of the page list that cannot be read: {count}", count=wrong
                    )
                    faults.append(Failed(member.name, reason))
        return listed, faults

    def json(self, name: str) -> object:
        """What the member called `name` says; None where there is none, or it is no JSON."""
        content = self.content(name, _MAX_JSON)
        try:
            return json.loads(content) if content else None
        except (ValueError, RecursionError):
            return None

    def content(self, name: str, limit: int) -> bytes:
        """The member called `name`, empty where it is absent, broken or larger than `limit`."""
        member = self.find(name)
        if member is None or member.region is None:
            return b""
        content = b""
        try:
            for piece in pieces(member.region):
                content += piece
                if len(content) > limit:
                    return b""
        except Damaged:
            return b""
        return content


def pieces(region: Region) -> Iterator[bytes]:
    """The content of a region, about a megabyte at a time; raises `Damaged` and `OSError`."""
    window = region.open()
    try:
        while piece := window.read(_PIECE):
            yield piece
    finally:
        window.close()


def _lines(region: Region) -> Iterator[bytes]:
    """The lines of a region; one that is too long comes in parts."""
    rest = b""
    for piece in pieces(region):
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines
        if len(rest) > MAX_LINE:
            yield rest
            rest = b""
    yield rest


def _holds_records(member: Member) -> bool:
    """By the first bytes, or where these are broken by the name."""
    if is_archive_name(member.name) or member.region is None:
        return member.region is not None
    window = member.region.open()
    try:
        return begins_records(window.read(_HEAD))
    except Damaged:
        return False
    finally:
        window.close()
