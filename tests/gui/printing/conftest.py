"""Items composed for paper, and written as PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QColor, QImage

from desktop_app.gui.printing.composition import Composition, compose
from desktop_app.gui.printing.paper import PrintChoices
from desktop_app.gui.printing.pdf import write_pdf
from desktop_app.gui.printing.printed_item import PrintedItem
from desktop_app.i18n.catalog import Catalog

Composer = Callable[..., Composition]
Writer = Callable[..., pypdf.PdfReader]


@pytest.fixture
def composed(qapp: object, tmp_path: Path) -> Composer:
    """Composes items; `red.png` and `tall.png` are photos there are."""
    for name, size in (("red", (900, 500)), ("tall", (400, 1600))):
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(QColor("#a03020"))
        image.save(str(tmp_path / f"{name}.png"))

    def made(items: Sequence[PrintedItem], choices: PrintChoices | None = None) -> Composition:
        given = choices or PrintChoices()
        named = [
            replace(each, archive="Port archive", photo_path=tmp_path.joinpath) for each in items
        ]
        return compose(named, Catalog("en"), given, lambda: False)

    return made


@pytest.fixture
def written(composed: Composer, tmp_path: Path) -> Writer:
    """Writes items as PDF and reads that."""

    def made(items: Sequence[PrintedItem], choices: PrintChoices | None = None) -> pypdf.PdfReader:
        out = tmp_path / "out.pdf"
        pages = composed(items, choices)
        write_pdf(pages, out, "A title 题", Catalog("en"), lambda _n, _of: None, lambda: False)
        return pypdf.PdfReader(out)

    return made


def squeezed(text: str) -> str:
    """`text` without spaces and ends of lines, which PDF readers guess from places."""
    return "".join(text.split())
