"""Export as a folder of HTML pages that needs no program but a browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from desktop_app.exporting.contents import Contents
from desktop_app.exporting.contents_pages import contents_pages, way
from desktop_app.exporting.export import Export
from desktop_app.exporting.names import file_name, year_name
from desktop_app.exporting.page import PageMaker
from desktop_app.exporting.style import STYLE
from desktop_app.exporting.whole import OwnFolder, scratch, whole_folder
from desktop_app.items import Item

_T = TypeVar("_T")


class HtmlFolder:
    """A folder for each year with its pages and photos, and tables of contents above."""

    name = "html"
    suffix = ""

    def write(self, export: Export, out: Path) -> int:
        """Write the folder `out`."""
        with whole_folder(out) as folder, scratch(out) as spare:
            contents = Contents(spare)
            count = _write_items(export, folder, contents)
            for name, page in contents_pages(
                contents, export, PageMaker(export.catalog, "style.css", str)
            ):
                folder.write(name, page)
            folder.write("style.css", STYLE)
        return count


def _write_items(export: Export, folder: OwnFolder, contents: Contents) -> int:
    maker = PageMaker(export.catalog, "../style.css", lambda file: f"photos/{file}")
    count = 0
    for before, item, after in neighbours(export.each()):
        address, year = _address(item), year_name(item)
        links = way(export.catalog, "../index.html", *(_from(each) for each in (before, after)))
        folder.write(address, maker.page(item, links))
        for photo in item.photos:
            if photo.file and (source := export.picture(photo.file)):
                folder.copy(f"{year}/photos/{photo.file}", source)
        contents.add(item, address)
        count += 1
    return count


def _address(item: Item) -> str:
    return f"{year_name(item)}/{file_name(item.id)}.html"


def _from(item: Item | None) -> str:
    """The address of an item's page from another's."""
    return f"../{_address(item)}" if item else ""


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
