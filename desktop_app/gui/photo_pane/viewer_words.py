"""The words beneath a large picture: caption, credit, date and item."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.caption_panel import marks_of, source_line
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.words_area import WordsArea
from desktop_app.search.highlight import Highlighter

_LINES = 4
_MARGIN = 24  # logical pixels, at least
_MEASURE = 56  # em: a line of words is no wider, however wide the window


class ViewerWords(QFrame):
    """Shows the words of one photo."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start without words."""
        super().__init__(parent)
        self._look = look
        self.marked: Highlighter | None = None  # finds what was searched for
        self.setObjectName("viewerWords")
        self.area = WordsArea(look, _LINES, _MARGIN, self)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.caption = self.area.add_label("viewerCaption", middle)
        self.source = self.area.add_label("viewerSource", middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in a column that can be read."""
        super().resizeEvent(event)
        spare = self.width() - _MEASURE * self.fontMetrics().height()
        self.area.set_margin(max(_MARGIN, spare // 2))

    def show_photo(self, photo: ShownPhoto | None) -> None:
        """Show the words of `photo` in the language of the interface."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("About the photo"))
        self.area.setAccessibleName(catalog.text("About the photo"))
        self.caption.setAccessibleDescription(catalog.text("Caption"))
        self.source.setAccessibleDescription(catalog.text("Credit and date"))
        caption = photo.caption if photo else ""
        self.caption.write(caption, None, marks_of(self.marked, caption))
        self.source.write(self._about(photo, False), self._about(photo, True))
        self.area.to_top()

    def _about(self, photo: ShownPhoto | None, shown: bool) -> str:
        """Credit, date and item, as they are `shown` or as they were written."""
        if photo is None:
            return ""
        title = self._look.shown(photo.item_title) if shown else photo.item_title
        parts = (source_line(self._look, photo, shown), title)
        return " · ".join(part for part in parts if part)
