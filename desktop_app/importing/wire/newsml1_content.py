"""What a NewsML 1.2 news item is made of: its texts, and its pictures with their captions.

News components nest at will and their roles are each provider's own, so what a content
item is told from its media type, and whose it is from where it stands: the nearest
component around it that has a headline (NewsML 1.2 functional specification, section 5).
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from desktop_app.importing.html.remote_pictures import is_picture, places_of
from desktop_app.importing.page import tidy
from desktop_app.importing.raw import RawPhoto
from desktop_app.importing.wire.text import WireText, longest, read_wire_text
from desktop_app.importing.wire.xml_tree import Element, below, every, first, local_name, words_at

_RENDITIONS = re.compile(r"quicklook|preview|thumb|highres|high.?def|lowres|squared|icon", re.I)
_MAX_PHOTOS = 300
_PICTURES = frozenset(("photo", "picture", "graphic", "image"))
_NO_BODY = frozenset(("stylesheet", "headline", "contact", "caption", "logo"))


@dataclass(slots=True)
class Group:
    """The content below one headline: texts, and the pictures by their components."""

    component: Element
    texts: list[WireText] = field(default_factory=list)
    captions: list[tuple[Element, str]] = field(default_factory=list)
    pictures: dict[Element, list[Element]] = field(default_factory=dict)

    def body(self) -> WireText:
        """The longest text: others are the same in another form, or a part of it."""
        return longest(self.texts)

    def photos(self) -> Iterator[RawPhoto]:
        """The pictures, each with its renditions from the largest down."""
        for component, renditions in islice(self.pictures.items(), _MAX_PHOTOS):
            names = [_href(each) for each in sorted(renditions, key=_width, reverse=True)]
            yield RawPhoto(
                None,
                caption=_caption(component, self.captions),
                credit=_line(component, "CreditLine") or _line(component, "ByLine"),
                content=next((c for each in renditions if (c := _embedded(each))), b""),
                references=tuple(
                    dict.fromkeys(place for name in names for place in places_of(name))
                ),
            )


def groups_of(item: Element) -> list[Group]:
    """The content of a ``NewsItem`` but that of items inside it, headline by headline."""
    groups: dict[Element, Group] = {}
    for content in below(item, "ContentItem"):
        around = _around(content, item)
        if around:
            owner = next((e for e in around if words_at(e, "NewsLines/HeadLine")), around[-1])
            _add(groups.setdefault(owner, Group(owner)), content, around)
    return list(groups.values())


def _around(content: Element, item: Element) -> Sequence[Element]:
    """The components around a content item, inmost first; none where it is of another item."""
    found: list[Element] = []
    for above in content.iterancestors():
        if above is item:
            return found
        if local_name(above) == "NewsItem":
            return ()
        if local_name(above) == "NewsComponent":
            found.append(above)
    return ()


def _add(group: Group, content: Element, around: Sequence[Element]) -> None:
    role = formal_name(first(around[0], "Role")).lower()
    if _is_picture(content):
        group.pictures.setdefault(_picture_of(around), []).append(content)
    elif role == "caption" and len(group.captions) < _MAX_PHOTOS:
        text = " ".join(_text(content).text.paragraphs)
        group.captions.append((around[0], text))
    elif role not in _NO_BODY and _is_text(content):
        group.texts.append(_text(content))


def _text(content: Element) -> WireText:
    data = first(content, "DataContent")
    if data is None:
        return WireText()
    encoded = first(content, "Encoding/DataContent")
    return read_wire_text(data if encoded is None else encoded)


def _picture_of(around: Sequence[Element]) -> Element:
    """The component that is one picture: renditions may have components of their own."""
    for component in around:
        if (component.get("EquivalentsList") or "").lower() == "yes":
            return component
    role = formal_name(first(around[0], "Role"))
    return around[1] if len(around) > 1 and _RENDITIONS.search(role) else around[0]


def _is_picture(content: Element) -> bool:
    media = formal_name(first(content, "MediaType")).lower()
    mime = formal_name(first(content, "MimeType"))
    return media in _PICTURES or is_picture(content.get("Href") or "", mime)


def _is_text(content: Element) -> bool:
    media = formal_name(first(content, "MediaType")).lower()
    mime = formal_name(first(content, "MimeType")).lower()
    return media in ("", "text", "complexdata") and (
        not mime or (mime.startswith("text/") and mime != "text/css") or "xml" in mime
    )


def formal_name(element: Element | None) -> str:
    """The name an element has in some vocabulary."""
    return "" if element is None else tidy(element.get("FormalName") or "")


def _caption(component: Element, captions: Sequence[tuple[Element, str]]) -> str:
    """The caption inside a picture's component, or beside it where there is one picture."""
    above = component.getparent()
    for place in (component, above):
        inside = [text for owner, text in captions if place in (owner, *owner.iterancestors())]
        if inside:
            return inside[0]
    return words_at(component, "NewsLines/HeadLine") if not captions else ""


def _line(component: Element, name: str) -> str:
    for element in (component, *component.iterancestors()):
        if line := words_at(element, f"NewsLines/{name}"):
            return line
        if local_name(element) == "NewsItem":
            break
    return ""


def _href(content: Element) -> str:
    return tidy(content.get("Href") or "")


def _width(content: Element) -> int:
    for each in every(content, "Characteristics/Property"):
        if formal_name(each).lower() in ("width", "pixelwidth"):
            value = (each.get("Value") or "").strip()
            return int(value) if re.fullmatch(r"\d{1,6}", value) else 0
    return 0


def _embedded(content: Element) -> bytes:
    """The picture in the item itself (``Encoding`` with the notation Base64)."""
    for encoding in below(content, "Encoding"):
        if "base64" in (encoding.get("Notation") or "").lower():
            try:
                return base64.b64decode("".join(map(str, encoding.itertext())))
            except (binascii.Error, ValueError):
                return b""
    return b""
