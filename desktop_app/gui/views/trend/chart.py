"""The chart: a curve a word, figures under the pointer, a click lists what stands behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.views.trend.axes import PercentAxis, PeriodAxis
from desktop_app.gui.views.trend.marks import SIGNS, colours
from desktop_app.gui.views.trend.series import Series

_WIDTH, _SIGN = 2, 6  # pixels of a curve and of its signs
_MANY = 120  # periods from which on signs would hide the curve
_REACH = 40  # pixels above or below a curve that count as on it
_HEADROOM = 1.12  # of the highest value
_HIGHEST = 104  # percent: room above 100


class TrendChart(QWidget):
    """Shows a `Series`. `point_chosen` carries the numbers of a word and a period."""

    point_chosen = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._look = look
        self._series: Series | None = None
        self._at = -1  # the period told of
        self.setObjectName("trendChart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._periods, self._percents = PeriodAxis(look), PercentAxis(look)
        axes = {"bottom": self._periods, "left": self._percents}
        self.plot = pyqtgraph.PlotWidget(self, axisItems=axes)
        self.plot.setObjectName("trendPlot")
        self._curves: list[pyqtgraph.PlotDataItem] = []
        self._line = pyqtgraph.InfiniteLine(angle=90, movable=False)
        self._label = QLabel(self)
        self._set_up()
        look.theme_changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _set_up(self) -> None:
        item = self.plot.getPlotItem()
        item.setMenuEnabled(False)
        for action in self.plot.scene().contextMenu:  # pyqtgraph's own, in English alone
            action.deleteLater()
        self.plot.scene().contextMenu.clear()
        item.hideButtons()
        item.setMouseEnabled(x=True, y=False)
        self.legend = item.addLegend(offset=(12, 6))
        self.plot.addItem(self._line, ignoreBounds=True)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.scene().sigMouseMoved.connect(self._hover)
        self.plot.scene().sigMouseClicked.connect(self._click)
        self.plot.installEventFilter(self)
        self._label.setObjectName("trendFigures")
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the sign of the focus
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 8, 4)
        layout.addWidget(self.plot)

    def show_series(self, series: Series | None) -> None:
        """Show `series` in place of what is shown."""
        self._series = series
        self._tell(-1)
        self._draw()
        self._fit()
        self.retranslate()

    @property
    def figures(self) -> str:
        """What is told of the period pointed at; "" where none is."""
        return "" if self._label.isHidden() else self._label.text()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """As a picture to keep: signs drawn and not stamped, no line at the period told of."""
        shown = self._line.isVisible()
        self._line.setVisible(False)
        for curve in self._curves:
            curve.scatter.setExportMode(True)
        try:
            yield
        finally:
            self._line.setVisible(shown)
            for curve in self._curves:
                curve.scatter.setExportMode(False)

    # -- drawing

    def _draw(self) -> None:
        """Set one curve a word; curves no word needs are kept, empty, for later."""
        words = self._series.words if self._series else ()
        while len(self._curves) < len(words):
            self._curves.append(self.plot.plot([], [], connect="finite", antialias=True))
        self.legend.clear()
        for number, curve in enumerate(self._curves):
            if self._series is not None and number < len(words):
                curve.setData(*self._series.curve(number), symbolSize=self._sizes(number))
                self._style(curve, number)
                self.legend.addItem(curve, _shortened(words[number]))
            else:
                curve.setData([], [], symbolSize=_SIGN)

    def _style(self, curve: pyqtgraph.PlotDataItem, number: int) -> None:
        colour = colours(self._look.theme)[number]
        curve.setPen(pyqtgraph.mkPen(colour, width=_WIDTH))
        curve.setSymbol(SIGNS[number])
        curve.setSymbolBrush(colour)
        curve.setSymbolPen(colour)

    def _sizes(self, number: int) -> list[int] | int:
        """The size of each sign; where they are many, only what no line leads to has one."""
        if self._series is None or number >= len(self._series.words):
            return _SIGN
        first, last = self._series.extent()
        shown = self._series.alone(number) | (last - first <= _MANY)
        return [_SIGN if each else 0 for each in shown]

    def _fit(self) -> None:
        """Show the periods in which the words stand, and percents from nothing up."""
        series = self._series
        if series is None or not series.trend.periods:
            return
        self._periods.by = series.by
        times, item = series.times, self.plot.getPlotItem()
        item.setLimits(xMin=times[0] - 0.5, xMax=times[-1] + 0.5, yMin=0)
        item.setXRange(*series.extent(), padding=0.02)
        highest = min(series.highest() * _HEADROOM, _HIGHEST)
        item.setYRange(0, max(highest, 0.01), padding=0)

    def _restyle(self) -> None:
        theme = self._look.theme
        self.plot.setBackground(theme.page)
        for axis in (self._periods, self._percents):
            axis.setPen(pyqtgraph.mkPen(theme.line))
            axis.setTextPen(pyqtgraph.mkPen(theme.quiet))
            axis.setTickFont(self.font())
        self.plot.getPlotItem().showGrid(x=False, y=True, alpha=0.25)
        self._line.setPen(pyqtgraph.mkPen(theme.grip, style=Qt.PenStyle.DashLine))
        self.legend.setLabelTextColor(QColor(theme.text))
        self._label.setStyleSheet(
            f"background: {theme.page}; color: {theme.text}; "
            f"border: 1px solid {theme.line}; border-radius: 5px; padding: 5px 8px;"
        )
        self._draw()
        self._tell(self._at)

    # -- figures of a period

    def _hover(self, place: QPointF) -> None:
        view = self.plot.getPlotItem().getViewBox()
        inside = self._series is not None and view.sceneBoundingRect().contains(place)
        time = view.mapSceneToView(place).x() if inside else 0.0
        self._tell(self._series.nearest(time) if inside and self._series else -1)

    def _tell(self, period: int) -> None:
        """Say the figures of `period`, of none where it is -1."""
        self._at = period
        series = self._series
        there = series is not None and 0 <= period < len(series.trend.periods)
        self._line.setVisible(there)
        self._label.setVisible(there)
        if series is not None and there:
            self._line.setValue(float(series.times[period]))
            shown = list(colours(self._look.theme))
            self._label.setText(series.html_at(period, self._look.catalog, shown))
            self._label.adjustSize()
            self._place_label(float(series.times[period]))

    def _place_label(self, time: float) -> None:
        """Beside the line, on the side where there is room."""
        view = self.plot.getPlotItem().getViewBox()
        at = self.plot.mapFromScene(view.mapViewToScene(QPointF(time, 0.0)))
        x = self.plot.mapTo(self, at).x()
        room = self.width() - x > self._label.width() + 16
        beside = x + 10 if room else x - 10 - self._label.width()
        # A period that has been moved out of sight is told of at the edge it lies behind.
        self._label.move(min(max(beside, 0), self.width() - self._label.width()), 14)

    def _click(self, event: pyqtgraph.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._series is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.double():
            self._fit()
            return
        view = self.plot.getPlotItem().getViewBox()
        place = view.mapSceneToView(event.scenePos())
        period = self._series.nearest(place.x())
        word = self._word_at(period, event.scenePos().y())
        if word >= 0:
            self.point_chosen.emit(word, period)

    def _word_at(self, period: int, y: float) -> int:
        """The word whose curve is at height `y` of the scene in `period`; -1 if none is near."""
        if self._series is None or period < 0:
            return -1
        view, time = self.plot.getPlotItem().getViewBox(), float(self._series.times[period])
        apart = [
            abs(view.mapViewToScene(QPointF(time, 100 * share)).y() - y)
            for share in (
                self._series.trend.shares(word)[period] for word in range(len(self._series.words))
            )
        ]
        nearest = min(range(len(apart)), key=apart.__getitem__, default=-1)
        return nearest if nearest >= 0 and apart[nearest] <= _REACH else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from period to period; Enter lists the first word's items there."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        last = len(self._series.trend.periods) - 1 if self._series else -1
        if step and last >= 0:
            self._tell(min(max(self._at + step, 0), last))
            self.retranslate()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.point_chosen.emit(0, self._at)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Say no figures once the pointer has left the chart."""
        if event.type() == QEvent.Type.Leave:
            self._tell(-1)
        return False

    # -- words

    def retranslate(self) -> None:
        """Write axes, figures and description anew."""
        catalog = self._look.catalog
        self._percents.setLabel(catalog.text("Share of items"))
        for axis in (self._periods, self._percents):
            axis.picture = None
            axis.update()
        self.setAccessibleName(catalog.text("Chart of words over time"))
        told = self._series.words_at(self._at, catalog) if self._series and self._at >= 0 else []
        self.setAccessibleDescription("\n".join(told))
        self._tell(self._at)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language and font."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _shortened(word: str) -> str:
    return word if len(word) <= 40 else word[:39] + "…"
