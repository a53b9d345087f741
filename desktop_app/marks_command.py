"""``beilin marks``: bookmarks, collections, tags and notes, listed, exported, kept safe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import click

from desktop_app.archive import open_archive
from desktop_app.errors import MarksError
from desktop_app.manifest import read_manifest
from desktop_app.marks.bundle import Bundle, figures_of
from desktop_app.marks.exported import FORMATS, exported, write_export
from desktop_app.marks.marks import Marks
from desktop_app.marks.schema import FAVOURITES
from desktop_app.marks.subjects import Subject
from desktop_app.marks_shown import marks_to_json, tell_figures, tell_marks
from desktop_app.messages import message
from desktop_app.spoken_commands import SpokenCommand, SpokenGroup, SpokenOption
from desktop_app.terminal import Terminal
from desktop_app.usage import NamedPath


def marks_command(terminal: Terminal) -> click.Command:
    """The group; by itself it lists."""
    listing = _list_command(terminal)

    def without_command() -> object:
        context = click.get_current_context()
        return None if context.invoked_subcommand else context.invoke(listing)

    group = SpokenGroup(
        "marks",
        help=terminal.catalog.text("Your bookmarks, collections, tags, highlights and notes."),
        invoke_without_command=True,
        callback=without_command,
    )
    for command in (
        listing,
        _export_command(terminal),
        _backup_command(terminal),
        _restore_command(terminal),
        _change_command(terminal, "add"),
        _change_command(terminal, "remove"),
    ):
        group.add_command(command)
    return group


def _list_command(terminal: Terminal) -> click.Command:
    def callback(
        archive: Path | None = None, file: Path | None = None, as_json: bool = False
    ) -> None:
        with _to_read(file) as marks:
            bundle = marks.bundle(_id_of(archive))
        if as_json:
            terminal.json(marks_to_json(bundle))
        else:
            tell_marks(terminal, bundle)

    help_ = terminal.catalog.text("List them.")
    params: list[click.Parameter] = [_of_archive(terminal), _file(terminal), _json(terminal)]
    return SpokenCommand("list", callback=callback, params=params, help=help_)


def _export_command(terminal: Terminal) -> click.Command:
    text = terminal.catalog.text

    def callback(
        out: Path | None, format_: str, archive: Path | None, file: Path | None, as_json: bool
    ) -> None:
        with _to_read(file) as marks:
            bundle = marks.bundle(_id_of(archive))
        if out is None:
            terminal.raw(exported(bundle, format_, terminal.catalog))
            return
        write_export(bundle, format_, terminal.catalog, out)
        _say_done(terminal, bundle, out, as_json)

    form = SpokenOption(
        ["format_", "--format"],
        type=click.Choice([*FORMATS]),
        default="markdown",
        show_default=True,
        help=text("For people, to be imported again, or as W3C Web Annotations."),
    )
    out = click.Argument(["out"], type=NamedPath(), required=False)
    params = [out, form, _of_archive(terminal), _file(terminal), _json(terminal)]
    help_ = text("Write them to OUT, or print them.")
    return SpokenCommand("export", callback=callback, params=params, help=help_)


def _backup_command(terminal: Terminal) -> click.Command:
    def callback(out: Path, file: Path | None, as_json: bool) -> None:
        with _to_read(file) as marks:
            marks.back_up(out)
            bundle = marks.bundle()
        _say_done(terminal, bundle, out, as_json)

    out = click.Argument(["out"], type=NamedPath())
    help_ = terminal.catalog.text("Write a whole copy of them to OUT.")
    params = [out, _file(terminal), _json(terminal)]
    return SpokenCommand("backup", callback=callback, params=params, help=help_)


def _restore_command(terminal: Terminal) -> click.Command:
    text = terminal.catalog.text

    def callback(backup: Path, replace: bool, file: Path | None, as_json: bool) -> None:
        with Marks.open(file) as marks:
            kept = marks.restore(backup, replace)
            bundle = marks.bundle()
        if as_json:
            terminal.json({**asdict(figures_of(bundle)), "kept": str(kept) if kept else None})
            return
        tell_figures(terminal, bundle)
        if kept is not None:
            terminal.say(text("what was there before is kept in {path}", path=kept))

    replaced = SpokenOption(
        ["--replace"],
        is_flag=True,
        help=text("Put them in place of those there are, which are kept in a file beside."),
    )
    backup = click.Argument(["backup"], type=NamedPath())
    help_ = text("Add the marks in BACKUP, a backup or exported JSON, to those there are.")
    params = [backup, replaced, _file(terminal), _json(terminal)]
    return SpokenCommand("restore", callback=callback, params=params, help=help_)


def _change_command(terminal: Terminal, name: str) -> click.Command:
    text = terminal.catalog.text
    change: Callable[..., None] = _add if name == "add" else _remove

    def callback(
        archive: Path,
        item_ids: tuple[str, ...],
        collection: tuple[str, ...],
        tag: tuple[str, ...],
        file: Path | None,
        as_json: bool,
    ) -> None:
        with open_archive(archive) as opened:
            own = opened.manifest.id
            subjects = [Subject(own, item.id, item.title) for item in map(opened.item, item_ids)]
            called = opened.manifest.name
        with Marks.open(file) as marks:
            marks.subjects.note_archive(own, called, archive.resolve())
            change(marks, subjects, collection, tag)
            bundle = marks.bundle(own)
        if as_json:
            terminal.json(asdict(figures_of(bundle)))
        else:
            tell_figures(terminal, bundle)

    helps = {
        "add": text("Bookmark the items ID of ARCHIVE, or put them in collections, or tag them."),
        "remove": text("Take the items ID of ARCHIVE from the bookmarks, collections or tags."),
    }
    params = [
        click.Argument(["archive"], type=NamedPath()),
        click.Argument(["item_ids"], metavar="ID...", nargs=-1, required=True),
        SpokenOption(["--collection"], multiple=True, metavar="NAME", help=text("A collection.")),
        SpokenOption(["--tag"], multiple=True, metavar="NAME", help=text("A tag.")),
        _file(terminal),
        _json(terminal),
    ]
    return SpokenCommand(name, callback=callback, params=params, help=helps[name])


def _add(
    marks: Marks, subjects: list[Subject], collections: tuple[str, ...], tags: tuple[str, ...]
) -> None:
    numbers = [marks.collections.make(each) for each in collections]
    for subject in subjects:
        for number in numbers if collections or tags else [FAVOURITES]:
            marks.collections.add(number, subject)
        for tag in tags:
            marks.tags.add(subject, tag)


def _remove(
    marks: Marks, subjects: list[Subject], collections: tuple[str, ...], tags: tuple[str, ...]
) -> None:
    numbers = [_named(marks, each) for each in collections]
    for subject in subjects:
        for number in numbers if collections or tags else [FAVOURITES]:
            marks.collections.remove(number, subject.archive, subject.item)
        for tag in tags:
            marks.tags.remove(subject.archive, subject.item, tag)


def _named(marks: Marks, name: str) -> int:
    number = marks.collections.named(name)
    if number is None:
        known = ", ".join(each.name for each in marks.collections.all() if each.name)
        raise MarksError(
            message("there is no collection “{name}”; there are {known}", name=name, known=known)
        )
    return number


def _to_read(file: Path | None) -> Marks:
    """The marks in `file`, or the user's own; where there are none, no file is made."""
    if file is None:
        return Marks.to_read()
    if not file.exists():
        raise MarksError(message("there is no file {path}; name another", path=file))
    return Marks.open(file)


def _id_of(archive: Path | None) -> str:
    return "" if archive is None else read_manifest(archive).id


def _say_done(terminal: Terminal, bundle: Bundle, out: Path, as_json: bool) -> None:
    if as_json:
        terminal.json({**asdict(figures_of(bundle)), "file": str(out)})
        return
    tell_figures(terminal, bundle)
    terminal.say(terminal.catalog.text("written to {path}", path=out))


def _of_archive(terminal: Terminal) -> click.Option:
    help_ = terminal.catalog.text("Only what is marked in ARCHIVE.")
    return SpokenOption(["--archive"], type=NamedPath(), metavar="ARCHIVE", help=help_)


def _file(terminal: Terminal) -> click.Option:
    help_ = terminal.catalog.text("Another file of marks than your own.")
    return SpokenOption(["--file"], type=NamedPath(), metavar="FILE", help=help_)


def _json(terminal: Terminal) -> click.Option:
    return SpokenOption(
        ["as_json", "--json"], is_flag=True, help=terminal.catalog.text("Print JSON.")
    )
