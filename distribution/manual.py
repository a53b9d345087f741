"""``manual.py OUT``: manual pages of the commands, from their own help, and completion of shells.

    OUT/man/man1/beilin.1.gz            English; zh_CN/ and zh_TW/ beside man1/
    OUT/bash-completion/completions/beilin
    OUT/zsh/site-functions/_beilin
    OUT/fish/vendor_completions.d/beilin.fish

Runs in an environment that has the program's dependencies.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from desktop_app import __version__
from desktop_app.cli import commands
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.languages import SOURCE, languages
from desktop_app.terminal import Terminal

_SHELLS = {
    "bash": "bash-completion/completions/beilin",
    "zsh": "zsh/site-functions/_beilin",
    "fish": "fish/vendor_completions.d/beilin.fish",
}
_PROGRAM = "beilin"


def main(out: Path) -> None:
    """Write all of it below `out`."""
    for language in languages():
        catalog = Catalog(language)
        group = commands(Terminal(catalog))
        folder = out / "man" / ("man1" if language == SOURCE else f"{language}/man1")
        folder.mkdir(parents=True, exist_ok=True)
        page = "\n".join(manual(group, catalog)) + "\n"
        # Without the time of day, so that a package made twice is the same.
        (folder / f"{_PROGRAM}.1.gz").write_bytes(gzip.compress(page.encode(), mtime=0))
    for shell, place in _SHELLS.items():
        file = out / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(completion(shell), encoding="utf-8")


def completion(shell: str) -> str:
    """What a shell reads to complete commands and options; it asks the program for them."""
    kind = get_completion_class(shell)
    assert kind is not None
    return kind(click.Group(), {}, _PROGRAM, f"_{_PROGRAM.upper()}_COMPLETE").source() + "\n"


def manual(group: click.Group, catalog: Catalog) -> Iterator[str]:
    """Yield the lines of the manual page, in troff's man macros (groff_man(7))."""
    text = catalog.text
    context = click.Context(group, info_name=_PROGRAM, obj=catalog)
    summary = _plain(group.help or "")
    yield f'.TH {_PROGRAM.upper()} 1 "{date.today():%Y-%m-%d}" "Beilin {__version__}"'
    yield f".SH {text('NAME')}"
    yield rf"{_PROGRAM} \- {summary}"
    yield f".SH {text('SYNOPSIS')}"
    yield rf".B {_PROGRAM}"
    yield _escaped(" ".join(group.collect_usage_pieces(context)))
    yield f".SH {text('OPTIONS')}"
    yield from _options(group, context)
    yield f".SH {text('COMMANDS')}"
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            yield from _command(command, click.Context(command, parent=context, info_name=name))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f".SS {_escaped(context.command_path)}"
    yield rf".B {_escaped(context.command_path)}"
    yield _escaped(" ".join(command.collect_usage_pieces(context)))
    yield ".PP"
    yield _plain(command.help or "")
    yield from _options(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from _command(below, click.Context(below, parent=context, info_name=name))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record is not None:
            yield ".TP"
            yield rf"\fB{_escaped(record[0])}\fR"
            yield _plain(record[1])


def _plain(text: str) -> str:
    """A sentence on one line; one that begins with a dot or quote is no macro."""
    line = _escaped(" ".join(text.split()))
    return rf"\&{line}" if line[:1] in (".", "'") else line


def _escaped(text: str) -> str:
    return text.replace("\\", r"\e").replace("-", r"\-")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
