"""Picture files made for tests, with what photographers write into them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PIL import Image
from PIL.Image import Exif

SIZE = (120, 80)


def datasets(*given: tuple[int, bytes], record: int = 2) -> bytes:
    """IIM datasets: number and content of each."""
    return b"".join(
        bytes((0x1C, record, number)) + len(data).to_bytes(2, "big") + data
        for number, data in given
    )


def resources(iim: bytes, digest: bytes = b"") -> bytes:
    """A JPEG segment with `iim` as Photoshop keeps it, and the hash of it that it noted."""
    blocks = [(0x0404, iim), *([(0x0425, digest)] if digest else [])]
    body = b"".join(
        b"8BIM" + code.to_bytes(2, "big") + b"\0\0" + len(data).to_bytes(4, "big") + data
        + b"\0" * (len(data) % 2)
        for code, data in blocks
    )  # fmt: skip
    body = b"Photoshop 3.0\0" + body
    return b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body


def digest_of(iim: bytes) -> bytes:
    """The hash Photoshop notes."""
    return hashlib.md5(iim).digest()


def packet(properties: str) -> bytes:
    """An XMP packet with these properties, RDF elements."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">'
        f'{properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def exif(**given: object) -> Exif:
    """EXIF data: `tag_0x010e` and the like in the first part, `exif_0x9003` in the second."""
    made = Exif()
    for name, value in given.items():
        part, _, number = name.partition("_")
        if part == "tag":
            made[int(number, 16)] = value
        else:
            made.get_ifd(0x8769)[int(number, 16)] = value
    return made


def jpeg(path: Path, segment: bytes = b"", size: tuple[int, int] = SIZE, **save: object) -> Path:
    """A JPEG with `segment` after its start; `save` as Pillow takes it (exif, xmp)."""
    Image.new("RGB", size, "#a03020").save(path, "JPEG", **save)
    content = path.read_bytes()
    path.write_bytes(content[:2] + segment + content[2:])
    return path
