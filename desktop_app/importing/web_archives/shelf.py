"""The files of one web archive, and any record of them that is asked for."""

from __future__ import annotations

import weakref
from collections.abc import Sequence

from desktop_app.importing.web_archives.addresses import key_of, normal, without_query
from desktop_app.importing.web_archives.damage import Damaged, Place
from desktop_app.importing.web_archives.place_index import PlaceIndex
from desktop_app.importing.web_archives.record import Record, iso_time
from desktop_app.importing.web_archives.records import Records
from desktop_app.importing.web_archives.region import Region
from desktop_app.importing.web_archives.stream import Stream


class Shelf:
    """Files of records with what a first reading has found in them.

    `payloads` leads from a record's id, its address and time, or its payload's digest to
    a page or a picture; `pictures` from an address to a picture. Files are opened when
    needed, and closed with the shelf.
    """

    def __init__(self, regions: Sequence[Region]) -> None:
        """Hold `regions`."""
        self.regions = regions
        self.pages = PlaceIndex()
        self.pdfs = PlaceIndex()
        self.pictures = PlaceIndex()
        self.payloads = PlaceIndex()
        self.lengths: dict[tuple[int, Place], int] = {}
        self._streams: dict[tuple[int, bool], Stream] = {}

    def opened(self, source: int) -> Stream:
        """File number `source` at its beginning; closed with the shelf. Raises `OSError`.

        Raises `Damaged` where not even its beginning can be read.
        """
        region = self.regions[source]
        window = region.open()
        weakref.finalize(self, window.close)
        return Stream(window, region.member_marks)

    def _stream(self, source: int, aside: bool) -> Stream:
        """The stream that goes from page to page, or the one `aside` for all else."""
        if (source, aside) not in self._streams:
            self._streams[source, aside] = self.opened(source)
        return self._streams[source, aside]

    def add_page(self, record: Record, source: int) -> None:
        """Keep where a page lies."""
        self.pages.add(key_of("page", record.address), source, record.place)

    def add_pdf(self, record: Record, source: int) -> None:
        """Keep where a PDF document lies."""
        self.pdfs.add(key_of("pdf", record.address), source, record.place)

    def add_picture(self, record: Record, source: int) -> None:
        """Keep where a picture lies, by its address with and without its query."""
        address = normal(record.address)
        for name in dict.fromkeys((address, without_query(address))):
            self.pictures.add(key_of("picture", name), source, record.place)

    def add_payload(self, record: Record, source: int) -> None:
        """Keep what a revisit may refer to `record` by."""
        for key in payload_keys(
            record.id,
            record.address,
            record.captured,
            record.fields.get("warc-payload-digest", ""),
        ):
            self.payloads.add(key, source, record.place)

    def block(
        self, source: int, place: Place, limit: int, aside: bool = False
    ) -> tuple[Record, bytes] | None:
        """The record at `place` and at most `limit` + 1 bytes of its block.

        A block that is cut off gives what there is; None where nothing can be read.
        """
        record, block = None, bytearray()
        try:
            stream = self._stream(source, aside)
            record = Records(stream).at(place)
            if record is None:
                return None
            length = self.lengths.get((source, place), record.length)
            while len(block) < min(length, limit + 1):
                piece = stream.read_some(min(length, limit + 1) - len(block))
                if not piece:
                    break
                block += piece
        except Damaged:
            return (record, bytes(block)) if record and block else None
        return record, bytes(block)

    def resolved(self, record: Record, limit: int) -> tuple[Record, bytes] | None:
        """The record that the revisit `record` refers to, and its block, where it is here."""
        fields = record.fields
        keys = payload_keys(
            fields.get("warc-refers-to", "").strip().strip("<>"),
            fields.get("warc-refers-to-target-uri", "").strip().strip("<>"),
            iso_time(fields.get("warc-refers-to-date", "")),
            fields.get("warc-payload-digest", ""),
        )
        for key in keys:
            for source, place in self.payloads.find(key):
                found = self.block(source, place, limit, aside=True)
                if found is not None and found[0].kind != "revisit":
                    return found
        return None


def payload_keys(id_: str, address: str, captured: str, digest: str) -> list[int]:
    """The names a payload may be referred to by, the surest first."""
    keys = []
    if id_:
        keys.append(key_of("id", id_))
    if address and captured:
        keys.append(key_of("capture", normal(address), captured))
    if digest:
        keys.append(key_of("digest", digest.strip().lower()))
    return keys
