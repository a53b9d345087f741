"""The bar above a large picture: where one is, and buttons for all the view can do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.slideshow import SECONDS

# Signs all fonts have; the buttons' names say in words what they do.
_SIGNS = {
    "previous": "‹",
    "next": "›",
    "zoom_out": "−",
    "zoom_in": "+",
    "fit": "",
    "fill": "",
    "full": "",
    "turn_left": "↺",
    "turn_right": "↻",
    "slideshow": "",
    "about": "",
    "full_screen": "",
    "close": "×",
}


class ViewerBar(QFrame):
    """`pressed` carries the name of the button: a key of `buttons`.

    `seconds_chosen` carries how long a photo of a slideshow is to be shown.
    """

    pressed = Signal(str)
    seconds_chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make the buttons."""
        super().__init__(parent)
        self._look = look
        self._zoom = 1.0
        self.setObjectName("viewerBar")
        self.place, self.state, self.zoom = QLabel(self), QLabel(self), QLabel(self)
        self.buttons = {name: QToolButton(self) for name in _SIGNS}
        for name, button in self.buttons.items():
            button.setObjectName(f"viewer:{name}")
            button.setProperty("sign", bool(_SIGNS[name]))
            button.clicked.connect(lambda _on=False, name=name: self.pressed.emit(name))
        for name in ("fit", "fill", "full", "slideshow", "about"):
            self.buttons[name].setCheckable(True)
        self.seconds = QComboBox(self)
        self.seconds.setObjectName("viewerSeconds")
        self.seconds.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the view's
        self.seconds.activated.connect(lambda row: self.seconds_chosen.emit(SECONDS[row]))
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.place.setObjectName("viewerPlace")
        self.state.setObjectName("viewerState")
        self.zoom.setObjectName("viewerZoom")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 6, 8, 6)
        line.setSpacing(3)
        buttons = self.buttons
        for part in (buttons["previous"], self.place, buttons["next"], self.state):
            line.addWidget(part)
        line.addStretch(1)
        for part in (buttons["zoom_out"], self.zoom, buttons["zoom_in"]):
            line.addWidget(part)
        for group in (
            ("fit", "fill", "full"),
            ("turn_left", "turn_right"),
            ("slideshow",),
            ("about", "full_screen", "close"),
        ):
            line.addSpacing(4)
            for name in group:
                line.addWidget(buttons[name])
            if group == ("slideshow",):
                line.addWidget(self.seconds)

    def show_place(self, place: int, count: int, more: bool) -> None:
        """Say that the picture is number `place` (from 0) of `count`, or of `more`."""
        number = self._look.catalog.number
        self.place.setText(f"{number(place + 1)} / {number(count)}{'+' if more else ''}")
        self.buttons["previous"].setEnabled(place > 0)
        self.buttons["next"].setEnabled(place + 1 < count)

    def show_zoom(self, zoom: float, fitted: bool, filled: bool, usable: bool) -> None:
        """Say how large the picture is shown; nothing where there is none (`usable`)."""
        self._zoom = zoom
        self.zoom.setText(self._look.catalog.percent(round(zoom * 100)) if usable else "")
        self.buttons["fit"].setChecked(fitted)
        self.buttons["fill"].setChecked(filled)
        self.buttons["full"].setChecked(abs(zoom - 1) < 0.001)
        for name in ("zoom_out", "zoom_in", "fit", "fill", "full", "turn_left", "turn_right"):
            self.buttons[name].setEnabled(usable and not (name == "zoom_out" and fitted))

    def show_slideshow(self, running: bool, seconds: int) -> None:
        """Say whether a slideshow runs, and how long it shows each photo."""
        self.buttons["slideshow"].setChecked(running)
        self.seconds.setCurrentIndex(SECONDS.index(seconds))
        self.seconds.setVisible(running)

    def show_loading(self, loading: bool) -> None:
        """Say that the next picture is on its way."""
        self.state.setText(self._look.catalog.text("Loading…") if loading else "")

    def retranslate(self) -> None:
        """Write signs, names and keys anew."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("Large view"))
        self.place.setAccessibleDescription(catalog.text("Number of the photo"))
        self.state.setAccessibleDescription(catalog.text("Loading"))
        self.zoom.setAccessibleDescription(catalog.text("Zoom"))
        self.zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance(catalog.percent(1600)) + 6)
        self._name_seconds()
        words = {
            "previous": (catalog.text("Previous photo"), "←"),
            "next": (catalog.text("Next photo"), "→"),
            "zoom_out": (catalog.text("Zoom out"), "-"),
            "zoom_in": (catalog.text("Zoom in"), "+"),
            "fit": (catalog.text("Fit"), "0"),
            "fill": (catalog.text("Fill"), "2"),
            "turn_left": (catalog.text("Turn to the left"), catalog.text("Shift+R")),
            "turn_right": (catalog.text("Turn to the right"), "R"),
            "slideshow": (catalog.text("Slideshow"), catalog.text("space")),
            "about": (catalog.text("Details"), "I"),
            "full_screen": (catalog.text("Full screen"), "F"),
            "full": (catalog.text("Actual size"), "1"),
            "close": (catalog.text("Back"), catalog.text("Escape")),
        }
        for name, (text, key) in words.items():
            button = self.buttons[name]
            button.setText(catalog.percent(100) if name == "full" else _SIGNS[name] or text)
            button.setAccessibleName(text)
            button.setToolTip(f"{text} ({key})")

    def _name_seconds(self) -> None:
        catalog, row = self._look.catalog, max(self.seconds.currentIndex(), 0)
        self.seconds.clear()
        self.seconds.addItems(
            [catalog.text("{seconds} s", seconds=catalog.number(each)) for each in SECONDS]
        )
        self.seconds.setCurrentIndex(row)
        self.seconds.setAccessibleName(catalog.text("How long each photo is shown"))
