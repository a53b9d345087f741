"""The commands. Each is thin: it calls the core and hands the result to `terminal`."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from desktop_app import __version__
from desktop_app.align_command import align_command
from desktop_app.archive import open_archive
from desktop_app.cite_command import cite_command
from desktop_app.columns_command import columns_command
from desktop_app.contrast_commands import compare_command, keyness_command
from desktop_app.demonstration import demonstrate
from desktop_app.display import has_display
from desktop_app.errors import ArchiveError, BeilinError
from desktop_app.export_command import export_command
from desktop_app.exporting.shapes import item_to_json
from desktop_app.figure_commands import collocates_command, trend_command
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.system import system_language
from desktop_app.import_commands import import_command, log_command, watch_command
from desktop_app.item_facts import item_facts
from desktop_app.lookup_command import lookup_command
from desktop_app.marks_command import marks_command
from desktop_app.pairs_command import pairs_command
from desktop_app.photos_command import photos_command
from desktop_app.print_command import print_command
from desktop_app.problem_log import SOMETHING_WRONG, write_problem
from desktop_app.screenshot_command import screenshot_command
from desktop_app.search_command import search_command
from desktop_app.speech_commands import speakers_command, speeches_command
from desktop_app.spoken_commands import (
    SpokenCommand,
    SpokenGroup,
    SpokenOption,
    language_asked,
    language_option,
    spoken_version,
)
from desktop_app.terminal import Terminal
from desktop_app.usage import INTERRUPTED, NamedPath, usage_line
from desktop_app.word_commands import concordance_command

_BUG = 70  # the exit status that sysexits.h gives to an error inside a program
# Platforms of Qt that show nothing: a window there would be open for nobody.
_UNSEEN = ("offscreen", "minimal")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; never raises."""
    logging.getLogger().addHandler(logging.NullHandler())  # said in the report, not here
    given = list(sys.argv[1:] if arguments is None else arguments)
    catalog = Catalog(language_asked(given) or system_language())
    terminal = Terminal(catalog)
    try:
        status = commands(terminal).main(given, "beilin", standalone_mode=False, obj=catalog)
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        return terminal.complain(usage_line(catalog, error))
    except BeilinError as error:
        return terminal.complain(catalog.message(error.text))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return terminal.complain(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "))
    except Exception as error:
        path = write_problem(error) or ""
        terminal.complain(catalog.text(SOMETHING_WRONG, path=path))
        return _BUG


def commands(terminal: Terminal) -> click.Group:
    """All commands, their help in the language of `terminal`."""
    text = terminal.catalog.text

    def without_command(language: str | None) -> int | None:
        context = click.get_current_context()
        return None if context.invoked_subcommand else _open(terminal, ())

    group = SpokenGroup(
        "beilin",
        params=[language_option(text("The language of what is printed, and of the window."))],
        help=text("A viewer for offline news archives in Chinese and English."),
        invoke_without_command=True,
        callback=without_command,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    spoken_version(__version__, terminal.catalog)(group)
    for command in (
        _open_command(terminal),
        import_command(terminal, _archive(), _json(terminal)),
        watch_command(terminal, _archive()),
        log_command(terminal, _archive(), _json(terminal)),
        columns_command(terminal, _archive(), _json(terminal)),
        search_command(terminal, _json(terminal)),
        speeches_command(terminal, _json(terminal)),
        speakers_command(terminal, _archive(), _json(terminal)),
        concordance_command(terminal, _json(terminal)),
        collocates_command(terminal, _json(terminal)),
        trend_command(terminal, _json(terminal)),
        keyness_command(terminal, _json(terminal)),
        compare_command(terminal, _json(terminal)),
        lookup_command(terminal, _json(terminal)),
        pairs_command(terminal, _archive(), _json(terminal)),
        photos_command(terminal, _archive(), _json(terminal)),
        _show_command(terminal),
        align_command(terminal, _archive(), _json(terminal)),
        cite_command(terminal, _archive()),
        _info_command(terminal),
        _check_command(terminal),
        marks_command(terminal),
        export_command(terminal, _archive(), _json(terminal)),
        print_command(terminal, _archive()),
        screenshot_command(terminal, _archive()),
    ):
        group.add_command(command)
    return group


def _archive() -> click.Argument:
    return click.Argument(["archive"], type=NamedPath())


def _json(terminal: Terminal) -> click.Option:
    return SpokenOption(
        ["as_json", "--json"], is_flag=True, help=terminal.catalog.text("Print JSON.")
    )


def _open_command(terminal: Terminal) -> click.Command:
    archives = click.Argument(["archives"], type=NamedPath(), nargs=-1, metavar="[ARCHIVE...]")

    def callback(archives: Sequence[Path]) -> int:
        return _open(terminal, archives)

    help_ = terminal.catalog.text(
        "Open the window on ARCHIVE, on several together, or on the sample archive."
    )
    return SpokenCommand("open", callback=callback, params=[archives], help=help_)


def _open(terminal: Terminal, archives: Sequence[Path]) -> int:
    for archive in archives:
        open_archive(archive).close()  # complains here, where it can be read
    unseen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in _UNSEEN
    if unseen or not has_display():
        return demonstrate(terminal, next(iter(archives), None), _picture())
    from desktop_app.gui.application import run_window  # noqa: PLC0415 (Qt, only for a window)

    return run_window(archives, click.get_current_context().find_root().params["language"])


def _picture() -> Path:
    """Where the demonstration draws: here, or in a new folder where nothing may be written."""
    name = "beilin.png"
    here = os.access(Path.cwd(), os.W_OK)
    return Path(name) if here else Path(tempfile.mkdtemp(prefix="beilin-"), name)


def _show_command(terminal: Terminal) -> click.Command:
    def callback(archive: Path, item_id: str, as_json: bool) -> None:
        with open_archive(archive) as opened:
            item, origin = opened.item(item_id), opened.origin(item_id)
            copies, pair = opened.copies(item_id), opened.pairing.other(item.id)
        if as_json:
            terminal.json({**item_to_json(item), "pair": pair})
        else:
            terminal.item(item)
            terminal.say()
            terminal.facts(item_facts(terminal.catalog, item, origin, copies, pair or ""))

    params = [_archive(), click.Argument(["item_id"], metavar="ID"), _json(terminal)]
    help_ = terminal.catalog.text("Print the item ID of ARCHIVE.")
    return SpokenCommand("show", callback=callback, params=params, help=help_)


def _info_command(terminal: Terminal) -> click.Command:
    def callback(archive: Path, as_json: bool) -> None:
        with open_archive(archive) as opened:
            info = opened.info()
        if as_json:
            terminal.json(info.to_json())
        else:
            terminal.info(info)

    help_ = terminal.catalog.text("Print figures about ARCHIVE.")
    return SpokenCommand(
        "info", callback=callback, params=[_archive(), _json(terminal)], help=help_
    )


def _check_command(terminal: Terminal) -> click.Command:
    text = terminal.catalog.text
    rebuild = SpokenOption(
        ["--rebuild-index"], is_flag=True, help=text("Build the index anew first.")
    )

    def callback(archive: Path, rebuild_index: bool, as_json: bool) -> int:
        with open_archive(archive) as opened, terminal.index_progress() as progress:
            faults = () if rebuild_index else opened.index_faults()
            if rebuild_index:
                opened.rebuild_index(progress)
            elif not faults:  # those are told of, not mended
                with suppress(ArchiveError):  # is among the problems then
                    opened.catch_up(progress)
            problems, info = opened.problems(), opened.info()
            indexed = 0 if faults else opened.indexed()
        if as_json:
            terminal.json(
                {
                    "items": info.items,
                    "indexed": indexed,
                    "photos": info.photos,
                    "problems": [str(problem) for problem in problems],
                }
            )
        else:
            terminal.check(info, problems)
        return 1 if problems else 0

    help_ = text("Check that ARCHIVE is whole: items, photos, index.")
    params = [_archive(), rebuild, _json(terminal)]
    return SpokenCommand("check", callback=callback, params=params, help=help_)


if __name__ == "__main__":
    sys.exit(main())
