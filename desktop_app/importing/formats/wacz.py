"""WACZ: web archives in a ZIP with a list of their pages and of the files' checksums.

Source: "Web Archive Collection Zipped", version 1.1.1, of the Webrecorder project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.errors import ImportFailure
from desktop_app.importing.raw import Found, Later, ReportBytes
from desktop_app.importing.web_archives.crawl import Crawl
from desktop_app.importing.web_archives.package import Package
from desktop_app.importing.web_archives.package_check import check_package
from desktop_app.importing.web_archives.zip_members import LOCAL, member_names
from desktop_app.messages import message

_WARC = re.compile(r"(?:^|/)archive/[^/]+\.w?arc(?:\.gz|\.zst)?$")
_PARTS = re.compile(r"(?:^|/)(?:archive|indexes|pages)/[^/]+$")
_DESCRIPTION = re.compile(r"^(?:[^/]+/)?datapackage\.json$")


class Wacz:
    """Web archives with their list of pages; invalid ones as far as they go."""

    name = "wacz"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the files in the ZIP; where its directory is lost, by those at its head."""
        if not head.startswith(LOCAL):
            return False
        names = member_names(path, head)
        described = any(_DESCRIPTION.match(name) for name in names)
        return any(map(_WARC.search, names)) or (described and any(map(_PARTS.search, names)))

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found | Later]:
        """Yield what is wrong with the package, then the pages and what is broken in them."""
        package = Package.of(path)
        yield from check_package(package, report_bytes)
        listed, faults = package.page_list()
        yield from faults
        regions = package.regions()
        if not regions:
            raise ImportFailure(message("{path} has no WARC in it, and so no page", path=path))
        yield from Crawl(regions, listed, path.stat().st_size).read(report_bytes)
