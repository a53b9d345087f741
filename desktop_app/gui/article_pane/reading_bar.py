"""The bar above the text: how it is set, its size and zoom, the steps from match to match."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.gui.article_pane.pair_button import PairButton
from desktop_app.gui.article_pane.typography import SIZES
from desktop_app.gui.look import Look

_MARGIN = 10  # pixels
_GAP = 4  # pixels


class BarPart(QToolButton):
    """A button that others put into the bar."""

    def set_compact(self, compact: bool) -> None:
        """Take as little room as can be, or as is wanted."""


class ReadingBar(QWidget):
    """Sizes S M L as on the page this program began with; zoom; matches."""

    size_chosen = Signal(str)
    zoom_stepped = Signal(int)  # 1 larger, -1 smaller, 0 back to 100%
    match_stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Write in the language of `look`."""
        super().__init__(parent)
        self._look = look
        self._zoom, self._place, self._count, self._more = 100, -1, 0, False
        self.setObjectName("readingBar")
        self.appearance = self._button("appearance")
        self.outline = self._button("outlineButton")
        self.sizes = {size: self._button(f"size{size}", checkable=True) for size in SIZES}
        self._zooms = {
            step: self._button(name)
            for name, step in (("zoomOut", -1), ("zoomReset", 0), ("zoomIn", 1))
        }
        self.pair = PairButton(look, self)
        self._matches = QLabel(self)
        self._matches.setObjectName("matchCount")
        self._steps = {-1: self._button("previousMatch"), 1: self._button("nextMatch")}
        self._zoom_box = QWidget(self)
        self._others, self._added = QHBoxLayout(), list[BarPart]()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _button(self, name: str, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(checkable)
        button.setProperty("chip", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        layout.setSpacing(_GAP)
        layout.addWidget(self.outline)
        layout.addWidget(self.appearance)
        layout.addSpacing(_GAP)
        for button in self.sizes.values():
            layout.addWidget(button)
        self._zoom_box.setObjectName("zoomBox")
        zooms = QHBoxLayout(self._zoom_box)
        zooms.setContentsMargins(8, 0, 0, 0)
        zooms.setSpacing(4)
        for button in self._zooms.values():
            zooms.addWidget(button)
        layout.addWidget(self._zoom_box)
        layout.addStretch(1)
        layout.addLayout(self._others)
        layout.addWidget(self.pair)
        layout.addWidget(self._matches)
        for button in self._steps.values():
            layout.addWidget(button)

    def _connect(self) -> None:
        self.pair.changed.connect(self.make_room)
        group = QButtonGroup(self)
        for size, button in self.sizes.items():
            group.addButton(button)
            button.clicked.connect(lambda _on=False, size=size: self.size_chosen.emit(size))
        for step, button in self._zooms.items():
            button.clicked.connect(lambda _on=False, step=step: self.zoom_stepped.emit(step))
        for step, button in self._steps.items():
            button.clicked.connect(lambda _on=False, step=step: self.match_stepped.emit(step))

    def add(self, widget: BarPart) -> None:
        """Show `widget` too, while it is enabled; what was added last goes first."""
        self._others.addWidget(widget)
        self._added.append(widget)
        self.make_room()

    def show_size(self, size: str) -> None:
        """Press the button of `size`."""
        self.sizes[size].setChecked(True)

    def show_zoom(self, percent: int) -> None:
        """Write the zoom."""
        self._zoom = percent
        self.retranslate()

    def offer_outline(self, on: bool) -> None:
        """Have the button of the outline there or not."""
        self.outline.setVisible(on)
        self.make_room()

    def show_matches(self, place: int, count: int, more: bool) -> None:
        """Write where among the matches one stands; `place` from 0, -1 for nowhere yet.

        `more` says that the search for them goes on.
        """
        self._place, self._count, self._more = place, count, more
        self._write_matches()

    @property
    def matches(self) -> str:
        """What is written about the matches."""
        return self._matches.text()

    def _write_matches(self) -> None:
        for widget in (self._matches, *self._steps.values()):
            widget.setVisible(bool(self._count))
        self._matches.setText(self._matches_text())
        self.make_room()

    def _matches_text(self) -> str:
        catalog = self._look.catalog
        if not self._count:
            return ""
        more = "+" if self._more else ""
        if self._place < 0:
            return catalog.plural("{count} match", "{count} matches", self._count) + more
        place, count = catalog.number(self._place + 1), catalog.number(self._count)
        return catalog.text("{place} / {count}", place=place, count=count + more)

    def retranslate(self) -> None:
        """Write every word anew."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("Text size and matches"))
        _write(self.outline, "☰", catalog.text("Outline of the item"))
        _write(self.appearance, "Aa", catalog.text("Appearance of the text"))
        # Translators: the sizes small, medium and large, one letter or character each.
        letters = {"S": catalog.text("S"), "M": catalog.text("M"), "L": catalog.text("L")}
        names = {
            "S": catalog.text("Small text"),
            "M": catalog.text("Medium text"),
            "L": catalog.text("Large text"),
        }
        for size, button in self.sizes.items():
            _write(button, letters[size], names[size])
        percent = catalog.percent(self._zoom)
        _write(self._zooms[-1], "−", catalog.text("Smaller text"))
        normal = catalog.text("Normal text")
        _write(self._zooms[0], percent, normal)
        self._zooms[0].setAccessibleName(f"{normal}: {percent}")
        _write(self._zooms[1], "+", catalog.text("Larger text"))
        _write(self._steps[-1], "↑", catalog.text("Previous match"))
        _write(self._steps[1], "↓", catalog.text("Next match"))
        self._matches.setAccessibleDescription(catalog.text("Matches of the search"))
        self._write_matches()

    def minimumSizeHint(self) -> QSize:
        """As narrow as you like: what finds no room gives way."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room."""
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """In a narrow pane the zoom goes first, then words of what was added, then the sizes.

        "Aa", menu, keys and wheel have all of it too.
        """
        matches = [self._matches, *self._steps.values()] if self._count else []
        pair = [self.pair] if self.pair.pair is not None else []
        outline = [] if self.outline.isHidden() else [self.outline]
        always = [*outline, self.appearance, *pair, *matches]
        room = self.width() - 2 * _MARGIN - _widths(always)
        sizes, wanted = [*self.sizes.values()], [each for each in self._added if each.isEnabled()]
        for compact in (False, True):
            for each in wanted:
                each.set_compact(compact)
            if _widths([*wanted, *sizes]) <= room:
                break
        fits = _widths([*wanted, *sizes]) <= room
        while len(wanted) > 1 and _widths(wanted) > room:
            wanted.pop()
        for each in self._added:
            each.setVisible(each in wanted)
        for button in sizes:
            button.setVisible(fits)
        self._zoom_box.setVisible(_widths([*wanted, *sizes, self._zoom_box]) <= room)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _write(button: QToolButton, text: str, name: str) -> None:
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name)


def _widths(widgets: Iterable[QWidget]) -> int:
    """The pixels that they need beside each other."""
    return sum(widget.sizeHint().width() + 4 for widget in widgets)
