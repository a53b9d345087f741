"""What stands on the pages of a PDF file: pieces of text, pictures, links. By pypdf."""

from __future__ import annotations

import io
import logging
import math
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from PIL.Image import Image
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from desktop_app.errors import BeilinError, ImportFailure
from desktop_app.importing.documents.page_layout import Piece
from desktop_app.importing.documents.zipped import damaged, protected
from desktop_app.messages import message

MAX_BYTES = 512 * 1024 * 1024  # of a file; a newspaper of one day has thirty million
_MAX_PAGES = 2000
_SECONDS = 90.0  # for a file; workers stop at 120
_PAGE_SECONDS = 15.0  # for one page; the slowest real ones take two
_MAX_CONTENT = 16 * 1024 * 1024  # bytes of drawing on one page; a map has a few million
_MAX_PIECES = 100_000  # of a page
_LEAST = 100  # pixels: icons, rules, bullets
_MOST = 40_000_000  # pixels
_OTHER_PROGRAMS = ("/JBIG2Decode", "/CCITTFaxDecode")  # of scans; the first runs a program
_MAX_PICTURES = 40  # of a page
_TYPEWRITER = re.compile(r"mono|courier|consol|typewriter|cmtt|letter ?gothic", re.IGNORECASE)
_TYPEWRITER_EMS = 0.6  # width of a letter

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in its box on the page, its content as JPEG or PNG."""

    left: float
    bottom: float
    right: float
    content: bytes
    key: object


@dataclass(frozen=True, slots=True)
class Target:
    """An area that leads to an address."""

    left: float
    bottom: float
    right: float
    top: float
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `height` is that of its box, whose lower edge is at `floor`."""

    pieces: tuple[Piece, ...]
    pictures: tuple[Picture, ...]
    targets: tuple[Target, ...]
    floor: float
    height: float
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself, "" where it does not."""

    title: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    keywords: str = ""


@contextmanager
def opened(path: Path, content: bytes | None = None) -> Iterator[PdfReader]:
    """The reader of the file at `path`, or of its `content` from elsewhere.

    Raises `ImportFailure`.

    What pypdf would warn of on its way is not for the terminal.
    """
    if (path.stat().st_size if content is None else len(content)) > MAX_BYTES:
        raise ImportFailure(
            message(
                "{path} is larger than {megabytes} MB, which no page is; split it",
                path=path,
                megabytes=MAX_BYTES // (1024 * 1024),
            )
        )
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with path.open("rb") if content is None else io.BytesIO(content) as stream:
            yield _reader(stream, path)
    finally:
        logger.setLevel(level)


def _reader(stream: BinaryIO, path: Path) -> PdfReader:
    try:
        reader = PdfReader(stream, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise protected(path)
    except (BeilinError, MemoryError):
        raise
    except Exception as error:  # a broken file meets any line of the library
        log.info("%s: %r", path, error)
        raise damaged(path) from error
    return reader


def read_properties(reader: PdfReader) -> Properties:
    """The document information dictionary, ISO 32000-1, 14.3.3."""
    try:
        found = reader.metadata
        values = {str(key): str(value) for key, value in (found or {}).items() if value}
    except (PyPdfError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return Properties()
    return Properties(
        values.get("/Title", ""),
        values.get("/Author", ""),
        _iso(values.get("/CreationDate", "")),
        _iso(values.get("/ModDate", "")),
        values.get("/Keywords", ""),
    )


def _iso(text: str) -> str:
    """The day of a PDF date, ``D:20210831…``, as ISO; "" for what is none."""
    digits = text.removeprefix("D:")[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if digits.isdigit() else ""


def read_pages(reader: PdfReader, path: Path) -> Iterator[Page]:
    """Yield the pages in order, a broken one with its `fault`; raises `ImportFailure`."""
    end = time.monotonic() + _SECONDS
    try:
        count = len(reader.pages)
    except Exception as error:
        log.info("%s: %r", path, error)
        raise damaged(path) from error
    for number in range(min(count, _MAX_PAGES)):
        if time.monotonic() > end:
            raise _too_slow(path)
        try:
            yield _page(reader.pages[number], min(end, time.monotonic() + _PAGE_SECONDS))
        except MemoryError:
            raise
        except Exception as error:  # of any line of the library: the other pages are sound
            log.info("%s, page %d: %r", path, number + 1, error)
            yield Page((), (), (), 0.0, 0.0, type(error).__name__.removeprefix("_"))


class _TooMuchError(Exception):
    """A page that takes too long, or holds more than any does."""


def _too_slow(path: Path) -> ImportFailure:
    return ImportFailure(
        message("{path} took too long to read; print it to a new PDF file", path=path)
    )


def _page(page: PageObject, end: float) -> Page:
    if _content_size(page) > _MAX_CONTENT:
        raise _TooMuchError
    seen = _Seen(end)
    page.extract_text(visitor_operand_before=seen.operand, visitor_text=seen.text)
    box = page.mediabox
    return Page(
        tuple(_upright(seen.pieces)),
        tuple(_pictures(page, seen.boxes, end)),
        tuple(_targets(page)),
        float(box.bottom),
        float(box.height),
    )


def _content_size(page: PageObject) -> int:
    """Bytes of what the page draws, unpacked."""
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    parts = contents if isinstance(contents, ArrayObject) else [contents]
    streams = (part.get_object() for part in parts if part is not None)
    return sum(len(part.get_data()) for part in streams if isinstance(part, StreamObject))


@dataclass(slots=True)
class _Seen:
    """Takes what pypdf meets on a page; pieces with the quarter turns they are written at."""

    end: float
    pieces: list[tuple[int, Piece]] = field(default_factory=list)
    boxes: dict[str, tuple[float, float, float]] = field(default_factory=dict)

    def operand(
        self, operator: bytes, operands: Sequence[Any], cm: Sequence[float], _tm: object
    ) -> None:
        """Note where a picture is drawn; stop a page without end."""
        if time.monotonic() > self.end or len(self.pieces) > _MAX_PIECES:
            raise _TooMuchError
        if operator == b"Do" and operands:
            x = sorted((cm[4], cm[4] + cm[0] + cm[2]))
            bottom = min(cm[5], cm[5] + cm[1] + cm[3])
            self.boxes.setdefault(str(operands[0]), (x[0], bottom, x[1]))

    def text(
        self, text: str, cm: Sequence[float], tm: Sequence[float], font: object, size: float
    ) -> None:
        """Note words at their place: text space through both matrices, ISO 32000-1, 9.4.4."""
        text = text.strip("\n")
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        up = (tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
        along = (tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3])
        height = abs(size) * math.hypot(*up)
        if text.strip() and all(map(math.isfinite, (x, y, height))) and 0.5 < height < 500:
            turns = round(math.degrees(math.atan2(along[1], along[0])) / 90) % 4
            right = x + _TYPEWRITER_EMS * height * len(text) if _is_typewriter(font) else 0.0
            self.pieces.append((turns, Piece(x, y, height, text, right)))


def _is_typewriter(font: object) -> bool:
    name = font.get("/BaseFont") if isinstance(font, DictionaryObject) else None
    return isinstance(name, str) and _TYPEWRITER.search(name) is not None


def _upright(pieces: Sequence[tuple[int, Piece]]) -> Iterator[Piece]:
    """The pieces that run as most do, turned so that they run to the right."""
    letters: dict[int, int] = {}
    for turns, piece in pieces:
        letters[turns] = letters.get(turns, 0) + len(piece.text)
    main = max(letters, key=lambda turns: letters[turns], default=0)
    for turns, piece in pieces:
        if turns == main == 0:
            yield piece
        elif turns == main:
            x, y = ((piece.y, -piece.x), (-piece.x, -piece.y), (-piece.y, piece.x))[turns - 1]
            yield Piece(x, y, piece.size, piece.text)


def _pictures(
    page: PageObject, boxes: dict[str, tuple[float, float, float]], end: float
) -> Iterator[Picture]:
    """The photos among the page's pictures."""
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    if objects is None:
        return
    objects = objects.get_object()
    for number, (name, box) in enumerate(boxes.items()):
        if number >= _MAX_PICTURES or time.monotonic() > end:
            return
        if name not in objects or not _is_photo(objects[name].get_object()):
            continue
        reference = objects.raw_get(name)
        content = _content(page, name)
        if content:
            yield Picture(*box, content, getattr(reference, "idnum", name))


