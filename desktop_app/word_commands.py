"""``beilin concordance``: the places of a word, for people, programs and spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from desktop_app.both_languages import both_options, read_queries
from desktop_app.exchange import guarded
from desktop_app.exporting.shapes import expansions_to_json, home_to_json
from desktop_app.exporting.word_tables import LINE_COLUMNS, line_cells
from desktop_app.homes import Home
from desktop_app.item_facts import home_words
from desktop_app.language.display_width import display_width, padded_left
from desktop_app.search.bilingual.expanding import BilingualQuery, Expansion
from desktop_app.search.bilingual.matched import MatchedLanguages
from desktop_app.search_command import opened_together
from desktop_app.several_archives import ArchivesCommand, archives_argument
from desktop_app.speeches.concordance import Concordance, Line
from desktop_app.speeches.line_order import KEYS, read_order
from desktop_app.spoken_commands import SpokenOption, catalog_of, limit_option
from desktop_app.terminal import Terminal


def concordance_command(terminal: Terminal, as_json: click.Option) -> click.Command:
    """The command, which prints with `terminal` and shares a parameter with others."""
    text = terminal.catalog.text

    def callback(  # noqa: PLR0913 (what the command takes)
        *, archives: Sequence[Path], word: str, width: int, sort: tuple[str, ...], limit: int,
        both_languages: bool, without: tuple[str, ...], as_json: bool, as_csv: bool,
    ) -> None:  # fmt: skip
        terminal.query_problems(word)
        with opened_together(terminal, archives, word) as opened:
            (read,) = read_queries(opened, [word], both_languages, without)
            found = opened.words.concordance(read.node)
            lines = found.sorted(sort, lambda: False).lines(0, limit, width)
            homes = [opened.home_of(line.number) for line in lines]
        if as_json:
            shape = _shape(word, found, lines, homes)
            terminal.json(_in_both(shape, lines, read) if both_languages else shape)
        elif as_csv:
            folders = [[guarded(str(home.folder))] if home else [] for home in homes]
            cells = (
                [*line_cells(line), *folder] for line, folder in zip(lines, folders, strict=True)
            )
            terminal.csv([*LINE_COLUMNS, *(["archive"] if len(archives) > 1 else [])], cells)
        else:
            _print(terminal, found, lines, width, homes, read.expansions)

    help_ = text("Every place of WORD, a word or query, with what stands beside it.")
    params = [archives_argument(), click.Argument(["word"]), *_parameters(terminal), as_json]
    return ArchivesCommand("concordance", callback=callback, params=params, help=help_)


def _parameters(terminal: Terminal) -> list[click.Parameter]:
    text = terminal.catalog.text
    return [
        SpokenOption(
            ["--width"], type=click.IntRange(0, 500), metavar="N", default=30, show_default=True,
            help=text("Columns left and right of the word; a Chinese character takes two."),
        ),
        SpokenOption(
            ["--sort"], metavar="KEY,...", default="", callback=_order,
            help=text("Order by the words beside (L1 to L3, R1 to R3), date or speaker."),
        ),
        limit_option(text("How many lines to print."), 50),
        *both_options(terminal),
        csv_option(terminal),
    ]  # fmt: skip


def csv_option(terminal: Terminal) -> click.Option:
    """The option ``--csv``."""
    help_ = terminal.catalog.text("Print CSV.")
    return SpokenOption(["as_csv", "--csv"], is_flag=True, help=help_)


def _order(context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """The keys that `value` lists; raises `BadParameter` for another word."""
    try:
        return tuple(read_order(value)) if value else ()
    except ValueError as error:
        keys = ", ".join(KEYS)
        text = catalog_of(context).text
        raise click.BadParameter(
            text("“{word}” is none of {keys}", word=error, keys=keys)
        ) from error


def _shape(
    word: str, found: Concordance, lines: list[Line], homes: Sequence[Home | None]
) -> dict[str, object]:
    """The shape of ``beilin concordance --json``."""
    shapes = [{name: getattr(line, name) for name in LINE_COLUMNS} for line in lines]
    for shape, home in zip(shapes, homes, strict=True):
        shape.update(home_to_json(home))
    for shape in shapes:
        shape["date"] = shape["date"] or None
    return {"word": word, "total": len(found), "items": found.items(), "lines": shapes}


def _in_both(
    shape: dict[str, object], lines: Sequence[Line], read: BilingualQuery
) -> dict[str, object]:
    """The same with what ``--both-languages`` adds: of each line the language of its key."""
    languages = MatchedLanguages.of(read.node)
    told = shape["lines"]
    for each, line in zip(told if isinstance(told, list) else [], lines, strict=True):
        each["matched_language"] = languages.of_texts([("body", line.key)])
    return {**shape, "expansions": expansions_to_json(read.expansions)}


def _print(
    terminal: Terminal,
    found: Concordance,
    lines: list[Line],
    width: int,
    homes: Sequence[Home | None],
    expansions: Sequence[Expansion],
) -> None:
    catalog = terminal.catalog
    places = catalog.plural("{count} line", "{count} lines", len(found))
    items = catalog.plural("{count} item", "{count} items", found.items())
    terminal.say(catalog.text("{lines} · {items}", lines=places, items=items))
    terminal.expansions(expansions)
    widest = max((display_width(line.key) for line in lines), default=0)
    for line, home in zip(lines, homes, strict=True):
        terminal.key_word(
            padded_left(line.left, width),
            line.key + " " * (widest - display_width(line.key)),
            line.right + " " * (width - display_width(line.right)),
            " · ".join(filter(None, (catalog.date_text(line.date) if line.date else "",
                                     line.speaker or line.source,
                                     home_words(catalog, home)))),
        )  # fmt: skip
