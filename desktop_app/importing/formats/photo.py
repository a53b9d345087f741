"""Photographs that come without a page: each file one item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.importing.encoding import is_binary
from desktop_app.importing.page import shortened
from desktop_app.importing.photographs.shown_pictures import PICTURES
from desktop_app.importing.raw import Found, Later, RawItem, RawPhoto, ReportBytes, Skipped
from desktop_app.language.detect import detect_language
from desktop_app.messages import message
from desktop_app.pictures.signatures import suffix_of

if TYPE_CHECKING:
    from desktop_app.importing.photographs.facts import PhotoFacts

# A picture that knows nothing of itself and is no larger than this each way is an icon.
_ICON = 64


class PhotoFile:
    """JPEG, PNG, WebP, HEIC, AVIF, TIFF and GIF files."""

    name = "photo"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the first bytes; by name where they are those of no text, and then it fails."""
        named = path.suffix.lower() in PICTURES and is_binary(head)
        return named or suffix_of(head) is not None

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the photo as an item; its pixels are not decoded."""
        yield Later(partial(read_photo, path))
        report_bytes(path.stat().st_size)


def read_photo(path: Path) -> Sequence[Found]:
    """The photo at `path` as an item, or that it is an icon. Raises `PictureError`."""
    from desktop_app.importing.photographs.facts import read_facts  # noqa: PLC0415 (Pillow)

    facts = read_facts(path)
    if max(facts.width, facts.height) <= _ICON and not facts.is_captioned:
        reason = message(
            "it is a picture of {width} × {height} pixels, too small for a photo",
            width=facts.width,
            height=facts.height,
        )
        return [Skipped("", reason)]
    return [_item(path, facts)]


def _item(path: Path, facts: PhotoFacts) -> RawItem:
    words = facts.words
    title = shortened(words.headline or words.caption or words.title or path.stem)
    photo = RawPhoto(path, words.caption, words.credit, words.taken)
    return RawItem(
        title=title,
        paragraphs=(),
        language=detect_language(f"{title}\n{words.caption}"),
        source=words.source or words.credit,
        kind="document",
        date=date.fromisoformat(words.taken[:10]) if words.taken else None,
        byline=words.byline,
        photos=(photo,),
        details=_details(facts),
    )


def _details(facts: PhotoFacts) -> tuple[tuple[str, str], ...]:
    words = facts.words
    given = (
        *(("keyword", keyword) for keyword in words.keywords),
        ("place", words.place),
        ("copyright", words.copyright),
        ("usage", words.usage),
        ("camera", words.camera),
    )
    return tuple((name, value) for name, value in given if value)
