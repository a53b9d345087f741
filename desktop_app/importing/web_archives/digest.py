"""Whether a block is the one its record was written with."""

from __future__ import annotations

import base64
import hashlib

_ALGORITHMS = frozenset(("md5", "sha1", "sha224", "sha256", "sha384", "sha512"))


def differs(block: bytes, labelled: str) -> bool:
    """Whether `block` is not that of the digest `labelled`, as ``sha1:`` and base 32 or 16 or 64.

    ISO 28500:2017, 5.8, leaves algorithm and encoding open; what is unknown differs from
    nothing.
    """
    algorithm, _, value = labelled.strip().partition(":")
    algorithm = algorithm.strip().lower().replace("-", "")
    if algorithm not in _ALGORITHMS or not value:
        return False
    digest = hashlib.new(algorithm, block, usedforsecurity=False).digest()
    plain = value.strip().rstrip("=")
    forms = (base64.b64encode(digest), base64.urlsafe_b64encode(digest))
    texts = (form.decode("ascii").rstrip("=") for form in forms)
    folded = (digest.hex(), base64.b32encode(digest).decode("ascii").rstrip("=").lower())
    return plain.lower() not in folded and plain not in texts
