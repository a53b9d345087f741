"""The large view of photos, over the whole window."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPointF, QSize, QSizeF, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.errors import BeilinError
from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.canvas import STEP, PhotoCanvas
from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.picture_file import Picture
from desktop_app.gui.photo_pane.picture_loader import PictureLoader, Wish
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.style import sheet
from desktop_app.gui.photo_pane.viewer_bar import ViewerBar
from desktop_app.gui.photo_pane.viewer_words import ViewerWords

_Key = Qt.Key
_PAN = 60.0  # logical pixels one press of Shift and an arrow key moves the picture by
_PATIENCE_MS = 250  # a picture that comes sooner needs no "Loading…"
# Shortcuts of the window that are of use while the view covers it.
_LET_THROUGH = frozenset(
    {
        (_Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (_Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
    }
)


class PhotoViewer(QWidget):
    """Covers `window` until it is closed; then `closed` says what was looked at last.

    Keys: left and right to the neighbours, Home and End to the ends, + and - zoom, 0 fits,
    1 is 100 %, Shift and an arrow moves, Escape goes back.
    """

    closed = Signal(object, int)  # the PhotoList and the place in it

    def __init__(self, look: Look, pool: QThreadPool, window: QWidget) -> None:
        """Cover `window`, loading pictures on `pool`."""
        super().__init__(window)
        self._look = look
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
        self._keys = self._make_keys()
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
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.words)

    def _connect(self) -> None:
        self.bar.pressed.connect(self._press)
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
        return [*self.bar.buttons.values(), self.canvas, self.words.area]

    # -- open and close

    def open(self, photos: PhotoList, place: int) -> None:
        """Show the photo at `place` of `photos`, over the window."""
        self._focus_before = QApplication.focusWidget()
        self._photos = photos
        photos.grown.connect(self._show_place)
        photos.finished.connect(self._show_place)
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
        self._behind.removeEventFilter(self)
        self._give_focus_back()
        self.hide()
        self.closed.emit(self._photos, self._place)
        self.deleteLater()

    def _give_focus_back(self) -> None:
        """Let the focus go before hiding.

        Qt moves it out of what is being hidden, through `focusNextPrevChild`, again and
        again until the stack is full when that keeps it within.
        """
        before = self._focus_before
        there = before is not None and shiboken6.isValid(before) and before.isVisible()
        target = before if there and before is not None else self._behind
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def busy(self) -> bool:
        """Whether a picture is being loaded."""
        return self.loader.busy

    @property
    def place(self) -> int:
        """The place of the photo looked at."""
        return self._place

    # -- photos

    def go_to(self, place: int) -> None:
        """Show the photo at `place`; the one before stays until it is here."""
        photo = self._photos.photo(place)
        if photo is None:
            return
        self._place, self._error = place, None
        if place + 3 > len(self._photos):
            self._photos.want_more()
        self._show_place()
        if photo.path is None:
            self.loader.stop()
            self._shown(None)
        else:
            self._slow.start()
            self.loader.load(Wish(photo.path, box=self._room()))

    def _room(self) -> QSize:
        """The screen pixels for a picture; the canvas has no size before it shows one."""
        return (QSizeF(self._stack.size()) * self.devicePixelRatioF()).toSize()

    def step(self, by: int) -> None:
        """Go to a neighbour, if there is one."""
        self.go_to(self._place + by)

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

    def _load_detail(self, level: int, region: object) -> None:
        photo = self._photo()
        if photo is not None and photo.path is not None:
            self.loader.load(Wish(photo.path, level=level, region=region))  # type: ignore[arg-type]

    # -- words

    def _describe(self) -> None:
        photo = self._photo()
        shown = self.canvas.has_picture
        self._stack.setCurrentWidget(self.canvas if shown else self.notice)
        self.notice.setText("" if shown or photo is None else self._why_missing(photo))
        self.words.show_photo(photo)
        caption = self._look.shown(photo.caption) if photo else ""
        self.canvas.setAccessibleDescription(caption)

    def _why_missing(self, photo: ShownPhoto) -> str:
        catalog = self._look.catalog
        if photo.path is None:
            return catalog.text("The photo itself was not saved.")
        if isinstance(self._error, BeilinError):
            return catalog.message(self._error.text)
        return catalog.text("This photo cannot be shown.") if self._error else ""

    def _show_place(self, *_grown: int) -> None:
        self.bar.show_place(self._place, len(self._photos), not self._photos.complete)

    def _show_zoom(self) -> None:
        canvas = self.canvas
        self.bar.show_zoom(canvas.zoom, canvas.fitted, canvas.has_picture)

    def retranslate(self) -> None:
        """Write every word anew; the picture, its zoom and place stay."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("Large view"))
        self.canvas.setAccessibleName(catalog.text("Photo"))
        self.notice.setAccessibleName(catalog.text("Why there is no photo"))
        self.bar.retranslate()
        self._show_place()
        self._show_zoom()
        self._describe()

    def _restyle(self) -> None:
        self.setStyleSheet(sheet(self._look.theme))
        self.canvas.update()

    # -- keys

    def _make_keys(self) -> dict[_Key, Callable[[], object]]:
        canvas = self.canvas
        return {
            _Key.Key_Left: lambda: self.step(-1),
            _Key.Key_Right: lambda: self.step(1),
            _Key.Key_Home: lambda: self.go_to(0),
            _Key.Key_End: lambda: self.go_to(len(self._photos) - 1),
            _Key.Key_Plus: lambda: canvas.zoom_by(STEP),
            _Key.Key_Equal: lambda: canvas.zoom_by(STEP),
            _Key.Key_Minus: lambda: canvas.zoom_by(1 / STEP),
            _Key.Key_0: canvas.fit,
            _Key.Key_1: lambda: canvas.set_zoom(1.0),
            _Key.Key_Escape: self.close_view,
        }

    def _press(self, name: str) -> None:
        """Do what a button of the bar says."""
        keys = {
            "previous": _Key.Key_Left,
            "next": _Key.Key_Right,
            "zoom_out": _Key.Key_Minus,
            "zoom_in": _Key.Key_Plus,
            "fit": _Key.Key_0,
            "full": _Key.Key_1,
            "close": _Key.Key_Escape,
        }
        self._keys[keys[name]]()
        self._show_zoom()  # a checkable button shows what is, not that it was pressed

    def _handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key says; False where it says nothing here."""
        key, shift = _Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ways = {
            _Key.Key_Left: QPointF(_PAN, 0),
            _Key.Key_Right: QPointF(-_PAN, 0),
            _Key.Key_Up: QPointF(0, _PAN),
            _Key.Key_Down: QPointF(0, -_PAN),
        }
        if shift and key in ways:
            self.canvas.pan(ways[key])
        elif key in self._keys:
            self._keys[key]()
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
            if (_Key(event.key()), event.modifiers()) not in _LET_THROUGH:
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
