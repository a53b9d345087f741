"""All formats to export to, and the one way to do it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_app.errors import ArchiveError
from desktop_app.exporting.csv_table import CsvTable
from desktop_app.exporting.epub import Epub
from desktop_app.exporting.export import Export, Exporter, nobody
from desktop_app.exporting.html import HtmlFolder
from desktop_app.exporting.jsonl import Jsonl
from desktop_app.exporting.markdown import MarkdownFolder
from desktop_app.exporting.selection import Selection, all_items
from desktop_app.exporting.wacz import Wacz
from desktop_app.exporting.zim import Zim
from desktop_app.i18n.catalog import Catalog
from desktop_app.indexing import Progress, never, quiet
from desktop_app.messages import message
from desktop_app.together import Searched

PAIR_FORMATS = ("tmx", "xliff", "tsv")
"""Formats of pairs, which `exporting.pairs` writes: two languages side by side, no items."""


def exporters() -> dict[str, Exporter]:
    """Every format by its name, in the order in which they are offered."""
    made: tuple[Exporter, ...] = (
        Jsonl(),
        HtmlFolder(),
        Epub(),
        MarkdownFolder(),
        CsvTable(),
        Wacz(),
        Zim(),
    )
    return {each.name: each for each in made}


def export(
    archive: Searched,
    out: Path,
    format_: str = "jsonl",
    selection: Selection | None = None,
    catalog: Catalog | None = None,
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = never,
    lost: Callable[[str], None] = nobody,
) -> int:
    """Write the items of `selection`, or all, to `out` and return how many.

    `out` appears only when complete, and an older export of that name is replaced. A
    photo whose file is gone keeps its caption, and `lost` is called with its name.
    Raises `ArchiveError` where `out` cannot be written, and `Cancelled`.
    """
    check_outside(archive, out)
    chosen = selection or all_items(archive)
    given = Export(
        name=archive.name,
        items=chosen.items,
        total=chosen.total,
        photo=archive.photo_path,
        catalog=catalog or Catalog("en"),
        progress=progress,
        cancelled=cancelled,
        lost=lost,
    )
    try:
        return exporters()[format_].write(given, out)
    except OSError as error:
        reason = error.strerror or error
        raise ArchiveError(
            message("{path} cannot be written ({reason})", path=out, reason=reason)
        ) from error


def check_outside(archive: Searched, out: Path) -> None:
    """Raise `ArchiveError` where `out` lies in an archive itself."""
    if any(out.resolve().is_relative_to(folder.resolve()) for folder in archive.folders):
        raise ArchiveError(message("{path} lies in the archive; name a place outside it", path=out))
