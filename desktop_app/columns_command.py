"""The command that shows how a table is read, and corrects it: `beilin columns`."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.tables.preview import NOTHING, TablePreview, corrected, preview
from desktop_app.manifest import FILE
from desktop_app.spoken_commands import SpokenCommand, SpokenOption, catalog_of
from desktop_app.terminal import Terminal
from desktop_app.usage import NamedPath

_ROWS = 3  # shown to a person
_CELL = 60  # characters of a cell


def columns_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """``beilin columns``."""
    text = terminal.catalog.text
    file = click.Argument(["file"], type=NamedPath())
    set_ = SpokenOption(
        ["changes", "--set"],
        multiple=True,
        metavar="FIELD=COLUMN",
        callback=_pairs,
        help=text("Read COLUMN (its number or name) as FIELD, and remember it in ARCHIVE."),
    )

    def callback(
        archive: Path, file: Path, changes: tuple[tuple[str, str], ...], as_json: bool
    ) -> int:
        table = preview(file, _saved(archive))
        fields = corrected(table, changes).fields
        if changes:
            with open_for_import(archive) as opened:
                opened.save_columns({table.signature: fields})
        if as_json:
            terminal.json(_to_json(table, fields))
        else:
            _show(terminal, table, fields, bool(changes))
        return 0

    help_ = text("Show how the columns of the table FILE are read, and correct it.")
    params = [archive, file, set_, as_json]
    return SpokenCommand("columns", callback=callback, params=params, help=help_)


def _saved(archive: Path) -> dict[str, tuple[str, ...]]:
    """The mappings the archive keeps; none where it is still to be made."""
    if not (archive / FILE).exists():
        return {}
    with open_archive(archive) as opened:
        return opened.columns()


def _pairs(
    context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Each ``FIELD=COLUMN`` as a pair; raises `BadParameter`."""
    pairs = [value.partition("=") for value in values]
    if not all(sign and column.strip() for _field, sign, column in pairs):
        raise click.BadParameter(catalog_of(context).text("write title=3 or date=NAME"))
    return tuple((field.strip().lower(), column.strip()) for field, _sign, column in pairs)


def _to_json(table: TablePreview, fields: tuple[str, ...]) -> dict[str, object]:
    return {
        "file": str(table.path),
        "sheet": table.sheet,
        "header": list(table.names),
        "fields": list(fields),
        "sure": table.mapping.sure,
        "rows": [list(row) for row in table.rows],
    }


def _show(terminal: Terminal, table: TablePreview, fields: tuple[str, ...], saved: bool) -> None:
    text = terminal.catalog.text
    shown = Table(box=None, padding=(0, 2), show_edge=False)
    headings = [text("Column"), text("Name"), text("Read as"), text("First lines")]
    for heading in headings:
        shown.add_column(heading)
    for place, (name, field) in enumerate(zip(table.names, fields, strict=True)):
        cells = (row[place].replace("\n", " ")[:_CELL] for row in table.rows[:_ROWS])
        first = " | ".join(cells)
        shown.add_row(str(place + 1), *(Text(each) for each in (name, field or NOTHING, first)))
    terminal.table(shown)
    if saved:
        terminal.say(text("The archive remembers this for tables with the same header."))
    elif not table.mapping.sure:
        terminal.say(text("Is it not so? Correct it: --set title=3 --set none=4"))
