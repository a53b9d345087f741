"""Traits as rows of the database and back."""

from __future__ import annotations

import numpy as np

from desktop_app.pairing.terms import Array
from desktop_app.pairing.traits import Traits

Row = tuple[int, int, int, int, bytes, bytes, bytes, bytes]


def row_of(traits: Traits) -> Row:
    """The row of `traits`."""
    places = (each.astype("<i8").tobytes() for each in (traits.own, traits.named, traits.neutral))
    own, named, neutral = places
    terms = traits.terms.astype("<u4").tobytes()
    head = traits.number, int(traits.is_chinese), traits.day, traits.length
    return (*head, own, named, neutral, terms)


def traits_from(row: Row) -> Traits:
    """The traits in a row."""
    number, chinese, day, length, own, named, neutral, terms = row
    return Traits(
        number=number,
        is_chinese=bool(chinese),
        day=day,
        length=length,
        own=_places(own),
        named=_places(named),
        neutral=_places(neutral),
        terms=np.frombuffer(terms, "<u4"),
    )


def _places(content: bytes) -> Array:
    return np.frombuffer(content, "<i8")
