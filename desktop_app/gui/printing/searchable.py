"""Makes the text of a PDF that Qt has written come out as it was.

A font may draw several characters with one drawing, and Qt tells the first of them: 走 comes
out as the radical ⾛, a space as a tab, ``fi`` as one letter. Searching and copying in a reader
of PDF go by what is told (ISO 32000-1, 9.10.3, "ToUnicode CMaps").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

# Radicals, forms kept for older encodings, joined letters: what stands for something else.
_STAND_INS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
# Characters that share a drawing in Noto CJK with a later one that is meant far more often:
# signs, and radicals of the supplement, for which Unicode has no decomposition.
_SHARED = dict(
    zip(
        "\u2012\u2215\u2329\u232a\u301c"
        "⺂⺃⺅⺉⺋⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺞⺟⺠⺡⺣⺤⺦⺨⺫⺭⺯⺰⺱⺲⺳⺹⺺⺾⺿⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻠"
        "⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "\u2013\uff0f\u3008\u3009\uff5e"
        "乛乚亻刂㔾兀尣尢巳幺彑彐忄扌攵旡歺母民氵灬爫丬犭罒礻糹纟罓罒㓁耂肀艹艹虎衤覀西见角讠贝车辶辶辶钅長镸长门阝青韦页风飞食飠饣"
        "马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
# By its decomposition the radical ⼾ is 戶; in faces for simplified texts it is drawn as 户.
_EITHER = {"戶": "户"}
_SPACES = ("\t", "\u00a0")
# What each drawing of a run stands for, as Qt writes it: one list for each run.
_LIST = re.compile(rb"\[[^\]]*\]")
_TOLD = re.compile(rb"<([0-9A-Fa-f]{4})>")


def make_searchable(path: Path, printed: str = "") -> None:
    """Mend the PDF file `path`, which Qt wrote: what its drawings stand for is told again.

    `printed` is the text in it, where it is known.
    Only that is added at its end; pages and photos stay as they are.
    """
    writer = PdfWriter(path, incremental=True)
    for told in _told(writer):
        data = told.get_data()
        mended = mend(data, printed)
        if mended != data:
            told.set_data(mended)
    writer.write(path)


def mend(told: bytes, printed: str = "") -> bytes:
    """A ToUnicode CMap with the characters that were meant, of the text `printed`."""
    either = {one: other for one, other in _EITHER.items() if one not in printed}
    return _LIST.sub(lambda run: _TOLD.sub(lambda one: _meant(one[1], either), run[0]), told)


def _meant(code: bytes, either: Mapping[str, str]) -> bytes:
    character = chr(int(code, 16))
    if character in _SPACES:
        character = " "
    elif character in _SHARED:
        character = _SHARED[character]
    elif _STAND_INS.match(character):
        character = unicodedata.normalize("NFKC", character)
    character = either.get(character, character)
    return b"<" + character.encode("utf-16-be").hex().upper().encode() + b">"


def _told(writer: PdfWriter) -> Iterator[StreamObject]:
    """The CMaps of all fonts, each once."""
    seen = set()
    for page in writer.pages:
        resources = cast(DictionaryObject, page["/Resources"])
        for font in cast(DictionaryObject, resources.get("/Font", {})).values():
            held = cast(DictionaryObject, font.get_object()).raw_get("/ToUnicode")
            if isinstance(held, IndirectObject) and held.idnum not in seen:
                seen.add(held.idnum)
                stream = held.get_object()
                if isinstance(stream, StreamObject):
                    yield stream
