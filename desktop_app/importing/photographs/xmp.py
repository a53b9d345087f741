"""What a photo says in XMP, the newer of the two ways of its trade: RDF in XML.

XMP specification part 1 (ISO 16684-1); the fields are those of the IPTC Photo Metadata
Standard.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from PIL import Image

from desktop_app.importing.photographs.words import Words, joined, moment, words_of

_MAX_PACKET = 4 * 1024 * 1024  # bytes; editing histories make some packets large
_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "core": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "ext": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "rights": "http://ns.adobe.com/xap/1.0/rights/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DESCRIPTION = _RDF + "Description"


def read_xmp(image: Image.Image) -> Words:
    """What `image` (opened, not decoded) says in XMP; nothing where its packet is none."""
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    content = packet.encode("utf-8", "replace") if isinstance(packet, str) else packet
    if not isinstance(content, bytes) or not content or len(content) > _MAX_PACKET:
        return Words()
    return _words(content)


def _words(content: bytes) -> Words:
    # A parser for each packet; entities stay unexpanded, and nothing is fetched.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(content.strip(b"\0 \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return Words()
    return _named(_Packet(root)) if root is not None else Words()


def _named(packet: _Packet) -> Words:
    place = ("core:Location", "photoshop:City", "photoshop:State", "photoshop:Country")
    days = ("exif:DateTimeOriginal", "photoshop:DateCreated")
    return Words(
        caption=packet.first("dc:description") or packet.first("core:AltTextAccessibility"),
        headline=packet.first("photoshop:Headline") or packet.first("ext:Headline"),
        title=packet.first("dc:title"),
        byline=joined(packet.texts("dc:creator")),
        credit=packet.first("photoshop:Credit"),
        source=packet.first("photoshop:Source"),
        copyright=packet.first("dc:rights"),
        usage=packet.first("rights:UsageTerms") or packet.first("photoshop:Instructions"),
        place=joined(packet.first(name) for name in place),
        keywords=tuple(packet.texts("dc:subject")),
        taken=next((day for name in days if (day := moment(packet.first(name)))), ""),
        camera=packet.first("tiff:Model"),
    )


class _Packet:
    """The properties of a packet, wherever its descriptions have them."""

    def __init__(self, root: etree._Element) -> None:
        self._descriptions = list(root.iter(_DESCRIPTION))

    def first(self, name: str) -> str:
        """The first text of a property; of several languages the one for all."""
        return next(iter(self.texts(name)), "")

    def texts(self, name: str) -> list[str]:
        """All texts of a property."""
        prefix, _, local = name.partition(":")
        tag = f"{{{_NAMES[prefix]}}}{local}"
        found = (text for each in self._descriptions for text in _values(each, tag))
        return [text for text in map(words_of, found) if text]


def _values(description: etree._Element, tag: str) -> Iterator[str]:
    """A property as attribute, as text, or as the entries of a list."""
    attribute = description.get(tag)
    if attribute is not None:
        yield str(attribute)
    for element in description.iterchildren(tag):
        entries = sorted(element.iter(_RDF + "li"), key=_is_particular)
        if not entries:
            yield str(element.text or "")
        for entry in entries:
            yield str(entry.text or "")


def _is_particular(entry: etree._Element) -> bool:
    """False for the entry that is for all languages, or for none."""
    return entry.get(_LANGUAGE, "x-default") != "x-default"
