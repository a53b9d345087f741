"""Reading by keys: a caret in the text, steps by paragraphs, and over to the counterpart."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QTextCursor

from desktop_app.gui.article_pane.lines import Line
from desktop_app.gui.article_pane.matches import SEARCHED
from desktop_app.gui.article_pane.parallel.composer import Composer
from desktop_app.gui.article_pane.parallel.counterparts import WHOLE, Counterparts
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.view import ArticleView

_BY_KEYS = Qt.TextInteractionFlag.TextSelectableByKeyboard


class Caret(QObject):
    """What is at the caret is marked on both sides, as what is under the pointer."""

    def __init__(self, view: ArticleView, composer: Composer, counterparts: Counterparts) -> None:
        """Move in `view`, where `composer` has set an item alone or with its counterpart."""
        super().__init__(view)
        self._sheet: Sheet | None = None
        self._marked = -1  # the position of the caret at a paragraph that is grounded
        self._view, self._composer, self._counterparts = view, composer, counterparts
        view.cursorPositionChanged.connect(self._follow)

    def show(self, sheet: Sheet | None) -> None:
        """Move in `sheet`, which the view shows."""
        self._sheet, self._marked = sheet, -1

    @property
    def browsing(self) -> bool:
        """Whether the caret is to be seen, and moved by the arrow keys."""
        return bool(self._view.textInteractionFlags() & _BY_KEYS)

    def set_browsing(self, on: bool) -> None:
        """Show the caret, in the text that is in sight, and give it the focus; or hide it."""
        flags = self._view.textInteractionFlags()
        self._view.setTextInteractionFlags(flags | _BY_KEYS if on else flags & ~_BY_KEYS)
        if on and self._view.isVisible():
            if not self._in_sight(self._view.textCursor()):
                self._put(self._top().position())
            self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """To the next paragraph (1) or the one before (-1), of the same text."""
        here = self._here()
        lines = self._sheet.lines if self._sheet else ()
        number = here.blockNumber() + by
        while 0 <= number < len(lines):
            if _is_paragraph(lines[number]) and self._same_side(number, here.blockNumber()):
                self._go(number)
                return
            number += by

    def cross(self) -> None:
        """To what says the same in the other text."""
        here = self._here()
        place = self._counterparts.opposite(here.blockNumber(), here.positionInBlock())
        if place is not None:
            self._go(*place)

    # -- moving

    def _go(self, line: int, place: int = 0) -> None:
        assert self._sheet is not None
        self._put(self._sheet.position(line, place))
        self._view.reveal(self._view.textCursor())
        if self._composer.arrangement is None:
            self._marked = self._view.textCursor().position()
            self._view.set_spot(self._sheet.line_cursor(line))
        else:
            self._counterparts.show(line, place or WHOLE)

    def _put(self, position: int) -> None:
        cursor = self._view.textCursor()
        cursor.setPosition(position)
        self._view.setTextCursor(cursor)

    def _here(self) -> QTextCursor:
        """The caret, or the top of the text in sight where that is elsewhere."""
        cursor = self._view.textCursor()
        return cursor if self._in_sight(cursor) else self._top()

    def _top(self) -> QTextCursor:
        return self._view.cursorForPosition(QPoint(self._view.viewport().width() // 4, 1))

    def _in_sight(self, cursor: QTextCursor) -> bool:
        rect = self._view.cursorRect(cursor)
        return rect.bottom() >= 0 and rect.top() <= self._view.viewport().height()

    def _same_side(self, line: int, other: int) -> bool:
        made = self._composer.arrangement
        return made is None or made.spots[line].side == made.spots[other].side

    def _follow(self) -> None:
        cursor = self._view.textCursor()
        if self._marked not in (-1, cursor.position()):
            self._marked = -1
            self._view.set_spot(None)
        if self.browsing and self._view.hasFocus():
            self._counterparts.show(cursor.blockNumber(), cursor.positionInBlock())


def _is_paragraph(line: Line) -> bool:
    return line.role in SEARCHED and not line.continues
