"""Asking in both languages on the command line: the options, and what they make of queries."""

from __future__ import annotations

from collections.abc import Sequence

import click

from desktop_app.search.bilingual.expanding import BilingualQuery, Expansion
from desktop_app.search.query import parse
from desktop_app.spoken_commands import SpokenOption
from desktop_app.terminal import Terminal
from desktop_app.together import Searched


def both_options(terminal: Terminal) -> list[click.Parameter]:
    """``--both-languages`` and ``--without WORD``, for the arguments of `read_queries`."""
    text = terminal.catalog.text
    return [
        SpokenOption(
            ["--both-languages"],
            is_flag=True,
            help=text("Look for the words' translations too, Chinese or English."),
        ),
        SpokenOption(
            ["--without"],
            metavar="WORD",
            multiple=True,
            help=text("A translation not to look for; may be given several times."),
        ),
    ]


def read_queries(
    opened: Searched, queries: Sequence[str], both_languages: bool, without: Sequence[str]
) -> list[BilingualQuery]:
    """What is looked for by each of `queries`, with translations `without` some or as typed."""
    if not both_languages:
        return [BilingualQuery(parse(query).node) for query in queries]
    bilingual, unwanted = opened.bilingual, frozenset(without)
    return [bilingual.read(query, without=unwanted) for query in queries]


def expansions_of(read: Sequence[BilingualQuery]) -> tuple[Expansion, ...]:
    """What was added to any of the queries, each word once."""
    return tuple({each.word: each for query in read for each in query.expansions}.values())
