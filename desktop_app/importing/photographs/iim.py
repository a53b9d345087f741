"""What a photo says in IPTC-IIM, the older of the two ways of its trade.

IPTC-NAA Information Interchange Model, version 4.2: datasets of a marker 0x1C, record,
number, length and content; record 2 is what editors fill in. They lie in a resource of
Photoshop's (8BIM 0x0404), in a tag of TIFF (33723), or, in a PNG, as hexadecimal text.
"""

from __future__ import annotations

import binascii
import hashlib
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from PIL import Image

from desktop_app.importing.field_encoding import decoded_fields
from desktop_app.importing.photographs.words import Words, day_and_time, joined

_IIM, _DIGEST = 0x0404, 0x0425  # Photoshop's resources
_TIFF_IIM, _TIFF_PHOTOSHOP = 33723, 34377
_UTF8 = b"\x1b%G"  # ISO 2022's escape to UTF-8, in dataset 1:90
_MAX_DATASETS = 2000
# Record 2: the number of a dataset to the name of its field.
_FIELDS = {
    5: "title",
    25: "keyword",
    40: "usage",
    55: "day",
    60: "time",
    80: "byline",
    90: "city",
    92: "sublocation",
    95: "state",
    101: "country",
    105: "headline",
    110: "credit",
    115: "source",
    116: "copyright",
    120: "caption",
}


@dataclass(frozen=True, slots=True)
class Iim:
    """The words, and whether they were changed after the XMP packet was written.

    Photoshop keeps the MD5 of the IIM with the XMP; where it is another's, a program that
    knows only IIM came later (Metadata Working Group, Guidelines 2.0, section 3.4).
    """

    words: Words
    newest: bool


def read_iim(image: Image.Image) -> Iim:
    """What `image` (opened, not decoded) says in IIM."""
    blocks = _blocks(image)
    content = blocks.get(_IIM, b"") or _tagged(image)
    digest = blocks.get(_DIGEST, b"")
    newest = bool(content) and len(digest) == 16 and _md5(content) != digest
    words = _words(content)
    others = (_words(other).byline for other in _other_blocks(image) if other != content)
    return Iim(replace(words, byline=joined([words.byline, *others])), newest)


def _other_blocks(image: Image.Image) -> Iterator[bytes]:
    """The IIM that cameras keep in EXIF: set before the photo was taken, often zeros."""
    exif = image.getexif()
    kept = exif.get(_TIFF_IIM)
    if isinstance(kept, bytes):
        yield kept
    elif isinstance(kept, tuple):
        yield struct.pack(f"{exif.endian or '<'}{len(kept)}I", *(n & 0xFFFFFFFF for n in kept))


def _md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()


def _blocks(image: Image.Image) -> Mapping[int, bytes]:
    """Photoshop's resources, by number."""
    known = image.info.get("photoshop")
    if isinstance(known, dict):
        return {code: data for code, data in known.items() if isinstance(data, bytes)}
    if isinstance(known, bytes):
        return dict(_split_blocks(known))
    profile = image.info.get("Raw profile type iptc") or image.info.get("Raw profile type 8bim")
    if isinstance(profile, str):
        return dict(_split_blocks(_from_hex(profile)))
    tagged = _tag(image, _TIFF_PHOTOSHOP)
    return dict(_split_blocks(tagged))


def _from_hex(profile: str) -> bytes:
    """The bytes of a profile as ImageMagick writes it: name, length, hexadecimal lines."""
    lines = profile.strip().split("\n")
    try:
        return binascii.unhexlify("".join("".join(lines[2:]).split()))
    except (binascii.Error, ValueError):
        return b""


def _split_blocks(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each resource (Photoshop File Formats, "Image Resource Blocks")."""
    place = max(content.find(b"8BIM"), 0)
    while content[place : place + 4] == b"8BIM" and place + 12 <= len(content):
        code = int.from_bytes(content[place + 4 : place + 6], "big")
        name = 1 + content[place + 6]
        start = place + 6 + name + name % 2
        size = int.from_bytes(content[start : start + 4], "big")
        yield code, content[start + 4 : start + 4 + size]
        place = start + 4 + size + size % 2


def _tagged(image: Image.Image) -> bytes:
    return _tag(image, _TIFF_IIM)


def _tag(image: Image.Image, number: int) -> bytes:
    """The bytes of a TIFF tag, which some programs write as 32-bit numbers."""
    tags = getattr(image, "tag_v2", None)
    value = tags.get(number) if tags is not None else None
    if isinstance(value, bytes):
        return value
    if isinstance(value, tuple) and value and isinstance(value[0], bytes):
        return b"".join(each for each in value if isinstance(each, bytes))
    if isinstance(value, tuple) and all(isinstance(each, int) for each in value):
        order = "<" if getattr(tags, "prefix", b"II") == b"II" else ">"
        return struct.pack(f"{order}{len(value)}I", *(each & 0xFFFFFFFF for each in value))
    return b""


def _words(content: bytes) -> Words:
    """The fields of record 2 that have words, each cut where it ends in zeros."""
    given: list[tuple[str, bytes]] = []
    utf8 = False
    for record, number, data in _datasets(content):
        if (record, number) == (1, 90):
            utf8 = data.startswith(_UTF8)
        elif record == 2 and number in _FIELDS:
            given.append((_FIELDS[number], data.partition(b"\0")[0].strip()))
    texts = _decoded([data for _name, data in given], utf8)
    found: dict[str, list[str]] = {}
    for (name, _data), text in zip(given, texts, strict=True):
        found.setdefault(name, []).append(text)
    return _named(found)


def _named(found: Mapping[str, list[str]]) -> Words:
    first = {name: texts[0] for name, texts in found.items()}
    place = (first.get(each, "") for each in ("sublocation", "city", "state", "country"))
    return Words(
        caption=first.get("caption", ""),
        headline=first.get("headline", ""),
        title=first.get("title", ""),
        byline=joined(found.get("byline", ())),
        credit=first.get("credit", ""),
        source=first.get("source", ""),
        copyright=first.get("copyright", ""),
        usage=first.get("usage", ""),
        place=joined(place),
        keywords=tuple(found.get("keyword", ())),
        taken=day_and_time(first.get("day", ""), first.get("time", "")),
    )


def _datasets(content: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Record, number and content of each dataset; ends at the first that is none."""
    place, count = 0, 0
    while place + 5 <= len(content) and content[place] == 0x1C and count < _MAX_DATASETS:
        record, number = content[place + 1], content[place + 2]
        size = int.from_bytes(content[place + 3 : place + 5], "big")
        place += 5
        if size & 0x8000:  # an extended one: how many bytes its length has
            wide = size & 0x7FFF
            size = int.from_bytes(content[place : place + wide], "big") if wide <= 8 else 1 << 62
            place += wide
        yield record, number, content[place : place + size]
        place += size
        count += 1


def _decoded(texts: list[bytes], utf8: bool) -> list[str]:
    """The texts of one photo: UTF-8 where it says so, else as all of them together look."""
    if utf8:
        return [text.decode("utf-8", "replace") for text in texts]
    return decoded_fields(texts)
