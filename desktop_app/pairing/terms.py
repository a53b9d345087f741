"""What both versions of a story share, whatever their language: terms, hashed with their kind."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
KIND_BITS = 3


class Kind(IntEnum):
    """What a term is; kept in its lowest bits."""

    LATIN = 0
    NUMBER = 1
    DAY = 2
    NAME = 3
    WORD = 4
    PHOTO = 5


def term(kind: Kind, text: str) -> int:
    """The term of `text`: 29 bits of a checksum, the same in every process, and its kind."""
    checksum = zlib.crc32(text.encode("utf-8", "replace"))
    return (checksum & ~((1 << KIND_BITS) - 1) & 0xFFFFFFFF) | kind


def terms_of(kind: Kind, texts: Iterable[str], most: int) -> list[int]:
    """The terms of the first `most` different `texts`."""
    different = dict.fromkeys(texts)
    return [term(kind, text) for text, _ in zip(different, range(most))]  # noqa: B905 (the first)


def kinds(terms: Array) -> Array:
    """The kind of each of `terms` (uint32)."""
    found: Array = terms & np.uint32((1 << KIND_BITS) - 1)
    return found
