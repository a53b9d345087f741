"""Roles over time: a row each, with a bar on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.views.figure_model import ROW_ROLE
from desktop_app.gui.views.figure_table import FigureTable
from desktop_app.gui.views.speakers.tables import role_model
from desktop_app.speaker_record import RoleHeld

DATES, BAR = 2, 3  # columns
_MOST = 7  # rows in sight at a time
_HEIGHT, _LEAST = 8, 4  # pixels of a bar: its height, and the length of a single day
_BESIDE = 10  # pixels between bar and cell
_PADDED = 26  # pixels beside the days
_SHORTEST = 60  # pixels of the axis


class RoleTable(FigureTable):
    """Is as high as its rows, up to a few."""

    spared = (DATES, BAR)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Show no roles yet."""
        super().__init__(parent)
        self.setObjectName("speakerRoles")
        self._widest = 0  # pixels of the days
        self.axis = ("", "")  # the first and last ISO day of all roles
        self.roles = role_model(look, lambda: self.axis, self)
        self.setItemDelegateForColumn(BAR, _BarDelegate(look, self))
        self.show_model(self.roles, DATES)
        self.sortByColumn(DATES, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        look.theme_changed.connect(self.viewport().update)

    def show_roles(self, roles: Sequence[RoleHeld]) -> None:
        """Show `roles`."""
        first = min((each.first for each in roles if each.first), default="")
        self.axis = (first, max((each.last for each in roles), default=""))
        self.roles.show_rows(roles)
        self.retranslate()
        self.setFixedHeight(self.height_of(min(len(roles), _MOST)))

    def retranslate(self) -> None:
        """Write heads and days anew."""
        self._widest = self._widest_days()
        self.roles.retranslate()

    def needed_width(self, column: int) -> int:
        """Days need the room of the longest; the bars take what they get."""
        if column == BAR:
            return _SHORTEST
        return max(super().needed_width(column), self._widest + _PADDED if column == DATES else 0)

    def _widest_days(self) -> int:
        rows = range(self.roles.rowCount())
        cells = (str(self.roles.index(row, DATES).data()) for row in rows)
        return max(map(self.fontMetrics().horizontalAdvance, cells), default=0)


class _BarDelegate(QStyledItemDelegate):
    """Paints when a role was held."""

    def __init__(self, look: Look, table: RoleTable) -> None:
        super().__init__(table)
        self._look, self._table = look, table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground, the axis, and the bar where there are days."""
        super().paint(painter, option, index)
        cell: QRect = option.rect.adjusted(_BESIDE, 0, -_BESIDE, 0)
        theme, row = self._look.theme, index.data(ROW_ROLE)
        painter.setPen(QColor(theme.line))
        middle = cell.center().y()
        painter.drawLine(cell.left(), middle, cell.right(), middle)
        if row.first:
            painter.fillRect(bar(cell, self._table.axis, row), QColor(theme.accent))


def bar(cell: QRect, axis: tuple[str, str], role: RoleHeld) -> QRectF:
    """Where the bar of `role` stands in `cell`, on an axis from one ISO day to another."""
    start, end, first, last = map(_number, (*axis, role.first, role.last))
    scale = max(cell.width() - _LEAST, 0) / max(end - start, 1)
    left = cell.left() + (first - start) * scale
    top = cell.center().y() - _HEIGHT / 2
    return QRectF(left, top, (last - first) * scale + _LEAST, _HEIGHT)


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
