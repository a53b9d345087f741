"""Field lengths in one byte each, by Whoosh's own scale.

Whoosh's stock codec scores by lengths rounded to 256 steps; using the same steps
gives the same BM25F scores, and a byte a document.
"""

from __future__ import annotations

import numpy as np
from whoosh.util.numeric import byte_to_length

from desktop_app.search.codec.blocks import Array

# The length each byte stands for, int64, ascending.
LENGTHS: Array = np.array([byte_to_length(byte) for byte in range(256)], np.int64)
_LARGEST = 106374  # from here on Whoosh uses the last byte


def length_bytes(lengths: Array) -> Array:
    """The byte (uint8) of each of `lengths`, as `whoosh.util.numeric.length_to_byte`."""
    bytes_ = np.searchsorted(LENGTHS, lengths)
    return np.where(lengths >= _LARGEST, 255, bytes_).astype("u1")
