"""``beilin photos``: the photos of an archive or of a search; listed, saved, or as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from desktop_app.archive import Archive
from desktop_app.search.highlight import Highlighter
from desktop_app.search_command import opened_current
from desktop_app.sheets.sheet import Sheet, SheetPhoto, SheetSort
from desktop_app.spoken_commands import QueryCommand, SpokenOption, limit_option, sort_option
from desktop_app.terminal import Terminal
from desktop_app.usage import NamedPath

_PAGE = 200  # photos read at a time


def photos_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """The command, which prints with `terminal` and shares two parameters with others."""

    def callback(
        archive: Path,
        query: str,
        sort: str,
        limit: int | None,
        pdf: Path | None,
        save: Path | None,
        as_json: bool,
    ) -> None:
        # Decoders, 60 ms that no other command needs.
        from desktop_app.prints.facts import photo_to_json, read_file  # noqa: PLC0415
        from desktop_app.prints.saving import save_photos, saved_words  # noqa: PLC0415

        terminal.query_problems(query)
        with opened_current(terminal, archive) as opened:
            sheet = _sheet(opened, query, SheetSort(sort))
            photos, title = list(_photos(sheet, limit)), query or opened.name
        if pdf is not None:
            from desktop_app.gui.sheet_pdf import write_without_window  # noqa: PLC0415 (Qt)

            pages = write_without_window(photos, pdf, terminal.catalog, title)
            _say_pages(terminal, pages, pdf)
        if save is not None:
            terminal.say(saved_words(terminal.catalog, save_photos(photos, save), save))
        if as_json:
            shapes = [photo_to_json(photo, read_file(photo)) for photo in photos]
            terminal.json({"total": len(sheet), "photos": shapes})
        elif pdf is None and save is None:
            _list(terminal, sheet, photos)

    help_ = terminal.catalog.text("List the photos of ARCHIVE, or of what QUERY finds.")
    params = [archive, *_parameters(terminal), as_json]
    return QueryCommand("photos", callback=callback, params=params, help=help_)


def _parameters(terminal: Terminal) -> list[click.Parameter]:
    text = terminal.catalog.text
    return [
        click.Argument(["query"], required=False, default=""),
        sort_option(SheetSort, SheetSort.NEWEST, text("The order of the photos.")),
        limit_option(text("How many photos to take; without it, all."), None),
        SpokenOption(
            ["--pdf"],
            type=NamedPath(),
            metavar="OUT",
            help=text("Write them as a contact sheet with captions to the PDF file OUT."),
        ),
        SpokenOption(
            ["--save"],
            type=NamedPath(),
            metavar="FOLDER",
            help=text("Copy them into FOLDER, each with its caption inside (XMP)."),
        ),
    ]


def _sheet(archive: Archive, query: str, sort: SheetSort) -> Sheet:
    if not query.strip():
        return archive.sheets.all(sort)
    matches = archive.search(query)
    return archive.sheets.of_items(matches.numbers, sort, Highlighter.of(matches.query))


def _photos(sheet: Sheet, limit: int | None) -> Iterator[SheetPhoto]:
    total = len(sheet) if limit is None else min(limit, len(sheet))
    for start in range(0, total, _PAGE):
        yield from (each for each in sheet.read(start, min(start + _PAGE, total)) if each)


def _list(terminal: Terminal, sheet: Sheet, photos: list[SheetPhoto]) -> None:
    """Print each photo's facts, then how many there are."""
    from desktop_app.prints.facts import photo_facts, read_file  # noqa: PLC0415 (as above)

    for photo in photos:
        terminal.facts(photo_facts(terminal.catalog, photo, read_file(photo)))
        terminal.say()
    terminal.say(terminal.catalog.plural("{count} photo", "{count} photos", len(sheet)))


def _say_pages(terminal: Terminal, pages: int, out: Path) -> None:
    catalog = terminal.catalog
    told = catalog.plural("{count} page", "{count} pages", pages)
    terminal.say(catalog.text("{pages} written to {path}", pages=told, path=out))
