"""What is kept of an item for pairing: where it lies, its day and length, its terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from desktop_app.items import Item, Origin
from desktop_app.language.folding import fold
from desktop_app.pairing.days import days
from desktop_app.pairing.latin import latin_words
from desktop_app.pairing.names import chinese_names, english_names
from desktop_app.pairing.numerals import numbers
from desktop_app.pairing.places import keys, named_places, neutral_places, own_places
from desktop_app.pairing.terms import Array, Kind, terms_of
from desktop_app.pairing.translating import MOST_CHINESE, MOST_ENGLISH, Translator

VERSION = 1
"""Of the rules by which traits are read; a higher one has all archives paired anew."""

_MOST_CHARACTERS = 20_000  # of an item's text: a book's first chapters tell it
_LATIN, _NUMBERS, _DAYS, _NAMES, _PHOTOS = 400, 120, 20, 120, 40  # terms of a kind at most


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """An item as the matcher sees it.

    `day` is a proleptic ordinal, 0 for none; `length` in characters of its text. `own`, `named`
    and `neutral` are keys of places (int64); `terms` uint32, ascending, each once.
    """

    number: int
    is_chinese: bool
    day: int
    length: int
    own: Array
    named: Array
    neutral: Array
    terms: Array


def side(language: str) -> bool | None:
    """Whether a language is Chinese (True) or English (False); None for others."""
    main = language.lower().replace("_", "-").partition("-")[0]
    return {"zh": True, "en": False}.get(main)


def traits_of(
    number: int, item: Item, origin: Origin, translator: Translator | None = None
) -> Traits | None:
    """The traits of an item, which has this number; None where it is in neither language."""
    is_chinese = side(item.language)
    if is_chinese is None:
        return None
    text = "\n".join((item.title, *item.paragraphs, *(photo.caption for photo in item.photos)))
    read = _terms(item, text[:_MOST_CHARACTERS], is_chinese, translator)
    return Traits(
        number=number,
        is_chinese=is_chinese,
        day=item.date.toordinal() if item.date else 0,
        length=len(text),
        own=np.array(keys(own_places(item, origin)), np.int64),
        named=np.array(keys(named_places(item, origin)), np.int64),
        neutral=np.array(keys(neutral_places(item, origin)), np.int64),
        terms=np.unique(np.fromiter(read, np.uint32)),
    )


def _terms(item: Item, text: str, is_chinese: bool, translator: Translator | None) -> Iterator[int]:
    names = chinese_names if is_chinese else english_names
    speakers = " , ".join(dict.fromkeys(said.speaker for said in item.statements))
    photos = (photo.file for photo in item.photos if photo.file)
    yield from terms_of(Kind.LATIN, latin_words(text), _LATIN)
    yield from terms_of(Kind.NUMBER, numbers(fold(text)), _NUMBERS)
    yield from terms_of(Kind.DAY, days(text), _DAYS)
    yield from terms_of(Kind.NAME, chain(names(speakers), names(text)), _NAMES)
    yield from terms_of(Kind.PHOTO, photos, _PHOTOS)
    if translator is not None:
        most = MOST_CHINESE if is_chinese else MOST_ENGLISH
        yield from terms_of(Kind.WORD, translator.words(text, is_chinese), most)
