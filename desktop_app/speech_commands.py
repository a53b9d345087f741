"""The commands about speech: `speeches`, what was said, and `speakers`, who said it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.both_languages import both_options, read_queries
from desktop_app.cite_command import style_option
from desktop_app.citing.styles import RECORDS
from desktop_app.errors import ArchiveError
from desktop_app.exporting.speech_shapes import speakers_to_json, statements_to_json
from desktop_app.i18n.languages import SOURCE
from desktop_app.item_facts import home_words, matched_words
from desktop_app.messages import message
from desktop_app.search.dates import date_range
from desktop_app.search.highlight import Highlighter
from desktop_app.search.query import parse
from desktop_app.search.snippets import make_snippet
from desktop_app.search_command import opened_current, opened_together
from desktop_app.several_archives import ArchivesCommand, archives_argument
from desktop_app.speech_search.matches import SaidHit
from desktop_app.speech_search.ranking import StatementSort
from desktop_app.speech_search.speakers import Speaker
from desktop_app.speeches.decisions import merged, renamed, split
from desktop_app.speeches.people import Person
from desktop_app.spoken_commands import (
    SpokenCommand,
    SpokenOption,
    catalog_of,
    limit_option,
    sort_option,
)
from desktop_app.terminal import Terminal
from desktop_app.together import Searched

_SHOWN = 50  # speakers a person sees where no limit is given
_ROLES = 3  # of a speaker, for a person


def speeches_command(terminal: Terminal, as_json: click.Option) -> click.Command:
    """``beilin speeches``."""

    def callback(  # noqa: PLR0913 (what the command takes)
        *,
        archives: Sequence[Path],
        query: str,
        speaker: str,
        first: date | None,
        last: date | None,
        limit: int,
        sort: str,
        both_languages: bool,
        without: tuple[str, ...],
        cite: str | None,
        as_json: bool,
    ) -> None:
        for problem in parse(query).problems:
            terminal.query_problem(query, problem)
        with opened_together(terminal, archives, query) as opened:
            # What a program reads is the same in every language.
            collation = SOURCE if as_json else terminal.catalog.language
            (read,) = read_queries(opened, [query], both_languages, without)
            found = opened.statements(
                read.node, speaker, first, last, StatementSort(sort), collation=collation
            )
            hits = found.hits(0, limit)
            quotations = _quotations(terminal, opened, hits, cite) if cite else []
        if as_json:
            added = read.expansions if both_languages else None
            terminal.json(statements_to_json(found, hits, quotations, added))
            return
        terminal.say(
            terminal.catalog.plural("{count} statement", "{count} statements", found.total)
        )
        terminal.expansions(read.expansions)
        highlighter = Highlighter.of(found.query)
        for words in quotations:
            terminal.say(f"\n{words}")
        for hit in () if quotations else hits:
            _tell(terminal, hit, highlighter)

    help_ = terminal.catalog.text("List what was said in ARCHIVE: who, when, in which words.")
    params = [archives_argument(), *_parameters(terminal), as_json]
    return ArchivesCommand("speeches", callback=callback, params=params, help=help_)


def _parameters(terminal: Terminal) -> list[click.Parameter]:
    text = terminal.catalog.text
    return [
        click.Argument(["query"], required=False, default=""),
        SpokenOption(
            ["--speaker"],
            default="",
            metavar="NAME",
            help=text("Only what this person says, under any of their names."),
        ),
        SpokenOption(
            ["first", "--from"],
            metavar="D",
            callback=_day(0),
            help=text("From this day, month or year on."),
        ),
        SpokenOption(
            ["last", "--to"],
            metavar="D",
            callback=_day(1),
            help=text("Up to this day, month or year."),
        ),
        limit_option(text("How many statements to print.")),
        sort_option(StatementSort, StatementSort.RELEVANCE, text("The order of the statements.")),
        *both_options(terminal),
        style_option(terminal, "--cite", None, RECORDS),
    ]


def _quotations(
    terminal: Terminal, opened: Searched, hits: Sequence[SaidHit], style: str
) -> list[str]:
    """The statements to be quoted, each with its citation."""
    from desktop_app.citing.quotation import quotation  # noqa: PLC0415 (10 ms only this needs)

    origins = (opened.at_home(hit.home, hit.item.id).origin(hit.item.id) for hit in hits)
    return [
        quotation(hit.item, hit.statement, style, terminal.catalog, origin, hit.person).text
        for hit, origin in zip(hits, origins, strict=True)
    ]


def _day(end: int) -> Callable[[click.Context, click.Parameter, str | None], date | None]:
    """What reads a date as written and gives its first (0) or last (1) day."""

    def read(context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
        if value is None:
            return None
        days = None if ".." in value else date_range(value, date.today())
        if days is None:
            raise click.BadParameter(catalog_of(context).text("write 2021, 2021-08 or 2021-08-31"))
        number = (days.first, days.last)[end]
        return date(number // 10000, number // 100 % 100, number % 100)

    return read


def _tell(terminal: Terminal, hit: SaidHit, highlighter: Highlighter) -> None:
    """Print one statement: who says it, the words, where and when, the archive it is in."""
    catalog, statement, item = terminal.catalog, hit.statement, hit.item
    how = catalog.text("word for word") if statement.quoted else catalog.text("reported")
    who = " · ".join(part for part in (hit.person, statement.role, how) if part)
    language, home = matched_words(catalog, hit.matched_language), home_words(catalog, hit.home)
    parts = (catalog.date(item.date), item.title, item.id, language, home)
    where = " · ".join(part for part in parts if part)
    terminal.said(who, make_snippet(statement.text.split("\n"), highlighter), where)


def speakers_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """``beilin speakers``."""
    text = terminal.catalog.text

    def callback(
        archive: Path,
        merge: tuple[str, str] | None,
        rename: tuple[str, str] | None,
        split: str | None,
        undo: str | None,
        limit: int | None,
        as_json: bool,
    ) -> None:
        with opened_current(terminal, archive) as opened:
            decisions, forgotten = _decisions(opened, merge, rename, split, undo)
        if decisions or forgotten:
            with open_for_import(archive) as writer:
                writer.decide_speakers(decisions)
                writer.undecide_speakers(forgotten)
        with open_archive(archive) as opened:
            found = opened.speakers().all()
        if as_json:
            terminal.json(speakers_to_json(found, limit))
        else:
            _list(terminal, found, _SHOWN if limit is None else limit)

    params = [
        archive,
        SpokenOption(["--merge"], nargs=2, metavar="A B", help=text("A is the same person as B.")),
        SpokenOption(["--rename"], nargs=2, metavar="A NAME", help=text("Call A NAME.")),
        SpokenOption(["--split"], metavar="NAME", help=text("NAME is somebody else.")),
        SpokenOption(["--undo"], metavar="NAME", help=text("Forget what was decided.")),
        limit_option(text("How many speakers to print."), None),
        as_json,
    ]
    help_ = text("List who speaks in ARCHIVE, and say which names are one person's.")
    return SpokenCommand("speakers", callback=callback, params=params, help=help_)


def _decisions(
    archive: Archive,
    merge: tuple[str, str] | None,
    rename: tuple[str, str] | None,
    apart: str | None,
    undo: str | None,
) -> tuple[dict[str, str], tuple[str, ...]]:
    """What was decided, as name -> person, and the names of which that is to be forgotten."""
    decisions: dict[str, str] = {}
    if merge:
        decisions |= merged(_person(archive, merge[0]), _person(archive, merge[1]))
    if rename:
        decisions |= renamed(_person(archive, rename[0]), rename[1].strip())
    if apart:
        decisions |= split(_person(archive, apart), apart)
    return decisions, _person(archive, undo).names if undo else ()


def _person(archive: Archive, name: str) -> Person:
    """The one person called so; raises `ArchiveError`."""
    called = archive.speakers().called(name)
    if len(called) > 1:
        several = ", ".join(each.name for each in called)
        raise ArchiveError(
            message("“{name}” may be several speakers; name one: {names}", name=name, names=several)
        )
    if not called:
        raise ArchiveError(
            message(
                "{path} has no speaker “{name}”; `beilin speakers` shows the names there are",
                path=archive.folder,
                name=name,
            )
        )
    return called[0]


def _list(terminal: Terminal, found: list[Speaker], limit: int) -> None:
    catalog = terminal.catalog
    terminal.say(catalog.plural("{count} speaker", "{count} speakers", len(found)))
    shown = Table(box=None, padding=(0, 2), show_edge=False)
    text = catalog.text
    shown.add_column(text("Speaker"))
    shown.add_column(text("Statements"), justify="right")
    for heading in (text("Dates"), text("Roles"), text("Other names")):
        shown.add_column(heading)
    for one in found[:limit]:
        days = dict.fromkeys(catalog.date_text(day) for day in (one.first, one.last) if day)
        others = ", ".join(name for name in one.names if name != one.name)
        cells = (one.name, catalog.number(one.statements), " – ".join(days))
        shown.add_row(*map(Text, (*cells, "; ".join(one.roles[:_ROLES]), others)))
    terminal.table(shown)
