"""``beilin align``: which paragraphs of two items say the same, in two languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.archive import Archive, open_archive
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.items import Item
from desktop_app.language.detect import is_language
from desktop_app.messages import message
from desktop_app.search_command import opened_current
from desktop_app.spoken_commands import SpokenCommand, SpokenOption
from desktop_app.terminal import Terminal, interruptible
from desktop_app.usage import INTERRUPTED

if TYPE_CHECKING:
    from desktop_app.exporting.aligned import Aligned


def align_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """The command, which prints with `terminal` and shares two parameters with others."""

    def callback(
        archive: Path, item_id: str, other: str | None, form: str, sentences: bool, as_json: bool
    ) -> int:
        opening = opened_current(terminal, archive) if other is None else open_archive(archive)
        with opening as opened:
            en, zh = _pair(opened, item_id, other)
        try:
            found = _aligned(en, zh, sentences)
        except Cancelled:
            return INTERRUPTED
        if as_json:
            terminal.json(found.to_json())
        else:
            _print(terminal, found, form)
        return 0

    help_ = terminal.catalog.text(
        "Print the item ID of ARCHIVE beside its counterpart in the other language,"
        " paragraph by paragraph."
    )
    item = click.Argument(["item_id"], metavar="ID")
    params = [archive, item, *_options(terminal), as_json]
    return SpokenCommand("align", callback=callback, params=params, help=help_)


def _options(terminal: Terminal) -> list[click.Parameter]:
    text = terminal.catalog.text
    helps = {
        "tmx": text("Print a translation memory (TMX 1.4b)."),
        "xliff": text("Print XLIFF 1.2."),
        "tsv": text("Print a table with tabs between the columns."),
    }
    return [
        SpokenOption(
            ["other", "--with"],
            metavar="ID",
            help=text("The counterpart, where the archive knows none or you mean another."),
        ),
        SpokenOption(
            ["--sentences"], is_flag=True, help=text("Sentence by sentence inside the paragraphs.")
        ),
        *(
            SpokenOption(["form", f"--{form}"], flag_value=form, default="text", help=help_)
            for form, help_ in helps.items()
        ),
    ]


def _pair(archive: Archive, item_id: str, other: str | None) -> tuple[Item, Item]:
    """The English item and the Chinese one; raises `ArchiveError`."""
    item = archive.item(item_id)
    other = archive.pairing.other(item.id) if other is None else other
    if other is None:
        raise ArchiveError(
            message(
                "{path} knows no counterpart of “{id}”; name one with --with",
                path=archive.folder,
                id=item.id,
            )
        )
    both = (item, archive.item(other))
    for en, zh in (both, both[::-1]):
        if is_language(zh.language, "zh") and is_language(en.language, "en"):
            return en, zh
    raise ArchiveError(
        message(
            "{one} and {other} are not one English and one Chinese item; name one of each",
            one=item.id,
            other=other,
        )
    )


def _aligned(en: Item, zh: Item, sentences: bool) -> Aligned:
    """The links of two items; what Ctrl+C asks for raises `Cancelled`."""
    from desktop_app.exporting.aligned import aligned  # noqa: PLC0415 (30 ms only this needs)
    from desktop_app.language.lexicon.lexicon import Lexicon  # noqa: PLC0415

    with interruptible() as stop:
        return aligned(en, zh, Lexicon.open(), sentences, stop)


def _print(terminal: Terminal, found: Aligned, form: str) -> None:
    """The passages that both have: one language under the other, or in a format."""
    from desktop_app.exporting.aligned import written  # noqa: PLC0415

    bitext = found.bitext()
    if form == "text":
        terminal.say(f"{bitext.en.title}\n{bitext.zh.title}")
        for passage in bitext.passages:
            terminal.say(f"\n{passage.en}\n{passage.zh}")
    else:
        for piece in written(form, [bitext], bitext.unit):
            terminal.raw(piece)
