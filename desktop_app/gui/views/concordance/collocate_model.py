"""Collocates as a table."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.gui.look import Look
from desktop_app.gui.views.figure_model import Column, FigureModel
from desktop_app.i18n.catalog import Catalog
from desktop_app.speeches.collocates import Collocate

STRENGTH = 3  # the column by which they are sorted at first
_COLUMNS = (
    Column[Collocate](
        lambda catalog: catalog.text("Word"),
        lambda _catalog, each: each.word,
        lambda each: each.word,
        figure=False,
    ),
    Column[Collocate](
        lambda catalog: catalog.text("Near"),
        lambda catalog, each: catalog.number(each.near),
        lambda each: each.near,
    ),
    Column[Collocate](
        lambda catalog: catalog.text("In all"),
        lambda catalog, each: catalog.number(each.everywhere),
        lambda each: each.everywhere,
    ),
    Column[Collocate](
        lambda catalog: catalog.text("Log-likelihood"),
        lambda catalog, each: catalog.decimal(each.log_likelihood, 1),
        lambda each: each.log_likelihood,
    ),
    Column[Collocate](
        lambda catalog: catalog.text("Mutual information"),
        lambda catalog, each: catalog.decimal(each.mutual_information, 2),
        lambda each: each.mutual_information,
    ),
)


def collocate_model(look: Look, parent: QObject) -> FigureModel[Collocate]:
    """Word, near, everywhere, and two measures."""
    return FigureModel(look, _COLUMNS, _spoken, parent)


def _spoken(catalog: Catalog, each: Collocate) -> str:
    """The word, then every figure with the name of its column."""
    figures = (
        catalog.text("{name}: {value}", name=column.head(catalog), value=column.cell(catalog, each))
        for column in _COLUMNS[1:]
    )
    return "\n".join([each.word, *figures])
