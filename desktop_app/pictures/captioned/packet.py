"""A photo's words as an XMP packet: RDF in XML.

XMP specification part 1 (ISO 16684-1), section 7; the fields and their forms are those of the
IPTC Photo Metadata Standard.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

_X = "adobe:ns:meta/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFIXES = {"rdf": _RDF, "dc": _DC, "photoshop": _PHOTOSHOP, "Iptc4xmpCore": _CORE}
# Part 1, section 7.3.2; the marks of a packet that may be written anew in its place.
_HEAD = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = b'\n<?xpacket end="w"?>'
_MAX_BEFORE = 4 * 1024 * 1024  # bytes of a packet that is kept: histories make some large
# What no XML may hold (XML 1.0, section 2.2).
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Caption:
    """What is said of a photo; "" is not written. `taken` is an ISO day or moment."""

    description: str = ""
    creator: str = ""
    credit: str = ""
    source: str = ""
    place: str = ""
    taken: str = ""


def packet(caption: Caption, before: bytes = b"") -> bytes:
    """The packet that says what `caption` does, and what else `before` said.

    `before` is a packet the file had; one that is no XML is left out.
    """
    root = etree.Element(f"{{{_X}}}xmpmeta", nsmap={"x": _X})
    rdf = _rdf(before)
    root.append(rdf)
    written = _properties(caption)
    for description in rdf.iterchildren(f"{{{_RDF}}}Description"):
        _forget(description, frozenset(each.tag for each in written))
    description = etree.SubElement(rdf, f"{{{_RDF}}}Description", nsmap=_own(rdf))
    description.set(f"{{{_RDF}}}about", _about(rdf))
    description.extend(written)
    return _HEAD + etree.tostring(root, encoding="utf-8") + _TAIL


def _rdf(before: bytes) -> etree._Element:
    """What `before` describes, whatever it is wrapped in; else nothing described."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True)
    try:
        if 0 < len(before) <= _MAX_BEFORE:
            found = etree.fromstring(before.strip(b"\0 \t\r\n"), parser)
            rdf: etree._Element | None = next(found.iter(f"{{{_RDF}}}RDF"), None)
            # XMP has no document type; what entities stand for would be lost, or a bomb.
            if rdf is not None and found.getroottree().docinfo.internalDTD is None:
                return rdf
    except (etree.XMLSyntaxError, ValueError):
        pass
    return etree.Element(f"{{{_RDF}}}RDF", nsmap={"rdf": _RDF})


def _own(rdf: etree._Element) -> dict[str, str]:
    """The prefixes that are not known yet."""
    known = set(rdf.nsmap.values())
    return {prefix: name for prefix, name in _PREFIXES.items() if name not in known}


def _about(rdf: etree._Element) -> str:
    """All descriptions are about one thing (section 7.4): by the name the others have."""
    about = f"{{{_RDF}}}about"
    others = (each.get(about) for each in rdf.iterchildren(f"{{{_RDF}}}Description"))
    return next((str(each) for each in others if each), "")


def _forget(description: etree._Element, tags: frozenset[str]) -> None:
    for tag in tags:
        description.attrib.pop(tag, "")
        for element in list(description.iterchildren(tag)):
            description.remove(element)


def _properties(caption: Caption) -> list[etree._Element]:
    """The properties that have a value, each in its form."""
    made = [
        _listed(_DC, "description", "Alt", caption.description),
        _listed(_DC, "creator", "Seq", caption.creator),
        _plain(_PHOTOSHOP, "Credit", caption.credit),
        _plain(_PHOTOSHOP, "Source", caption.source),
        _plain(_PHOTOSHOP, "DateCreated", caption.taken),
        _plain(_CORE, "Location", caption.place),
    ]
    return [each for each in made if each is not None]


def _plain(namespace: str, name: str, value: str) -> etree._Element | None:
    text = _allowed(value)
    if not text:
        return None
    made = etree.Element(f"{{{namespace}}}{name}")
    made.text = text
    return made


def _listed(namespace: str, name: str, kind: str, value: str) -> etree._Element | None:
    """A value that stands in a list: of languages (Alt), or of several in order (Seq)."""
    text = _allowed(value)
    if not text:
        return None
    made = etree.Element(f"{{{namespace}}}{name}")
    entry = etree.SubElement(etree.SubElement(made, f"{{{_RDF}}}{kind}"), f"{{{_RDF}}}li")
    if kind == "Alt":
        entry.set(_LANGUAGE, "x-default")
    entry.text = text
    return made


def _allowed(value: str) -> str:
    return _FORBIDDEN.sub(" ", value).strip()
