"""Hits a year as bars; a click or Enter on one shows that year only."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.gui.look import Look

_BARS = 44  # pixels of the highest bar
_WIDEST = 120  # years from first to last, above which those without hits are left out
_MOST = 60  # years shown then, the latest
_REACH = 8  # pixels beside a narrow bar that count as on it


class YearHistogram(QWidget):
    """A bar a year, from the first year with hits to the last."""

    year_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Draw with the colours and words of `look`."""
        super().__init__(parent)
        self._look = look
        self._counts: Mapping[str, int] = {}
        self._years: list[int] = []
        self._chosen = ""
        self._at = -1
        self._under = -1  # the place under the pointer
        self.setObjectName("yearHistogram")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        look.theme_changed.connect(self.update)
        self.retranslate()

    def show_counts(self, counts: Mapping[str, int], chosen: str) -> None:
        """Show hits by year; `chosen` is the year filtered by, or ""."""
        if counts != self._counts:
            self._at = self._under = -1
        self._counts, self._chosen = counts, chosen
        years = sorted(int(year) for year in counts)
        # A century without hits between two years would leave no room for bars.
        close = bool(years) and years[-1] - years[0] < _WIDEST
        self._years = list(range(years[0], years[-1] + 1)) if close else years[-_MOST:]
        self.setVisible(len(self._years) > 1 or bool(chosen and years))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bars and the first and last year beneath."""
        return QSize(120, _BARS + QFontMetrics(self.font()).height() + 8)

    def retranslate(self) -> None:
        """Name it in the interface's language."""
        self.setAccessibleName(self._look.catalog.text("Hits by year"))
        self.setAccessibleDescription(
            self._look.catalog.text("Left and Right choose a year, Enter shows only that year")
        )

    def bar(self, year: int) -> QRectF:
        """Where the bar of `year` stands, in pixels."""
        width = self.width() / max(len(self._years), 1)
        highest = max(self._counts.values(), default=1)
        count = self._count(year)
        height = max(_BARS * count / highest, 2.0 if count else 0.0)
        left = self._years.index(year) * width
        return QRectF(left + width * 0.1, _BARS - height + 2, max(width * 0.8, 1.0), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, the base line, and the years at both ends."""
        painter = QPainter(self)
        theme = self._look.theme
        for place, year in enumerate(self._years):
            on = self._chosen == f"{year:04d}" or place == self._at
            idle = theme.quiet if place == self._under else theme.grip
            painter.fillRect(self.bar(year), QColor(theme.accent if on else idle))
        painter.setPen(QColor(theme.line))
        painter.drawLine(0, _BARS + 3, self.width(), _BARS + 3)
        self._paint_years(painter)
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_years(self, painter: QPainter) -> None:
        if not self._years:
            return
        painter.setPen(QColor(self._look.theme.quiet))
        beneath = self.rect().adjusted(2, _BARS + 5, -2, 0)
        first, last = str(self._years[0]), str(self._years[-1])
        painter.drawText(beneath, int(Qt.AlignmentFlag.AlignLeft), first)
        if len(self._years) > 1:
            painter.drawText(beneath, int(Qt.AlignmentFlag.AlignRight), last)

    def _year_at(self, x: float) -> int | None:
        """The year with hits whose bar is at `x`, or nearest to it and within reach."""

        def distance(year: int) -> float:
            bar = self.bar(year)
            return max(bar.left() - x, x - bar.right(), 0.0)

        filled = [year for year in self._years if self._count(year)]
        nearest = min(filled, key=distance, default=None)
        return nearest if nearest is not None and distance(nearest) <= _REACH else None

    def _count(self, year: int) -> int:
        return self._counts.get(f"{year:04d}", 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which year a click would choose."""
        year = self._year_at(event.position().x())
        self._under = self._years.index(year) if year is not None else -1
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show none any more."""
        self._under = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the year under the pointer."""
        year = self._year_at(event.position().x())
        if year is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(year)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move, Enter or Space chooses."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and self._years:
            self._at = self._next(step)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space) and self._at >= 0:
            self._choose(self._years[self._at])
        else:
            super().keyPressEvent(event)

    def _next(self, step: int) -> int:
        """The place of the next year with hits; where there is none, the place now."""
        ahead = range(self._at + step, len(self._years) if step > 0 else -1, step)
        return next((place for place in ahead if self._count(self._years[place])), self._at)

    def event(self, event: QEvent) -> bool:
        """Say year and count in a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            year = self._year_at(event.pos().x())
            if year is not None:
                QToolTip.showText(event.globalPos(), self.words(year), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def words(self, year: int) -> str:
        """What the bar of `year` says."""
        count = self._count(year)
        return f"{year}: " + self._look.catalog.plural("{count} item", "{count} items", count)

    def _choose(self, year: int) -> None:
        self.year_chosen.emit(f"{year:04d}")
