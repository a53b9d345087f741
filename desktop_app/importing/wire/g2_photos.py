"""The photo of a NewsML-G2 item: its renditions, caption, credit and day."""

from __future__ import annotations

import base64
import binascii
import re

from desktop_app.importing.html.remote_pictures import is_picture, places_of
from desktop_app.importing.page import tidy
from desktop_app.importing.raw import RawPhoto
from desktop_app.importing.wire.xml_tree import Element, below, every, first, words, words_at

_CAPTION = re.compile(r"caption$", re.IGNORECASE)
_RANKS = ("highres", "print", "main", "web", "preview", "thumb")  # where no size is given


def item_photo(item: Element, is_photo: bool) -> RawPhoto | None:
    """The picture an item is (`is_photo`), or one sent with it; None where there is none.

    Its renditions are looked for from the largest down; watermarked ones last.
    """
    content, meta = first(item, "contentSet"), first(item, "contentMeta")
    renditions = [each for each in _renditions(content, meta) if is_photo or _is_image(each)]
    embedded = _embedded(content)
    caption = _caption(meta) if is_photo else ""
    if not renditions and not embedded and not caption:
        return None
    names = [name for each in sorted(renditions, key=_rank) for name in _names(each)]
    return RawPhoto(
        None,
        caption=caption,
        credit=_credit(meta) if is_photo else "",
        taken=_taken(words_at(meta, "contentCreated")) if is_photo else "",
        content=embedded,
        references=tuple(dict.fromkeys(place for name in names for place in places_of(name))),
    )


def _renditions(content: Element | None, meta: Element | None) -> list[Element]:
    return [*below(content, "remoteContent"), *every(meta, "icon")]


def _is_image(rendition: Element) -> bool:
    return is_picture(rendition.get("href") or "", rendition.get("contenttype") or "")


def _names(rendition: Element) -> tuple[str, ...]:
    """What its file may be called: by its address, by its identifier."""
    names = (rendition.get("href"), rendition.get("residref"))
    return tuple(tidy(name) for name in names if name)


def _rank(rendition: Element) -> tuple[bool, int, int]:
    told = f"{rendition.get('rendition') or ''} {rendition.get('href') or ''}".lower()
    width = (rendition.get("width") or "").strip()
    place = next((n for n, word in enumerate(_RANKS) if word in told), len(_RANKS))
    size = int(width) if re.fullmatch(r"\d{1,6}", width) else 0
    return "watermark" in told, -size, place


def _caption(meta: Element | None) -> str:
    """The description that is the caption, or the only kind there is."""
    descriptions = every(meta, "description")
    captions = [each for each in descriptions if _CAPTION.search(each.get("role") or "")]
    return words(next(iter(captions or descriptions), None))


def _credit(meta: Element | None) -> str:
    """The credit line; else who made it."""
    if line := words_at(meta, "creditline"):
        return line
    names = (words_at(creator, "name") for creator in every(meta, "creator"))
    return ", ".join(name for name in names if name)


def _taken(text: str) -> str:
    """An ISO date or date-time, as a photo has it."""
    match = re.match(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?", text)
    return match[0] if match else ""


def _embedded(content: Element | None) -> bytes:
    """A picture inside the item (``inlineData`` in base64)."""
    for each in below(content, "inlineData"):
        if (each.get("contenttype") or "").startswith("image/"):
            try:
                return base64.b64decode("".join(map(str, each.itertext())))
            except (binascii.Error, ValueError):
                return b""
    return b""
