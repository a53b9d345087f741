"""The commands about what an archive holds: `show`, `info` and `check`."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from desktop_app.archive import open_archive
from desktop_app.errors import ArchiveError
from desktop_app.exporting.shapes import item_to_json
from desktop_app.item_facts import item_facts
from desktop_app.spoken_commands import SpokenCommand, SpokenOption
from desktop_app.terminal import Terminal


def show_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """``beilin show``."""

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

    params = [archive, click.Argument(["item_id"], metavar="ID"), as_json]
    help_ = terminal.catalog.text("Print the item ID of ARCHIVE.")
    return SpokenCommand("show", callback=callback, params=params, help=help_)


def info_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """``beilin info``."""

    def callback(archive: Path, as_json: bool) -> None:
        with open_archive(archive) as opened:
            info = opened.info()
        if as_json:
            terminal.json(info.to_json())
        else:
            terminal.info(info)

    help_ = terminal.catalog.text("Print figures about ARCHIVE.")
    return SpokenCommand("info", callback=callback, params=[archive, as_json], help=help_)


def check_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """``beilin check``."""
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
    params = [archive, rebuild, as_json]
    return SpokenCommand("check", callback=callback, params=params, help=help_)
