"""Pictures that were captured with a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.importing.web_archives.addresses import candidates, joined, key_of
from desktop_app.importing.web_archives.damage import Place
from desktop_app.importing.web_archives.http import unpacked
from desktop_app.importing.web_archives.kinds import response_of
from desktop_app.importing.web_archives.shelf import Shelf

_MAX_PICTURE = 32 << 20  # bytes
_MAX_TRIES = 8  # captures of one address
_BASE = re.compile(rb"<base\b[^>]{0,500}?\bhref\s*=\s*[\"']?\s*([^\"'>\s]{1,2000})", re.IGNORECASE)
_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class ArchivedPictures:
    """The pictures of the page whose references are relative to `base`."""

    shelf: Shelf
    base: str

    def find(self, reference: str) -> bytes | None:
        """The picture captured at the address that `reference` means; raises `OSError`."""
        for address in candidates(self.base, reference):
            captures = self.shelf.pictures.find(key_of("picture", address))
            for (source, place), _ in zip(captures, range(_MAX_TRIES), strict=False):
                if content := self._content(source, place):
                    return content
        return None

    def _content(self, source: int, place: Place) -> bytes:
        found = self.shelf.block(source, place, _MAX_PICTURE, aside=True)
        if found is not None and found[0].kind == "revisit":
            found = self.shelf.resolved(found[0], _MAX_PICTURE)
        if found is None:
            return b""
        content = unpacked(response_of(*found), _MAX_PICTURE)
        return content if len(content) <= _MAX_PICTURE else b""


def base_of(address: str, body: bytes) -> str:
    """What the references of the page at `address` are relative to."""
    match = _BASE.search(body[:_HEAD])
    return joined(address, match[1].decode("utf-8", "replace")) if match else address
