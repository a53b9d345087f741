"""WARC and ARC files: the pages of a crawl as they came from the web, with their pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.importing.raw import Found, Later, ReportBytes
from desktop_app.importing.web_archives.crawl import Crawl
from desktop_app.importing.web_archives.page_list import PageList
from desktop_app.importing.web_archives.recognition import is_web_archive
from desktop_app.importing.web_archives.region import Region


class WebArchive:
    """WARC 0.17 to 1.1 and ARC, plain or compressed with gzip or zstd."""

    name = "web_archive"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the first record's first line; where that is damaged by another, and the name."""
        return is_web_archive(path.name, head)

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found | Later]:
        """Yield the pages, and what is broken."""
        region = Region.of(path)
        yield from Crawl((region,), PageList(), region.size).read(report_bytes)
