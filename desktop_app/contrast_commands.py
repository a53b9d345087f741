"""``beilin keyness`` and ``beilin compare``: the words that tell texts from others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from desktop_app.exchange import guarded
from desktop_app.search_command import opened_together
from desktop_app.several_archives import ArchivesCommand, archives_argument
from desktop_app.speeches.contrast import Contrast
from desktop_app.speeches.keyness import KeyToken
from desktop_app.spoken_commands import limit_option
from desktop_app.terminal import Terminal
from desktop_app.word_commands import csv_option

_DIGITS = {"share": 1, "other_share": 1, "first_share": 1, "second_share": 1, "log_likelihood": 3}
_KEYNESS = ("word", "own", "everywhere", "share", "other_share", "log_likelihood")
_CONTRAST = ("word", "first", "second", "first_share", "second_share", "log_likelihood")


def keyness_command(terminal: Terminal, as_json: click.Option) -> click.Command:
    """The command, which prints with `terminal` and shares a parameter with others."""

    def callback(
        archives: Sequence[Path], query: str, limit: int, as_json: bool, as_csv: bool
    ) -> None:
        terminal.query_problems(query)
        with opened_together(terminal, archives, query) as opened:
            found = opened.words.key_words(query)
        shown = [each for each in found if each.log_likelihood > 0][:limit]
        if as_json:
            shapes = [_rounded(each) for each in shown]
            terminal.json({"query": query, "total": len(found), "words": shapes})
        elif as_csv:
            terminal.csv(_KEYNESS, map(_cells, shown))
        else:
            rows = [(each, each.own, each.share, each.other_share) for each in shown]
            _print(terminal, terminal.catalog.text("Elsewhere"), rows)

    help_ = terminal.catalog.text(
        "The words of what QUERY finds against the rest of the archive; "
        "after speaker: or said:, of what is said there against all that is said."
    )
    params = [archives_argument(), click.Argument(["query"]), *_options(terminal), as_json]
    return ArchivesCommand("keyness", callback=callback, params=params, help=help_)


def compare_command(terminal: Terminal, as_json: click.Option) -> click.Command:
    """The command, which prints with `terminal` and shares a parameter with others."""
    text = terminal.catalog.text

    def callback(
        archives: Sequence[Path], first: str, second: str, limit: int, as_json: bool, as_csv: bool
    ) -> None:
        terminal.query_problems(first, second)
        with opened_together(terminal, archives, first, second) as opened:
            found = opened.words.compare(first, second)
        sides = found.first[:limit], [each.turned() for each in found.second[:limit]]
        if as_json:
            shape: dict[str, object] = {"queries": [first, second], "tokens": list(found.sizes)}
            for name, side in zip(("first", "second"), sides, strict=True):
                shape[name] = [_rounded(each) for each in side]
            terminal.json(shape)
        elif as_csv:
            terminal.csv(_CONTRAST, map(_cells, [*sides[0], *sides[1]]))
        else:
            _print_sides(terminal, (first, second), found.first[:limit], found.second[:limit])

    help_ = text("What the items of one query say and those of another do not.")
    both = [click.Argument(["first"]), click.Argument(["second"])]
    params = [archives_argument(), *both, *_options(terminal), as_json]
    return ArchivesCommand("compare", callback=callback, params=params, help=help_)


def _options(terminal: Terminal) -> list[click.Parameter]:
    limit = limit_option(terminal.catalog.text("How many words to print."), 50)
    return [limit, csv_option(terminal)]


def _rounded(each: KeyToken | Contrast) -> dict[str, object]:
    figures = asdict(each)
    return {
        name: round(value, _DIGITS[name]) if name in _DIGITS else value
        for name, value in figures.items()
    }


def _cells(each: KeyToken | Contrast) -> list[str]:
    return [guarded(str(value)) for value in _rounded(each).values()]


def _print_sides(
    terminal: Terminal,
    queries: tuple[str, str],
    first: Sequence[Contrast],
    second: Sequence[Contrast],
) -> None:
    for place, side in enumerate((first, second)):
        terminal.say(terminal.catalog.text("More in {query}", query=queries[place]))
        rows = [(each, each.first, each.first_share, each.second_share) for each in side]
        _print(terminal, queries[1 - place], rows)


def _print(
    terminal: Terminal, other: str, rows: Sequence[tuple[KeyToken | Contrast, int, float, float]]
) -> None:
    """A row a word: its tokens, its share here and in the `other`, per million."""
    catalog, table = terminal.catalog, Table.grid(padding=(0, 2))
    text = catalog.text
    heads = (text("Word"), text("Times"), text("Per million"), other, text("Log-likelihood"))
    for place in range(len(heads)):
        table.add_column(justify="right" if place else "left")
    table.add_row(*(Text(head, "bold") for head in heads))
    for each, times, share, other_share in rows:
        shares = catalog.number(round(share)), catalog.number(round(other_share))
        strength = catalog.decimal(each.log_likelihood, 1)
        table.add_row(Text(each.word), catalog.number(times), *shares, strength)
    terminal.table(table)
