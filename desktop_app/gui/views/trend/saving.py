"""Saves a chart: as a picture (PNG), as a drawing (SVG), as figures (CSV)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator

from desktop_app.errors import ArchiveError
from desktop_app.exporting.whole import whole_file
from desktop_app.exporting.word_tables import write_trend
from desktop_app.gui.views.trend.chart import TrendChart
from desktop_app.gui.views.trend.series import Series
from desktop_app.messages import message

SUFFIXES = ("png", "svg", "csv")
_FINE = 2  # pixels of the picture for one of the window: sharp in print


def save(chart: TrendChart, series: Series, out: Path) -> None:
    """Save `chart` to `out` by its suffix; raises `ArchiveError` where that cannot be."""
    suffix = out.suffix.lower().removeprefix(".")
    if suffix == "csv":
        write_trend(series.words, series.trend, out)
        return
    try:
        with whole_file(out) as part:
            done = _draw_svg(chart, part) if suffix == "svg" else _draw_png(chart, part)
    except OSError as error:
        done = False
        reason: object = error.strerror or error
    else:
        reason = suffix.upper()
    if not done:
        raise ArchiveError(message("{path} cannot be written ({reason})", path=out, reason=reason))


def _draw_png(chart: TrendChart, part: Path) -> bool:
    size = chart.plot.size()
    image = QPixmap(size * _FINE)
    image.setDevicePixelRatio(_FINE)
    painter = QPainter(image)
    _paint(chart, painter, size)
    painter.end()
    return bool(image.save(str(part), "PNG"))


def _draw_svg(chart: TrendChart, part: Path) -> bool:
    size, made = chart.plot.size(), QSvgGenerator()
    made.setFileName(str(part))
    made.setSize(size)
    # Axes are kept as recordings, which play back larger where the resolution is another.
    made.setResolution(chart.logicalDpiX())
    made.setViewBox(QRectF(0, 0, size.width(), size.height()))
    made.setTitle(chart.accessibleName())
    painter = QPainter()
    if not painter.begin(made):
        return False
    _paint(chart, painter, size)
    return bool(painter.end())


def _paint(chart: TrendChart, painter: QPainter, size: QSize) -> None:
    """Paint the chart without the line and figures under the pointer."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    target = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(target, chart.plot.backgroundBrush())
    with chart.kept():
        chart.plot.scene().prepareForPaint()
        source = chart.plot.viewport().rect()
        chart.plot.render(painter, target, source, Qt.AspectRatioMode.IgnoreAspectRatio)
