"""Writes small PDF files for the tests, as programs write them: lines at places, in fonts."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from PIL import Image

LATIN = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
CHINESE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UTF16-H/DescendantFonts"
    b"[<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/CIDSystemInfo"
    b"<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>]>>"
)


@dataclass
class PdfPage:
    """A page of 595 by 842 points; y grows upward."""

    content: list[bytes] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10) -> PdfPage:
        """Write one line, Chinese in a font of its own."""
        if text.isascii():
            safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            font, shown = b"/F1", b"(" + safe.encode("ascii") + b")"
        else:
            font, shown = b"/F2", b"<" + text.encode("utf-16-be").hex().encode() + b">"
        self.content.append(b"BT %s %g Tf %g %g Td %s Tj ET" % (font, size, x, y, shown))
        return self

    def lines(self, x: float, y: float, lines: Sequence[str], size: float = 10) -> float:
        """Write lines below each other; where the next would stand."""
        for line in lines:
            self.text(x, y, line, size)
            y -= 1.3 * size
        return y

    def picture(self, x: float, y: float, wide: float, high: float, jpeg: bytes) -> PdfPage:
        """Draw a picture with its lower left corner at (x, y)."""
        name = b"/I%d" % len(self.pictures)
        self.pictures.append(jpeg)
        self.content.append(b"q %g 0 0 %g %g %g cm %s Do Q" % (wide, high, x, y, name))
        return self


def jpeg(colour: str = "red", wide: int = 320, high: int = 200) -> bytes:
    """A photo of one colour."""
    content = io.BytesIO()
    Image.new("RGB", (wide, high), colour).save(content, "JPEG")
    return content.getvalue()


def pdf(pages: Sequence[PdfPage], info: str = "", extra: bytes = b"") -> bytes:
    """The file; `info` are entries of its information dictionary, `extra` of its trailer."""
    objects: list[bytes] = [b"", b"", LATIN, CHINESE, f"<<{info}>>".encode("latin-1")]
    kids: list[int] = []
    for page in pages:
        pictures = b""
        for number, picture in enumerate(page.pictures):
            wide, high = Image.open(io.BytesIO(picture)).size
            objects.append(
                b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB"
                b"/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n%s\nendstream"
                % (wide, high, len(picture), picture)
            )
            pictures += b"/I%d %d 0 R" % (number, len(objects))
        annotations = b"".join(
            b"<</Type/Annot/Subtype/Link/Rect[%g %g %g %g]/A<</S/URI/URI(%s)>>>>"
            % (*area, address.encode())
            for area, address in page.links
        )
        stream = zlib.compress(b"\n".join(page.content))
        objects.append(
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream)
        )
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font"
            b"<</F1 3 0 R/F2 4 0 R>>/XObject<<%s>>>>/Annots[%s]/Contents %d 0 R>>"
            % (pictures, annotations, len(objects))
        )
        kids.append(len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (refs, len(kids))
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info 5 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        extra,
        start,
    )
    return bytes(out)
