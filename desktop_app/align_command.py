"""``beilin align``: which paragraphs of two items say the same, in two languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from desktop_app.archive import Archive, open_archive
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.exporting.bitext import Bitext, by_paragraphs, by_sentences
from desktop_app.exporting.parallel_table import parallel_table
from desktop_app.exporting.tmx import tmx
from desktop_app.exporting.xliff import xliff
from desktop_app.items import Item
from desktop_app.language.detect import is_language
from desktop_app.messages import message
from desktop_app.pairing.align import align, align_sentences
from desktop_app.pairing.links import Link, SentenceLink, Span
from desktop_app.spoken_commands import SpokenCommand, SpokenOption
from desktop_app.terminal import Terminal, interruptible
from desktop_app.usage import INTERRUPTED


def align_command(
    terminal: Terminal, archive: click.Argument, as_json: click.Option
) -> click.Command:
    """The command, which prints with `terminal` and shares two parameters with others."""

    def callback(
        archive: Path,
        item_id: str,
        other: str | None,
        form: str,
        sentences: bool,
        as_json: bool,
    ) -> int:
        with open_archive(archive) as opened:
            en, zh = _pair(opened, item_id, other)
        with interruptible() as stop:
            try:
                links = align(en.paragraphs, zh.paragraphs, cancelled=stop)
                inside = _inside(en, zh, links, stop) if sentences else None
            except Cancelled:
                return INTERRUPTED
        if as_json:
            terminal.json(_json(en, zh, links, inside))
        elif form == "text":
            _print(terminal, _bitext(en, zh, links, inside))
        else:
            for piece in _written(form, _bitext(en, zh, links, inside)):
                terminal.raw(piece)
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
    if other is None:
        raise ArchiveError(
            message(
                "{path} knows no counterpart of “{id}”; name one with --with",
                path=archive.folder,
                id=item_id,
            )
        )
    both = (item, archive.item(other))
    for en, zh in (both, both[::-1]):
        if is_language(zh.language, "zh") and not is_language(en.language, "zh"):
            return en, zh
    raise ArchiveError(
        message(
            "“{id}” and “{other}” are not one in Chinese and one in English;"
            " `beilin show` tells the language of an item",
            id=item_id,
            other=other,
        )
    )


def _inside(
    en: Item, zh: Item, links: tuple[Link, ...], stop: Callable[[], bool]
) -> list[tuple[SentenceLink, ...]]:
    """The sentences of each link."""
    return [align_sentences(link, en.paragraphs, zh.paragraphs, cancelled=stop) for link in links]


def _bitext(
    en: Item, zh: Item, links: tuple[Link, ...], inside: list[tuple[SentenceLink, ...]] | None
) -> Bitext:
    if inside is None:
        return by_paragraphs(en, zh, links)
    return by_sentences(en, zh, [each for found in inside for each in found])


def _written(form: str, bitext: Bitext) -> Iterator[str]:
    if form == "tmx":
        return tmx([bitext], bitext.unit)
    return xliff([bitext]) if form == "xliff" else parallel_table([bitext])


def _json(
    en: Item, zh: Item, links: tuple[Link, ...], inside: list[tuple[SentenceLink, ...]] | None
) -> dict[str, object]:
    made: list[dict[str, object]] = [
        {"en": list(each.en), "zh": list(each.zh), "score": each.score} for each in links
    ]
    for link, found in zip(made, inside or (), strict=False):
        link["sentences"] = [
            {"en": _spans(each.en), "zh": _spans(each.zh), "score": each.score} for each in found
        ]
    return {"en": en.id, "zh": zh.id, "links": made}


def _spans(spans: tuple[Span, ...]) -> list[dict[str, int]]:
    return [{"paragraph": each.paragraph, "start": each.start, "end": each.end} for each in spans]


def _print(terminal: Terminal, bitext: Bitext) -> None:
    """The passages to be read, a language under the other."""
    terminal.say(f"{bitext.en.title}\n{bitext.zh.title}")
    for passage in bitext.passages:
        terminal.say(f"\n{passage.en}\n{passage.zh}")
