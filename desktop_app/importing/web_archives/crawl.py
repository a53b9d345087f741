"""A web archive read for its pages: a first reading finds them, a second reads them.

The first goes over the heads of all records once, names what is broken and keeps where
pages and pictures lie; only then is it known what a revisit refers to and where the
pictures of the first page are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from desktop_app.importing.html.page import HtmlPage
from desktop_app.importing.raw import Failed, Found, Later, ReportBytes, Skipped
from desktop_app.importing.web_archives.addresses import key_of
from desktop_app.importing.web_archives.archived_page import ArchivedPage, read_archived
from desktop_app.importing.web_archives.archived_pdf import (
    MAX_PDF,
    ArchivedPdf,
    read_archived_pdf,
)
from desktop_app.importing.web_archives.archived_pictures import ArchivedPictures, base_of
from desktop_app.importing.web_archives.damage import Damaged, Place
from desktop_app.importing.web_archives.digest import differs
from desktop_app.importing.web_archives.http import Response, unpacked
from desktop_app.importing.web_archives.kinds import Kind, kind_of, response_of
from desktop_app.importing.web_archives.page_list import PageList
from desktop_app.importing.web_archives.record import Record
from desktop_app.importing.web_archives.records import HEAD, Entry, Fault, Records
from desktop_app.importing.web_archives.region import Region
from desktop_app.importing.web_archives.shelf import Shelf
from desktop_app.messages import Message, message

MAX_PAGE = 16 << 20  # bytes, with its encodings and without
_MOST_NAMED = 1000  # pieces of one kind in one archive
_STEP = 1 << 20  # bytes between two reports of how far the first reading is
# WARC 1.1, annex D: "each record is compressed separately"; without that no program can go
# to a record, and after a wrong byte all that follows is lost.
_COMPACT = message(
    "it is compressed as a whole, not record by record; what it holds was read all the same"
)
_FIRST = 0.2  # of the work is the first reading: it takes a hundredth, but shows that it goes on


class Crawl:
    """One web archive: the WARCs of a package, or one alone."""

    def __init__(self, regions: Sequence[Region], listed: PageList, size: int) -> None:
        """Read `regions`, all of one file of `size` bytes; `listed` are its listed pages."""
        self._shelf = Shelf(regions)
        self._listed = listed
        self._size = size
        self._total = sum(region.size for region in regions) or 1
        self._others = self._records = self._failed = self._repeated = 0
        self._bodies: set[int] = set()
        self._identities: set[int] = set()

    def read(self, report_bytes: ReportBytes) -> Iterator[Found | Later]:
        """Yield all pages and all that is wrong; raises `OSError`."""
        for number, region in enumerate(self._shelf.regions):
            yield from self._survey(number, region, report_bytes)
        yield from self._pages(report_bytes)
        yield from self._pdfs()
        yield from self._summary()
        report_bytes(self._size)

    def _survey(self, number: int, region: Region, report_bytes: ReportBytes) -> Iterator[Found]:
        """The first reading of file `number`."""
        try:
            stream = self._shelf.opened(number)
        except Damaged as damaged:
            yield Failed(region.name, damaged.reason)
            return
        told, compact = 0, False
        before = sum(each.size for each in self._shelf.regions[:number])
        for entry in Records(stream):
            if isinstance(entry, Fault):
                yield from self._named_failure(Failed(_where(region, entry.where), entry.reason))
            else:
                self._take(entry, number)
                if entry.record.place.skip and not compact:
                    compact = True
                    yield Failed(region.name, _COMPACT)
            done = before + min(stream.done, region.size)
            if done >= told + _STEP:
                told = done
                report_bytes(int(self._size * _FIRST * done / self._total))

    def _take(self, entry: Entry, number: int) -> None:
        """Keep what a record is."""
        record, shelf = entry.record, self._shelf
        self._records += 1
        if record.kind == "warcinfo":
            self._listed.add_warcinfo(entry.head)
        if record.kind in ("response", "revisit", "resource"):
            self._listed.find(record.address)
        kind = kind_of(record, entry.head)
        if entry.cut and kind in (Kind.PAGE, Kind.PICTURE):
            shelf.lengths[number, record.place] = record.length
        if kind in (Kind.PAGE, Kind.UNKNOWN):
            shelf.add_page(record, number)
        if kind is Kind.UNKNOWN or (kind is Kind.PICTURE and not entry.cut):
            shelf.add_picture(record, number)
        if kind in (Kind.PAGE, Kind.PICTURE) and record.kind != "revisit":
            shelf.add_payload(record, number)
        if kind is Kind.PDF and not entry.cut:
            shelf.add_pdf(record, number)
        self._others += kind in (Kind.OTHER, Kind.PICTURE)

    def _pages(self, report_bytes: ReportBytes) -> Iterator[Found | Later]:
        """The second reading: each page where it lies."""
        pages = self._shelf.pages
        for number in range(len(pages)):
            yield from self._page(*pages.at(number))
            report_bytes(int(self._size * (_FIRST + (1 - _FIRST) * (number + 1) / len(pages))))

    def _pdfs(self) -> Iterator[Found | Later]:
        """The documents, each captured content of an address once."""
        regions, pdfs = self._shelf.regions, self._shelf.pdfs
        for number, place in map(pdfs.at, range(len(pdfs))):
            found = self._shelf.block(number, place, MAX_PDF)
            if found is None:
                reason = message("it cannot be read again")
                yield from self._named_failure(Failed(f"@{place.offset}", reason))
                continue
            record, block = found
            where = _where(regions[number], record.where)
            if len(block) > MAX_PDF:
                yield from self._named_failure(Failed(where, _too_large(MAX_PDF)))
            elif self._is_new(record.address, response_of(record, block).body):
                pdf = ArchivedPdf(regions[number].alone(), place, where)
                yield Later(partial(read_archived_pdf, pdf))
            else:
                reason = message("it was captured again, unchanged")
                yield from self._named_repetition(Skipped(where, reason))

    def _page(self, number: int, place: Place) -> Iterator[Found | Later]:
        found = self._shelf.block(number, place, MAX_PAGE)
        if found is None:
            reason = message("it cannot be read again")
            yield from self._named_failure(Failed(f"@{place.offset}", reason))
            return
        record, block = found
        where = _where(self._shelf.regions[number], record.where)
        cut = (number, place) in self._shelf.lengths
        labelled = record.fields.get("warc-block-digest", "")
        if not cut and len(block) == record.length and differs(block, labelled):
            reason = message("it is not as its checksum says: changed or damaged")
            yield from self._named_failure(Failed(where, reason))  # and read all the same
        if record.kind == "revisit":
            original = self._shelf.resolved(record, MAX_PAGE)
            if original is None:
                yield from self._unresolved(where, response_of(record, block))
                return
            if kind_of(original[0], original[1][:HEAD]) is not Kind.PAGE:
                self._others += 1
                return
            found = original
        yield from self._judged(where, record, found, cut)

    def _judged(
        self, where: str, record: Record, found: tuple[Record, bytes], cut: bool
    ) -> Iterator[Found | Later]:
        """A page with its payload, unless there is a reason to pass it over."""
        response = response_of(*found)
        body = unpacked(response, MAX_PAGE)
        if max(len(body), len(found[1])) > MAX_PAGE:
            yield from self._named_failure(Failed(where, _too_large(MAX_PAGE)))
        elif cut and b"</html>" not in body[-4096:].lower():
            return  # named already; half a page would be taken for a whole one
        elif not self._is_new(record.address, body):
            reason = message("it was captured again, unchanged")
            yield from self._named_repetition(Skipped(where, reason))
        else:
            yield self._later(where, record, response, body)

    def _later(self, where: str, record: Record, response: Response, body: bytes) -> Later:
        listed = self._listed.find(record.address)
        page = HtmlPage(
            content=body,
            name=record.address or where,
            address=record.address,
            captured=record.captured,
            encoding=response.charset,
            identity=self._identity(record, body),
            part=record.id,
            offset=record.place.offset,
            where=where,
        )
        archived = ArchivedPage(page, *((listed.title, listed.text) if listed else ()))
        pictures = ArchivedPictures(self._shelf, base_of(record.address, body))
        return Later(partial(read_archived, archived), pictures)

    def _is_new(self, address: str, body: bytes) -> bool:
        key = key_of(address, body)
        if key in self._bodies:
            return False
        self._bodies.add(key)
        return True

    def _identity(self, record: Record, body: bytes) -> str:
        """The address and the time, and where these are those of another page the content."""
        identity = f"{record.address}\n{record.captured}"
        key = key_of(identity)
        if key in self._identities or not (record.address and record.captured):
            return f"{identity}\n{key_of(body):016x}"
        self._identities.add(key)
        return identity

    def _unresolved(self, where: str, response: Response) -> Iterator[Found]:
        """A revisit of what is not here: a page if it says so, else anything."""
        if response.status == 304 or response.type not in ("text/html", "application/xhtml+xml"):
            self._others += 1
            return
        reason = message("it refers to a capture that is not in this archive")
        yield from self._named_repetition(Skipped(where, reason))

    def _named_failure(self, failed: Failed) -> Iterator[Found]:
        """A failure, unless there were very many."""
        self._failed += 1
        if self._failed <= _MOST_NAMED:
            yield failed

    def _named_repetition(self, skipped: Skipped) -> Iterator[Found]:
        self._repeated += 1
        if self._repeated <= _MOST_NAMED:
            yield skipped

    def _summary(self) -> Iterator[Found]:
        """What has not been named one by one."""
        for address in self._listed.missing():
            reason = message("the archive lists this page but does not hold it")
            yield from self._named_failure(Failed(address, reason))
        if (more := self._failed - _MOST_NAMED) > 0:
            yield Failed("", message("further pieces that cannot be read: {count}", count=more))
        if (more := self._repeated - _MOST_NAMED) > 0:
            yield Skipped("", message("further captures that repeat others: {count}", count=more))
        if self._others:
            reason = message(
                "records that are no pages (pictures, style sheets, requests, errors): {count}",
                count=self._others,
            )
            yield Skipped("", reason)
        if not self._records:
            yield Failed("", message("not one record of it can be read"))


def _too_large(limit: int) -> Message:
    megabytes = limit >> 20
    return message("it is larger than {megabytes} MB, which no page is", megabytes=megabytes)


def _where(region: Region, where: str) -> str:
    return f"{region.name} {where}".strip()
