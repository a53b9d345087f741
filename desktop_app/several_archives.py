"""How commands are told to search several archives: one after the other, then the query.

    beilin search NEWS.beilin WIRE.beilin "oil price"

A word after the first is an archive too where it ends so, or where an archive lies; what
comes after ``--`` is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from desktop_app.manifest import FILE
from desktop_app.spoken_commands import QueryCommand
from desktop_app.usage import NamedPath

_FURTHER = "desktop_app.several_archives"


class ArchivesCommand(QueryCommand):
    """A command whose first words are archives."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the further archives out of `args`, for the argument `archives_argument`."""
        places = _further(args, set(_with_values(self.params)))
        ctx.meta[_FURTHER] = [Path(args[place]) for place in places]
        return super().parse_args(ctx, [a for at, a in enumerate(args) if at not in places])


def archives_argument() -> click.Argument:
    """ARCHIVE...: gives a tuple of paths, none of them twice."""
    return click.Argument(
        ["archives"], type=NamedPath(), metavar="ARCHIVE...", callback=_with_further
    )


def _with_further(
    context: click.Context, _parameter: click.Parameter, first: Path
) -> tuple[Path, ...]:
    folders = (first, *context.meta[_FURTHER])
    return tuple({folder.resolve(): folder for folder in reversed(folders)}.values())[::-1]


def _further(args: Sequence[str], with_values: set[str]) -> list[int]:
    """The places in `args` of the archives after the first word."""
    found: list[int] = []
    words = (at for at in _words(args, with_values))
    next(words, None)
    for at in words:
        if not _is_archive(args[at]):
            break
        found.append(at)
    return found


def _words(args: Sequence[str], with_values: set[str]) -> Iterator[int]:
    """The places of what is neither an option nor its value, up to ``--``."""
    before = ""
    for at, each in enumerate(args):
        if each == "--":
            return
        if not each.startswith("-") and before not in with_values:
            yield at
        before = each


def _with_values(parameters: Iterable[click.Parameter]) -> Iterator[str]:
    for each in parameters:
        if isinstance(each, click.Option) and not each.is_flag:
            yield from each.opts


def _is_archive(word: str) -> bool:
    return word.rstrip("/\\").endswith(".beilin") or Path(word, FILE).is_file()
