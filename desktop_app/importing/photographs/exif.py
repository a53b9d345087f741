"""What a photo says in EXIF, which the camera writes (JEITA CP-3451, Exif 2.32)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PIL import Image

from desktop_app.importing.field_encoding import decoded_field
from desktop_app.importing.photographs.words import Words, moment, words_of

_DESCRIPTION, _MAKE, _MODEL, _ARTIST, _COPYRIGHT = 0x010E, 0x010F, 0x0110, 0x013B, 0x8298
_CHANGED, _TAKEN, _DIGITIZED, _COMMENT = 0x0132, 0x9003, 0x9004, 0x9286
_EXIF_PART = 0x8769
# Windows' own, in UTF-16: title, comment, author, keywords, subject.
_XP_TITLE, _XP_COMMENT, _XP_AUTHOR, _XP_KEYWORDS, _XP_SUBJECT = range(0x9C9B, 0x9CA0)
# What cameras write where a person wrote nothing.
_DEFAULTS = frozenset(
    (
        "olympus", "minolta", "konica", "sony", "samsung", "fujifilm", "nikon", "canon", "kodak",
        "casio", "hp", "pentax", "jvc", "ricoh", "default", "digital", "camera", "picture",
        "image", "exif", "dsc", "dcf", "jpeg", "jpg", "still", "description", "caption", "cimg",
        "untitled", "metadata", "start", "screenshot", "ascii", "unicode",
    )
)  # fmt: skip


def read_exif(image: Image.Image) -> Words:
    """What `image` (opened, not decoded) says in EXIF; raises what Pillow does."""
    tags = image.getexif()
    part = tags.get_ifd(_EXIF_PART)
    own = {tag: _text(tags.get(tag)) for tag in (_MAKE, _MODEL)}
    captions = (
        _text(tags.get(_DESCRIPTION)),
        _wide(tags.get(_XP_SUBJECT)),
        _wide(tags.get(_XP_COMMENT)),
        _comment(part.get(_COMMENT)),
    )
    keywords = _wide(tags.get(_XP_KEYWORDS)).split(";")
    return Words(
        caption=next((each for each in captions if _is_said(each, own)), ""),
        title=_wide(tags.get(_XP_TITLE)),
        byline=_text(tags.get(_ARTIST)) or _wide(tags.get(_XP_AUTHOR)),
        copyright=_text(tags.get(_COPYRIGHT)),
        keywords=tuple(word for each in keywords if (word := each.strip())),
        taken=_taken(tags, part),
        camera=own[_MODEL],
    )


def changed_on(image: Image.Image) -> str:
    """When the file was last written by its camera or program, as an ISO time, or ""."""
    tags = image.getexif()
    part = tags.get_ifd(_EXIF_PART)
    if _TAKEN in part:  # left blank: the camera did not know
        return ""
    return moment(_text(part.get(_DIGITIZED))) or moment(_text(tags.get(_CHANGED)))


def _taken(tags: Mapping[int, object], part: Mapping[int, object]) -> str:
    return moment(_text(part.get(_TAKEN) or tags.get(_TAKEN)))


def _is_said(caption: str, own: Mapping[int, str]) -> bool:
    """Whether a caption is somebody's, not the camera's."""
    said = caption.casefold()
    words = re.findall(r"[^\W_]+", said)
    by_itself = all(word.isdecimal() or word in _DEFAULTS for word in words)
    return not by_itself and said not in (name.casefold() for name in own.values())


def _text(value: object) -> str:
    """A field's words: ASCII by the standard, in any encoding in fact.

    Pillow reads it as Latin-1, which loses nothing.
    """
    if not isinstance(value, str):
        return words_of(value)
    plain = value.partition("\0")[0]
    try:
        return words_of(decoded_field(plain.encode("latin-1")))
    except UnicodeEncodeError:
        return words_of(plain)


def _wide(value: object) -> str:
    """One of Windows' fields: bytes of UTF-16, or a tuple of them."""
    if isinstance(value, tuple) and all(isinstance(each, int) for each in value):
        value = bytes(each & 0xFF for each in value)
    return words_of(value.decode("utf-16-le", "replace")) if isinstance(value, bytes) else ""


def _comment(value: object) -> str:
    """The user's comment, which names its encoding in its first eight bytes."""
    if not isinstance(value, bytes):
        return ""
    code, text = value[:8].rstrip(b"\0 "), value[8:]
    if code == b"UNICODE":
        return words_of(text.decode("utf-16-be" if text[:1] == b"\0" else "utf-16-le", "replace"))
    if code == b"JIS":
        return words_of(text.decode("iso2022_jp", "replace"))
    return _text(text.decode("latin-1")) if code == b"ASCII" else ""
