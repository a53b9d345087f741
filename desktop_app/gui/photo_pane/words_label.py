"""A label for words of other people: shown in the script chosen, copied as they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.marked_words import marked_words
from desktop_app.language.rewriting import place_in


class WordsLabel(QLabel):
    """Its words can be marked and copied."""

    def __init__(self, name: str, look: Look, align: Qt.AlignmentFlag) -> None:
        """Start empty; `name` is that of the object."""
        super().__init__()
        self._look = look
        self._words = self._shown = ""
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def write(
        self, words: str, shown: str | None = None, marks: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Show `words` in the script chosen, or as `shown` where only some of them change.

        `marks` are places in `words`, in code points, to be marked as matches.
        """
        self._words = words
        if marks:
            self._shown, places = self._look.shown_marked(words, marks)
            self.setTextFormat(Qt.TextFormat.RichText)
            self.setText(marked_words(self._shown, places, self._look.theme))
            return
        self._shown = self._look.shown(words) if shown is None else shown
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self._shown)

    @property
    def selected(self) -> str:
        """What of the words is marked, as they were written."""
        start = self.selectionStart()
        if start < 0:
            return ""
        end = start + len(_units(self.selectedText())) // 2
        from_, till = (place_in(self._words, self._shown, place) for place in (start, end))
        return _units(self._words)[2 * from_ : 2 * till].decode("utf-16-le", "surrogatepass")

    def copy(self) -> None:
        """Copy what is marked."""
        if self.selected:
            QGuiApplication.clipboard().setText(self.selected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what was written, not what is shown."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy, in place of Qt's menu, which would copy what is shown."""
        menu = QMenu(self)
        menu.setObjectName("menu:words")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self._look.catalog.text("Copy"), self.copy)
        copy.setEnabled(bool(self.selected))
        menu.popup(event.globalPos())


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
