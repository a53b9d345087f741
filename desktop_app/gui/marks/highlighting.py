"""Highlighting while reading: by menu, by key, with notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip

from desktop_app.errors import BeilinError
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.article_pane.spans import span_matches, text_place
from desktop_app.gui.article_pane.text_menu import TextMenu
from desktop_app.gui.look import Look
from desktop_app.gui.marks.colours import NAMES
from desktop_app.gui.marks.note_card import NoteCard, dot_icon
from desktop_app.gui.marks.painter import HighlightPainter
from desktop_app.marks.anchors import anchor_at
from desktop_app.marks.highlights import COLOURS, Highlight
from desktop_app.marks.marks import Marks
from desktop_app.marks.subjects import Subject

_LONGEST_TIP = 600  # characters of a note


class Highlighting(QObject):
    """Makes, changes and removes the highlights of the item shown."""

    changed = Signal()
    failed = Signal(object)  # the exception
    removed = Signal(object)  # the `Highlight`, to be put back

    def __init__(
        self,
        look: Look,
        article: ArticlePane,
        marks: Marks,
        subject: Callable[[], Subject | None],
    ) -> None:
        """Serve `article`; `subject` tells which item it shows."""
        super().__init__(article)
        self._look, self._article, self._marks, self._subject = look, article, marks, subject
        self._colour = COLOURS[0]  # the last chosen
        self.card: NoteCard | None = None
        self.painter = HighlightPainter(look, article)
        article.links.menu_made.connect(self._fill_menu)
        article.view.viewport().installEventFilter(self)

    def show(self) -> None:
        """Show what is highlighted in the item shown."""
        subject = self._subject()
        highlights = self._marks.highlights.of(subject.archive, subject.item) if subject else []
        self.painter.show(highlights)

    # -- what keys and menus do

    def highlight(self, colour: str = "") -> Highlight | None:
        """Highlight what is selected, or give the highlight at the caret the colour."""
        self._colour = colour or self._colour
        start, stop = self._selected()
        here = self.painter.at(start)
        if start == stop and here is not None:
            return self._change(here.id, colour=self._colour)
        return self._add(start, stop)

    def note(self) -> None:
        """Write a note on what is selected, highlighted first, or on what is at the caret."""
        start, stop = self._selected()
        here = self.painter.at(start) if start == stop else self._exactly(start, stop)
        highlight = here or self._add(start, stop)
        if highlight is not None:
            self.open_card(highlight)

    def remove(self) -> None:
        """Remove the highlight at the caret or the beginning of the selection."""
        here = self.painter.at(self._selected()[0])
        if here is not None:
            self._remove(here.id)

    def at_caret(self) -> Highlight | None:
        """The highlight at the caret."""
        return self.painter.at(self._selected()[0])

    def open_card(self, highlight: Highlight, place: QPoint | None = None) -> None:
        """Open the note of `highlight` at `place` of the screen, or under the selection."""
        card = self.card = NoteCard(self._look, highlight, self._article)
        card.written.connect(lambda each, note: self._change(each, note=note))
        card.recoloured.connect(lambda each, colour: self._change(each, colour=colour))
        card.removed.connect(self._remove)
        view = self._article.view
        under = view.viewport().mapToGlobal(view.cursorRect().bottomLeft())
        card.open_at(place or under)

    def _selected(self) -> tuple[int, int]:
        """The code points of the text that are selected, without spaces at the ends."""
        item = self._article.item
        if item is None:
            return 0, 0
        sheet, ends = self._article.sheet, self._article.view.ends()
        lines = sheet.lines if sheet is not None else ()
        start, stop = sorted(text_place(lines, *end) for end in ends) or (0, 0)
        words = item.text[start:stop]
        start += len(words) - len(words.lstrip())
        return start, max(start, start + len(words.strip()))

    def _exactly(self, start: int, stop: int) -> Highlight | None:
        placed = (each for each in self.painter.placed if (each.start, each.stop) == (start, stop))
        return next((each.highlight for each in placed), None)

    def _add(self, start: int, stop: int) -> Highlight | None:
        subject, item = self._subject(), self._article.item
        if subject is None or item is None:
            return None
        same = self._exactly(start, stop)
        if same is not None:
            made = self._change(same.id, colour=self._colour)
        else:
            anchor = anchor_at(item.text, start, stop)
            made = self._tried(lambda: self._marks.highlights.add(subject, anchor, self._colour))
        self._put_caret(start)
        return made

    def _put_caret(self, point: int) -> None:
        """Have the caret at a code point of the text: a selection would hide the colour."""
        sheet, view = self._article.sheet, self._article.view
        match = next(span_matches(sheet.lines, point, point + 1), None) if sheet else None
        if sheet is not None and match is not None:
            view.setTextCursor(sheet.line_cursor(match.line, match.start, match.start))

    def _change(
        self, highlight_id: str, colour: str | None = None, note: str | None = None
    ) -> Highlight | None:
        return self._tried(lambda: self._marks.highlights.change(highlight_id, colour, note))

    def _remove(self, highlight_id: str) -> None:
        gone = self._tried(lambda: self._marks.highlights.remove(highlight_id))
        if gone is not None:
            self.removed.emit(gone)

    def _tried(self, change: Callable[[], Highlight | None]) -> Highlight | None:
        """What `change` gives; what hinders it is told."""
        try:
            done = change()
        except BeilinError as error:
            self.failed.emit(error)
            return None
        self.show()
        self.changed.emit()
        return done

    # -- pointer and menu

    def _fill_menu(self, menu: TextMenu, place: QPoint) -> None:
        """Offer in the menu of the text what can be highlighted and noted there."""
        text = self._look.catalog.text
        here = self._under(self._article.view.viewport().mapFromGlobal(place))
        start, stop = self._selected()
        selected = stop > start
        if not selected and here is None:
            return
        menu.addSeparator()
        colours = menu.addMenu(text("Highlight"))
        colours.setObjectName("highlightMenu")
        self._fill_colours(colours, None if selected else here)
        note = menu.addAction(text("Note…"))
        note.setObjectName("noteText")
        note.triggered.connect(
            self.note if selected or here is None else lambda: self.open_card(here, place)
        )
        if here is not None:
            remove = menu.addAction(text("Remove the highlight"))
            remove.setObjectName("removeHighlight")
            remove.triggered.connect(lambda: self._remove(here.id))

    def _fill_colours(self, menu: QMenu, here: Highlight | None) -> None:
        for colour in COLOURS:
            name = self._look.catalog.message(NAMES[colour])
            entry = menu.addAction(dot_icon(self._look.theme, colour), name)
            entry.setObjectName(f"highlight:{colour}")
            if here is None:
                entry.triggered.connect(lambda _on=False, each=colour: self.highlight(each))
            else:
                entry.triggered.connect(
                    lambda _on=False, each=colour: self._change(here.id, colour=each)
                )

    def _under(self, place: QPoint) -> Highlight | None:
        """The highlight at `place` of the view."""
        view, sheet = self._article.view, self._article.sheet
        if sheet is None or not self.painter.placed:
            return None
        cursor = view.cursorForPosition(place)
        if abs(view.cursorRect(cursor).center().x() - place.x()) > view.cursorRect(cursor).height():
            return None  # beside the text
        return self.painter.at(text_place(sheet.lines, *sheet.written_place(cursor.position())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell a note where the pointer rests on it, open it where it is clicked."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            here = self._under(event.pos())
            if here is not None and here.note:
                QToolTip.showText(event.globalPos(), _tip(here.note), self._article.view)
                return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self._click(event)
        return False

    def _click(self, event: QMouseEvent) -> None:
        view = self._article.view
        if event.button() != Qt.MouseButton.LeftButton or view.textCursor().hasSelection():
            return
        place = event.position().toPoint()
        here = None if view.anchorAt(place) else self._under(place)
        if here is not None and here.note:
            at = event.globalPosition().toPoint()
            QTimer.singleShot(0, self, lambda: self.open_card(here, at))  # once the press is over


def _tip(note: str) -> str:
    """A note as plain text in a tool tip, which would take it for HTML."""
    short = note if len(note) <= _LONGEST_TIP else f"{note[:_LONGEST_TIP]}…"
    plain = short.replace("&", "&amp;").replace("<", "&lt;")
    return f"<p style='white-space: pre-wrap'>{plain}</p>"