def _is_photo(picture: DictionaryObject) -> bool:
    if picture.get("/Subtype") != "/Image" or picture.get("/ImageMask"):
        return False
    wide, high = int(picture.get("/Width", 0)), int(picture.get("/Height", 0))
    filters = str(picture.get("/Filter", ""))
    return (
        min(wide, high) >= _LEAST
        and wide * high <= _MOST
        and max(wide, high) < 12 * min(wide, high)
        and not any(other in filters for other in _OTHER_PROGRAMS)
    )


def _content(page: PageObject, name: str) -> bytes:
    """A picture as JPEG where it is one, else as PNG; b"" where it cannot be read."""
    try:
        found = page.images[name]
        if found.data.startswith((b"\xff\xd8\xff", b"\x89PNG")):
            return bytes(found.data)
        if found.image is None:
            return b""
        return _as_png(found.image)
    except MemoryError:
        raise
    except Exception as error:  # of any line of two libraries: the text is still worth having
        log.info("picture %s: %r", name, error)
        return b""


def _as_png(image: Image) -> bytes:
    stream = io.BytesIO()
    image.convert("RGB").save(stream, "PNG")
    return stream.getvalue()


def _targets(page: PageObject) -> Iterator[Target]:
    """The areas of the page's links, ISO 32000-1, 12.5.6.5."""
    for reference in (page.annotations or ())[:2000]:
        annotation = reference.get_object()
        action = annotation.get("/A") if hasattr(annotation, "get") else None
        action = action.get_object() if action is not None else None
        address = action.get("/URI") if isinstance(action, DictionaryObject) else None
        area = annotation.get("/Rect") if address else None
        if area is not None and len(area) == 4:
            x0, y0, x1, y1 = (float(each) for each in area)
            yield Target(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), str(address))
