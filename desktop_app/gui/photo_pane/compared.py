"""Two photos side by side, over the whole window; zoomed and moved together, or each alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSizeF, Qt, QThreadPool, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.canvas import STEP, PhotoCanvas
from desktop_app.gui.photo_pane.focus_back import give_focus_back
from desktop_app.gui.photo_pane.missing import why_missing
from desktop_app.gui.photo_pane.picture_file import Picture
from desktop_app.gui.photo_pane.picture_loader import PictureLoader, Wish
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.style import sheet
from desktop_app.gui.photo_pane.viewer_words import ViewerWords

_Key = Qt.Key


class Side(QWidget):
    """One of two photos, with its words beneath."""

    def __init__(self, look: Look, pool: QThreadPool, number: int, parent: QWidget) -> None:
        """Show no photo yet; `number` is 1 or 2."""
        super().__init__(parent)
        self._look, self._photo = look, ShownPhoto(None)
        self.setObjectName(f"compared:{number}")
        self.canvas, self.words = PhotoCanvas(look, self), ViewerWords(look, self)
        self.notice = QLabel(self)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setWordWrap(True)
        self.loader = PictureLoader(pool, self)
        self.loader.loaded.connect(self._take)
        self.loader.failed.connect(lambda _wish, error: self._say(error))
        self.canvas.detail_wanted.connect(self._load_detail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.notice, 1)
        layout.addWidget(self.words)
        self.notice.hide()

    def show_photo(self, photo: ShownPhoto) -> None:
        """Show `photo`."""
        self._photo = photo
        self.words.show_photo(photo)
        self._say(None)
        if photo.path is not None:
            room = (QSizeF(self.canvas.size()) * self.devicePixelRatioF()).toSize()
            self.loader.load(Wish(photo.path, box=room))

    def retranslate(self) -> None:
        """Write every word anew."""
        self.canvas.setAccessibleName(self._look.catalog.text("Photo"))
        self.canvas.setAccessibleDescription(self._look.shown(self._photo.caption))
        self.words.show_photo(self._photo)
        if not self.notice.isHidden():
            self._say(None)

    def _take(self, wish: Wish, picture: Picture) -> None:
        if wish.box is None:
            self.canvas.add_detail(picture)
        else:
            self.canvas.show_picture(picture)

    def _say(self, error: Exception | None) -> None:
        """Say why there is no picture, if there is a reason."""
        why = why_missing(self._look.catalog, self._photo, error)
        self.notice.setText(why)
        self.notice.setVisible(bool(why))
        self.canvas.setVisible(not why)

    def _load_detail(self, level: int, region: object) -> None:
        if self._photo.path is not None:
            wish = Wish(self._photo.path, level=level, region=region)  # type: ignore[arg-type]
            self.loader.load(wish)


class ComparedPhotos(QWidget):
    """Covers `window` until Escape.

    Keys: + and - zoom, 0 fits, 1 is 100 %, R turns the photo that has the focus, L joins the
    two or lets go.
    """

    closed = Signal()

    def __init__(self, look: Look, pool: QThreadPool, window: QWidget) -> None:
        """Cover `window`, loading pictures on `pool`."""
        super().__init__(window)
        self._look, self._behind, self._mirroring = look, window, False
        self._focus_before: QWidget | None = None
        self.setObjectName("comparedPhotos")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sides = (Side(look, pool, 1, self), Side(look, pool, 2, self))
        self.buttons = {name: QToolButton(self) for name in ("linked", "fit", "full", "close")}
        self._lay_out()
        for number, side in enumerate(self.sides):
            side.canvas.zoom_changed.connect(lambda number=number: self._mirror(number))
            side.canvas.installEventFilter(self)
            side.words.area.installEventFilter(self)
        window.installEventFilter(self)
        look.theme_changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        bar, line = QFrame(self), QHBoxLayout()
        bar.setObjectName("viewerBar")
        bar.setLayout(line)
        line.setContentsMargins(12, 6, 12, 6)
        line.addStretch(1)
        for name, button in self.buttons.items():
            button.setObjectName(f"compared:{name}")
            button.clicked.connect(lambda _on=False, name=name: self._do(name))
            button.installEventFilter(self)
            line.addWidget(button)
        self.buttons["linked"].setCheckable(True)
        self.buttons["linked"].setChecked(True)
        self.buttons["close"].setProperty("sign", True)
        both, whole = QHBoxLayout(), QVBoxLayout(self)
        both.setSpacing(1)
        for side in self.sides:
            both.addWidget(side, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(both, 1)
        self._whole = whole

    @property
    def busy(self) -> bool:
        """Whether a picture is being loaded."""
        return any(side.loader.busy for side in self.sides)

    def open(self, left: ShownPhoto, right: ShownPhoto) -> None:
        """Show both over the window."""
        self._focus_before = QApplication.focusWidget()
        self.setGeometry(self._behind.rect())
        self.show()
        self._whole.activate()  # so that pictures are read for the room there is
        self.raise_()
        self.sides[0].canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        for side, photo in zip(self.sides, (left, right), strict=True):
            side.show_photo(photo)

    def close_view(self) -> None:
        """Go back to the window as it was."""
        if self.isHidden():
            return
        self._behind.removeEventFilter(self)
        for side in self.sides:
            side.loader.stop()
        give_focus_back(self._focus_before, self._behind)
        self.hide()
        self.closed.emit()
        self.deleteLater()

    # -- zoom

    def _mirror(self, number: int) -> None:
        """Have the other side look at the same part, where both are joined."""
        if self._mirroring or not self.buttons["linked"].isChecked():
            return
        canvas, other = self.sides[number].canvas, self.sides[1 - number].canvas
        if canvas.has_picture and other.has_picture:
            self._mirroring = True
            other.show_view(canvas.view())
            self._mirroring = False

    def _active(self) -> PhotoCanvas:
        """The photo that has the focus, or the first."""
        second = self.sides[1]
        focus = QApplication.focusWidget()
        inside = focus is not None and (focus is second or second.isAncestorOf(focus))
        return self.sides[1 if inside else 0].canvas

    def _do(self, name: str) -> None:
        """What a button or a key says."""
        linked = self.buttons["linked"]
        deeds: dict[str, Callable[[], object]] = {
            "fit": self._fit,
            "full": self._full,
            "zoom_in": lambda: self._active().zoom_by(STEP),
            "zoom_out": lambda: self._active().zoom_by(1 / STEP),
            "turn": lambda: self._active().rotate(1),
            "linked": lambda: self._mirror(0 if self._active() is self.sides[0].canvas else 1),
            "switch": lambda: linked.setChecked(not linked.isChecked()),
            "close": self.close_view,
        }
        deeds[name]()

    def _fit(self) -> None:
        for side in self.sides:
            side.canvas.fit()

    def _full(self) -> None:
        """Both at 100 %, whatever their sizes."""
        self._mirroring = True
        for side in self.sides:
            side.canvas.set_zoom(1.0)
        self._mirroring = False

    # -- keys, words, colours

    def _handle_key(self, event: QKeyEvent) -> bool:
        names = {
            _Key.Key_Plus: "zoom_in", _Key.Key_Equal: "zoom_in", _Key.Key_Minus: "zoom_out",
            _Key.Key_0: "fit", _Key.Key_1: "full", _Key.Key_R: "turn", _Key.Key_L: "switch",
            _Key.Key_Escape: "close",
        }  # fmt: skip
        name = names.get(_Key(event.key()))
        if name is not None:
            self._do(name)
        return name is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey the keys; none of them reaches what lies behind."""
        self._handle_key(event)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from acting unseen behind the view."""
        if event.type() == QEvent.Type.ShortcutOverride:
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
        ring: list[QWidget] = [*(side.canvas for side in self.sides), *self.buttons.values()]
        focus = QApplication.focusWidget()
        here = ring.index(focus) if focus in ring else -1
        ring[(here + (1 if forward else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Two photos side by side"))
        words = {
            "linked": (text("Together"), "L", text("Zoom and move both photos together")),
            "fit": (text("Fit"), "0", text("Fit")),
            "full": (text("Actual size"), "1", text("Actual size")),
            "close": ("×", text("Escape"), text("Back")),
        }
        for name, (label, key, tip) in words.items():
            button = self.buttons[name]
            button.setText(label)
            button.setAccessibleName(tip)
            button.setToolTip(f"{tip} ({key})")
        for side in self.sides:
            side.retranslate()

    def _restyle(self) -> None:
        self.setStyleSheet(sheet(self._look.theme))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
