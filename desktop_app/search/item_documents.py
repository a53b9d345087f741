"""From an item to the document an engine indexes."""

from __future__ import annotations

from desktop_app.items import Item
from desktop_app.search.engine import Document


def document_of(number: int, item: Item) -> Document:
    """`item` as engines take it; `number` is the store's.

    All of a speech is said by whoever gives it; elsewhere statements tell who said what.
    """
    is_speech = item.kind == "speech" and not item.statements
    speakers = dict.fromkeys(statement.speaker for statement in item.statements)
    return Document(
        number=number,
        title=item.title,
        paragraphs=item.paragraphs,
        captions=tuple(photo.caption for photo in item.photos if photo.caption),
        date=item.date,
        language=item.language,
        kind=item.kind,
        source=item.source,
        has_photo=any(photo.file for photo in item.photos),
        speakers=(item.byline,) if is_speech and item.byline else tuple(speakers),
        said=item.paragraphs if is_speech else tuple(each.text for each in item.statements),
        other_languages=item.other_languages,
    )
