"""The command `print`: items on pages, as a PDF file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.archive import Archive
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.messages import message
from desktop_app.search_command import opened_current
from desktop_app.spoken_commands import SpokenCommand, SpokenOption
from desktop_app.terminal import Terminal, interruptible
from desktop_app.usage import INTERRUPTED, NamedPath

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.items import Item

# Those of `gui.printing.paper`, which needs Qt; the tests hold that they are all.
_PAPERS, _SIZES, _FACES = ("A4", "A5", "B5", "Letter"), ("S", "M", "L"), ("serif", "sans")


def print_command(terminal: Terminal, archive: click.Argument) -> click.Command:
    """``beilin print``."""
    text = terminal.catalog.text

    def callback(
        archive: Path,
        item_ids: tuple[str, ...],
        pdf: Path,
        query: str | None,
        pairs: bool,
        **how: Any,  # noqa: ANN401 (the options of `choices_of`)
    ) -> int:
        from desktop_app.gui.printing.command import choices_of, print_items  # noqa: PLC0415 (Qt)

        choices = choices_of(**how)
        with opened_current(terminal, archive) as opened, interruptible() as stop:
            items = _items(opened, item_ids, query)
            try:
                with terminal.index_progress() as progress:
                    pages = print_items(
                        opened, items, pdf, choices, pairs, terminal.catalog, progress, stop
                    )
            except Cancelled:
                return INTERRUPTED
        terminal.say(
            terminal.catalog.plural(
                "{count} page was written to {path}", "{count} pages were written to {path}",
                pages, path=pdf,
            )
        )  # fmt: skip
        return 0

    ids = click.Argument(["item_ids"], metavar="[ID...]", nargs=-1)
    params = [archive, ids, *_parameters(terminal)]
    help_ = text("Write the items ID of ARCHIVE to a PDF file, with their photos.")
    return SpokenCommand("print", callback=callback, params=params, help=help_)


def _parameters(terminal: Terminal) -> list[click.Parameter]:
    text = terminal.catalog.text
    return [
        SpokenOption(
            ["--pdf"], type=NamedPath(), metavar="OUT.pdf", required=True,
            help=text("The file to write."),
        ),
        SpokenOption(
            ["--query"], metavar="Q",
            help=text("The first 500 items that this search finds, instead of those named."),
        ),
        SpokenOption(
            ["--pairs"], is_flag=True,
            help=text("Items beside their counterparts in the other language, in two columns."),
        ),
        SpokenOption(
            ["--paper"], type=click.Choice(_PAPERS), default="A4", show_default=True,
            help=text("The paper."),
        ),
        SpokenOption(
            ["--size"], type=click.Choice(_SIZES), default="M", show_default=True,
            help=text("The size of the text."),
        ),
        SpokenOption(
            ["--face"], type=click.Choice(_FACES), default="serif", show_default=True,
            help=text("The face of the text."),
        ),
        SpokenOption(
            ["photos", "--no-photos"], flag_value=False, default=True,
            help=text("Leave out photos and their captions."),
        ),
        SpokenOption(
            ["--run-on"], is_flag=True,
            help=text("Items after each other, not each on a page of its own."),
        ),
    ]  # fmt: skip


def _items(archive: Archive, item_ids: tuple[str, ...], query: str | None) -> Sequence[Item]:
    from desktop_app.gui.printing.gathering import of_hits  # noqa: PLC0415 (Qt)

    if query is None:
        items: Sequence[Item] = [archive.item(each) for each in item_ids]
    else:
        items = [item for _archive, item in of_hits(archive, archive.search(query))]
    if not items:
        raise ArchiveError(
            message("there is nothing to print; name items, or a search that finds some")
        )
    return items
