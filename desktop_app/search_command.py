"""``beilin search``: hits, what of the query has no meaning, and how it is worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import click

from desktop_app.archive import Archive, open_archive
from desktop_app.both_languages import both_options, read_queries
from desktop_app.exporting.shapes import both_to_json, explain_to_json, search_to_json
from desktop_app.marks.marks import Marks
from desktop_app.search.engine import Sort
from desktop_app.search.query import parse
from desktop_app.several_archives import ArchivesCommand, archives_argument
from desktop_app.spoken_commands import SpokenOption, limit_option, sort_option
from desktop_app.terminal import Terminal
from desktop_app.together import Searched, searched


def search_command(terminal: Terminal, as_json: click.Option) -> click.Command:
    """The command, which prints with `terminal` and shares a parameter with others."""
    text = terminal.catalog.text

    def callback(
        archives: Sequence[Path],
        query: str,
        limit: int,
        sort: str,
        both_languages: bool,
        without: tuple[str, ...],
        explain: bool,
        as_json: bool,
    ) -> None:
        parsed = parse(query)
        with opened_together(terminal, archives, query) as opened:
            (read,) = read_queries(opened, [query], both_languages, without)
            parsed = replace(parsed, node=read.node)
            matches = opened.search(parsed.node, Sort(sort))
            hits = opened.hits(matches, 0, limit)
            plan = opened.explain(parsed.node) if explain else None
        for problem in parsed.problems:
            terminal.query_problem(query, problem)
        if as_json:
            shape = search_to_json(query, matches, hits)
            shape |= both_to_json(hits, read.expansions) if both_languages else {}
            terminal.json({**shape, "explain": explain_to_json(parsed, plan)} if plan else shape)
            return
        if plan:
            terminal.explanation(parsed.node, plan)
        terminal.hits(matches, hits, read.expansions)

    help_ = text("Search ARCHIVE: words, “a phrase”, OR, -word, title: date: lang: kind: source:")
    params = [archives_argument(), *_parameters(terminal), as_json]
    return ArchivesCommand("search", callback=callback, params=params, help=help_)


def _parameters(terminal: Terminal) -> list[click.Parameter]:
    text = terminal.catalog.text
    return [
        click.Argument(["query"]),
        limit_option(text("How many hits to print.")),
        sort_option(Sort, Sort.RELEVANCE, text("The order of the hits.")),
        *both_options(terminal),
        SpokenOption(
            ["--explain"],
            is_flag=True,
            help=text("Print how the query was understood and how it is worked out."),
        ),
    ]


@contextmanager
def opened_current(terminal: Terminal, folder: Path, *queries: str) -> Iterator[Archive]:
    """An archive open for reading, its index brought up to date.

    Of `queries` is said what they ask of marks that there are not.
    """
    with _current(terminal, folder) as archive:
        _complain(terminal, archive, queries)
        yield archive


@contextmanager
def opened_together(
    terminal: Terminal, folders: Sequence[Path], *queries: str
) -> Iterator[Searched]:
    """The same of one archive, or of several as one."""
    with ExitStack() as stack:
        opened = searched([stack.enter_context(_current(terminal, each)) for each in folders])
        _complain(terminal, opened, queries)
        yield opened


@contextmanager
def _current(terminal: Terminal, folder: Path) -> Iterator[Archive]:
    with open_archive(folder) as archive:
        archive.marked.use_own(Marks.to_read)
        if not archive.is_current():
            with terminal.index_progress() as progress:
                archive.catch_up(progress)
        yield archive


def _complain(terminal: Terminal, opened: Searched, queries: Sequence[str]) -> None:
    for query in queries:
        for problem in opened.marked.problems(parse(query).node):
            terminal.query_problem(query, problem)
