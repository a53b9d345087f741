"""``beilin export``: all items, a search's hits or named ones, in any of the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import click

from desktop_app.archive import Archive, open_archive
from desktop_app.errors import Cancelled, ImportFailure
from desktop_app.exporting.exporters import PAIR_FORMATS, export, exporters
from desktop_app.exporting.selection import Selection, all_items, hits, named
from desktop_app.indexing import Progress
from desktop_app.items import Item
from desktop_app.messages import message
from desktop_app.search.engine import Sort
from desktop_app.search_command import opened_current
from desktop_app.spoken_commands import SpokenCommand, SpokenOption
from desktop_app.terminal import Terminal, interruptible
from desktop_app.usage import NamedPath

INTERRUPTED = 130
_MAX_IDS = 256 * 1024 * 1024  # bytes of a file of ids


def export_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """The command, which prints with `terminal` and shares two parameters with others."""
    text = terminal.catalog.text

    def callback(
        archive: Path,
        out: Path,
        format_: str,
        query: str | None,
        sort: str | None,
        ids: Path | None,
        sentences: bool,
        as_json: bool,
    ) -> int:
        if sentences and format_ not in PAIR_FORMATS:
            raise click.UsageError(text("--sentences goes with --format tmx, xliff or tsv"))
        if query is not None and ids is not None:
            raise click.UsageError(text("--query and --ids exclude each other; give one of them"))
        if query is None and ids is None and sort is not None:
            query = ""  # which finds all
        lost: list[str] = []
        of_pairs = format_ in PAIR_FORMATS
        opening = _opening(terminal, archive, query, of_pairs)
        with opening as opened, terminal.index_progress() as progress, interruptible() as stop:
            try:
                chosen = _chosen(opened, query, Sort(sort or Sort.RELEVANCE), ids, stop)
                if of_pairs:
                    some = chosen.items if query is not None or ids is not None else None
                    count = _pairs(opened, out, format_, some, sentences, progress, stop)
                else:
                    count = export(
                        opened, out, format_, chosen, terminal.catalog, progress, stop, lost.append
                    )
            except Cancelled:
                return INTERRUPTED
        if as_json:
            counted = "pairs" if of_pairs else "items"
            terminal.json({counted: count, "file": str(out), "format": format_})
        elif of_pairs:
            terminal.exported_pairs(count, out)
        else:
            terminal.exported(count, out)
        return terminal.lost_photos(lost)

    help_ = text("Write items of ARCHIVE to OUT, a file or a folder, with their photos.")
    params = [archive, click.Argument(["out"], type=NamedPath()), *_parameters(terminal), as_json]
    return SpokenCommand("export", callback=callback, params=params, help=help_)


def _parameters(terminal: Terminal) -> list[click.Parameter]:
    text = terminal.catalog.text
    return [
        SpokenOption(
            ["format_", "--format"],
            type=click.Choice([*exporters(), *PAIR_FORMATS]),
            default="jsonl",
            show_default=True,
            help=text("The format to write; tmx, xliff and tsv have the pairs, side by side."),
        ),
        SpokenOption(
            ["--query"], metavar="Q", help=text("Only what this search finds, in its order.")
        ),
        SpokenOption(
            ["--sort"],
            type=click.Choice([sort.value for sort in Sort]),
            help=text("The order of the hits, or of all items."),
        ),
        SpokenOption(
            ["--ids"],
            type=NamedPath(),
            metavar="FILE",
            help=text("Only the items whose ids stand in FILE, one a line."),
        ),
        SpokenOption(
            ["--sentences"],
            is_flag=True,
            help=text("Pairs sentence by sentence, not by paragraph."),
        ),
    ]


def _pairs(
    archive: Archive,
    out: Path,
    form: str,
    items: Iterable[Item] | None,
    sentences: bool,
    progress: Progress,
    stop: Callable[[], bool],
) -> int:
    from desktop_app.exporting.pairs import export_pairs  # noqa: PLC0415 (30 ms only this needs)

    return export_pairs(archive, out, form, items, sentences, progress, stop)


def _opening(
    terminal: Terminal, folder: Path, query: str | None, of_pairs: bool
) -> AbstractContextManager[Archive]:
    """The archive, its index brought up to date where that is asked."""
    if query is None and not of_pairs:
        return open_archive(folder)
    return opened_current(terminal, folder, query or "")


def _chosen(
    archive: Archive, query: str | None, sort: Sort, ids: Path | None, stop: Callable[[], bool]
) -> Selection:
    if query is not None:
        return hits(archive, query, sort, stop)
    return all_items(archive) if ids is None else named(archive, _ids(ids))


def _ids(path: Path) -> list[str]:
    """The ids in a file, one a line; raises `ImportFailure`."""
    try:
        with path.open("rb") as stream:
            text = stream.read(_MAX_IDS).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ImportFailure(
            message("{path} cannot be read; name a text file of ids", path=path)
        ) from error
    return [line.strip() for line in text.splitlines() if line.strip()]
