"""XML files of no kind Beilin reads: named, so that nobody wonders where they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.importing.raw import Found, ReportBytes, Skipped
from desktop_app.importing.wire.xml_head import root_of
from desktop_app.messages import message

_HEAD = 64 * 1024


class OtherXml:
    """XML that none of the formats before has recognised."""

    name = "other_xml"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By its XML declaration, or its name."""
        declared = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml")
        return (declared or path.suffix.lower() == ".xml") and root_of(head) is not None

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Say what it is."""
        with path.open("rb") as stream:
            root = root_of(stream.read(_HEAD))
        name = root.name if root else ""
        yield Skipped(
            "", message("it is XML of a kind Beilin does not read (root element {name})", name=name)
        )
        report_bytes(path.stat().st_size)
