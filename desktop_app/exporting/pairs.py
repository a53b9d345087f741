"""Export of pairs: what an archive tells in both languages, for translators' tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from desktop_app.archive import Archive
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.exporting.aligned import aligned, written
from desktop_app.exporting.bitext import Bitext
from desktop_app.exporting.exporters import check_outside
from desktop_app.exporting.whole import whole_file
from desktop_app.indexing import Progress, never, quiet
from desktop_app.items import Item, Pair
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.messages import message


def export_pairs(
    archive: Archive,
    out: Path,
    form: str,
    items: Iterable[Item] | None = None,
    sentences: bool = False,
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = never,
) -> int:
    """Write the pairs that have one of `items`, or all, to the file `out`; return how many.

    `form` is one of `exporters.PAIR_FORMATS`. The file appears only when complete. Raises
    `ArchiveError` where `out` cannot be written, and `Cancelled`.
    """
    check_outside(archive, out)
    pairs = archive.pairing.pairs()
    if items is not None:
        pairs = _in_order(pairs, items)
    unit = "sentence" if sentences else "paragraph"
    bitexts = _bitexts(archive, pairs, sentences, progress, cancelled)
    try:
        with whole_file(out) as part, part.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(written(form, bitexts, unit))
    except OSError as error:
        reason = error.strerror or error
        raise ArchiveError(
            message("{path} cannot be written ({reason})", path=out, reason=reason)
        ) from error
    return len(pairs)


def _in_order(pairs: Iterable[Pair], items: Iterable[Item]) -> list[Pair]:
    """The pairs of `items` in their order, each once."""
    of_item = {each: pair for pair in pairs for each in (pair.en, pair.zh)}
    return list(dict.fromkeys(of_item[item.id] for item in items if item.id in of_item))


def _bitexts(
    archive: Archive,
    pairs: list[Pair],
    sentences: bool,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Iterator[Bitext]:
    lexicon = Lexicon.open()
    for count, pair in enumerate(pairs, 1):
        if cancelled():
            raise Cancelled
        en, zh = archive.item(pair.en), archive.item(pair.zh)
        yield aligned(en, zh, lexicon, sentences, cancelled).bitext()
        progress(count, len(pairs))
