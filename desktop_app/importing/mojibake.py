"""Text that somebody has read in the wrong encoding before it was saved, made whole again.

A page is mended where nearly all of it that is not ASCII is so: one that quotes such text
is left as it is. Told by what the bytes are under the other encoding, for Western text by
ftfy's tables of what is never written.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_LOOKED_AT = 50_000  # letters
_FEW = 6  # letters that are not ASCII, under which nothing is told
# How UTF-8 looks when read as Windows-1252: a lead byte, then those that follow one.
_AFTER = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_AS_LATIN = re.compile(rf"[Â-ß][{_AFTER}]|[à-ï][{_AFTER}]{{2}}|[ð-ô][{_AFTER}]{{3}}")
_LATIN_LETTERS = re.compile(rf"[\xa0-\xff{_AFTER}]")
_LOST = re.compile("(?:锟斤拷)+锟?|(?:锟斤){2,}")  # the mark of a lost letter, read as GBK
_RUN = re.compile(r"[^\x00-\x7f]+")
_WIDE = re.compile(r"[^\x00-\x7f]")

Chinese = Callable[[str], float]


def mended(text: str, chinese: Chinese) -> str:
    """`text`, or what it was before it was read wrongly.

    `chinese` says how much of a text that is not ASCII is common Chinese, from 0 to 1.
    """
    # Most lines of a page are ASCII alone; without them this takes half the time.
    sample = "\n".join(line for line in text[:_LOOKED_AT].split("\n") if not line.isascii())
    runs = _RUN.findall(sample)
    wide = sum(map(len, runs))
    together = sum(len(run) for run in runs if len(run) > 1)
    if wide < _FEW or together * 10 < wide * 8:  # wrong letters come two at a time or more
        return text
    for attempt in (_utf8_as_latin, _gbk_as_latin, _utf8_as_gbk):
        if found := attempt(text, sample, wide, chinese):
            return found
    lost = sum(len(match.group()) for match in _LOST.finditer(sample))
    return _LOST.sub("\ufffd", text) if lost * 4 >= wide else text


def _utf8_as_latin(text: str, sample: str, wide: int, _chinese: Chinese) -> str:
    """UTF-8 that was read as Windows-1252: Ã©, â€™, æ±‰å­—."""
    if sum(len(match.group()) for match in _AS_LATIN.finditer(sample)) * 10 < wide * 8:
        return ""
    try:
        return text.encode(_latin()).decode("utf-8")
    except UnicodeError:
        from ftfy import fix_encoding  # noqa: PLC0415 (takes long to load)

        return "\n".join(fix_encoding(line) for line in text.split("\n"))


def _gbk_as_latin(text: str, sample: str, wide: int, chinese: Chinese) -> str:
    """GBK or Big5 that was read as Latin-1: ÖÐ¹ú."""
    if len(_LATIN_LETTERS.findall(sample)) * 100 < wide * 95:
        return ""
    content = _bytes_of_latin(text)
    found = max((content.decode(e, "replace") for e in ("gb18030", "big5hkscs")), key=chinese)
    return found if chinese(found) > 0.2 else ""


def _latin() -> str:
    """Windows-1252 with a letter for each byte: a codec that is there once ftfy is loaded."""
    import ftfy.bad_codecs  # noqa: PLC0415 (takes long to load)

    ftfy.bad_codecs.ok()
    return "sloppy-windows-1252"


def _bytes_of_latin(text: str) -> bytes:
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode(_latin(), "replace")


def _utf8_as_gbk(text: str, sample: str, wide: int, chinese: Chinese) -> str:
    """UTF-8 that was read as GBK: 姹夊瓧. Where letters were odd in number some are lost."""
    own = chinese(sample)
    piece = _read_as_utf8(sample)
    lost = piece.count("\ufffd") * 3 > len(_WIDE.findall(piece))
    if own > 0.1 or lost or chinese(piece.replace("\ufffd", "")) <= max(0.1, 2 * own):
        return ""
    return _read_as_utf8(text)


def _read_as_utf8(text: str) -> str:
    return text.replace("\ufffd", "?").encode("gb18030", "replace").decode("utf-8", "replace")
