"""The view of an item: a column in the middle, pictures fitted, nothing from the net."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop_app.gui.article_pane.history import Place
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.typography import MEASURE, Typography

_LEAST_MARGIN = 20  # pixels beside the text in a narrow pane
_WHEEL_STEP = 120  # eighths of a degree, one notch of a wheel
_CARD_ABOVE, _CARD_BELOW = 3, 10  # pixels around the words of an absent photo
_REVEALED_AT = 0.3  # of the view's height: where a match is scrolled to


class ArticleView(QTextBrowser):
    """Shows a `Sheet`. `settled` follows every change of what is visible, a moment later."""

    zoom_wanted = Signal(int)  # steps, larger or smaller
    column_changed = Signal(int)  # pixels
    settled = Signal()

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
        self._wheel = 0
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._soon.timeout.connect(self.settled)
        self.verticalScrollBar().valueChanged.connect(self._soon.start)

    # -- the sheet

    def show_sheet(self, sheet: Sheet, place: Place) -> None:
        """Show `sheet`, scrolled to `place`."""
        former, self._sheet = self._sheet, sheet
        self._fit()
        self.setDocument(sheet.document)
        if former is not None:
            former.document.deleteLater()
        self.go_to(place)
        self._soon.start()

    def set_typography(self, typography: Typography) -> None:
        """Take over the size and theme of the text; the sheet is restyled by its owner."""
        self._typography = typography
        self._fit()
        self.viewport().update()

    @property
    def column(self) -> int:
        """The width of the text, in pixels."""
        return self.viewport().width() - 2 * self._margin()

    def _margin(self) -> int:
        spare = self.viewport().width() - MEASURE * self._typography.em
        return max(_LEAST_MARGIN, int(spare / 2))

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
        first = self.cursorForPosition(QPoint(self._margin() + 1, 0))
        last = self.cursorForPosition(QPoint(self._margin() + 1, self.viewport().height()))
        return first.blockNumber(), last.blockNumber()

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
            # The document is laid out bit by bit; have it done down to there.
            self.document().documentLayout().documentSize()
            bar.setMaximum(max(bar.maximum(), wanted))
        bar.setValue(wanted)

    # -- marks

    def set_marks(self, marks: Sequence[tuple[QTextCursor, str, str]]) -> None:
        """Ground each selection in a colour; `marks` are cursor, ground and ink."""
        made = []
        for cursor, ground, ink in marks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format.setBackground(QColor(ground))
            selection.format.setForeground(QColor(ink))
            made.append(selection)
        self.setExtraSelections(made)

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

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Refuse: photos are handed over, and nothing else is ever fetched."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """What copying gives: plain text, without the marks of pictures."""
        made = QMimeData()
        made.setText(self.selected_text())
        return made

    def selected_text(self) -> str:
        """The selection as plain text, a line for each."""
        text = self.textCursor().selectedText()
        text = text.replace("\u2029", "\n").replace("\u2028", "\n").replace("\ufffc", "")
        return "\n".join(line for line in text.split("\n") if line)

    def copy_text(self, text: str) -> None:
        """Put `text` on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a quiet card behind the words of each absent photo, then the text."""
        if self._sheet is not None:
            self._paint_cards()
        super().paintEvent(event)

    def _paint_cards(self) -> None:
        assert self._sheet is not None
        first, last = self.visible_lines()
        cards: dict[int, QRectF] = {}
        for number in range(first, min(last + 1, len(self._sheet.lines))):
            line = self._sheet.lines[number]
            if line.absent:
                rect = self._line_rect(number)
                cards[line.photo] = cards.get(line.photo, rect).united(rect)
        if cards:
            self._paint(list(cards.values()))

    def _line_rect(self, number: int) -> QRectF:
        assert self._sheet is not None
        layout = self.document().documentLayout()
        rect = layout.blockBoundingRect(self._sheet.block(number))
        return rect.translated(0, -self.verticalScrollBar().value())

    def _paint(self, cards: list[QRectF]) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for rect in cards:
            card = QRectF(self._margin(), rect.top(), self.column, rect.height())
            card.adjust(0, -_CARD_ABOVE, 0, _CARD_BELOW)
            painter.setBrush(QColor(self._typography.theme.window))
            painter.drawRoundedRect(card, 4, 4)
            painter.setBrush(QColor(self._typography.theme.line))
            painter.drawRect(QRectF(card.left(), card.top(), 3, card.height()))
            self._paint_sign(painter, card)
        painter.end()

    def _paint_sign(self, painter: QPainter, card: QRectF) -> None:
        """An empty picture frame at the end of the card."""
        em = self._typography.em
        frame = QRectF(card.right() - 2 * em, card.top() + 0.5 * em, 1.3 * em, em)
        painter.setPen(QPen(QColor(self._typography.theme.quiet), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 2, 2)
        painter.drawLine(frame.bottomLeft(), frame.topRight())
        painter.setPen(Qt.PenStyle.NoPen)
