"""Paints the rows of the palette: drawing, name with what was typed in colour, group, keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.gui.at_hand.palette.command import Choice
from desktop_app.gui.at_hand.palette.model import CHOICE_ROLE
from desktop_app.gui.look import Look

Index = QModelIndex | QPersistentModelIndex
_SIDE, _AROUND, _APART = 18, 8, 10  # pixels at a font of 13: drawing, above and below, between
_BAR = 4
_VERTICAL = int(Qt.AlignmentFlag.AlignVCenter)
_LEFT, _RIGHT = int(Qt.AlignmentFlag.AlignLeft), int(Qt.AlignmentFlag.AlignRight)
_TICK = "✓"
_KEYS = "Ctrl+Shift+W"  # as wide as most shortcuts


class PaletteDelegate(QStyledItemDelegate):
    """Draws a `Choice` in a line."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Draw in the colours of `look`."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line of the font."""
        return QSize(option.rect.width(), option.fontMetrics.height() + 2 * _AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        choice = index.data(CHOICE_ROLE)
        if not isinstance(choice, Choice):
            return
        theme, chosen = self._look.theme, bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, QColor(theme.button if chosen else theme.page))
        if chosen:
            bar = QRect(option.rect.topLeft(), QSize(_BAR, option.rect.height()))
            painter.fillRect(bar, QColor(theme.accent))
        painter.setFont(option.font)
        _Line(painter, self._look, option.rect, option.font, choice).draw()
        painter.restore()


class _Line:
    """What is drawn of one choice; the room for it gets less from both sides."""

    def __init__(
        self, painter: QPainter, look: Look, rect: QRect, font: QFont, choice: Choice
    ) -> None:
        self._painter, self._theme, self._font, self._choice = painter, look.theme, font, choice
        self._metrics = QFontMetrics(font)
        self._room = rect.adjusted(_BAR + _APART, 0, -_APART, 0)
        self._enabled = choice.command.enabled

    def draw(self) -> None:
        """Keys and group at the right, then what there is room for of the names."""
        command, quiet = self._choice.command, self._theme.quiet
        self._icon(command.icon)
        self._at_right(command.keys, quiet, self._metrics.horizontalAdvance(_KEYS))
        self._at_right(command.group, quiet)
        name = f"{command.text}  {_TICK}" if command.checked else command.text
        if self._choice.other:
            self._at_left(name, (), quiet if not self._enabled else self._theme.text)
            self._at_left(self._choice.other, self._choice.fit.places, quiet)
        else:
            self._at_left(name, self._choice.fit.places, self._theme.text)

    def _icon(self, icon: QIcon | None) -> None:
        side = max(_SIDE, self._metrics.height())
        if icon is not None:
            top = self._room.center().y() - side // 2
            mode = QIcon.Mode.Normal if self._enabled else QIcon.Mode.Disabled
            icon.paint(self._painter, QRect(self._room.left(), top, side, side), mode=mode)
        self._room.adjust(side + _APART, 0, 0, 0)

    def _at_right(self, text: str, colour: str, least: int = 0) -> None:
        """Draw `text` in a column at least so wide, or there would be no columns."""
        width = max(least, self._metrics.horizontalAdvance(text))
        self._pen(colour)
        side = _LEFT if least else _RIGHT
        column = self._room.adjusted(self._room.width() - width, 0, 0, 0)
        self._painter.drawText(column, _VERTICAL | side, text)
        self._room.adjust(0, 0, -width - 2 * _APART, 0)

    def _at_left(self, text: str, places: tuple[int, ...], colour: str) -> None:
        """Draw `text`, its code points at `places` in the accent's colour."""
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._room.width())
        marked = set(places)
        start = 0
        while start < len(shown):
            end = start + 1
            while end < len(shown) and (end in marked) == (start in marked):
                end += 1
            self._piece(shown[start:end], self._theme.accent if start in marked else colour)
            start = end
        self._room.adjust(_APART, 0, 0, 0)

    def _piece(self, text: str, colour: str) -> None:
        self._pen(colour)
        self._painter.drawText(self._room, _VERTICAL | _LEFT, text)
        self._room.adjust(self._metrics.horizontalAdvance(text), 0, 0, 0)

    def _pen(self, colour: str) -> None:
        self._painter.setPen(QColor(colour if self._enabled else self._theme.grip))
