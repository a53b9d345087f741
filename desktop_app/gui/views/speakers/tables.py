"""The tables of the view: which columns they have, and what a row says in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.gui.look import Look
from desktop_app.gui.views.figure_model import Column, FigureModel
from desktop_app.gui.views.speakers.listed import Listed
from desktop_app.i18n.catalog import Catalog
from desktop_app.language.name_order import order_of
from desktop_app.speaker_record import RoleHeld
from desktop_app.speech_search.speakers import Speaker
from desktop_app.speeches.keyness import KeyToken

Spoken = tuple[str, int]  # a person's name, and how often they are spoken of


def years(first: str, last: str) -> str:
    """The years from one ISO day (or "") to another, as ``2012–2019``."""
    return "–".join(dict.fromkeys(day[:4] for day in (first, last) if day))


def statements(catalog: Catalog, count: int) -> str:
    """How many statements, in words."""
    return catalog.plural("{count} statement", "{count} statements", count)


def others(catalog: Catalog, speaker: Speaker) -> str:
    """The other names of `speaker`, in words; "" where there are none."""
    names = [name for name in speaker.names if name != speaker.name]
    return catalog.text("Also: {names}", names=catalog.items(names)) if names else ""


def speaker_model(look: Look, parent: QObject) -> FigureModel[Listed]:
    """All speakers: name, statements, years."""

    def spoken(catalog: Catalog, row: Listed) -> str:
        who = row.speaker
        facts = (statements(catalog, who.statements), catalog.days(who.first, who.last))
        parts = (who.name, others(catalog, who), *facts, "; ".join(who.roles[:3]))
        return "\n".join(part for part in parts if part)

    columns = (
        Column[Listed](
            lambda catalog: catalog.text("Speaker"),
            lambda _catalog, row: row.speaker.name,
            lambda row: order_of(look.collation, row.spelling)(row.speaker.name),
            figure=False,
        ),
        Column[Listed](
            lambda catalog: catalog.text("Statements"),
            lambda catalog, row: catalog.number(row.speaker.statements),
            lambda row: row.speaker.statements,
        ),
        Column[Listed](
            lambda catalog: catalog.text("Years"),
            lambda _catalog, row: years(row.speaker.first, row.speaker.last),
            lambda row: (row.speaker.first, row.speaker.last),
        ),
    )
    return FigureModel(look, columns, spoken, parent)


def role_model(
    look: Look, axis: Callable[[], tuple[str, str]], parent: QObject
) -> FigureModel[RoleHeld]:
    """Roles: name, days, statements, and a column for a bar on an `axis` of ISO days."""

    def spoken(catalog: Catalog, row: RoleHeld) -> str:
        parts = (row.role, catalog.days(row.first, row.last), statements(catalog, row.statements))
        return "\n".join(part for part in parts if part)

    columns = (
        Column[RoleHeld](
            lambda catalog: catalog.text("Role"),
            lambda _catalog, row: row.role,
            lambda row: row.role.casefold(),
            figure=False,
        ),
        Column[RoleHeld](
            lambda catalog: catalog.text("Statements"),
            lambda catalog, row: catalog.number(row.statements),
            lambda row: row.statements,
        ),
        Column[RoleHeld](
            lambda catalog: catalog.text("Dates"),
            lambda catalog, row: catalog.days(row.first, row.last),
            lambda row: (row.first or "9", row.last),
            figure=False,
        ),
        Column[RoleHeld](
            lambda _catalog: years(*axis()),
            lambda _catalog, _row: "",  # a bar
            lambda row: (row.last, row.first),
            figure=False,
        ),
    )
    return FigureModel(look, columns, spoken, parent)


def word_model(look: Look, parent: QObject) -> FigureModel[KeyToken]:
    """Words: times, shares here and elsewhere, log-likelihood."""

    def spoken(catalog: Catalog, row: KeyToken) -> str:
        told = catalog.text(
            "{own} of a million words here, {other} of a million elsewhere",
            own=catalog.number(round(row.share)),
            other=catalog.number(round(row.other_share)),
        )
        times = catalog.plural("{count} time", "{count} times", row.own)
        return "\n".join((row.word, times, told))

    columns = (
        Column[KeyToken](
            lambda catalog: catalog.text("Word"),
            lambda _catalog, row: row.word,
            lambda row: row.word,
            figure=False,
        ),
        Column[KeyToken](
            lambda catalog: catalog.text("Times"),
            lambda catalog, row: catalog.number(row.own),
            lambda row: row.own,
        ),
        Column[KeyToken](
            lambda catalog: catalog.text("Per million"),
            lambda catalog, row: catalog.number(round(row.share)),
            lambda row: row.share,
        ),
        Column[KeyToken](
            lambda catalog: catalog.text("Elsewhere"),
            lambda catalog, row: catalog.number(round(row.other_share)),
            lambda row: row.other_share,
        ),
        Column[KeyToken](
            lambda catalog: catalog.text("Log-likelihood"),
            lambda _catalog, row: f"{row.log_likelihood:.1f}",
            lambda row: row.log_likelihood,
        ),
    )
    return FigureModel(look, columns, spoken, parent)


def people_model(look: Look, parent: QObject) -> FigureModel[Spoken]:
    """People spoken of: name, times."""

    def spoken(catalog: Catalog, row: Spoken) -> str:
        return "\n".join((row[0], catalog.plural("{count} time", "{count} times", row[1])))

    columns = (
        Column[Spoken](
            lambda catalog: catalog.text("Person"),
            lambda _catalog, row: row[0],
            lambda row: row[0].casefold(),
            figure=False,
        ),
        Column[Spoken](
            lambda catalog: catalog.text("Times"),
            lambda catalog, row: catalog.number(row[1]),
            lambda row: row[1],
        ),
    )
    return FigureModel(look, columns, spoken, parent)
