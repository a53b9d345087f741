"""``python3 -m desktop_app.i18n extract`` and ``compile``: the catalogs' two commands."""

from __future__ import annotations

import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from desktop_app import __version__
from desktop_app.i18n.languages import DOMAIN, catalog_file, languages, locale_of
from desktop_app.places import translations

_KEYWORDS: dict[str, Any] = {"text": None, "message": None, "plural": (1, 2)}
_EPOCH = datetime(2026, 1, 1, tzinfo=timezone.utc)
_METHODS: Any = [("**.py", "python")]


def collect() -> Catalog:
    """The sentences of the program as they stand in its code now."""
    package = Path(__file__).parent.parent
    template = _new(None)
    found = extract_from_dir(
        str(package), _METHODS, keywords=_KEYWORDS, comment_tags=("Translators:",)
    )
    for file, _line, text, comments, _context in found:
        template.add(text, locations=[(f"desktop_app/{file}", 0)], auto_comments=comments)
    return template


def extract() -> None:
    """Write the sentences of the program to the template and every catalog."""
    template = collect()
    _write(template, translations() / f"{DOMAIN}.pot")
    for language in languages():
        _update(language, template)


def _update(language: str, template: Catalog) -> None:
    path = catalog_file(language)
    with path.open("rb") as stream:
        catalog = read_po(stream, locale=str(locale_of(language)))
    # A sentence that changed must be translated again, not guessed from its neighbour.
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    _write(catalog, path)


def _new(language: str | None) -> Catalog:
    catalog = Catalog(
        locale=language,
        header_comment="# The sentences of Beilin.",
        project="Beilin",
        version=__version__,
        charset="utf-8",
        fuzzy=False,
    )
    # Extracting twice on different days must give the same file.
    catalog.creation_date = catalog.revision_date = _EPOCH
    return catalog


def _write(catalog: Catalog, path: Path) -> None:
    with path.open("wb") as stream:
        write_po(stream, catalog, width=100, sort_output=True, include_lineno=False)


def compile_all() -> None:
    """Write a .mo file beside every .po file."""
    for language in languages():
        with catalog_file(language).open("rb") as stream:
            catalog = read_po(stream, locale=str(locale_of(language)))
        with catalog_file(language).with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalog)


if __name__ == "__main__":
    {"extract": extract, "compile": compile_all}[sys.argv[1]]()
