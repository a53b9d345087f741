"""Writes items to a PDF file without a window."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.archive import Archive
from desktop_app.gui.application import make_application
from desktop_app.gui.article_pane.text_style import TextStyle
from desktop_app.gui.printing.composition import compose
from desktop_app.gui.printing.gathering import gathered
from desktop_app.gui.printing.paper import PrintChoices
from desktop_app.gui.printing.pdf import Progress, write_pdf
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item


def print_items(
    archive: Archive,
    items: Sequence[Item],
    out: Path,
    choices: PrintChoices,
    pairs: bool,
    catalog: Catalog,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> int:
    """Write `items` to the PDF file `out`, with `pairs` in two columns; the number of pages.

    Raises `ArchiveError` where it cannot be written, and `Cancelled`.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # also where a stale display is named
    make_application()
    printed = gathered([(archive, item) for item in items], pairs, cancelled)
    made = compose(printed, catalog, choices, cancelled)
    title = title_of(printed[0].item, len(printed), archive.manifest.name)
    write_pdf(made, out, title, catalog, progress, cancelled)
    return made.count


def choices_of(paper: str, size: str, face: str, photos: bool, run_on: bool) -> PrintChoices:
    """What options on a command line ask for."""
    style = TextStyle().with_choice("face", face)
    return PrintChoices(paper, size, photos, not run_on, style)


def title_of(first: Item, count: int, name: str) -> str:
    """What a PDF calls itself: by its item, or by the archive where it has several."""
    return first.title if count == 1 else name
