"""Pictures that a feed sends beside its entries' texts: Media RSS and enclosures.

The Media RSS specification (https://www.rssboard.org/media-rss) lets title, description
and credit stand in the medium, in its group or in the entry; the nearest one holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from desktop_app.importing.html.fragment import one_line
from desktop_app.importing.html.remote_pictures import is_picture, places_of
from desktop_app.importing.page import tidy
from desktop_app.importing.raw import RawPhoto
from desktop_app.importing.wire.feed_entry import joined_photos
from desktop_app.importing.wire.xml_tree import Element, below, every, local_name, words

_MEDIA = "{http://search.yahoo.com/mrss"
_ABOUT = ("title", "description", "credit", "text")
_TEXTS = ("description", "encoded", "summary", "content", "body", "div", "fullitem")
_MAX_PHOTOS = 300


def entries_of(root: Element) -> list[Element]:
    """The elements of a feed's entries, in order."""
    return [each for each in below(root, "item", "entry") if not each.tag.startswith(_MEDIA)]


def entry_photos(entry: Element) -> tuple[RawPhoto, ...]:
    """The pictures sent with an entry, still to be found; thumbnails where nothing better is."""
    full = joined_photos((), islice(_contents(entry), _MAX_PHOTOS))
    return full or tuple(islice(_thumbnails(entry), 1))


def drop_captions(entry: Element) -> None:
    """Take out what describes an entry's media, as it is no text of the entry.

    What Media RSS says of the entry itself stays where the entry has no text of its own.
    """
    has_text = any(
        local_name(e) in _TEXTS and not str(e.tag).startswith(_MEDIA) and (len(e) or e.text)
        for e in entry
    )
    for element in list(below(entry, *_ABOUT)):
        if not str(element.tag).startswith(_MEDIA):
            continue
        above = element.getparent()
        if above is None or (local_name(above) != "content" and not has_text):
            continue
        if element.tail:  # not seen in feeds; the text would go with the element
            continue
        above.remove(element)


def _contents(entry: Element) -> Iterator[RawPhoto]:
    for element in entry.iter():
        name = local_name(element)
        if name == "content" and str(element.tag).startswith(_MEDIA):
            kind = element.get("type") or ("image/" if element.get("medium") == "image" else "")
            yield from _photo(entry, element, element.get("url") or "", kind)
        elif name == "enclosure":
            yield from _photo(entry, element, element.get("url") or "", element.get("type") or "")
        elif name == "link" and element.get("rel") == "enclosure":
            yield from _photo(entry, element, element.get("href") or "", element.get("type") or "")


def _thumbnails(entry: Element) -> Iterator[RawPhoto]:
    for element in entry.iter():
        if local_name(element) == "thumbnail" and (url := element.get("url") or words(element)):
            yield from _photo(entry, element, url, "image/")


def _photo(entry: Element, element: Element, url: str, kind: str) -> Iterator[RawPhoto]:
    if url and is_picture(url, kind):
        yield RawPhoto(
            None,
            _said(entry, element, "description") or _said(entry, element, "title"),
            _said(entry, element, "credit"),
            references=places_of(url),
        )


def _said(entry: Element, element: Element, name: str) -> str:
    """What the medium, its group or else the entry's own media element `name` says."""
    above: Element | None = element
    while above is not None:
        own = [e for e in every(above, name) if str(e.tag).startswith(_MEDIA)]
        if own:
            return tidy(one_line(words(own[0])))
        if above is entry:
            break
        above = above.getparent()
    return ""
