"""Bars by period; a stretch of them is brushed with the mouse or the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.timeline.names import period_name
from desktop_app.gui.timeline.period import Period

_WIDEST = 56  # pixels of a bar: a few do not fill the window
_REACH = 8  # pixels beside a narrow bar that count as on it
_LABEL_GAP = 14  # pixels between two labels


class PeriodBars(QAbstractSlider):
    """Shows `Period`s; a slider to assistive technology, whose value is the place of the keys.

    `brushed` carries the places of the first and the last that were chosen, (-1, -1) for none;
    `entered` that of a period to be looked into, `left` that one goes back out.
    """

    brushed = Signal(int, int)
    entered = Signal(int)
    left = Signal()
    height_of_bars = 34  # pixels of the highest bar
    skips_empty = False  # whether the keys pass over bars of nothing
    at_once = True  # whether Shift and the arrows choose with each step, or Enter does

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Draw with the colours and words of `look`."""
        super().__init__(parent)
        self._look = look
        self._periods: Sequence[Period] = ()
        self._first = self._last = -1  # what is chosen
        self._told = (-1, -1)  # the same, but for a brush under way
        self._at = -1  # where the keys are
        self._grip = -1  # where a brush began
        self._under = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        look.theme_changed.connect(self.update)
        self.retranslate()

    def show_periods(self, periods: Sequence[Period], first: int, last: int) -> None:
        """Show `periods`; those from place `first` to `last` are chosen, -1 for none."""
        if [each.key for each in periods] != [each.key for each in self._periods]:
            self._at = self._grip = self._under = -1
        self._periods, self._first, self._last = periods, first, last
        self._told = first, last
        self.setRange(0, max(len(periods) - 1, 0))
        self._describe()
        self.update()

    @property
    def periods(self) -> Sequence[Period]:
        """What is shown."""
        return self._periods

    def sizeHint(self) -> QSize:
        """Room for the bars and what is written beneath."""
        return QSize(200, self.height_of_bars + QFontMetrics(self.font()).height() + 8)

    def retranslate(self) -> None:
        """Name it in the interface's language."""
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say at which bar the keys are and what they do."""
        now = self.words(self._at) if 0 <= self._at < len(self._periods) else ""
        self.setAccessibleDescription("\n".join(filter(None, (now, self.keys_help()))))

    def keys_help(self) -> str:
        """What the keys do."""
        return self._look.catalog.text(
            "Left and Right move, Shift extends, Enter chooses, Down looks into a year, "
            "Up goes back, Escape shows all"
        )

    # -- drawing

    def _slot(self) -> float:
        return min(self.width() / max(len(self._periods), 1), _WIDEST)

    def bar(self, place: int) -> QRectF:
        """Where the bar at `place` stands, in pixels."""
        slot, count = self._slot(), self._periods[place].count
        top, highest = self.height_of_bars, max(each.count for each in self._periods) or 1
        height = max(top * count / highest, 2.0 if count else 0.0)
        gap = min(slot * 0.1, 3.0)
        return QRectF(place * slot + gap, top - height + 2, max(slot - 2 * gap, 1.0), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is chosen, the bars, and the periods' names as far as there is room."""
        painter, theme = QPainter(self), self._look.theme
        slot, width = self._slot(), self._slot() * len(self._periods)
        base = self.height_of_bars + 3
        if 0 <= self._first <= self._last:
            chosen = QRectF(self._first * slot, 0, (self._last - self._first + 1) * slot, base)
            painter.fillRect(chosen, QColor(theme.place))
        for place in range(len(self._periods)):
            on = self._first <= place <= self._last and self._first >= 0
            lit = place in (self._under, self._at if self.hasFocus() else -1)
            idle = theme.quiet if lit else theme.grip
            painter.fillRect(self.bar(place), QColor(theme.accent if on else idle))
            self._paint_part(painter, place)
        painter.setPen(QColor(theme.line))
        painter.drawLine(0, base, int(width), base)
        self._paint_names(painter)
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_part(self, painter: QPainter, place: int) -> None:
        """Draw what stands out in a bar's foot."""
        period, bar = self._periods[place], self.bar(place)
        if period.part and period.count:
            height = max(bar.height() * period.part / period.count, 2.0)
            foot = QRectF(bar.left(), bar.bottom() - height, bar.width(), height)
            painter.fillRect(foot, QColor(self._look.theme.accent))

    def _paint_names(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._look.theme.quiet))
        metrics, slot, free = painter.fontMetrics(), self._slot(), 0.0
        for place, period in enumerate(self._periods):
            name = self._name(place, period.key)
            left = place * slot + 2
            if left >= free and left + metrics.horizontalAdvance(name) <= self.width():
                painter.drawText(int(left), self.height_of_bars + 6 + metrics.ascent(), name)
                free = left + metrics.horizontalAdvance(name) + _LABEL_GAP

    @staticmethod
    def _name(place: int, key: str) -> str:
        """A year; a month or a day by its number, the first of a year or a month by all."""
        if place == 0 or "-" not in key or key.endswith("-01"):
            return key
        return str(int(key[-2:]))

    # -- hands

    def _place_at(self, x: float) -> int:
        """The bar at `x`; the nearest within reach where there is nothing in it."""
        place = int(x // self._slot()) if self._periods else -1
        if not 0 <= place < len(self._periods):
            return -1
        near = int(_REACH // self._slot())
        around = sorted(range(place - near, place + near + 1), key=lambda at: abs(at - place))
        filled = (at for at in around if 0 <= at < len(self._periods) and self._periods[at].count)
        return next(filled, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to brush."""
        place = self._place_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._grip = self._at = place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Brush on, or show which bar a click would choose."""
        place = self._place_at(event.position().x())
        self._under = place
        if self._grip >= 0 and place >= 0:
            self._first, self._last = sorted((self._grip, place))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was brushed; a click on the only one chosen shows all again."""
        if event.button() != Qt.MouseButton.LeftButton or self._grip < 0:
            return
        grip, self._grip = self._grip, -1
        place = self._place_at(event.position().x())
        first, last = sorted((grip, grip if place < 0 else place))
        self._choose(first, last)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look into a year."""
        place = self._place_at(event.position().x())
        self._grip = -1
        if place >= 0:
            self.entered.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        """No bar is under the pointer any more."""
        self._under = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the accessible description."""
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        if key in steps and self._periods:
            self._step(steps[key], bool(shift))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            pending = (self._first, self._last) != self._told
            self._choose(*((self._first, self._last) if pending else (self._at, self._at)))
        elif key == Qt.Key.Key_Down and self._at >= 0:
            self.entered.emit(self._at)
        elif key == Qt.Key.Key_Up:
            self.left.emit()
        elif key == Qt.Key.Key_Escape and self._first >= 0:
            self._emit(-1, -1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int, extend: bool) -> None:
        begin = self._at
        self._at = self._next(by)
        if extend and begin >= 0:
            self._extend(begin)
        elif (self._first, self._last) != self._told:
            self._first, self._last = self._told
        self.setValue(self._at)
        self._describe()
        self.update()

    def _next(self, by: int) -> int:
        """The place a step further; where there is none, the place now."""
        ahead = range(self._at + by, len(self._periods) if by > 0 else -1, by)
        wanted = (at for at in ahead if self._periods[at].count or not self.skips_empty)
        return next(wanted, max(self._at, 0))

    def _extend(self, begin: int) -> None:
        """Have the stretch reach from where it was to where the keys are."""
        first, final = (self._first, self._last) if self._first >= 0 else (begin, begin)
        ends = (first, max(final, self._at)) if self._at > begin else (min(first, self._at), final)
        if self.at_once:
            self._emit(*ends)
        else:
            self._first, self._last = ends

    def _choose(self, first: int, last: int) -> None:
        again = first == last and (first, last) == self._told
        self._emit(*((-1, -1) if again else (first, last)))

    def _emit(self, first: int, last: int) -> None:
        self._first, self._last = self._told = first, last
        self.update()
        self.brushed.emit(first, last)

    # -- words

    def event(self, event: QEvent) -> bool:
        """Say period and count in a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos().x())
            if place >= 0:
                QToolTip.showText(event.globalPos(), self.words(place), self)
            return True
        return super().event(event)

    def words(self, place: int) -> str:
        """What the bar at `place` says."""
        period = self._periods[place]
        name = period_name(self._look.catalog, period.key)
        return f"{name}: {self.counted(period)}"

    def counted(self, period: Period) -> str:
        """How many there are, in words."""
        return self._look.catalog.plural("{count} item", "{count} items", period.count)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what this stands in."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
