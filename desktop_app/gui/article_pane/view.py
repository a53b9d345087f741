"""The view of an item: a column in the middle, pictures fitted, nothing from the net."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop_app.gui.article_pane.absent_cards import paint_card
from desktop_app.gui.article_pane.as_written import written
from desktop_app.gui.article_pane.grounds import grounded
from desktop_app.gui.article_pane.history import Place
from desktop_app.gui.article_pane.pinyin_over import PinyinPen
from desktop_app.gui.article_pane.plain_text import without_marks
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.typography import Typography

_LEAST_MARGIN = 20  # pixels beside the text in a narrow pane
_WHEEL_STEP = 120  # eighths of a degree, one notch of a wheel
_REVEALED_AT = 0.3  # of the view's height: where a match is scrolled to
_MOST_LINES = 100  # more than fit on any screen


class ArticleView(QTextBrowser):
    """Shows a `Sheet`. `settled` follows every change of what is visible, a moment later."""

    zoom_wanted = Signal(int)  # steps, larger or smaller
    column_changed = Signal(int)  # pixels
    settled = Signal()
    pointed = Signal(int, int)  # at a line and a UTF-16 unit in it, or -1, 0: `tells_pointing`
    sheet_shown = Signal()
    link_focused = Signal(str)  # the href of the link that keys have come to, or ""
    link_middle_clicked = Signal(str)  # the href of the link
    menu_wanted = Signal(str, QPoint)  # the href of the link there or "", and where on the screen

    def __init__(self, typography: Typography, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("articleView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.viewport().setAcceptDrops(False)  # what is dropped is for the window
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._typography = typography
        self._sheet: Sheet | None = None
        self._marks: list[QTextEdit.ExtraSelection] = []
        self._highlights: Sequence[QTextEdit.ExtraSelection] = ()
        self._spot: QTextCursor | None = None
        self._wheel = 0
        self.tells_pointing = False
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._soon.timeout.connect(self.settled)
        self._growing = QTimer(self, interval=0)
        self._growing.timeout.connect(self._grow)
        # Not the slot itself: the value would be taken for milliseconds.
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._soon.start())

    # -- the sheet

    def show_sheet(self, sheet: Sheet, place: Place) -> None:
        """Show `sheet`, scrolled to `place`."""
        former, self._sheet = self._sheet, sheet
        self._fit()
        self.setDocument(sheet.document)
        if former is not None:
            former.document.deleteLater()
        self._spot, self._marks, self._highlights = None, [], ()
        self.go_to(place)
        self._growing.start()
        self._soon.start()
        self.sheet_shown.emit()

    def _grow(self) -> None:
        """Have another slice of a long item written, between two events of the window."""
        if self._sheet is not None and self._sheet.growing:
            self._sheet.write_on()
        else:
            self._growing.stop()

    def set_typography(self, typography: Typography) -> None:
        """Take over the size and theme of the text; the sheet is restyled by its owner."""
        self._typography = typography
        self._fit()
        self.viewport().update()

    @property
    def column(self) -> int:
        """The width of the text, in pixels."""
        return self.viewport().width() - 2 * self._margin()

    @property
    def photo_width(self) -> int:
        """How wide a photo may be, in pixels: as in one column, however wide the text is."""
        return self._sheet.photo_width(self.column) if self._sheet else self.column

    def _margin(self) -> int:
        whole = self.viewport().width()
        room = whole - 2 * _LEAST_MARGIN
        return (whole - self._sheet.width(room)) // 2 if self._sheet else _LEAST_MARGIN

    def _fit(self) -> None:
        """Centre the column."""
        if self._sheet is None:
            return
        frame = self._sheet.document.rootFrame()
        made = frame.frameFormat()
        margin, end = self._margin(), round(self._typography.em * 2)
        if (made.leftMargin(), made.topMargin()) != (margin, end):
            made.setLeftMargin(margin)
            made.setRightMargin(margin)
            made.setTopMargin(end)
            made.setBottomMargin(end)
            frame.setFrameFormat(made)

    # -- places

    def place(self) -> Place:
        """What stands at the top."""
        if self.verticalScrollBar().value() == 0:
            return Place()
        cursor = self.cursorForPosition(QPoint(self._margin() + 1, 0))
        block = cursor.block()
        character = cursor.position() - block.position()
        return Place(block.blockNumber(), character, -self.cursorRect(cursor).top())

    def go_to(self, place: Place) -> None:
        """Scroll so that `place` is at the top."""
        if self._sheet is None:
            return
        if place == Place():
            self.verticalScrollBar().setValue(0)
            return
        self._scroll_by(self._rect_top(place.line, place.character) + place.pixels)

    def reveal(self, cursor: QTextCursor) -> None:
        """Scroll as little as needed to see `cursor` well."""
        rect = self.cursorRect(cursor)
        height = self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height:
            self._scroll_by(rect.top() - round(height * _REVEALED_AT))

    def visible_lines(self) -> tuple[int, int]:
        """The first and the last line to be seen."""
        left, right = self._margin() + 1, self._margin() + self.column - 1
        start, end = (
            pick(self.cursorForPosition(QPoint(x, y)).blockNumber() for x in (left, right))
            for pick, y in ((min, 0), (max, self.viewport().height()))
        )
        # While a long text is being laid out, the top may be taken for the end of what is.
        return (start if start <= end else max(0, end - _MOST_LINES)), end

    def _rect_top(self, line: int, character: int) -> int:
        assert self._sheet is not None
        block = self._sheet.block(min(line, len(self._sheet.lines) - 1))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(character, block.length() - 1))
        return self.cursorRect(cursor).top()

    def _scroll_by(self, pixels: int) -> None:
        bar = self.verticalScrollBar()
        wanted = bar.value() + pixels
        if wanted > bar.maximum():
            # The document is laid out bit by bit; have it done down to there. Beyond the end of
            # all text the bar would come and go for ever, as Qt takes back what is too much.
            height = self.document().documentLayout().documentSize().height()
            growing = self._sheet is not None and self._sheet.growing
            most = wanted if growing else math.ceil(height) - self.viewport().height()
            bar.setMaximum(max(bar.maximum(), min(wanted, most)))
        bar.setValue(wanted)

    def ends(self) -> tuple[tuple[int, int], ...]:
        """Where the selection begins and where the caret is, as `Sheet.written_place`."""
        cursor, sheet = self.textCursor(), self._sheet
        ends = (cursor.anchor(), cursor.position())
        return () if sheet is None else tuple(map(sheet.written_place, ends))

    def select(self, ends: Sequence[tuple[int, int]]) -> None:
        """Select from the first to the last of `ends`, in a sheet of the same lines."""
        if self._sheet is not None and ends:
            cursor = self.textCursor()
            anchor, position = (self._sheet.position(*end) for end in ends)
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    # -- marks

    def set_marks(self, marks: Sequence[tuple[QTextCursor, str, str]]) -> None:
        """Ground each selection in a colour; `marks` are cursor, ground and ink."""
        self._marks = [grounded(*mark) for mark in marks]
        self._show_marks()

    def set_highlights(self, highlights: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Show what the reader highlighted, under all marks."""
        self._highlights = highlights
        self._show_marks()

    def set_spot(self, cursor: QTextCursor | None) -> None:
        """Ground one word quietly, over all marks; None for none."""
        self._spot = cursor
        self._show_marks()

    def _show_marks(self) -> None:
        spot, theme = self._spot, self._typography.theme
        spots = [] if spot is None else [grounded(spot, theme.place, theme.text)]
        self.setExtraSelections([*self._highlights, *self._marks, *spots])

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle and the same words at the top."""
        place = self.place() if self._sheet else Place()
        self._fit()
        super().resizeEvent(event)
        self.column_changed.emit(self.column)
        self.go_to(place)
        self._soon.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size of the text."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _WHEEL_STEP)
        self._wheel -= steps * _WHEEL_STEP
        if steps:
            self.zoom_wanted.emit(steps)
        event.accept()

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tell which link or picture the focus has come to."""
        stays = super().focusNextPrevChild(next_)
        self.link_focused.emit(self._focused_href() if stays else "")
        return stays

    def _focused_href(self) -> str:
        """The href of the link that is selected; "" for none."""
        cursor = self.textCursor()
        return str(cursor.charFormat().anchorHref()) if cursor.hasSelection() else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: of the link under the pointer, or by key of the one in focus."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            href = self._focused_href()
        else:
            href = self.anchorAt(event.pos())
        self.menu_wanted.emit(href, event.globalPos())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Refuse: photos are handed over, and nothing else is ever fetched."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """What copying gives: plain text, without the marks of pictures."""
        made = QMimeData()
        made.setText(self.selected_text())
        return made

    def selected_text(self) -> str:
        """The selection as plain text, a line for each; in the item's own script."""
        cursor = self.textCursor()
        return without_marks(written(self._sheet, cursor) if self._sheet else cursor.selectedText())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the pointer is at."""
        super().mouseMoveEvent(event)
        if self.tells_pointing:
            cursor = self.cursorForPosition(event.position().toPoint())
            self.pointed.emit(cursor.blockNumber(), cursor.positionInBlock())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a link the middle button is pressed on."""
        href = self.anchorAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and href:
            self.link_middle_clicked.emit(href)
            return
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is at nothing."""
        super().leaveEvent(event)
        if self.tells_pointing:
            self.pointed.emit(-1, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a quiet card behind the words of each absent photo, then the text."""
        cards = self._cards()
        if cards:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for words in cards:
                paint_card(painter, words, self._typography)
            painter.end()
        super().paintEvent(event)
        if self._typography.pinyin and self._sheet is not None:
            self._paint_pinyin(self._sheet, event.rect())

    def _paint_pinyin(self, sheet: Sheet, clip: QRect) -> None:
        """Paint pinyin over the lines in view."""
        painter = QPainter(self.viewport())
        pen = PinyinPen(painter, self._typography, clip)
        first, last = self.visible_lines()
        for number in range(first, min(last + 1, len(sheet.lines))):
            line = sheet.lines[number]
            if self._typography.spoken(line):
                scrolled = self.verticalScrollBar().value()
                pen.over(sheet.block(number), sheet.em_of(line), scrolled)
        painter.end()

    def _cards(self) -> list[QRectF]:
        """The places of the words of absent photos in view, as wide as the column."""
        lines = self._sheet.lines if self._sheet else []
        first, last = self.visible_lines()
        cards: dict[int, QRectF] = {}
        for number in range(first, min(last + 1, len(lines))):
            if lines[number].absent:
                photo, rect = lines[number].photo, self._line_rect(number)
                cards[photo] = cards.get(photo, rect).united(rect)
        return list(cards.values())

    def _line_rect(self, number: int) -> QRectF:
        block = self.document().findBlockByNumber(number)
        rect = self.document().documentLayout().blockBoundingRect(block)
        top = rect.top() - self.verticalScrollBar().value()
        return QRectF(self._margin(), top, self.column, rect.height())
