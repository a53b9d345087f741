"""The words of one side as a table."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from desktop_app.gui.look import Look
from desktop_app.gui.views.figure_model import Column, FigureModel
from desktop_app.i18n.catalog import Catalog
from desktop_app.speeches.contrast import Contrast

STRENGTH = 3  # the column by which they are sorted at first
TELLING = 3.84  # of log-likelihood: where chance is less likely than one in twenty


def contrast_model(look: Look, parent: QObject) -> FigureModel[Contrast]:
    """Word, times on both sides, strength; a tip tells the shares."""
    columns = (
        Column[Contrast](
            lambda catalog: catalog.text("Word"),
            lambda _catalog, each: each.word,
            lambda each: each.word,
            figure=False,
        ),
        Column[Contrast](
            lambda catalog: catalog.text("This side"),
            lambda catalog, each: catalog.number(each.first),
            lambda each: each.first,
        ),
        Column[Contrast](
            lambda catalog: catalog.text("Other side"),
            lambda catalog, each: catalog.number(each.second),
            lambda each: each.second,
        ),
        Column[Contrast](
            lambda catalog: catalog.text("Log-likelihood"),
            lambda catalog, each: catalog.decimal(each.log_likelihood, 1),
            lambda each: each.log_likelihood,
        ),
    )
    return FigureModel(look, columns, _spoken, parent)


def telling(found: Iterable[Contrast], only: bool) -> list[Contrast]:
    """Those of `found` that tell something, the strongest first.

    With `only`, those alone that the other side never uses.
    """
    kept = [each for each in found if each.log_likelihood >= TELLING and not (only and each.second)]
    return sorted(kept, key=lambda each: (-each.log_likelihood, each.word))


def _spoken(catalog: Catalog, each: Contrast) -> str:
    shares = catalog.text(
        "{own} of a million words here, {other} on the other side",
        own=catalog.number(round(each.first_share)),
        other=catalog.number(round(each.second_share)),
    )
    return f"{each.word}\n{shares}"
