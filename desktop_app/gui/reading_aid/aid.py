"""Looks up the word under the pointer or the caret, and shows what is found beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut, QTextCursor

from desktop_app.gui.article_pane.view import ArticleView
from desktop_app.gui.look import Look
from desktop_app.gui.reading_aid.places import Spot, cursor_over, rect_of, spot_at, spot_of
from desktop_app.gui.reading_aid.popup import LookUpPopup
from desktop_app.gui.reading_aid.words_of_entries import rows_of
from desktop_app.gui.tasks import Task
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.language.pointed import (
    Pointed,
    pointed_at,
    prepare,
    selected,
    word_before,
    word_from,
)

_REST = 280  # milliseconds the pointer rests before a word is looked up
_SELECTED = 60  # characters of a selection that are looked up
_SIZE = 0.92  # of the text's own
_GOING = frozenset(
    (QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.Resize, QEvent.Type.Hide)
)


class ReadingAid(QObject):
    """Answers a resting pointer while `pointing`, and `look_up` always."""

    failed = Signal(object)  # the exception, of a lexicon that is not there

    def __init__(self, look: Look, pool: QThreadPool, view: ArticleView) -> None:
        """Serve `view`; the lexicon is opened on `pool` when first needed."""
        super().__init__(view)
        self._look, self._pool, self._view = look, pool, view
        self._lexicon: Lexicon | None = None
        self._opening: Task | None = None
        self._pointing = False
        self._shown: QTextCursor | None = None  # the word that is told of
        self._told: tuple[Sequence[Pointed], str] = ((), "")
        self.popup = LookUpPopup(look, view.viewport())
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._point)
        self._point_at = QPoint()
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), view, self.close)
        self._escape.setEnabled(False)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self.close)
        view.sheet_shown.connect(self.close)
        look.theme_changed.connect(self.close)

    @property
    def busy(self) -> bool:
        """Whether the lexicon is being opened."""
        return self._opening is not None

    def set_pointing(self, on: bool) -> None:
        """Look up words under a resting pointer, or leave that."""
        self._pointing = on
        if on:
            self._with_lexicon(lambda _lexicon: None)
        else:
            self._rest.stop()
            self.close()

    def look_up(self) -> None:
        """Look up the selection, or the word at the caret, and stay with it."""
        if self._view.isVisible():
            self._with_lexicon(self._look_up)

    def close(self) -> None:
        """Show nothing."""
        self._escape.setEnabled(False)
        self.popup.hide()
        if self._shown is not None:
            self._shown = None
            self._view.set_spot(None)

    # -- the lexicon

    def _with_lexicon(self, then: Callable[[Lexicon], object]) -> None:
        """Call `then` with the lexicon, now or when it is open."""
        if self._lexicon is not None:
            then(self._lexicon)
        elif self._opening is None:
            task = self._opening = Task(lambda _task: _warm(), self)
            task.done.connect(lambda lexicon: self._opened(lexicon, then))
            task.failed.connect(self._fail)
            task.start(self._pool)

    def _opened(self, lexicon: Lexicon, then: Callable[[Lexicon], object]) -> None:
        self._lexicon, self._opening = lexicon, None
        then(lexicon)

    def _fail(self, error: Exception) -> None:
        self._opening = None
        self.failed.emit(error)

    # -- the pointer

    def _point(self) -> None:
        """The pointer has rested: tell of the word under it, if it is known."""
        lexicon, spot = self._lexicon, spot_at(self._view, self._point_at)
        if lexicon is None or spot is None or self.popup.pinned:
            return
        if self._over_selection(self._point_at):
            self._show_selection(lexicon, pinned=False)
            return
        found = pointed_at(lexicon, spot.block.text(), spot.place)
        if found is not None and found.entries:
            self._show([found], cursor_over(spot.block, found.start, found.end), pinned=False)

    def _over_selection(self, point: QPoint) -> bool:
        cursor = self._view.textCursor()
        at = self._view.cursorForPosition(point).position()
        return cursor.hasSelection() and cursor.selectionStart() <= at <= cursor.selectionEnd()

    def _moved(self, point: QPoint, pressed: bool) -> None:
        self._point_at = point
        if self._shown is not None and not self.popup.pinned:
            if rect_of(self._view, self._shown).contains(point):
                return
            self.close()
        if self._pointing and not pressed:
            self._rest.start()
        else:
            self._rest.stop()

    # -- keys

    def _look_up(self, lexicon: Lexicon) -> None:
        if self._shown is not None:  # more of what the pointer rests on
            found, asked = self._told
            self._show(found, self._shown, pinned=True, asked=asked)
        elif self._view.textCursor().hasSelection():
            self._show_selection(lexicon, pinned=True)
        else:
            self._step_to(lexicon, self._caret(), word_from, 1)

    def _caret(self) -> Spot:
        """Where the caret is, or the top of the view where it is out of sight."""
        cursor = self._view.textCursor()
        rect, height = self._view.cursorRect(cursor), self._view.viewport().height()
        position = cursor.selectionStart()
        if not 0 <= rect.top() <= height:
            position = self._view.cursorForPosition(QPoint(self._view.width() // 2, 1)).position()
        return spot_of(position, self._view)

    def _show_selection(self, lexicon: Lexicon, pinned: bool) -> None:
        cursor = self._view.textCursor()
        text = cursor.selectedText()[:_SELECTED].replace("\u2029", "\n")
        self._show(list(selected(lexicon, text)), cursor, pinned, text.strip())

    def _step(self, by: int) -> None:
        """To the next word after the one told of, or the one before."""
        if self._shown is None or self._lexicon is None:
            return
        if by > 0:
            spot = spot_of(self._shown.selectionEnd(), self._view)
            self._step_to(self._lexicon, spot, word_from, 1)
        else:
            spot = spot_of(self._shown.selectionStart(), self._view)
            self._step_to(self._lexicon, spot, word_before, -1)

    def _step_to(
        self,
        lexicon: Lexicon,
        spot: Spot,
        word: Callable[[Lexicon, str, int], Pointed | None],
        by: int,
    ) -> None:
        """Tell of the `word` at `spot`, or of the next in the blocks beyond."""
        block, place = spot
        while block.isValid():
            found = word(lexicon, block.text(), place)
            if found is not None:
                cursor = cursor_over(block, found.start, found.end)
                self._view.reveal(cursor)
                self._show([found], cursor, pinned=True)
                return
            block = block.next() if by > 0 else block.previous()
            place = 0 if by > 0 else len(block.text())

    # -- showing

    def _show(
        self, found: Sequence[Pointed], cursor: QTextCursor, pinned: bool, asked: str = ""
    ) -> None:
        self._shown, self._told = cursor, (found, asked)
        self._view.set_spot(cursor)
        font = self._view.document().defaultFont()
        font.setPointSizeF(font.pointSizeF() * _SIZE)
        word = found[0].word if len(found) == 1 else asked
        place = rect_of(self._view, cursor)
        self.popup.show_rows(word, rows_of(found), place, font, pinned)
        self._escape.setEnabled(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer over the text, and keys in it."""
        kind = event.type()
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseMove:
            self._moved(event.position().toPoint(), event.buttons() != Qt.MouseButton.NoButton)
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._pressed(Qt.Key(event.key()))
        elif kind == QEvent.Type.Leave and watched is self._view.viewport():
            self._rest.stop()
            if not self.popup.pinned:
                self.close()
        elif kind in _GOING:
            self._rest.stop()
            self.close()
        return super().eventFilter(watched, event)

    def _pressed(self, key: Qt.Key) -> bool:
        """Whether a key was the aid's own."""
        if self.popup.pinned and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
            return True
        if key not in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt):
            self.close()
        return False


def _warm() -> Lexicon:
    """The lexicon, with what its first look-ups read read already."""
    lexicon = Lexicon.open()
    prepare(lexicon)
    return lexicon
