"""How common Chinese words are: the list of the PyPI package wordfreq."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path

# Words to their Zipf frequencies: 3 is once in a million words, 6 once in a thousand.
Frequencies = Mapping[str, float]


def read_frequencies(path: Path) -> Frequencies:
    """The frequencies in a list as wordfreq keeps them, ``large_zh.msgpack.gz``.

    That is a list of lists of words; those in the nth stand 10 ** (-n / 100) of the time.
    """
    _head, *rows = _values(iter(gzip.decompress(path.read_bytes())))
    return {str(word): 9 - place / 100 for place, row in enumerate(rows) for word in row}


def _values(source: Iterator[int]) -> list[list[object]]:
    """The list that MessagePack has in `source`; its first value, a map, becomes empty."""
    found = _value(source)
    if not isinstance(found, list):
        raise TypeError("no list of words")
    return [row if isinstance(row, list) else [] for row in found]


def _value(source: Iterator[int]) -> object:
    """The next value, of those of MessagePack's kinds that occur in the list."""
    kind = next(source)
    if kind < 0x80:  # a small number
        return kind
    if kind < 0x90:  # a map
        return [(_value(source), _value(source)) for _ in range(kind & 0x0F)] and None
    if kind < 0xA0:
        return [_value(source) for _ in range(kind & 0x0F)]
    if kind < 0xC0:
        return _text(source, kind & 0x1F)
    widths = {0xD9: 1, 0xDA: 2, 0xDC: 2, 0xDD: 4}
    size = int.from_bytes([next(source) for _ in range(widths[kind])], "big")
    return _text(source, size) if kind < 0xDC else [_value(source) for _ in range(size)]


def _text(source: Iterator[int], size: int) -> str:
    return bytes(next(source) for _ in range(size)).decode("utf-8")
