"""A short list as high as its rows: words, a figure, a bar; Enter or a click follows a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.paged_model import Index
from desktop_app.gui.views.home.row import Row

_ROW = Qt.ItemDataRole.UserRole
_AIR, _SIDE = 6, 4  # pixels above and below the words, and beside them
_BAR = 3  # pixels of a bar's height
_APART = 16  # pixels between words and figure at least


class RowModel(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, parent: QWidget) -> None:
        """Without any row yet."""
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Have `rows` in place of those there are."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, what is spoken, the whole of it in a tip, or the row itself."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return row if role == _ROW else None


class RowDrawer(QStyledItemDelegate):
    """Draws rows in the colours of the theme."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Draw as `look` has it."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a line of words with some air."""
        return QSize(120, option.fontMetrics.height() + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground where the pointer or the keys are, the words, the figure, the bar."""
        row: Row = index.data(_ROW)
        theme, rect = self._look.theme, option.rect
        on = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
        painter.save()
        if option.state & on:
            painter.fillRect(rect, QColor(theme.button))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        inside = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(option.font)
        figure = option.fontMetrics.horizontalAdvance(row.figure)
        painter.setPen(QColor(theme.quiet))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, row.figure)
        room = inside.adjusted(0, 0, -(figure + _APART if figure else 0), 0)
        shown = option.fontMetrics.elidedText(row.words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(theme.text))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, shown)
        self._draw_bar(painter, inside, row.share)
        painter.restore()

    def _draw_bar(self, painter: QPainter, inside: QRect, share: float) -> None:
        if share > 0:
            width = max(round(inside.width() * share), 2)
            bar = QRect(inside.left(), inside.bottom() - _BAR + 1, width, _BAR)
            painter.fillRect(bar, QColor(self._look.theme.grip))


class RowList(QListView):
    """`followed` carries the `Wish` of a row. Up and Down go on to the lists beside."""

    followed = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        """List nothing yet; `name` is the object's."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("homeRows", True)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDrawer(look, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._follow)
        look.theme_changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List `rows`; the place of the keys stays where there is still a row."""
        if rows == self.rows.rows:
            return
        at = self.currentIndex().row()
        self.rows.show_rows(rows)
        if 0 <= at < len(rows):
            self.setCurrentIndex(self.rows.index(at, 0))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        line = self.fontMetrics().height() + 2 * _AIR
        return QSize(200, line * max(len(self.rows.rows), 1))

    def minimumSizeHint(self) -> QSize:
        """No narrower than a few words."""
        return QSize(120, self.sizeHint().height())

    def _follow(self, index: QModelIndex) -> None:
        self.followed.emit(self.rows.rows[index.row()].wish)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys begin at the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rows:
            self.setCurrentIndex(self.rows.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows; beyond either end the keys go to what stands before or after."""
        key, at, last = event.key(), self.currentIndex().row(), len(self.rows.rows) - 1
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and at >= 0:
            self._follow(self.currentIndex())
        elif key == Qt.Key.Key_Down and at == last:
            self.focusNextPrevChild(True)
        elif key == Qt.Key.Key_Up and at <= 0:
            self.focusNextPrevChild(False)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
