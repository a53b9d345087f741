"""What the choices of the panel are called."""

from __future__ import annotations

from desktop_app.gui.article_pane.text_style import (
    JUSTIFIED,
    LOOSE,
    NORMAL,
    RAGGED,
    SANS,
    SERIF,
    TIGHT,
    USUAL,
)
from desktop_app.i18n.catalog import Catalog


def sizes(catalog: Catalog) -> dict[str, str]:
    """The sizes of text."""
    return {
        "S": catalog.text("S"),
        "M": catalog.text("M"),
        "L": catalog.text("L"),
    }


def faces(catalog: Catalog) -> dict[str, str]:
    """The kinds of faces."""
    return {SANS: catalog.text("Sans"), SERIF: catalog.text("Serif")}


def leadings(catalog: Catalog) -> dict[str, str]:
    """The heights of lines."""
    return {
        TIGHT: catalog.text("Tight"),
        NORMAL: catalog.text("Normal"),
        LOOSE: catalog.text("Loose"),
    }


def alignments(catalog: Catalog) -> dict[str, str]:
    """How lines end."""
    return {
        USUAL: catalog.text("As usual"),
        JUSTIFIED: catalog.text("Justified"),
        RAGGED: catalog.text("Ragged"),
    }
