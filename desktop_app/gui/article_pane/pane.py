"""The article pane: one item set for reading, with what one does while reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.article_pane.caret import Caret
from desktop_app.gui.article_pane.empty_page import EmptyPage
from desktop_app.gui.article_pane.find_bar import FindBar
from desktop_app.gui.article_pane.finding import Finding, Found
from desktop_app.gui.article_pane.history import Place, Track
from desktop_app.gui.article_pane.keeping import kept
from desktop_app.gui.article_pane.lines import Line
from desktop_app.gui.article_pane.link_handling import LinkHandling
from desktop_app.gui.article_pane.parallel.composer import Composer
from desktop_app.gui.article_pane.parallel.counterparts import Counterparts
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.gui.article_pane.photo_fitting import PhotoFitting
from desktop_app.gui.article_pane.photo_images import PhotoImages
from desktop_app.gui.article_pane.plain_text import plain_text
from desktop_app.gui.article_pane.reading_bar import ReadingBar
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.text_scale import TextScale
from desktop_app.gui.article_pane.trail import Trail
from desktop_app.gui.article_pane.typography import Typography
from desktop_app.gui.article_pane.view import ArticleView
from desktop_app.gui.look import Look
from desktop_app.items import Item, Origin
from desktop_app.language.rewriting import AS_PUBLISHED
from desktop_app.search.highlight import Highlighter

_LEAST_WIDTH = 320  # pixels


class ArticlePane(QWidget):
    """The middle pane. Where to go is told by signals; `show_item` answers them."""

    item_shown = Signal()  # another than before, or none
    photo_activated = Signal(int)  # its number in the item
    link_wanted = Signal(str)  # an address, clicked
    text_size_changed = Signal(str)
    zoom_changed = Signal(int)  # percent

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._look = look
        self._composer = Composer()
        self._photo_path: Callable[[str], Path] = Path
        self._script, self._pinyin = AS_PUBLISHED, False
        self.scale = TextScale(self)
        self.trail = Trail(self._place_left, self)
        self._sheet: Sheet | None = None
        self.setObjectName("articlePane")
        self._photos = PhotoImages(self)
        self.bar = ReadingBar(look, self)
        self.view = ArticleView(self._typography(), self)
        self._fitting = PhotoFitting(self.view, self._photos)
        self.empty = EmptyPage(look, self)
        self.find_bar = FindBar(look, self)
        self._finding = Finding(look, self.view, self.bar, self.find_bar)
        self.links = LinkHandling(look, self.view)
        self._counterparts = Counterparts(self.view, self._composer, self._finding.marker)
        self.caret = Caret(self.view, self._composer, self._counterparts)
        self._lay_out()
        self._connect()
        self.bar.show_size(self.scale.size)
        self.retranslate()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("articleStack")
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.find_bar)
        self.setMinimumWidth(_LEAST_WIDTH)

    def _connect(self) -> None:
        self.bar.size_chosen.connect(self.scale.set_size)
        self.bar.zoom_stepped.connect(self.scale.step_zoom)
        self._connect_scale()
        self.view.zoom_wanted.connect(self.scale.step_zoom)
        self.links.picture_wanted.connect(self.photo_activated)
        self.links.wanted.connect(self.link_wanted)
        self._look.theme_changed.connect(self._restyle)

    def _connect_scale(self) -> None:
        self.scale.size_changed.connect(self.bar.show_size)
        self.scale.zoom_changed.connect(self.bar.show_zoom)
        self.scale.changed.connect(self._restyle)
        self.scale.size_changed.connect(self.text_size_changed)
        self.scale.zoom_changed.connect(self.zoom_changed)

    def add_line(self, line: QWidget) -> None:
        """Have `line` stand between the bar and the text."""
        self._layout.insertWidget(self._layout.indexOf(self.bar) + 1, line)

    # -- items

    @property
    def item(self) -> Item | None:
        """The item shown."""
        return self._composer.item

    @property
    def sheet(self) -> Sheet | None:
        """The document of the item shown."""
        return self._sheet

    @property
    def twin(self) -> Twin | None:
        """The counterpart shown with it."""
        return self._composer.twin

    @property
    def photo_item(self) -> Item | None:
        """The item with all photos that are shown; their numbers are those activated."""
        return self._composer.with_photos

    @property
    def lines(self) -> Sequence[Line]:
        """The lines that are set."""
        return self._sheet.lines if self._sheet is not None else ()

    @property
    def growing(self) -> bool:
        """Whether lines are still to be written."""
        return self._sheet is not None and self._sheet.growing

    @property
    def busy(self) -> bool:
        """Whether pictures are still decoded, lines written or matches sought."""
        return self.growing or self._photos.busy or self._finding.marker.busy

    def show_item(
        self,
        item: Item,
        highlighter: Highlighter | None,
        photo_path: Callable[[str], Path],
        copies: Sequence[Origin] = (),
    ) -> None:
        """Show `item` with the matches of `highlighter`; `photo_path` finds its photos.

        `copies` are where else it was found.
        """
        if item == self.item and tuple(copies) == self._composer.copies:
            self.trail.arrive(item.id)
            self.set_highlighter(highlighter)
            return
        self.trail.leave()
        self._composer.set_item(item, copies)
        self._photo_path = photo_path
        self._stack.setCurrentWidget(self.view)
        self._set(self.trail.arrive(item.id), highlighter)
        self.trail.tell()
        self.item_shown.emit()

    def _place_left(self) -> Place | None:
        """How far the item is read, as it is alone."""
        return None if self.item is None else self._composer.alone(self.view.place())

    def change_track(self, track: Track) -> None:
        """Go on with another history, as in another tab; what is shown next is set anew."""
        self._composer.set_item(None)
        self.trail.take(track)

    @property
    def found(self) -> Found:
        """What is sought in the item and stood at."""
        return self._finding.found

    def take_found(self, found: Found) -> None:
        """Seek and mark as `found` tells, without moving in the text."""
        self._finding.take(found)

    def put_above(self, widget: QWidget) -> None:
        """Show `widget` above everything else."""
        self._layout.insertWidget(0, widget)

    def show_twin(self, twin: Twin | None, columns: bool) -> None:
        """Show the item with its counterpart, in two columns or interleaved; None: alone."""
        same = twin == self.twin and (twin is None or columns == self._composer.columns)
        if self.item is None or same:
            return
        place = self._composer.alone(self.view.place())
        self._composer.set_twin(twin, columns)
        self._set(place, self._finding.highlighter, same_item=True)

    def _set(self, place: Place, highlighter: Highlighter | None, same_item: bool = False) -> None:
        """Set what is to be read, from `place` of the item alone."""
        self._photos.show_item(self._composer.with_photos, self._photo_path)
        lines, sizes = self._lines(), self._photos.sizes(self.view.photo_width)
        self._sheet = self._composer.sheet(lines, self._typography(), sizes, self.view)
        self.view.show_sheet(self._sheet, self._composer.together(place))
        self.links.show(self._sheet)
        self.caret.show(self._sheet)
        self._counterparts.follow()
        self._fitting.show(self._sheet)
        self._finding.show(self._sheet, highlighter, same_item)

    def set_highlighter(self, highlighter: Highlighter | None) -> None:
        """Mark the matches of another search in the item shown."""
        self._finding.show(self._sheet, highlighter)

    def show_place(self, start: int, end: int) -> None:
        """Go to the text from code point `start` to before `end` of the item, and mark it."""
        self._finding.show_place(start, end)

    def clear(self) -> None:
        """Show nothing, and forget the history: its items belong to another archive."""
        self._composer.set_item(None)
        self._sheet = None
        self.trail.take(Track())
        self._photos.show_item(None, Path)
        self._stack.setCurrentWidget(self.empty)
        self.find_bar.hide()
        self._finding.show(None, None)
        self.links.show(None)
        self.caret.show(None)
        self._fitting.show(None)
        self._counterparts.follow()
        self.item_shown.emit()

    def stop(self) -> None:
        """Before the window closes: let no thread work on."""
        self._photos.stop()

    def _lines(self) -> list[Line]:
        item = self.photo_item
        return self._composer.lines(
            self._look.catalog, self._photos.shown(len(item.photos) if item else 0)
        )

    def set_reading(self, script: str, pinyin: bool = False) -> None:
        """Show Chinese in `script`, and pinyin over it; what is sought and copied stays."""
        self._script, self._pinyin = script, pinyin
        self.view.set_typography(self._typography())
        if self.item is not None:
            with kept(self.view, self._finding):
                self._set(Place(), self._finding.highlighter)

    # -- matches of the search, or of the find bar while it is open

    @property
    def match_count(self) -> int:
        """How many matches are marked, as far as they are found."""
        return self._finding.marker.count

    @property
    def match_label(self) -> str:
        """What is written about the matches."""
        return self._finding.label

    def next_match(self) -> None:
        """Go to the next match."""
        self._finding.marker.step(1)

    def previous_match(self) -> None:
        """Go to the match before."""
        self._finding.marker.step(-1)

    def step_match(self, by: int) -> bool:
        """Go to the next match (1) or the one before (-1), unless that is round the end."""
        can = self._finding.marker.can_step(by)
        if can:
            self._finding.marker.step(by)
        return can

    def go_to_end_match(self, by: int) -> None:
        """Go to the first match (1) or the last (-1)."""
        self._finding.marker.go_to_end(by)

    def open_find(self) -> None:
        """Open the find bar, with a short selection as what to find."""
        if self.item is not None:
            self._finding.open()

    # -- size and theme

    def _typography(self) -> Typography:
        dpi, families = self.logicalDpiY(), tuple(self.font().families())
        return self.scale.typography(dpi, self._look.theme, families, self._pinyin, self._script)

    def _restyle(self) -> None:
        place, typography = self.view.place(), self._typography()
        if self._sheet is not None:
            self._sheet.restyle(typography)
        self.view.set_typography(typography)
        self._fitting.fit()
        self.view.go_to(place)
        self._finding.marker.set_theme(self._look.theme)

    # -- copying

    def copy(self) -> None:
        """Copy what is selected."""
        self._copy(self.view.selected_text())

    def copy_all(self) -> None:
        """Copy the whole item as plain text."""
        if self.item is not None:
            self._copy(plain_text(self.item, self._look.catalog))

    def _copy(self, text: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)

    # -- language

    def retranslate(self) -> None:
        """Write every word anew, in the item too; place, selection and focus stay."""
        catalog = self._look.catalog
        self.view.setAccessibleName(catalog.text("Text of the item"))
        self.setAccessibleName(catalog.text("Item"))
        if self._sheet is not None:
            place = self.view.place()
            self._sheet.rewrite(self._lines())
            self.view.go_to(place)
            self._finding.mark(keep=True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the find bar from anywhere in the pane."""
        if event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.find_bar.close_bar()
        else:
            super().keyPressEvent(event)
