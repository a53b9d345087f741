"""The command line. Commands are thin: they call the core and hand the result to `terminal`."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from functools import partial

import click

from desktop_app import __version__
from desktop_app.command_list import COMMANDS
from desktop_app.errors import BeilinError
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.system import system_language
from desktop_app.problem_log import SOMETHING_WRONG, write_problem
from desktop_app.spoken_commands import (
    SpokenGroup,
    language_asked,
    language_option,
    spoken_version,
)
from desktop_app.terminal import Terminal
from desktop_app.usage import INTERRUPTED, usage_line

_BUG = 70  # the exit status that sysexits.h gives to an error inside a program


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
        if context.invoked_subcommand:
            return None
        from desktop_app.open_command import open_window  # noqa: PLC0415 (only without a command)

        return open_window(terminal, ())

    group = SpokenGroup(
        "beilin",
        {name: partial(make, terminal) for name, make in COMMANDS.items()},
        params=[language_option(text("The language of what is printed, and of the window."))],
        help=text("A viewer for offline news archives in Chinese and English."),
        invoke_without_command=True,
        callback=without_command,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    spoken_version(__version__, terminal.catalog)(group)
    return group


if __name__ == "__main__":
    sys.exit(main())
