"""An item as schema.org has it, for machines that read exported pages."""

from __future__ import annotations

from desktop_app.exporting.markup import is_followed
from desktop_app.exporting.own_data import Address
from desktop_app.items import Item

_TYPES = {"news": "NewsArticle", "bulletin": "NewsArticle", "speech": "Article"}
_DETAILS = {
    "subject": "about",
    "keyword": "keywords",
    "place": "contentLocation",
    "section": "articleSection",
    "copyright": "copyrightNotice",
    "usage": "usageInfo",
}


def structured(item: Item, address: Address) -> dict[str, object]:
    """JSON-LD of `item`; photos stand at their `address`."""
    facts: dict[str, object] = {
        "headline": item.title,
        "datePublished": item.date.isoformat() if item.date else "",
        "inLanguage": list(item.languages) if item.other_languages else item.language,
        "author": {"@type": "Person", "name": item.byline} if item.byline else "",
        "publisher": {"@type": "Organization", "name": item.source} if item.source else "",
        "url": item.url if is_followed(item.url) else "",
        "image": [
            _without_empty(
                {
                    "@type": "ImageObject",
                    "contentUrl": address(photo.file),
                    "caption": photo.caption,
                    "creditText": photo.credit,
                    "dateCreated": photo.taken,
                }
            )
            for photo in item.photos
            if photo.file
        ],
    }
    for name, value in item.details:
        if name in _DETAILS:
            facts[_DETAILS[name]] = [*_listed(facts.get(_DETAILS[name])), value]
    kind = _TYPES.get(item.kind, "Article")
    return {"@context": "https://schema.org", "@type": kind, **_without_empty(facts)}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _without_empty(facts: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in facts.items() if value}
