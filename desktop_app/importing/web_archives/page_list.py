"""The pages an archive lists itself: with their titles, and their text as it was shown.

WACZ 1.1.1 has them as JSON lines (section 5.1.3), Webrecorder's WARCs in their warcinfo.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.importing.page import tidy
from desktop_app.importing.web_archives.addresses import normal

MAX_LINE = 4 << 20
_MOST = 200_000  # pages; others are read, but not by their listed titles
_MAX_TITLE = 500
_MAX_TEXT = 200_000  # characters of one page
_MAX_TEXTS = 32_000_000
_METADATA = re.compile(rb"^json-metadata:[ \t]*(\{.*\})[ \t]*\r?$", re.MULTILINE)


@dataclass(slots=True)
class Listed:
    """A listed page; `met` once the archive is found to have something at its address."""

    address: str
    title: str
    text: str
    demanded: bool
    met: bool = False


class PageList:
    """All pages an archive lists, by address."""

    def __init__(self) -> None:
        """Empty."""
        self._pages: dict[str, Listed] = {}
        self._texts = 0

    def add_lines(self, lines: Iterable[bytes]) -> int:
        """Take the lines of a pages.jsonl; gives how many are no JSON objects."""
        wrong = 0
        for line in lines:
            if line.strip():
                entry = _object(line)
                wrong += entry is None
                self._add(entry or {}, True)
        return wrong

    def add_warcinfo(self, block: bytes) -> None:
        """Take the pages that Webrecorder wrote into a warcinfo record."""
        for match in _METADATA.finditer(block):
            pages = (_object(match[1]) or {}).get("pages")
            for page in pages if isinstance(pages, list) else ():
                self._add(page, False)

    def find(self, address: str) -> Listed | None:
        """The page listed at `address`, marked as met."""
        page = self._pages.get(normal(address)) if self._pages else None
        if page is not None:
            page.met = True
        return page

    def missing(self) -> Iterator[str]:
        """The addresses of pages that should be in the archive and have not been met."""
        return (page.address for page in self._pages.values() if page.demanded and not page.met)

    def _add(self, entry: object, demanded: bool) -> None:
        address = entry.get("url") if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or not isinstance(address, str) or not address.strip():
            return
        if len(self._pages) >= _MOST:
            return
        title, text = (
            value if isinstance(value := entry.get(name), str) else "" for name in ("title", "text")
        )
        text = text[:_MAX_TEXT] if self._texts < _MAX_TEXTS else ""
        listed = Listed(address.strip(), tidy(title)[:_MAX_TITLE], text, demanded)
        if self._pages.setdefault(normal(address), listed) is listed:
            self._texts += len(text)


def _object(line: bytes) -> dict[str, object] | None:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None
