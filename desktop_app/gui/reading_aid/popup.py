"""The small page of the reading aid: beside a word, never over it, never in the focus."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.reading_aid.words_of_entries import Row

_GLANCED = 4  # rows shown while the pointer rests: a word and three senses
_PINNED = 16
_WIDEST = 30  # em
_GAP = 6  # pixels between the word and the page
_EDGE = 8  # pixels kept free at the sides


class LookUpPopup(QFrame):
    """Rows of the dictionary. It lies over the view but takes neither focus nor pointer."""

    def __init__(self, look: Look, over: QWidget) -> None:
        """Lie over `over`, hidden at first."""
        super().__init__(over)
        self._look = look
        self._word, self._rows, self._pinned = "", (), False  # type: str, Sequence[Row], bool
        self.keys = ""  # that pin it, as the person reads them
        self._place = QRect()
        self.setObjectName("lookUp")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._entry, self._note = QLabel(self), QLabel(self)
        self._entry.setObjectName("lookUpEntry")
        self._entry.setTextFormat(Qt.TextFormat.RichText)
        self._note.setObjectName("lookUpNote")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(self._entry)
        layout.addWidget(self._note)
        self.hide()
        self.retranslate()

    @property
    def pinned(self) -> bool:
        """Whether it stays when the pointer goes elsewhere."""
        return self._pinned and self.isVisible()

    @property
    def text(self) -> str:
        """All that is said of the word, as a screen reader reads it."""
        return self._entry.accessibleName()

    @property
    def note(self) -> str:
        """What the interface says under it."""
        return self._note.text()

    def show_rows(
        self, word: str, rows: Sequence[Row], place: QRect, font: QFont, pinned: bool
    ) -> None:
        """Tell `rows` of `word`, which stands at `place`; a note where there are none."""
        self._word, self._rows, self._pinned, self._place = word, rows, pinned, place
        self._entry.setFont(font)
        self.retranslate()
        self.show()
        self.raise_()
        # Screen readers say what an alert contains without the focus going there.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    # -- what is written

    def _write(self) -> None:
        """As many rows as there is room for beside the word."""
        over = self.parentWidget()
        if over is None:
            return
        most = _PINNED if self._pinned else _GLANCED
        for count in range(min(most, len(self._rows)), -1, -1):
            self._write_rows(count)
            self.resize(self._needed(over))
            place = self._beside(over)
            if place is not None or count <= 1:
                self.move(place or QPoint(_EDGE, self._place.bottom() + _GAP))
                return

    def _write_rows(self, count: int) -> None:
        rows = self._rows[:count]
        self._entry.setVisible(bool(rows))
        self._entry.setWordWrap(self._pinned)
        self._entry.setText("".join(map(self._html, rows)))
        self._entry.setAccessibleName("\n".join(row.plain for row in rows))
        self._note.setText(self._told(len(self._rows) > count))
        self._note.setVisible(bool(self._note.text()))

    def _told(self, more: bool) -> str:
        """The note: that the word is unknown, how to see more, or how to close."""
        text = self._look.catalog.text
        if not self._rows:
            return text("“{word}” is not in the dictionary", word=self._word)
        if self._pinned:
            return text("← → next word · Escape closes · CC-CEDICT")
        return text("{keys}: more", keys=self.keys) if more and self.keys else ""

    def _html(self, row: Row) -> str:
        theme, written = self._look.theme, []
        if row.word:
            written.append(f"<b>{html.escape(row.word)}</b>")
        if row.other:
            written.append(f"<span style='color: {theme.quiet}'>{html.escape(row.other)}</span>")
        if row.pinyin:
            written.append(f"<span style='color: {theme.accent}'>{html.escape(row.pinyin)}</span>")
        written.append(html.escape(self._cut(row)))
        return f"<p style='margin: 1px 0'>{'&ensp;'.join(filter(None, written))}</p>"

    def _cut(self, row: Row) -> str:
        """The sense, as much of it as fits the line while it is only glanced at."""
        if self._pinned:
            return row.sense
        metrics = QFontMetrics(self._entry.font())
        taken = metrics.horizontalAdvance("  ".join((row.word * 2, row.other, row.pinyin)))
        room = max(self._widest() - taken, self._widest() // 3)
        return metrics.elidedText(row.sense, Qt.TextElideMode.ElideRight, room)

    # -- where

    def _widest(self) -> int:
        over, em = self.parentWidget(), QFontMetrics(self._entry.font()).height()
        room = over.width() - 2 * _EDGE - 26 if over is not None else 0
        return max(min(_WIDEST * em * 3 // 4, room), 100)

    def _needed(self, over: QWidget) -> QSize:
        self.setMaximumWidth(over.width() - 2 * _EDGE)
        self._entry.setMinimumWidth(self._widest() if self._pinned and self._rows else 0)
        self._entry.setMaximumWidth(self._widest())
        layout = self.layout()
        assert layout is not None
        layout.activate()
        wanted = self.sizeHint()
        if self._pinned and layout.hasHeightForWidth():
            wanted.setHeight(layout.totalHeightForWidth(wanted.width()))
        return wanted

    def _beside(self, over: QWidget) -> QPoint | None:
        """Below the word, or above; None where there is too little room for either."""
        left = min(self._place.left(), over.width() - self.width() - _EDGE)
        below = self._place.bottom() + _GAP
        above = self._place.top() - _GAP - self.height()
        if below + self.height() <= over.height():
            return QPoint(max(left, _EDGE), below)
        return QPoint(max(left, _EDGE), above) if above >= 0 else None

    def retranslate(self) -> None:
        """Write the words of the interface anew."""
        name = self._look.catalog.text("Reading aid")
        self.setAccessibleName(name)
        self._write()
        self.setAccessibleDescription(self.text)
        self._note.setAccessibleName(self._note.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
