"""The columns of a segment: one value a document, by document number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

import numpy as np

from desktop_app.search.codec.blocks import Array


@dataclass(frozen=True, slots=True)
class Numbers:
    """One number a document, in the narrowest type that holds them all."""

    values: Array


@dataclass(frozen=True, slots=True)
class Coded:
    """One of a few byte strings a document: `codes` are places in `values`."""

    codes: Array
    values: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Opaque:
    """A column as Whoosh itself writes it, for kinds this codec has no form of its own for."""

    content: Array


Column = Union[Numbers, Coded, Opaque]  # noqa: UP007 (3.10)


def narrow(values: Array) -> Array:
    """`values` in the narrowest little-endian type that holds them."""
    if values.dtype.kind == "f":
        return values
    least, most = (int(values.min()), int(values.max())) if len(values) else (0, 0)
    for kind in ("<u1", "<u2", "<u4") if least >= 0 else ("<i1", "<i2", "<i4"):
        if np.iinfo(kind).min <= least and most <= np.iinfo(kind).max:
            return values.astype(kind)
    return values.astype("<i8" if least < 0 or most < 1 << 63 else "<u8")


def coded(values: list[bytes]) -> Coded:
    """Code `values`, one a document, by the distinct ones in order of first use."""
    places: dict[bytes, int] = {}
    codes = [places.setdefault(value, len(places)) for value in values]
    return Coded(narrow(np.array(codes, np.int64)), tuple(places))
