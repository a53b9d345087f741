"""From a point on the view to a place in a line of its text, and back to a rectangle."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit

_BEYOND = "\uffff"  # characters after it are two units of UTF-16


class Spot(NamedTuple):
    """Code point `place` of the text of `block`."""

    block: QTextBlock
    place: int


def spot_at(view: QTextEdit, point: QPoint) -> Spot | None:
    """The character under `point` of the viewport; None where there is none."""
    bar = view.verticalScrollBar()
    layout = view.document().documentLayout()
    inside = QPointF(point.x(), point.y() + bar.value())
    position = layout.hitTest(inside, Qt.HitTestAccuracy.ExactHit)
    if position < 0:
        return None
    block = view.document().findBlock(position)
    within = block.layout().lineForTextPosition(position - block.position())
    if not within.isValid():
        return None
    left = inside.x() - layout.blockBoundingRect(block).x()
    if not within.x() <= left <= within.x() + within.naturalTextWidth():
        return None
    unit = within.xToCursor(left, QTextLine.CursorPosition.CursorOnCharacter)
    return Spot(block, to_code_points(block.text(), unit))


def spot_of(position: int, view: QTextEdit) -> Spot:
    """The character at `position` of the document."""
    block = view.document().findBlock(position)
    return Spot(block, to_code_points(block.text(), position - block.position()))


def cursor_over(block: QTextBlock, start: int, end: int) -> QTextCursor:
    """A selection of code points of a block."""
    text, cursor = block.text(), QTextCursor(block)
    cursor.setPosition(block.position() + to_units(text, start))
    cursor.setPosition(block.position() + to_units(text, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def rect_of(view: QTextEdit, cursor: QTextCursor) -> QRect:
    """What a selection covers on the viewport: from its first line to its last."""
    ends = []
    for position in (cursor.selectionStart(), cursor.selectionEnd()):
        at = QTextCursor(cursor)
        at.setPosition(position)
        ends.append(view.cursorRect(at))
    return ends[0].united(ends[1])


def to_code_points(text: str, units: int) -> int:
    """How many characters the first `units` of UTF-16 are."""
    if all(character <= _BEYOND for character in text[:units]):
        return min(units, len(text))
    encoded = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(encoded.decode("utf-16-le", "ignore"))


def to_units(text: str, place: int) -> int:
    """How many units of UTF-16 the first `place` characters are."""
    return place + sum(character > _BEYOND for character in text[:place])
