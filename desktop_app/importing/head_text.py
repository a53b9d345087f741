"""The text a file begins with, by which formats that have no magic number are told."""

from __future__ import annotations

import codecs
from functools import lru_cache

from desktop_app.errors import ImportFailure
from desktop_app.importing.encoding import decode, is_binary

SAMPLE = 32 * 1024  # bytes looked at, whatever the size of the file


@lru_cache(maxsize=2)  # every format in turn asks for the same file's
def head_text(head: bytes) -> str | None:
    """The text of a file whose first bytes are `head`, line ends as Unix has them.

    None where it is no text. A character or line that the sample cuts is left out, unless
    the whole sample is one line.
    """
    sample = head[:SAMPLE]
    if is_binary(sample):
        return None
    try:
        text = _utf8(sample) or decode(_whole_lines(sample, len(head) > SAMPLE))
    except ImportFailure:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _utf8(sample: bytes) -> str:
    """The text where the sample is valid UTF-8 but for a cut last character; else ""."""
    if b"\0" in sample or b"~{" in sample:  # UTF-16, HZ
        return ""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        return decoder.decode(sample).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return ""


def _whole_lines(sample: bytes, is_cut: bool) -> bytes:
    """`sample` without a last line that is cut, and maybe a character in it."""
    if b"\0" in sample:  # two bytes a character
        return sample[: len(sample) // 2 * 2]
    end = sample.rfind(b"\n") + 1
    return sample[:end] if is_cut and end else sample
