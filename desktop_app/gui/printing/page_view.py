"""Pages one below the other, as they will be on paper."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.printing.composition import Composition
from desktop_app.gui.printing.page_pictures import PagePictures

_GAP = 18  # pixels around pages
_WIDEST = 820  # pixels of a page
_KEPT = 10  # pages drawn that are kept
_STEP = 60  # pixels an arrow key scrolls by
_Move = QAbstractSlider.SliderAction
_KEYS = {
    Qt.Key.Key_PageDown: _Move.SliderPageStepAdd,
    Qt.Key.Key_Space: _Move.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Move.SliderPageStepSub,
    Qt.Key.Key_Down: _Move.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Move.SliderSingleStepSub,
    Qt.Key.Key_Home: _Move.SliderToMinimum,
    Qt.Key.Key_End: _Move.SliderToMaximum,
}


class PageView(QAbstractScrollArea):
    """Shows a `Composition`, as wide as there is room; `page_changed` carries the page on top."""

    page_changed = Signal(int)

    def __init__(self, look: Look, pictures: PagePictures, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._look, self._pictures = look, pictures
        self._composition: Composition | None = None
        self._words = ""
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self.setObjectName("printPages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())
        pictures.ready.connect(self.draw_anew)
        look.theme_changed.connect(self.viewport().update)

    def show_pages(self, composition: Composition | None, words: str = "") -> None:
        """Show pages from the first one; where there are none, `words` in their place."""
        self._composition, self._words = composition, words
        self.verticalScrollBar().setValue(0)
        self.draw_anew()
        self._measure()
        self._scrolled()

    def draw_anew(self) -> None:
        """Draw the pages in view again."""
        self._drawn.clear()
        self.viewport().update()

    @property
    def page(self) -> int:
        """The page that most of the upper half of the view is of."""
        count = self._composition.count if self._composition else 0
        at = self.verticalScrollBar().value() + self.viewport().height() // 3
        return max(0, min(count - 1, at // self._pitch()))

    def go_to(self, page: int) -> None:
        """Scroll to page number `page`."""
        self.verticalScrollBar().setValue(page * self._pitch())

    def _width(self) -> int:
        return max(80, min(_WIDEST, self.viewport().width() - 2 * _GAP))

    def _height(self) -> int:
        if self._composition is None:
            return self._width()
        size = self._composition.choices.points
        return round(self._width() * size.height() / size.width())

    def _pitch(self) -> int:
        """From the top of one page to that of the next."""
        return self._height() + _GAP

    def _measure(self) -> None:
        bar, count = self.verticalScrollBar(), self._composition.count if self._composition else 0
        whole = count * self._pitch() + _GAP
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(_STEP)

    def _scrolled(self) -> None:
        self.viewport().update()
        self.page_changed.emit(self.page)

    def _rect(self, page: int) -> QRect:
        left = (self.viewport().width() - self._width()) // 2
        top = _GAP + page * self._pitch() - self.verticalScrollBar().value()
        return QRect(left, top, self._width(), self._height())

    def _image(self, page: int) -> QImage:
        """Page number `page` as it is drawn."""
        assert self._composition is not None
        ratio = self.devicePixelRatioF()
        key = (page, round(self._width() * ratio))
        if key in self._drawn:
            self._drawn.move_to_end(key)
            return self._drawn[key]
        image = QImage(key[1], round(self._height() * ratio), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        scale = image.width() / self._composition.choices.points.width()
        painter.scale(scale, scale)
        self._composition.paint(painter, page, self._look.catalog, self._pictures.picture)
        painter.end()
        image.setDevicePixelRatio(ratio)
        self._drawn[key] = image
        while len(self._drawn) > _KEPT:
            self._drawn.popitem(last=False)
        return image

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view on a quiet ground."""
        theme, painter = self._look.theme, QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.window))
        if self._composition is None:
            painter.setPen(QColor(theme.quiet))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        else:
            first = max(0, self.verticalScrollBar().value() // self._pitch() - 1)
            for page in range(first, self._composition.count):
                rect = self._rect(page)
                if rect.top() > event.rect().bottom():
                    break
                if rect.bottom() >= event.rect().top():
                    painter.drawImage(rect.topLeft(), self._image(page))
                    painter.setPen(QPen(QColor(theme.line), 1))
                    painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the page."""
        page = self.page if event.oldSize().isValid() else 0
        super().resizeEvent(event)
        self._measure()
        self.go_to(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll."""
        action = _KEYS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.verticalScrollBar().triggerAction(action)
