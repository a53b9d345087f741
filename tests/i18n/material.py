"""The catalogs as they lie in the folder, for tests of them."""

from __future__ import annotations

from babel.messages.catalog import Catalog as Sentences
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from desktop_app.i18n.languages import catalog_file, locale_of


def sentences(language: str) -> Sentences:
    """The catalog of `language`."""
    with catalog_file(language).open("rb") as stream:
        return read_po(stream, locale=str(locale_of(language)))


def entries(language: str) -> list[Message]:
    """The sentences of `language`, its head left out."""
    return [each for each in sentences(language) if each.id]


def strings(each: Message) -> tuple[str, ...]:
    """The translations of one entry: several where it has plural forms."""
    return each.string if isinstance(each.string, tuple) else (each.string,)


def keys(each: Message) -> tuple[str, ...]:
    """The English of one entry: two where it counts."""
    return each.id if isinstance(each.id, tuple) else (each.id,)
