"""Export as an EPUB 3.3 book: a chapter an item, in the order of the export."""

from __future__ import annotations

import uuid
import zipfile
from collections.abc import Iterator
from datetime import datetime, timezone
from itertools import groupby
from pathlib import Path

from desktop_app.exporting.contents import UNDATED
from desktop_app.exporting.contents_pages import month_words
from desktop_app.exporting.export import Export
from desktop_app.exporting.lines import Listing
from desktop_app.exporting.markup import escaped
from desktop_app.exporting.page import PageMaker, code_of, document
from desktop_app.exporting.site import STYLE_FILE, PhotoParts, address_of
from desktop_app.exporting.style import STYLE
from desktop_app.exporting.whole import scratch, whole_file
from desktop_app.items import Item

_ROOT = "EPUB"
_NAV = "nav.xhtml"
_SUFFIX = ".xhtml"
_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_XHTML = "application/xhtml+xml"
_CONTAINER = f"""{_XML}\
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{_ROOT}/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


class Epub:
    """One book."""

    name = "epub"
    suffix = ".epub"

    def write(self, export: Export, out: Path) -> int:
        """Write the file `out`."""
        with (
            whole_file(out) as part,
            scratch(out) as spare,
            zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as book,
        ):
            # First and uncompressed, so that its bytes tell what the file is (OCF 4.2).
            book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
            book.writestr("META-INF/container.xml", _CONTAINER)
            return _Writer(export, book, spare).write()


class _Writer:
    """Writes one book."""

    def __init__(self, export: Export, book: zipfile.ZipFile, spare: Path) -> None:
        self._export = export
        self._book = book
        self._chapters = Listing(spare / "chapters")
        self._photos = Listing(spare / "photos")
        self._parts = PhotoParts(export, spare)
        self._languages: dict[str, None] = {}
        self._count, self._runs, self._month = 0, 0, ""

    def write(self) -> int:
        """Write everything and return the number of items."""
        self._text(STYLE_FILE, STYLE)
        # A canonical address would be a file of the book that is not in it.
        style = f"../{STYLE_FILE}"
        maker = PageMaker(
            self._export.catalog, style, lambda f: f"photos/{f}", self._parts.shown, canonical=False
        )
        for item in self._export.each():
            whole = self._export.with_pictures(item)
            self._text(address_of(whole, _SUFFIX), _XML + maker.page(whole))
            self._note(whole)
            for part in self._parts.of(whole):
                self._photos.add(part.path, part.media_type)
                self._book.write(str(part.content), f"{_ROOT}/{part.path}", zipfile.ZIP_STORED)
        self._text(_NAV, _XML + self._navigation())
        self._text("package.opf", "\n".join(self._package()))
        return self._count

    def _text(self, name: str, text: str) -> None:
        self._book.writestr(f"{_ROOT}/{name}", text)

    def _note(self, item: Item) -> None:
        """Remember a chapter for the tables at the book's end."""
        month = item.date.isoformat()[:7] if item.date else UNDATED
        self._chapters.add(address_of(item, _SUFFIX), item.title, item.language, month)
        self._runs += month != self._month
        self._month = month
        for language in item.languages:
            self._languages[language or "und"] = None
        self._count += 1

    def _navigation(self) -> str:
        """The table of contents, by month where the items' order is one of time."""
        catalog = self._export.catalog
        if self._runs * 2 <= self._count:
            lines = []
            for month, rows in groupby(self._chapters, key=lambda row: row[3]):
                lines.append(f"<li><span>{escaped(month_words(catalog, month))}</span><ol>")
                lines += [*map(_entry, rows), "</ol></li>"]
        else:
            lines = [_entry(row) for row in self._chapters]
        title = catalog.text("Contents")
        body = [f'<nav epub:type="toc"><h1>{escaped(title)}</h1><ol>', *lines, "</ol></nav>"]
        page = document(self._export.name, code_of(catalog), STYLE_FILE, [], body)
        return page.replace("<html ", '<html xmlns:epub="http://www.idpf.org/2007/ops" ', 1)

    def _package(self) -> Iterator[str]:
        """The package document: what the book is, its files, the order of its chapters."""
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield _XML + (
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">\n'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
            f'<dc:identifier id="id">urn:uuid:{uuid.uuid4()}</dc:identifier>\n'
            f"<dc:title>{escaped(self._export.name) or '–'}</dc:title>"
        )
        for language in self._languages or {code_of(self._export.catalog): None}:
            yield f"<dc:language>{escaped(language)}</dc:language>"
        yield f'<meta property="dcterms:modified">{now}</meta>\n</metadata>\n<manifest>'
        yield f'<item id="nav" href="{_NAV}" media-type="{_XHTML}" properties="nav"/>'
        yield f'<item id="style" href="{STYLE_FILE}" media-type="text/css"/>'
        for number, (address, *_) in enumerate(self._chapters):
            yield f'<item id="c{number}" href="{escaped(address)}" media-type="{_XHTML}"/>'
        for number, (path, kind) in enumerate(self._photos):
            yield f'<item id="p{number}" href="{escaped(path)}" media-type="{kind}"/>'
        yield "</manifest>\n<spine>"
        yield from (f'<itemref idref="c{number}"/>' for number in range(self._count))
        yield "</spine>\n</package>\n"


def _entry(row: list[str]) -> str:
    address, title, language, _month = row
    code = escaped(language or "und")
    return (
        f'<li lang="{code}" xml:lang="{code}">'
        f'<a href="{escaped(address)}">{escaped(title) or "–"}</a></li>'
    )
