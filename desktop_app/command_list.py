"""The commands by name. What one of them needs is imported when it is asked for.

Together they import most of Beilin: a word looked up in the dictionary waited for that. The
imports are statements, not names in strings, so that the linter of imports and what freezes
the program see them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import click

from desktop_app.spoken_commands import SpokenOption
from desktop_app.terminal import Terminal
from desktop_app.usage import NamedPath


def _open(terminal: Terminal) -> click.Command:
    from desktop_app.open_command import open_command

    return open_command(terminal)


def _import(terminal: Terminal) -> click.Command:
    from desktop_app.import_commands import import_command

    return import_command(terminal, _archive(), _json(terminal))


def _watch(terminal: Terminal) -> click.Command:
    from desktop_app.import_commands import watch_command

    return watch_command(terminal, _archive())


def _log(terminal: Terminal) -> click.Command:
    from desktop_app.import_commands import log_command

    return log_command(terminal, _archive(), _json(terminal))


def _columns(terminal: Terminal) -> click.Command:
    from desktop_app.columns_command import columns_command

    return columns_command(terminal, _archive(), _json(terminal))


def _search(terminal: Terminal) -> click.Command:
    from desktop_app.search_command import search_command

    return search_command(terminal, _json(terminal))


def _speeches(terminal: Terminal) -> click.Command:
    from desktop_app.speech_commands import speeches_command

    return speeches_command(terminal, _json(terminal))


def _speakers(terminal: Terminal) -> click.Command:
    from desktop_app.speech_commands import speakers_command

    return speakers_command(terminal, _archive(), _json(terminal))


def _concordance(terminal: Terminal) -> click.Command:
    from desktop_app.word_commands import concordance_command

    return concordance_command(terminal, _json(terminal))


def _collocates(terminal: Terminal) -> click.Command:
    from desktop_app.figure_commands import collocates_command

    return collocates_command(terminal, _json(terminal))


def _trend(terminal: Terminal) -> click.Command:
    from desktop_app.figure_commands import trend_command

    return trend_command(terminal, _json(terminal))


def _keyness(terminal: Terminal) -> click.Command:
    from desktop_app.contrast_commands import keyness_command

    return keyness_command(terminal, _json(terminal))


def _compare(terminal: Terminal) -> click.Command:
    from desktop_app.contrast_commands import compare_command

    return compare_command(terminal, _json(terminal))


def _lookup(terminal: Terminal) -> click.Command:
    from desktop_app.lookup_command import lookup_command

    return lookup_command(terminal, _json(terminal))


def _pairs(terminal: Terminal) -> click.Command:
    from desktop_app.pairs_command import pairs_command

    return pairs_command(terminal, _archive(), _json(terminal))


def _photos(terminal: Terminal) -> click.Command:
    from desktop_app.photos_command import photos_command

    return photos_command(terminal, _archive(), _json(terminal))


def _show(terminal: Terminal) -> click.Command:
    from desktop_app.archive_commands import show_command

    return show_command(terminal, _archive(), _json(terminal))


def _align(terminal: Terminal) -> click.Command:
    from desktop_app.align_command import align_command

    return align_command(terminal, _archive(), _json(terminal))


def _cite(terminal: Terminal) -> click.Command:
    from desktop_app.cite_command import cite_command

    return cite_command(terminal, _archive())


def _info(terminal: Terminal) -> click.Command:
    from desktop_app.archive_commands import info_command

    return info_command(terminal, _archive(), _json(terminal))


def _check(terminal: Terminal) -> click.Command:
    from desktop_app.archive_commands import check_command

    return check_command(terminal, _archive(), _json(terminal))


def _marks(terminal: Terminal) -> click.Command:
    from desktop_app.marks_command import marks_command

    return marks_command(terminal)


def _export(terminal: Terminal) -> click.Command:
    from desktop_app.export_command import export_command

    return export_command(terminal, _archive(), _json(terminal))


def _print(terminal: Terminal) -> click.Command:
    from desktop_app.print_command import print_command

    return print_command(terminal, _archive())


def _screenshot(terminal: Terminal) -> click.Command:
    from desktop_app.screenshot_command import screenshot_command

    return screenshot_command(terminal, _archive())


def _archive() -> click.Argument:
    return click.Argument(["archive"], type=NamedPath())


def _json(terminal: Terminal) -> click.Option:
    return SpokenOption(
        ["as_json", "--json"], is_flag=True, help=terminal.catalog.text("Print JSON.")
    )


COMMANDS: Mapping[str, Callable[[Terminal], click.Command]] = MappingProxyType(
    {
        "open": _open,
        "import": _import,
        "watch": _watch,
        "log": _log,
        "columns": _columns,
        "search": _search,
        "speeches": _speeches,
        "speakers": _speakers,
        "concordance": _concordance,
        "collocates": _collocates,
        "trend": _trend,
        "keyness": _keyness,
        "compare": _compare,
        "lookup": _lookup,
        "pairs": _pairs,
        "photos": _photos,
        "show": _show,
        "align": _align,
        "cite": _cite,
        "info": _info,
        "check": _check,
        "marks": _marks,
        "export": _export,
        "print": _print,
        "screenshot": _screenshot,
    }
)
"""Name -> what makes the command, which prints with the terminal given."""
