"""What is known of an item beside its text, each fact with its name, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.homes import Home
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item, Origin
from desktop_app.messages import Message, message

KIND_NAMES = {
    "news": message("News"),
    "speech": message("Speech"),
    "bulletin": message("Bulletin"),
    "document": message("Document"),
}
_MATCHED = {
    "en": message("found in English"),
    "zh": message("found in Chinese"),
    "mul": message("found in both languages"),
}
_DETAIL_NAMES = {
    "subject": message("Subject"),
    "keyword": message("Keyword"),
    "place": message("Place"),
    "section": message("Section"),
    "copyright": message("Copyright"),
    "usage": message("Terms of use"),
    "embargo": message("Embargoed until"),
    "edition": message("Edition"),
    "series": message("Series"),
    "camera": message("Camera"),
    "slugline": message("Slugline"),
    "urgency": message("Urgency"),
    "note": message("Editor's note"),
}

Fact = tuple[str, str]


def item_facts(
    catalog: Catalog,
    item: Item,
    origin: Origin,
    copies: Sequence[Origin] = (),
    pair: str = "",
) -> list[Fact]:
    """The facts of an item as (name, value), none empty, in the language of `catalog`.

    `copies` are the places where it was found once more, `pair` the id of the item that tells
    the same in the other language.
    """
    text = catalog.text
    facts = [
        (text("Date"), catalog.date(item.date)),
        (text("Author"), item.byline),
        (text("Source"), item.source),
        (text("Kind"), catalog.message(KIND_NAMES.get(item.kind, Message(item.kind)))),
        (text("Language"), catalog.language_names(item.languages)),
        (text("Address"), item.url),
        *detail_facts(catalog, item),
        *_alternates(catalog, item),
        *origin_facts(catalog, origin),
        *((text("Copy"), each.address or f"{each.file} {each.part}".rstrip()) for each in copies),
        (text("Id"), item.id),
        (text("Paired with"), pair),
    ]
    return [(name, value) for name, value in facts if value]


def home_words(catalog: Catalog, home: Home | None) -> str:
    """The name of the archive an item is in, with those of others that have it too.

    "" where one archive is searched alone.
    """
    if home is None or not home.elsewhere:
        return home.name if home else ""
    also = catalog.items([name for _folder, name in home.elsewhere])
    return catalog.text("{archive}, also in {others}", archive=home.name, others=also)


def matched_words(catalog: Catalog, matched_language: str) -> str:
    """In which language a hit matched; "" where its query was asked in one only."""
    found = _MATCHED.get(matched_language)
    return catalog.message(found) if found else ""


def origin_facts(catalog: Catalog, origin: Origin) -> list[Fact]:
    """Where an item came from."""
    text = catalog.text
    place = f"{origin.file} {origin.part}".rstrip()
    if origin.offset is not None:
        offset = catalog.number(origin.offset)
        place = text("{place}, from byte {offset}", place=place, offset=offset)
    facts = [
        (text("File"), place),
        (text("Saved from"), origin.address),
        (text("Saved on"), catalog.date_text(origin.captured)),
    ]
    return [(name, value) for name, value in facts if value]


def detail_facts(catalog: Catalog, item: Item) -> Iterator[Fact]:
    """The details of an item, each name once, its values joined."""
    for name in dict.fromkeys(name for name, _value in item.details):
        values = [value for other, value in item.details if other == name]
        label = catalog.message(_DETAIL_NAMES.get(name, Message("{name}", {"name": name})))
        yield label, "; ".join(values)


def _alternates(catalog: Catalog, item: Item) -> Iterator[Fact]:
    for each in item.alternates:
        language = catalog.language_name(each.language)
        yield catalog.text("In another language ({language})", language=language), each.address
