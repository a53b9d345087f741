"""What stands beneath the thumbnails: caption, credit and date of the chosen photo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.words_area import WordsArea
from desktop_app.gui.photo_pane.words_label import WordsLabel
from desktop_app.search.highlight import Highlighter

_LINES = 6


class CaptionPanel(QFrame):
    """Shows one photo's words. `item_wanted` carries the id of the item it belongs to."""

    item_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start without a photo."""
        super().__init__(parent)
        self._look = look
        self._photo: ShownPhoto | None = None
        self._foreign = False
        self.marked: Highlighter | None = None  # finds what was searched for
        self.setObjectName("photoWords")
        self.area = WordsArea(look, _LINES, 12, self)
        self.caption = self.area.add_label("photoCaption")
        self.source = self.area.add_label("photoSource")
        self.item = self.area.add_label("photoItem")
        self.go = QPushButton(self)
        self.go.setObjectName("goToItem")
        self.go.clicked.connect(self._go)
        kept = self.go.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that what stands above does not jump
        self.go.setSizePolicy(kept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 10)
        whole.addWidget(self.area)
        whole.addWidget(self.go, 0, Qt.AlignmentFlag.AlignHCenter)
        look.script_changed.connect(self.retranslate)
        look.theme_changed.connect(self.retranslate)
        self.retranslate()

    def show_photo(self, photo: ShownPhoto | None, foreign: bool = False) -> None:
        """Show the words of `photo`; `foreign` where its item is not the one being read."""
        self._photo, self._foreign = photo, foreign
        self.retranslate()

    def retranslate(self) -> None:
        """Write date, names and button in the language of the interface."""
        catalog, photo = self._look.catalog, self._photo
        self.setAccessibleName(catalog.text("About the photo"))
        self.area.setAccessibleName(catalog.text("About the photo"))
        self.caption.setAccessibleDescription(catalog.text("Caption"))
        self.source.setAccessibleDescription(catalog.text("Credit and date"))
        self.item.setAccessibleDescription(catalog.text("Item of the photo"))
        self.go.setText(catalog.text("Go to the item"))
        self.go.setAccessibleName(catalog.text("Go to the item"))
        caption = photo.caption if photo else ""
        self.caption.write(caption, None, marks_of(self.marked, caption))
        lines = [source_line(self._look, photo, shown) for shown in (False, True)] if photo else []
        self._fill(self.source, *lines or [""])
        self._fill(self.item, photo.item_title if photo and self._foreign else "")
        self.go.setVisible(photo is not None and self._foreign)
        self.caption.setVisible(bool(caption))
        self.area.to_top()

    @staticmethod
    def _fill(label: WordsLabel, text: str, shown: str | None = None) -> None:
        label.write(text, shown)
        label.setVisible(bool(text))

    def _go(self) -> None:
        if self._photo is not None:
            self.item_wanted.emit(self._photo.item_id)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def marks_of(marked: Highlighter | None, caption: str) -> list[tuple[int, int]]:
    """What `marked` finds in a caption, as code points."""
    spans = marked.in_caption(caption) if marked is not None else []
    return [(span.start, span.end) for span in spans]


def source_line(look: Look, photo: ShownPhoto, shown: bool = True) -> str:
    """Credit and date of `photo`, and that it was not saved where it was not.

    The credit is as it is `shown`, or as it was written.
    """
    catalog = look.catalog
    lost = catalog.text("The photo itself was not saved.") if photo.path is None else ""
    parts = [
        look.shown(photo.credit) if shown else photo.credit,
        catalog.date_text(photo.taken),
        lost,
    ]
    return " · ".join(part for part in parts if part)
