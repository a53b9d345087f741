"""An export as a small site: a page for each item, its photos, pages of contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from desktop_app.exporting.contents import Contents
from desktop_app.exporting.contents_pages import contents_pages, way
from desktop_app.exporting.export import Export
from desktop_app.exporting.names import file_name, media_type, year_name
from desktop_app.exporting.page import PageMaker
from desktop_app.exporting.style import STYLE
from desktop_app.items import Item

INDEX = "index.html"
STYLE_FILE = "style.css"
_HTML = "text/html"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the site at `path`, its content a text or a file; `item` is a page's own."""

    path: str
    media_type: str
    content: str | Path
    title: str = ""
    item: Item | None = None


def site(export: Export, contents: Contents) -> Iterator[Part]:
    """Yield all files once, contents last; `contents` takes note of the items.

    Each year has a folder of pages and of the photos they show, so that no page names
    a file above its own folder.
    """
    yield Part(STYLE_FILE, "text/css", STYLE)
    maker = PageMaker(export.catalog, f"../{STYLE_FILE}", lambda file: f"photos/{file}")
    shown: set[str] = set()
    for before, item, after in neighbours(export.each()):
        links = way(export.catalog, f"../{INDEX}", _from(before), _from(after))
        whole, address = export.with_pictures(item), address_of(item)
        yield Part(address, _HTML, maker.page(whole, links), item.title, item)
        yield from photo_parts(export, whole, f"{year_name(item)}/photos", shown)
        contents.add(item, address)
    top = PageMaker(export.catalog, STYLE_FILE, str)
    for name, page in contents_pages(contents, export, top):
        yield Part(name, _HTML, page, export.name)


def photo_parts(export: Export, item: Item, folder: str, shown: set[str]) -> Iterator[Part]:
    """The photo files of `item` that are not among those `shown` already."""
    for photo in item.photos:
        path = f"{folder}/{photo.file}"
        if photo.file and path not in shown:
            shown.add(path)
            yield Part(path, media_type(photo.file), export.photo(photo.file))


def address_of(item: Item, suffix: str = ".html") -> str:
    """Where an item's page is."""
    return f"{year_name(item)}/{file_name(item.id)}{suffix}"


def _from(item: Item | None) -> str:
    """The address of an item's page from another's."""
    return f"../{address_of(item)}" if item else ""


def neighbours(values: Iterable[_T]) -> Iterator[tuple[_T | None, _T, _T | None]]:
    """Each value between the one before and the one after."""
    before: _T | None = None
    here: _T | None = None
    for after in values:
        if here is not None:
            yield before, here, after
        before, here = here, after
    if here is not None:
        yield before, here, None
