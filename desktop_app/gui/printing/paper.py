"""Sheets of paper, and what a person chooses of a print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize

from desktop_app.gui.article_pane.text_style import SERIF, TextStyle
from desktop_app.gui.theme import Theme
from desktop_app.language.rewriting import AS_PUBLISHED

PAPERS: Mapping[str, QPageSize.PageSizeId] = {
    "A4": QPageSize.PageSizeId.A4,
    "A5": QPageSize.PageSizeId.A5,
    "B5": QPageSize.PageSizeId.JisB5,
    "Letter": QPageSize.PageSizeId.Letter,
}
# Points of body text; the middle one is what Chinese offices call size five.
SIZES: Mapping[str, float] = {"S": 9.0, "M": 10.5, "L": 12.0}
SIDES, TOP, FOOT = 48.0, 62.0, 62.0  # points left free around the text
HEAD_AT, FOOT_AT = 34.0, 34.0  # points from the edge to the running head, and to the foot
INK = Theme(
    name="paper",
    window="#f2f2f2",
    page="#ffffff",
    text="#000000",
    quiet="#4a4a4a",
    line="#b5b5b5",
    grip="#8a8a8a",
    button="#f2f2f2",
    accent="#000000",
    on_accent="#ffffff",
    place="#ffffff",
    mark="#ffffff",
    mark_now="#ffffff",
    on_mark="#000000",
    error="#000000",
    first="#000000",
    second="#000000",
    third="#000000",
)


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """`paper` is of `PAPERS`, `size` of `SIZES`; each item begins a page where `apart`.

    `script` is the one Chinese is shown in, one of `language.rewriting.SCRIPTS`.
    """

    paper: str = "A4"
    size: str = "M"
    photos: bool = True
    apart: bool = True
    style: TextStyle = TextStyle(face=SERIF)  # noqa: RUF009 (frozen)
    script: str = AS_PUBLISHED

    @property
    def page(self) -> QPageSize:
        """The sheet of paper."""
        return QPageSize(PAPERS[self.paper])

    @property
    def points(self) -> QSizeF:
        """Width and height of the sheet in points."""
        return self.page.size(QPageSize.Unit.Point)
