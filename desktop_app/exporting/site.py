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
from desktop_app.exporting.renditions import Renditions
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


def site(export: Export, spare: Path) -> Iterator[Part]:
    """Yield all files once, contents last; what is needed meanwhile is kept in `spare`.

    Each year has a folder of pages and of the photos they show, so that no page names
    a file above its own folder.
    """
    yield Part(STYLE_FILE, "text/css", STYLE)
    contents, photos = Contents(spare), PhotoParts(export, spare)
    maker = PageMaker(
        export.catalog, f"../{STYLE_FILE}", lambda file: f"photos/{file}", photos.shown
    )
    for before, item, after in neighbours(export.each()):
        links = way(export.catalog, f"../{INDEX}", _from(before), _from(after))
        whole, address = export.with_pictures(item), address_of(item)
        yield Part(address, _HTML, maker.page(whole, links), item.title, item)
        yield from photos.of(whole)
        contents.add(item, address)
    top = PageMaker(export.catalog, STYLE_FILE, str, photos.shown)
    for name, page in contents_pages(contents, export, top):
        yield Part(name, _HTML, page, export.name)


class PhotoParts:
    """The photos of items, in the folders of their years, each there once."""

    def __init__(self, export: Export, spare: Path) -> None:
        """Take photos from where `export` says, and make renditions in `spare`."""
        self._export = export
        self._renditions = Renditions(export, spare)
        self._given: set[str] = set()

    def shown(self, file: str) -> str | None:
        """The file a page shows for the photo `file`."""
        return self._renditions.shown(file)

    def of(self, item: Item) -> Iterator[Part]:
        """The photo files of `item` that have not been given yet, and what pages show."""
        for photo in item.photos:
            path = f"{year_name(item)}/photos/{photo.file}"
            if photo.file and path not in self._given:
                self._given.add(path)
                yield Part(path, media_type(photo.file), self._export.photo(photo.file))
                shown = self.shown(photo.file)
                if shown and shown != photo.file:
                    place = f"{year_name(item)}/photos/{shown}"
                    yield Part(place, media_type(shown), self._renditions.path(shown))


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
