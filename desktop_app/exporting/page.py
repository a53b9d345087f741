"""An item as a page, in XHTML that HTML parsers read alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.exchange import KEY, MEDIA_TYPE, VERSION
from desktop_app.exporting.markup import escaped, is_followed, linked_paragraphs
from desktop_app.exporting.own_data import Address, data_block, own_data
from desktop_app.exporting.structured import structured
from desktop_app.i18n.catalog import Catalog
from desktop_app.item_facts import detail_facts
from desktop_app.items import Item, Photo
from desktop_app.language.detect import paragraph_language


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Writes pages whose style and photos lie at the given addresses.

    `shown` gives the file to show of a photo, or None where it cannot be shown.
    `canonical` says whether the head may name the item's own address, which some
    packages take for a file of theirs.
    """

    catalog: Catalog
    style: str
    photo: Address
    shown: Callable[[str], str | None]
    canonical: bool = True

    def page(self, item: Item, way: str = "") -> str:
        """The page of `item`; `way` is XHTML that leads on to others."""
        head = [
            _script("application/ld+json", structured(item, self.photo)),
            _script(MEDIA_TYPE, own_data(item, self.photo)),
        ]
        if item.byline:
            head.insert(0, f'<meta name="author" content="{escaped(item.byline)}" />')
        if self.canonical and is_followed(item.url):
            head.insert(0, f'<link rel="canonical" href="{escaped(item.url)}" />')
        body = [way, "<article>", *self._article(item), "</article>"]
        return document(item.title, item.language, self.style, head, body)

    def contents(self, title: str, body: list[str]) -> str:
        """A page that leads to items and is none."""
        head = [_script(MEDIA_TYPE, {KEY: VERSION, "contents": True})]
        heading = f"<h1>{escaped(title)}</h1>"
        return document(title, code_of(self.catalog), self.style, head, [heading, *body])

    def _article(self, item: Item) -> Iterator[str]:
        yield f"<h1>{escaped(item.title)}</h1>"
        about = (self.catalog.date(item.date), item.byline, item.source)
        yield f'<div class="about">{escaped(" · ".join(each for each in about if each))}</div>'
        texts = [*linked_paragraphs(item.paragraphs, item.links)]
        photos = sorted(item.photos, key=lambda photo: photo.after)
        for place, text in enumerate([*texts, ""]):
            last = place == len(texts)
            while photos and (photos[0].after <= place or last):
                yield self._figure(photos.pop(0))
            if not last:
                yield f"<p{_in_language(item, place)}>{text}</p>"
        facts = list(self._facts(item))
        if facts:
            yield f'<footer lang="{code_of(self.catalog)}"><dl>{"".join(facts)}</dl></footer>'

    def _figure(self, photo: Photo) -> str:
        words = " · ".join(each for each in (photo.caption, photo.credit) if each)
        file, image = self.shown(photo.file) if photo.file else None, ""
        if file:
            image = f'<img src="{escaped(self.photo(file))}" alt="{escaped(photo.caption)}" />'
        return f"<figure>{image}<figcaption>{escaped(words)}</figcaption></figure>"

    def _facts(self, item: Item) -> Iterator[str]:
        """Names and values below the article."""
        if is_followed(item.url):
            yield _fact(self.catalog.text("Address"), _link(item.url, item.url))
        for alternate in item.alternates:
            if is_followed(alternate.address):
                name = self.catalog.language_name(alternate.language)
                yield _fact(name, _link(alternate.address, alternate.address))
        for name, value in detail_facts(self.catalog, item):
            yield _fact(name, escaped(value))


def document(title: str, language: str, style: str, head: list[str], body: list[str]) -> str:
    """A whole page; `head` and `body` are lines of XHTML."""
    code = escaped(language or "und")
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{code}" xml:lang="{code}">',
            "<head>",
            '<meta charset="utf-8" />',
            f"<title>{escaped(title) or '–'}</title>",
            '<meta name="viewport" content="width=device-width, initial-scale=1" />',
            '<meta name="generator" content="Beilin" />',
            f'<link rel="stylesheet" type="text/css" href="{escaped(style)}" />',
            *head,
            "</head>",
            "<body>",
            *(line for line in body if line),
            "</body>",
            "</html>",
            "",
        )
    )


def code_of(catalog: Catalog) -> str:
    """The language of the words around the items, by BCP 47."""
    locale = catalog.locale
    return "-".join(filter(None, (locale.language, locale.script or locale.territory)))


def _in_language(item: Item, place: int) -> str:
    """The attributes of a paragraph that is in another language than its page."""
    code = paragraph_language(item.paragraphs[place], item.language)
    if not item.other_languages or code == item.language:
        return ""
    return f' lang="{escaped(code)}" xml:lang="{escaped(code)}"'


def _script(media_type: str, value: object) -> str:
    return f'<script type="{media_type}">{data_block(value)}</script>'


def _fact(name: str, value: str) -> str:
    return f"<dt>{escaped(name)}</dt><dd>{value}</dd>"


def _link(address: str, words: str) -> str:
    return f'<a href="{escaped(address)}">{escaped(words)}</a>'
