"""Shows one picture: fitted, or at any zoom, moved about by hand.

Lengths: a *picture pixel* is one of the whole picture upright, a *screen pixel* one of
the device. `zoom` is screen pixels a picture pixel, so 1.0 is 100 %. A picture that is
turned to be looked at is turned in drawing alone: picture pixels are then of the turned one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.picture_file import Picture, level_for, pixels
from desktop_app.gui.photo_pane.picture_loader import BUDGET
from desktop_app.gui.photo_pane.seen_part import View, confined, widened
from desktop_app.gui.photo_pane.turning import turned, turned_back

STEP = 1.25  # what one notch of the wheel or one press of a key zooms by
_MOST = 16.0
_CRISP = 4.0  # from this zoom on, pixels are shown as the squares they are
_SETTLE_MS = 80  # a zoom or pan rests so long before finer detail is loaded
_NOTCH = 120  # Qt's wheel units: eighths of a degree


class PhotoCanvas(QWidget):
    """Draws a `Picture`, with finer detail over it where that is needed and here.

    `detail_wanted` carries the level and the region (empty: all) that would look finer;
    the answer comes back through `add_detail`.
    """

    zoom_changed = Signal()
    detail_wanted = Signal(int, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start without a picture."""
        super().__init__(parent)
        self._look = look
        self._overview: Picture | None = None
        self._detail: Picture | None = None
        self._zoom: float | None = None  # None fits the window, or fills it
        self._filled = False
        self._turn = 0  # quarters to the right
        self._centre = QPointF()  # what picture pixel stands in the middle
        self._grip: QPointF | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._ask_for_detail)
        self.setObjectName("photoCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(80, 60)

    # -- the picture

    def show_picture(self, picture: Picture | None) -> None:
        """Show `picture`, fitted; None shows an empty canvas."""
        self._overview, self._detail, self._zoom = picture, None, None
        self._turn = 0
        self._view_changed()

    def add_detail(self, picture: Picture) -> None:
        """Draw `picture`, of the same file, over the one shown."""
        if self._overview is not None and picture.full == self._overview.full:
            self._detail = picture
            self.update()

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to look at."""
        return self._overview is not None

    @property
    def drawn(self) -> Picture | None:
        """The finest picture that is drawn now."""
        return self._detail if self._detail is not None else self._overview

    def box(self) -> QSize:
        """The size of the canvas in screen pixels."""
        return (QSizeF(self.size()) * self.devicePixelRatioF()).toSize()

    # -- zoom and place

    @property
    def fitted(self) -> bool:
        """Whether the picture is fitted to the canvas."""
        return self._zoom is None and not self._filled

    @property
    def filled(self) -> bool:
        """Whether the picture fills the canvas, its longer side cut."""
        return self._zoom is None and self._filled

    @property
    def turn(self) -> int:
        """By how many quarters it is turned to the right."""
        return self._turn

    @property
    def zoom(self) -> float:
        """The zoom now, be it chosen or what fits or fills."""
        if self._zoom is not None:
            return self._zoom
        return self._fill() if self._filled else self._fit()

    @property
    def centre(self) -> QPointF:
        """The picture pixel in the middle of the canvas."""
        return QPointF(self._centre)

    def fit(self) -> None:
        """Fit the picture to the canvas; a small one is not enlarged."""
        self._zoom, self._filled = None, False
        self._view_changed()

    def fill(self) -> None:
        """Fill the canvas with the picture, small ones too; what juts out is to be panned to."""
        self._zoom, self._filled = None, True
        self._view_changed()

    def rotate(self, quarters: int) -> None:
        """Turn the picture to the right, on the screen alone; what was in the middle stays."""
        for _quarter in range(quarters % 4):
            height = self._full().height()
            self._turn = (self._turn + 1) % 4
            self._centre = QPointF(height - self._centre.y(), self._centre.x())
        self._view_changed()

    def view(self) -> View:
        """What is looked at, apart from the picture and the size of the canvas."""
        full = self._full()
        larger = 1.0 if self.fitted else self.zoom / self._fit()
        return View(
            larger, self._centre.x() / full.width(), self._centre.y() / full.height(), self.filled
        )

    def show_view(self, view: View) -> None:
        """Look at the same part of this picture, as much larger than fitted."""
        if self._overview is None:
            return
        full = self._full()
        self._filled = view.filled
        free = view.larger > 1.001 and not view.filled
        self._zoom = min(self._fit() * view.larger, max(_MOST, self._fit())) if free else None
        self._centre = QPointF(view.x * full.width(), view.y * full.height())
        self._view_changed()

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom so that the picture stays under the point `around`, or the middle."""
        if self._overview is None:
            return
        middle = QRectF(self.rect()).center()
        away = ((around or middle) - middle) * self.devicePixelRatioF()
        held = self._centre + away / self.zoom
        least = self._fit()
        # Fitted is the least; a hair above it is meant to be it.
        self._zoom = None if zoom <= least * 1.001 else min(zoom, max(_MOST, least))
        self._filled = False
        self._centre = held - away / self.zoom
        self._view_changed()

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom in (`factor` above 1) or out."""
        self.set_zoom(self.zoom * factor, around)

    def pan(self, by: QPointF) -> None:
        """Move the picture by so many logical pixels."""
        self._centre -= by * self.devicePixelRatioF() / self.zoom
        self._view_changed()

    @property
    def can_pan(self) -> bool:
        """Whether the picture is larger than the canvas."""
        shown, box = self._full() * self.zoom, QSizeF(self.box())
        return shown.width() > box.width() + 1 or shown.height() > box.height() + 1

    def visible(self) -> QRect:
        """The picture pixels in sight."""
        size = QSizeF(self.box()) / self.zoom
        corner = self._centre - QPointF(size.width(), size.height()) / 2
        whole = QRect(QPoint(0, 0), self._full().toSize())
        return QRectF(corner, size).toAlignedRect().intersected(whole)

    def _full(self) -> QSizeF:
        full = QSizeF(self._overview.full) if self._overview else QSizeF(1, 1)
        return full.transposed() if self._turn % 2 else full

    def _fit(self) -> float:
        """The zoom that shows all; at most one logical pixel a picture pixel."""
        full, box = self._full(), self.box()
        fits = min(box.width() / full.width(), box.height() / full.height())
        return max(min(fits, self.devicePixelRatioF()), 1e-4)

    def _fill(self) -> float:
        """The zoom at which nothing of the canvas is left empty."""
        full, box = self._full(), self.box()
        return max(box.width() / full.width(), box.height() / full.height(), 1e-4)

    def _view_changed(self) -> None:
        """Keep the edges out of the middle, draw, and see whether detail is missing."""
        full, box = self._full(), QSizeF(self.box()) / self.zoom
        self._centre = QPointF(
            confined(self._centre.x(), full.width(), box.width()),
            confined(self._centre.y(), full.height(), box.height()),
        )
        if self._zoom is None:
            self._drop_needless_detail()
        shape = Qt.CursorShape.OpenHandCursor if self.can_pan else Qt.CursorShape.ArrowCursor
        if self._grip is None:
            self.setCursor(shape)
        self._settle.start()
        self.update()
        self.zoom_changed.emit()

    def _drop_needless_detail(self) -> None:
        """Free memory once the overview alone is fine enough."""
        if self._overview is not None and self._overview.level <= level_for(self.zoom):
            self._detail = None

    def _ask_for_detail(self) -> None:
        """Ask for what would look finer than what is here."""
        if self._overview is None:
            return
        level = level_for(self.zoom)
        if self._overview.level <= level or self._is_here(level):
            return
        if pixels(self._overview.full, level) <= BUDGET:
            self.detail_wanted.emit(level, QRect())
        else:
            seen = turned_back(self.visible(), self._overview.full, self._turn)
            self.detail_wanted.emit(level, widened(seen, level, self._overview.full))

    def _is_here(self, level: int) -> bool:
        """Whether the detail held is fine enough for all that is in sight."""
        return self._detail is not None and self._detail.level <= level and self._shows_all()

    def _shows_all(self) -> bool:
        """Whether the detail held covers all that is in sight."""
        detail = self._detail
        return detail is not None and detail.region.contains(
            turned_back(self.visible(), detail.full, self._turn)
        )

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the overview, and the detail over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.window))
        if self._overview is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.zoom < _CRISP)
        detail = self._detail
        if not self._shows_all():
            self._draw(painter, self._overview)
        if detail is not None:
            self._draw(painter, detail)

    def _draw(self, painter: QPainter, picture: Picture) -> None:
        """Draw what of `picture` is in sight."""
        seen = turned_back(self.visible(), picture.full, self._turn).intersected(picture.region)
        if seen.isEmpty():
            return
        across = picture.image.width() / picture.region.width()
        down = picture.image.height() / picture.region.height()
        corner = QRectF(seen).topLeft() - QPointF(picture.region.topLeft())
        source = QRectF(
            corner.x() * across, corner.y() * down, seen.width() * across, seen.height() * down
        )
        target = self._on_screen(QRectF(turned(seen, picture.full, self._turn)))
        painter.save()
        painter.translate(target.center())
        painter.rotate(90 * self._turn)
        size = target.size().transposed() if self._turn % 2 else target.size()
        place = QRectF(QPointF(-size.width() / 2, -size.height() / 2), size)
        painter.drawImage(place, picture.image, source)
        painter.restore()

    def _on_screen(self, part: QRectF) -> QRectF:
        """Where the picture pixels `part` stand on the canvas, in logical pixels."""
        scale = self.zoom / self.devicePixelRatioF()
        middle = QRectF(self.rect()).center()
        corner = middle + (part.topLeft() - self._centre) * scale
        return QRectF(corner, part.size() * scale)

    # -- hands

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew, or keep the middle."""
        super().resizeEvent(event)
        self._view_changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        notches = event.angleDelta().y() / _NOTCH
        if notches:
            self.zoom_by(STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a picture larger than the canvas."""
        if event.button() == Qt.MouseButton.LeftButton and self.can_pan:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._grip is not None:
            by, self._grip = event.position() - self._grip, event.position()
            self.pan(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self._grip is not None:
            self._grip = None
            self._view_changed()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go between fitted and 100 %, around the pointer."""
        if self.fitted:
            self.set_zoom(max(1.0, self._fit() * 2), event.position())
        else:
            self.fit()

    def event(self, event: QEvent) -> bool:
        """Follow two fingers on a touchpad as well."""
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinch:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().event(event)
