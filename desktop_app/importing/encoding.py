"""From bytes to text: what a file says of its encoding, then what its bytes say."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from desktop_app.errors import ImportFailure
from desktop_app.importing.mojibake import mended
from desktop_app.language.tokens import HAN
from desktop_app.messages import message

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers read the smaller sets by the larger ones that contain them (WHATWG Encoding
# Standard, section 4.2), and pages rely on it.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "utf-16": "utf-8",  # in a meta element, which could not have been read as UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|"""
    rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# The most frequent characters of modern Chinese, in both scripts: text decoded by the
# wrong one of GB 18030 and Big5 has next to none of them.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产"
    "这為個國時來們於對會發動過說產新华社北京记者記者日月习近平电電學校学校市长部加强經經济濟"
)
# What pages name by mistake: one Chinese set for the other, the default of a server.
_CONFUSED = frozenset(("gb18030", "big5hkscs", "cp1252", "iso8859-15", "cp1254"))
_INSIDE_WORD = re.compile(r"(?<=[A-Za-z])[\u3400-\u9fff](?=[A-Za-z])")
_HZ = re.compile(rb"~\{((?:[\x21-\x77][\x21-\x7e])*)~\}")
_WESTERN = frozenset(
    "àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜÝŸ¿¡«»‹›ªº°·•©®™§¶€£¥"
    "‘’‚“”„–—…´½¼¾±×\xa0\xad"
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})


def decode(content: bytes, name: object = "", outside: str = "") -> str:
    """The text of a whole file, line ends as they are; a byte order mark is dropped.

    Order: byte order mark, valid UTF-8, the encoding `outside` declares (the header of a
    response), the page's own declaration, the shape of the bytes. Raises `ImportFailure`
    naming `name` where the bytes are no text at all. Text that was read wrongly before it
    was saved is mended.
    """
    return mended(_decoded(content, name, outside), _chinese)


def _decoded(content: bytes, name: object, outside: str) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    sample = content[:65536]
    if (wide := _wide(sample)) is not None:
        return content.decode(wide, "replace")
    if is_binary(sample):
        raise _no_text(name)
    if (hz := _hz(content)) is not None:
        return hz
    declared = (_known(outside), declared_encoding(content))
    named = (text for each in declared if each and (text := _by_name(content, each)))
    return _valid_utf8(content) or next(named, None) or _guessed(content, name)


def is_binary(sample: bytes) -> bool:
    """Whether the first bytes of a file are those of no text in any encoding."""
    if sample.startswith(tuple(mark for mark, _ in _BOMS)) or _wide(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 100 > len(sample) or b"\0\0\0\0" in sample


def declared_encoding(content: bytes) -> str | None:
    """The codec a page's meta element or XML declaration names, if Python has it."""
    match = _DECLARED.search(content[:65536])
    if not match:
        return None
    return _known((match[1] or match[2]).decode("ascii"))


def _known(name: str) -> str | None:
    """The codec a browser reads for the encoding called `name`, if Python has it."""
    try:
        own = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(own, own)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its ASCII (or line ends) is zero.

    A Chinese text has hardly more ASCII than its line ends; its characters tell it.
    """
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 8 * min(even, odd) or max(even, odd) * 500 < len(sample):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = sample.decode(encoding, "replace")
    if max(even, odd) * 8 <= len(sample) and _chinese(text) < 0.04:
        return None
    strange = sum(1 for c in text if not c.isprintable() and c not in "\t\n\r\f\u00a0\u3000\u2028")
    return encoding if strange * 50 <= len(text) else None


def _valid_utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _by_name(content: bytes, encoding: str) -> str | None:
    """The text by a declared encoding, unless that plainly is not its encoding."""
    try:
        text = content.decode(encoding, "replace")
    except (LookupError, UnicodeError):  # a codec that is no text encoding
        return None
    if encoding == "utf-8" and not _has_multibyte(text):
        return None
    if encoding in _CONFUSED and (better := _chinese_after_all(content, text)):
        return better
    if encoding in ("gb18030", "big5hkscs") and _is_western(text):
        return None
    return text if text.count("\ufffd") * 200 <= len(text) else None


def _is_western(text: str) -> bool:
    """Whether the Chinese characters of a text stand inside words: Espa駉l was Español."""
    wide = len(HAN.findall(text))
    return 0 < wide < 2 * len(_INSIDE_WORD.findall(text)) and _chinese(text) < 0.04


def _hz(content: bytes) -> str | None:
    """The text of HZ (RFC 1843): ASCII throughout, GB 2312 between ``~{`` and ``~}``."""
    if not content.isascii() or b"~{" not in content:
        return None
    raw = _HZ.sub(lambda match: bytes(b | 0x80 for b in match[1]), content)
    text = raw.replace(b"~~", b"~").decode("gb18030", "replace")
    return text if _chinese(text) > 0.04 else None


def _chinese_after_all(content: bytes, text: str) -> str | None:
    """Chinese text whose page names the other Chinese encoding, or a Western one."""
    own = _chinese(text)
    others = (content.decode(encoding, "replace") for encoding in ("gb18030", "big5hkscs"))
    best = max(others, key=_chinese)
    return best if _chinese(best) > max(0.15, 2 * own) else None


def _guessed(content: bytes, name: object) -> str:
    """The text by the encoding its bytes look most like."""
    if (japanese := _japanese(content)) is not None:
        return japanese
    texts = {e: content.decode(e, "replace") for e in ("gb18030", "big5hkscs", "utf-8")}
    best = max(texts.values(), key=_chinese)
    if _chinese(best) > 0.04:
        return best
    if texts["utf-8"].count("\ufffd") * 200 <= len(content):
        return (
            texts["utf-8"]
            if _has_multibyte(texts["utf-8"])
            else content.decode("cp1252", "replace")
        )
    if _reads_as_western(western := content.decode("cp1252", "replace")):
        return western
    sample = content if len(content) < 200_000 else content[:200_000]
    match = charset_normalizer.from_bytes(sample).best()
    if match is None:
        raise _no_text(name)
    return content.decode(match.encoding, "replace")


def _reads_as_western(text: str) -> bool:
    """Whether what is not ASCII is what Western languages write, a letter here and there."""
    wide = [character for character in text[:50_000] if character > "\x7f"]
    letters = sum(1 for character in text[:50_000] if "A" <= character <= "z")
    return not set(wide) - _WESTERN and len(wide) * 4 <= letters


def _japanese(content: bytes) -> str | None:
    """Japanese text: its kana are a fifth or more of it, and in Chinese there are none."""
    for encoding in ("euc_jp", "cp932"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        wide = sum(1 for character in text if character > "\x7f")
        if wide and sum(1 for c in text if "\u3041" <= c <= "\u3093") * 5 >= wide:
            return text
    return None


def _has_multibyte(text: str) -> bool:
    """Whether text read as UTF-8 with errors has more right characters than wrong ones."""
    wrong = text.count("\ufffd")
    return sum(1 for character in text if character > "\x7f") - wrong > wrong


def _chinese(text: str) -> float:
    """How much of `text` that is not ASCII is common Chinese, less what is broken."""
    wide = [character for character in text[:50_000] if character > "\x7f"]
    if not wide:
        return 0.0
    common = sum(1 for character in wide if character in _COMMON)
    return (common - 2 * wide.count("\ufffd")) / len(wide)


def _no_text(name: object) -> ImportFailure:
    return ImportFailure(
        message("{path} is not text in any known encoding; save it as UTF-8", path=name)
    )
