"""The large view of photos, over the whole window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QSizeF, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.canvas import STEP, PhotoCanvas
from desktop_app.gui.photo_pane.details_drawer import DetailsDrawer
from desktop_app.gui.photo_pane.focus_back import give_focus_back
from desktop_app.gui.photo_pane.missing import why_missing
from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.picture_file import Picture
from desktop_app.gui.photo_pane.picture_loader import PictureLoader, Wish
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.slideshow import Slideshow
from desktop_app.gui.photo_pane.style import sheet
from desktop_app.gui.photo_pane.viewer_bar import ViewerBar
from desktop_app.gui.photo_pane.viewer_keys import KEYS, LET_THROUGH, PANS, SHIFTED
from desktop_app.gui.photo_pane.viewer_words import ViewerWords

_Key = Qt.Key
_PATIENCE_MS = 250  # a picture that comes sooner needs no "Loading…"


class PhotoViewer(QWidget):
    """Covers `window` until it is closed; then `closed` says what was looked at last.

    What its keys do is told in `viewer_keys`.
    """

    closed = Signal(object, int)  # the PhotoList and the place in it

    def __init__(self, look: Look, pool: QThreadPool, window: QWidget) -> None:
        """Cover `window`, loading pictures on `pool`."""
        super().__init__(window)
        self._look, self._pool = look, pool
        self._behind = window
        self._photos = PhotoList(parent=self)
        self._place = 0
        self._error: Exception | None = None
        self._focus_before: QWidget | None = None
        self.setObjectName("photoViewer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.loader = PictureLoader(pool, self)
        self.bar = ViewerBar(look, self)
        self.canvas = PhotoCanvas(look, self)
        self.notice = QLabel(self)
        self.words = ViewerWords(look, self)
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.slideshow = Slideshow(self)
        self._deeds = self._make_deeds()
        self._lay_out()
        self._connect()
        self._restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        self.notice.setObjectName("viewerNotice")
        self.notice.setWordWrap(True)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setContentsMargins(40, 20, 40, 20)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.notice)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        middle = QHBoxLayout()
        middle.addWidget(self._stack, 1)
        self.drawer = DetailsDrawer(self._look, self._pool, self, middle)
        whole.addLayout(middle, 1)
        whole.addWidget(self.words)

    def _connect(self) -> None:
        self.bar.pressed.connect(self._do)
        self.bar.seconds_chosen.connect(self.slideshow.set_seconds)
        self.slideshow.next_wanted.connect(self._go_on)
        self.slideshow.changed.connect(self._show_slideshow)
        self.canvas.zoom_changed.connect(self._show_zoom)
        self.canvas.detail_wanted.connect(self._load_detail)
        self.loader.loaded.connect(self._take)
        self.loader.failed.connect(self._fail)
        self._slow.timeout.connect(lambda: self.bar.show_loading(True))
        self._look.theme_changed.connect(self._restyle)
        self._look.script_changed.connect(self._describe)
        for part in self._parts():
            part.installEventFilter(self)
        self._behind.installEventFilter(self)

    def _parts(self) -> list[QWidget]:
        """Everything that takes the focus, in its order."""
        details = [self.drawer.panel] if self.drawer.panel is not None else []
        return [*self.bar.buttons.values(), self.canvas, self.words.area, *details]

    # -- open and close

    def open(self, photos: PhotoList, place: int) -> None:
        """Show the photo at `place` of `photos`, over the window."""
        self._focus_before = QApplication.focusWidget()
        self._photos = photos
        photos.grown.connect(self._show_place)
        photos.finished.connect(self._show_place)
        photos.arrived.connect(self._arrive)
        self.setGeometry(self._behind.rect())
        self.show()
        self._whole.activate()  # so that the picture is read for the room there is
        self.raise_()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to(place)

    def close_view(self) -> None:
        """Go back to the window as it was."""
        if self.isHidden():
            return
        self.loader.stop()
        self.slideshow.stop()
        self._behind.removeEventFilter(self)
        give_focus_back(self._focus_before, self._behind)
        self.hide()
        self.closed.emit(self._photos, self._place)
        self.deleteLater()

    @property
    def busy(self) -> bool:
        """Whether a picture, or what is known of it, is being loaded."""
        return self.loader.busy or self.drawer.busy

    @property
    def place(self) -> int:
        """The place of the photo looked at."""
        return self._place

    # -- photos

    def go_to(self, place: int) -> None:
        """Show the photo at `place`; the one before stays until it is here."""
        if not 0 <= place < len(self._photos):
            return
        self._place, self._error = place, None
        if place + 3 > len(self._photos):
            self._photos.want_more()
        self._show_place()
        self._load()

    def _load(self) -> None:
        """Load the photo of the place; one that is itself being read comes by `_arrive`."""
        photo = self._photo()
        if photo is not None and photo.path is None:
            self.loader.stop()
            self._shown(None)
            return
        self._slow.start()
        if photo is not None and photo.path is not None:
            self.loader.load(Wish(photo.path, box=self._room()))

    def _arrive(self, first: int, count: int) -> None:
        """Photos have been read that had a place before."""
        if first <= self._place < first + count and not self.loader.busy:
            self._load()

    def _room(self) -> QSize:
        """The screen pixels for a picture; the canvas has no size before it shows one."""
        return (QSizeF(self._stack.size()) * self.devicePixelRatioF()).toSize()

    def step(self, by: int) -> None:
        """Go to a neighbour, if there is one."""
        self.go_to(self._place + by)

    def _go_on(self) -> None:
        """To the next photo, from the last to the first."""
        self.go_to((self._place + 1) % max(len(self._photos), 1))

    def _photo(self) -> ShownPhoto | None:
        return self._photos.photo(self._place)

    def _take(self, wish: Wish, picture: Picture) -> None:
        photo = self._photo()
        if photo is None or wish.path != photo.path:
            return
        if wish.box is None:
            self.canvas.add_detail(picture)
        else:
            self._shown(picture)

    def _fail(self, wish: Wish, error: Exception) -> None:
        if wish.box is not None:  # detail that does not come leaves the overview
            self._error = error
            self._shown(None)

    def _shown(self, picture: Picture | None) -> None:
        """Put `picture`, or the words in its place, with its caption on the screen."""
        self._slow.stop()
        self.bar.show_loading(False)
        self.canvas.show_picture(picture)
        self._describe()
        self.slideshow.photo_shown()

    def _load_detail(self, level: int, region: object) -> None:
        photo = self._photo()
        if photo is not None and photo.path is not None:
            self.loader.load(Wish(photo.path, level=level, region=region))  # type: ignore[arg-type]

    # -- words

    def _describe(self) -> None:
        photo = self._photo()
        shown = self.canvas.has_picture
        self._stack.setCurrentWidget(self.canvas if shown else self.notice)
        missing = photo is not None and not shown
        why = why_missing(self._look.catalog, photo, self._error) if missing and photo else ""
        self.notice.setText(why)
        self.words.show_photo(photo)
        self.drawer.show_photo(photo, self.words.marked)
        self.bar.buttons["about"].setChecked(self.drawer.is_open)
        caption = self._look.shown(photo.caption) if photo else ""
        self.canvas.setAccessibleDescription(caption)

    def _show_place(self, *_grown: int) -> None:
        self.bar.show_place(self._place, len(self._photos), not self._photos.complete)

    def _show_zoom(self) -> None:
        canvas = self.canvas
        self.bar.show_zoom(canvas.zoom, canvas.fitted, canvas.filled, canvas.has_picture)

    def _show_slideshow(self) -> None:
        self.bar.show_slideshow(self.slideshow.running, self.slideshow.seconds)

    def retranslate(self) -> None:
        """Write every word anew; the picture, its zoom and place stay."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("Large view"))
        self.canvas.setAccessibleName(catalog.text("Photo"))
        self.notice.setAccessibleDescription(catalog.text("Why there is no photo"))
        self.bar.retranslate()
        self._show_place()
        self._show_zoom()
        self._show_slideshow()
        self._describe()

    def _restyle(self) -> None:
        self.setStyleSheet(sheet(self._look.theme))
        self.words.show_photo(self._photo())  # matches are marked in the theme's colours
        self.canvas.update()

    # -- keys

    def _make_deeds(self) -> dict[str, Callable[[], object]]:
        canvas = self.canvas
        return {
            "previous": lambda: self.step(-1),
            "next": lambda: self.step(1),
            "first": lambda: self.go_to(0),
            "last": lambda: self.go_to(len(self._photos) - 1),
            "zoom_in": lambda: canvas.zoom_by(STEP),
            "zoom_out": lambda: canvas.zoom_by(1 / STEP),
            "fit": canvas.fit,
            "fill": canvas.fill,
            "full": lambda: canvas.set_zoom(1.0),
            "turn_right": lambda: canvas.rotate(1),
            "turn_left": lambda: canvas.rotate(-1),
            "slideshow": self.slideshow.toggle,
            "about": self._tell_about,
            "full_screen": self._full_screen,
            "close": self.close_view,
        }

    def _do(self, name: str) -> None:
        """Do what a button of the bar says."""
        self._deeds[name]()
        self._show_zoom()  # a checkable button shows what is, not that it was pressed
        self._show_slideshow()

    def _tell_about(self) -> None:
        """Show beside the picture what is known of it, or no more."""
        self.drawer.toggle()
        self._describe()

    def _full_screen(self) -> None:
        """Switch the window as its own action does, which then says how it is."""
        action = self._behind.findChild(QAction, "action:full_screen")
        if action is not None:
            action.trigger()

    def _handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key says; False where it says nothing here."""
        key, shift = _Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shift and key in PANS:
            self.canvas.pan(PANS[key])
        elif (shift and key in SHIFTED) or key in KEYS:
            self._do(SHIFTED[key] if shift and key in SHIFTED else KEYS[key])
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey the keys; none of them reaches what lies behind."""
        self._handle_key(event)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from acting unseen behind the view."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if (_Key(event.key()), event.modifiers()) not in LET_THROUGH:
                event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; take keys before buttons do."""
        if watched is self._behind:
            if event.type() == QEvent.Type.Resize:
                self.resize(self._behind.size())
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._handle_key(event)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab within the view."""
        ring = [part for part in self._parts() if part.isEnabled() and part.isVisible()]
        now = QApplication.focusWidget()
        here = ring.index(now) if now in ring else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        ring[(here + (1 if forward else -1)) % len(ring)].setFocus(reason)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
