"""``beilin trend`` and ``beilin collocates``: figures about words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from desktop_app.both_languages import both_options, expansions_of, read_queries
from desktop_app.exporting.shapes import expansions_to_json
from desktop_app.exporting.word_tables import (
    COLLOCATE_COLUMNS,
    collocate_cells,
    rounded,
    trend_columns,
    trend_rows,
)
from desktop_app.search.figures import CHARTED, By, Trend
from desktop_app.search_command import opened_together
from desktop_app.several_archives import ArchivesCommand, archives_argument
from desktop_app.speeches.collocates import Collocate
from desktop_app.spoken_commands import SpokenOption, limit_option
from desktop_app.terminal import Terminal
from desktop_app.word_commands import csv_option
from desktop_app.word_use import SPAN, TrendFilter


def trend_command(terminal: Terminal, as_json: click.Option) -> click.Command:
    """The command, which prints with `terminal` and shares a parameter with others."""

    def callback(  # noqa: PLR0913 (what the command takes)
        *, archives: Sequence[Path], words: tuple[str, ...], by: str, speaker: str, source: str,
        both_languages: bool, without: tuple[str, ...], as_json: bool, as_csv: bool,
    ) -> None:  # fmt: skip
        terminal.query_problems(*words)
        with opened_together(terminal, archives, *words) as opened:
            read = read_queries(opened, words, both_languages, without)
            nodes = [query.node for query in read]
            found = opened.words.trend(nodes, By(by), TrendFilter(speaker, source))
        added = expansions_of(read)
        if as_json:
            asked = {"expansions": expansions_to_json(added)} if both_languages else {}
            terminal.json({**_trend_shape(words, by, found), **asked})
        elif as_csv:
            terminal.csv(trend_columns(words), trend_rows(found))
        else:
            terminal.expansions(added)
            _print_trend(terminal, words, found)

    help_ = terminal.catalog.text("The share of items with each WORD, by month or year.")
    named = click.Argument(["words"], nargs=-1, required=True, metavar="WORD...")
    params = [archives_argument(), named, *_trend_options(terminal), as_json]
    return ArchivesCommand("trend", callback=callback, params=params, help=help_)


def _trend_options(terminal: Terminal) -> list[click.Parameter]:
    text = terminal.catalog.text
    return [
        SpokenOption(
            ["--by"], type=click.Choice([by.value for by in CHARTED]), default=By.MONTH.value,
            show_default=True, help=text("The length of a period."),
        ),
        SpokenOption(
            ["--speaker"], default="", metavar="NAME",
            help=text("Only items in which NAME speaks, and what NAME says in them."),
        ),
        SpokenOption(["--source"], default="", metavar="NAME", help=text("Only items from NAME.")),
        *both_options(terminal),
        csv_option(terminal),
    ]  # fmt: skip


def _trend_shape(words: tuple[str, ...], by: str, found: Trend) -> dict[str, object]:
    """The shape of ``beilin trend --json``."""
    shares = [found.shares(row) for row in range(len(words))]
    periods = [
        {
            "period": period,
            "items": found.items[place],
            "counts": [row[place] for row in found.rows],
            "shares": [round(share[place], 6) for share in shares],
        }
        for place, period in enumerate(found.periods)
    ]
    return {"words": list(words), "by": by, "undated": found.undated, "periods": periods}


def _print_trend(terminal: Terminal, words: tuple[str, ...], found: Trend) -> None:
    catalog, table = terminal.catalog, Table.grid(padding=(0, 2))
    heads = [catalog.text("Period"), catalog.text("Items"), *words]
    for place in range(len(heads)):
        table.add_column(justify="right" if place else "left")
    table.add_row(*(Text(head, "bold") for head in heads))
    for place, period in enumerate(found.periods):
        year, _dash, month = period.partition("-")
        name = catalog.month(int(year), int(month)) if month else year
        shares = [
            catalog.percent(100 * row[place] / found.items[place], 2, fixed=True)
            for row in found.rows
        ]
        table.add_row(name, catalog.number(found.items[place]), *shares)
    terminal.table(table)
    if found.undated:
        undated = catalog.plural(
            "{count} item without a date is in no period",
            "{count} items without a date are in no period",
            found.undated,
        )
        terminal.say(undated)


def collocates_command(terminal: Terminal, as_json: click.Option) -> click.Command:
    """The command, which prints with `terminal` and shares a parameter with others."""
    text = terminal.catalog.text

    def callback(
        archives: Sequence[Path], word: str, span: int, limit: int, as_json: bool, as_csv: bool
    ) -> None:
        terminal.query_problems(word)
        with opened_together(terminal, archives, word) as opened:
            found = opened.words.collocates(word, span)
        shown = found[:limit]
        if as_json:
            shapes = [rounded(each) for each in shown]
            terminal.json({"word": word, "span": span, "total": len(found), "collocates": shapes})
        elif as_csv:
            terminal.csv(COLLOCATE_COLUMNS, map(collocate_cells, shown))
        else:
            _print_collocates(terminal, shown)

    help_ = text("The words that stand near WORD more often than by chance.")
    options = [
        SpokenOption(
            ["--span"], type=click.IntRange(1, 20), metavar="N", default=SPAN, show_default=True,
            help=text("How many words left and right; of Chinese, pairs of characters."),
        ),
        limit_option(text("How many words to print."), 50),
        csv_option(terminal),
    ]  # fmt: skip
    params = [archives_argument(), click.Argument(["word"]), *options, as_json]
    return ArchivesCommand("collocates", callback=callback, params=params, help=help_)


def _print_collocates(terminal: Terminal, shown: list[Collocate]) -> None:
    catalog, table = terminal.catalog, Table.grid(padding=(0, 2))
    text = catalog.text
    heads = (text("Word"), text("Near"), text("In all"), text("Log-likelihood"), text("MI"))
    for place in range(len(heads)):
        table.add_column(justify="right" if place else "left")
    table.add_row(*(Text(head, "bold") for head in heads))
    for each in shown:
        counts = (catalog.number(each.near), catalog.number(each.everywhere))
        likelihood = catalog.decimal(each.log_likelihood, 1)
        information = catalog.decimal(each.mutual_information, 2)
        table.add_row(Text(each.word), *counts, likelihood, information)
    terminal.table(table)
