"""A PDF document out of a web archive, read for its item; runs in a worker.

Documents are large, so the worker gets the record itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from desktop_app.errors import ImportFailure
from desktop_app.importing.formats.pdf import read_pdf
from desktop_app.importing.raw import Failed, Found, RawItem
from desktop_app.importing.web_archives.damage import Place
from desktop_app.importing.web_archives.http import unpacked
from desktop_app.importing.web_archives.kinds import response_of
from desktop_app.importing.web_archives.region import Region
from desktop_app.importing.web_archives.shelf import Shelf
from desktop_app.messages import message

MAX_PDF = 64 << 20  # bytes


@dataclass(frozen=True, slots=True)
class ArchivedPdf:
    """The document at `place` of `region`; picklable. `where` names it in reports."""

    region: Region
    place: Place
    where: str


def read_archived_pdf(pdf: ArchivedPdf) -> Sequence[Found]:
    """The item of the document; what cannot be read is a `Failed`."""
    found = Shelf((pdf.region,)).block(0, pdf.place, MAX_PDF)
    if found is None:
        return (Failed(pdf.where, message("it cannot be read again")),)
    record, block = found
    content = unpacked(response_of(record, block), MAX_PDF)
    try:
        pieces = read_pdf(_named(record.address), content)
    except ImportFailure as error:
        return (Failed(pdf.where, error.text),)
    own = {
        "identity": f"{record.address}\n{record.captured}" if record.captured else "",
        "part": record.id or str(record.place.offset),
        "offset": record.place.offset,
        "address": record.address,
        "captured": record.captured,
    }
    return tuple(_placed(piece, own, pdf.where) for piece in pieces)


def _placed(found: Found, own: dict[str, object], where: str) -> Found:
    """`found` with where it was; a document says nothing of its address."""
    if not isinstance(found, RawItem):
        return replace(found, where=f"{where} {found.where}".strip())
    address = str(own["address"])
    url = found.url or (address if address.startswith(("http://", "https://")) else "")
    return replace(found, url=url, **own)  # type: ignore[arg-type]


def _named(address: str) -> Path:
    """What the document is called where it was got."""
    try:
        name = PurePosixPath(unquote(urlsplit(address).path)).name
    except ValueError:
        name = ""
    return Path(name or "document.pdf")
