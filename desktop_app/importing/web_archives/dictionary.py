"""The dictionary with which the frames of a .warc.zst are compressed.

It stands in a skippable frame at the head of the file, itself compressed or not: "Use of
Zstandard Compression in WARC Files", section "Dictionary frame", of the IIPC.
"""

from __future__ import annotations

import zstandard

from desktop_app.importing.web_archives.inflaters import ZSTD
from desktop_app.importing.web_archives.region import Window

_SKIPPABLE = frozenset(bytes((0x50 + n, 0x2A, 0x4D, 0x18)) for n in range(16))  # RFC 8878, 3.1.2
DICTIONARY_FRAME = b"\x5d\x2a\x4d\x18"
DICTIONARY = b"\x37\xa4\x30\xec"
_MOST = 16 << 20  # bytes of a dictionary; `zstd --train` makes 110 KB


def skippable(head: bytes) -> int:
    """The bytes of the skippable frame that `head` begins; 0 where it begins none."""
    if len(head) < 8 or head[:4] not in _SKIPPABLE:
        return 0
    return 8 + int.from_bytes(head[4:8], "little")


def read_dictionary(raw: Window) -> zstandard.ZstdCompressionDict | None:
    """The dictionary at the head of a file; None where it has none that can be read."""
    raw.seek(0)
    head = raw.read(8)
    size = skippable(head) - 8
    if not head.startswith(DICTIONARY_FRAME) or not 8 <= size <= _MOST:
        return None
    content = b""
    while len(content) < size and (piece := raw.read(size - len(content))):
        content += piece
    if content.startswith(ZSTD):
        try:
            content = zstandard.ZstdDecompressor().stream_reader(content).read(_MOST)
        except zstandard.ZstdError:
            return None
    if not content.startswith(DICTIONARY):
        return None
    return zstandard.ZstdCompressionDict(content, dict_type=zstandard.DICT_TYPE_FULLDICT)
