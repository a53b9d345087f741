"""``beilin pairs``: which items tell the same story in both languages, and a reader's decisions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.exporting.shapes import pair_to_json
from desktop_app.items import Item, Pair
from desktop_app.messages import message
from desktop_app.pairings import PairingsWriter
from desktop_app.spoken_commands import SpokenCommand, SpokenOption
from desktop_app.terminal import Terminal

_BY = {
    "link": message("by a link"),
    "evidence": message("by evidence"),
    "reader": message("by a reader"),
}
Decide = Callable[[PairingsWriter, Item, Item], object]


def pairs_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """The command, which prints with `terminal` and shares two parameters with others."""

    def callback(archive: Path, as_json: bool, **given: tuple[tuple[str, str], ...]) -> None:
        open_archive(archive).close()  # complains where there is none, rather than make one
        if any(given.values()):
            _decide(archive, given)
        with open_archive(archive) as opened:
            if not opened.is_current():
                with terminal.index_progress() as progress:
                    opened.catch_up(progress)
            pairs = opened.pairing.pairs()
            if as_json:
                terminal.json({"pairs": [pair_to_json(pair) for pair in pairs]})
            else:
                _tell(terminal, opened, pairs)

    help_ = terminal.catalog.text("List the stories that ARCHIVE has in both languages.")
    params = [archive, *_options(terminal), as_json]
    return SpokenCommand("pairs", callback=callback, params=params, help=help_)


def _options(terminal: Terminal) -> list[click.Parameter]:
    text = terminal.catalog.text
    told = {
        "pair": text("Items A and B tell the same story: confirm the pair, or make it."),
        "reject": text("Items A and B are not a pair."),
        "undo": text("Forget what was decided about A and B."),
    }
    return [
        SpokenOption([f"--{name}"], nargs=2, multiple=True, metavar="A B", help=words)
        for name, words in told.items()
    ]


def _decide(folder: Path, given: dict[str, tuple[tuple[str, str], ...]]) -> None:
    """Keep what the options say; an id that is none ends it before anything is kept."""
    decided: dict[str, Decide] = {
        "pair": PairingsWriter.pair,
        "reject": PairingsWriter.reject,
        "undo": PairingsWriter.undecide,
    }
    with open_for_import(folder) as opened:
        asked = [
            (decided[name], opened.item(one), opened.item(other))
            for name, pairs in given.items()
            for one, other in pairs
        ]
        for decide, one, other in asked:
            decide(opened.pairing, one, other)


def _tell(terminal: Terminal, archive: Archive, pairs: list[Pair]) -> None:
    """Print a table for people: how sure, by what, both titles with their ids."""
    catalog = terminal.catalog
    terminal.say(catalog.plural("{count} pair", "{count} pairs", len(pairs)))
    table = Table(box=None, show_header=False, pad_edge=False)
    for pair in pairs:
        english, chinese = archive.item(pair.en), archive.item(pair.zh)
        table.add_row(
            catalog.number(round(pair.score, 2)),
            catalog.message(_BY[pair.by]),
            Text(english.title),
            pair.en,
        )
        table.add_row("", "", Text(chinese.title), pair.zh)
    terminal.table(table)
