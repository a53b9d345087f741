"""The index's column of languages: those of a document in one value, the main one first."""

from __future__ import annotations

from desktop_app.search.engine import MIXED, Document

_BETWEEN = "\n"  # in no code, since those are one line


def joined_languages(document: Document) -> bytes:
    """The value of the column for `document`."""
    return _BETWEEN.join((document.language, *document.other_languages)).encode()


def languages_in(value: str) -> tuple[str, ...]:
    """What a document with this value is counted and found as; `MIXED` is the last."""
    languages = tuple(value.split(_BETWEEN))
    return (*languages, MIXED) if len(languages) > 1 else languages
