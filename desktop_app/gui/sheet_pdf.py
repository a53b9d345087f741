"""A contact sheet as a PDF file: photos with their captions, pages numbered.

A4 upright, three photos side by side. May be written on any thread.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextOption,
)

from desktop_app.errors import Cancelled
from desktop_app.exporting.whole import whole_file
from desktop_app.gui.photo_pane.picture_file import read_thumbnail
from desktop_app.gui.printing.searchable import make_searchable
from desktop_app.i18n.catalog import Catalog
from desktop_app.messages import message
from desktop_app.pictures.faults import PictureError
from desktop_app.prints.saving import SavingError
from desktop_app.sheets.sheet import SheetPhoto

_DPI = 300
_MM = _DPI / 25.4
_PAGE = QRectF(0, 0, 182 * _MM, 269 * _MM)  # A4 within its margins
_MARGIN_MM = 14.0
_COLUMNS, _ROWS = 3, 4
_GAP, _HEAD, _FOOT = 5 * _MM, 11 * _MM, 8 * _MM
_PICTURE = 37 * _MM  # the height of a picture
_FINE = 0.7  # pixels of a picture for each of the page: 210 an inch
_LARGER = 3.0  # how much a small picture is enlarged at most: to 100 pixels an inch
_MENDED = 128 * 1024 * 1024  # bytes of a file whose text is mended, which takes twice the memory
_WORDS = 6  # lines of caption at most
_INK, _QUIET, _LINE = QColor("#1f1d1a"), QColor("#625c52"), QColor("#d9d2c4")
_POINTS = {"title": 12.0, "caption": 7.0, "small": 6.3}

Told = Callable[[int], object]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class SheetPdf:
    """What a contact sheet on paper says: its `title`, in the language of `catalog`."""

    title: str
    catalog: Catalog

    def write(
        self,
        photos: Sequence[SheetPhoto],
        out: Path,
        told: Told = lambda _done: None,
        cancelled: Stop = lambda: False,
    ) -> int:
        """Write `photos` to `out`; how many pages. `told` is called with how many are drawn.

        Raises `SavingError` where it cannot be written, `Cancelled`; then nothing is there
        that was not before.
        """
        try:
            with whole_file(out) as part:
                pages = self._write(photos, part, told, cancelled)
                if part.stat().st_size <= _MENDED:
                    make_searchable(part)
        except OSError as error:
            raise SavingError(
                message(
                    "{path} cannot be written ({reason}); choose another folder, or make room "
                    "there",
                    path=out,
                    reason=error.strerror or error,
                )
            ) from error
        return pages

    def _write(self, photos: Sequence[SheetPhoto], part: Path, told: Told, cancelled: Stop) -> int:
        writer = _writer(part, self.title)
        pages = max(-(-len(photos) // (_COLUMNS * _ROWS)), 1)
        painter = QPainter()
        if not painter.begin(writer):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        try:
            for page in range(pages):
                if page:
                    writer.newPage()
                self._draw_frame(painter, page, pages, len(photos))
                start = page * _COLUMNS * _ROWS
                for place, photo in enumerate(photos[start : start + _COLUMNS * _ROWS]):
                    if cancelled():
                        raise Cancelled
                    self._draw_photo(painter, _cell(place), start + place, photo)
                    told(start + place + 1)
        finally:
            painter.end()
        return pages

    def _draw_frame(self, painter: QPainter, page: int, pages: int, photos: int) -> None:
        """The title with how many photos above, the number of the page below."""
        catalog = self.catalog
        count = catalog.plural("{count} photo", "{count} photos", photos)
        painter.setFont(_font("title"))
        painter.setPen(_INK)
        head = QRectF(0, 0, _PAGE.width() - 30 * _MM, _HEAD)
        line = painter.fontMetrics().elidedText(
            self.title, Qt.TextElideMode.ElideRight, int(head.width())
        )
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, line)
        painter.setFont(_font("small"))
        painter.setPen(_QUIET)
        painter.drawText(QRectF(0, 0, _PAGE.width(), _HEAD), Qt.AlignmentFlag.AlignRight, count)
        foot = QRectF(0, _PAGE.height() - _FOOT / 2, _PAGE.width(), _FOOT / 2)
        number = catalog.text(
            "Page {page} of {pages}", page=catalog.number(page + 1), pages=catalog.number(pages)
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, number)

    def _draw_photo(self, painter: QPainter, cell: QRectF, number: int, photo: SheetPhoto) -> None:
        box = QRectF(cell.topLeft(), QSizeF(cell.width(), _PICTURE))
        image = _read(photo, box)
        if image is None:
            self._draw_absent(painter, box, photo)
        else:
            size = QSizeF(image.size())
            fitted = size.scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(QPointF(), fitted.boundedTo(size * _LARGER))
            place.moveCenter(box.center())
            painter.drawImage(place, image)
        words = QRectF(cell.left(), box.bottom() + 1.5 * _MM, cell.width(), cell.bottom())
        below = _draw_words(painter, words, self._caption(number, photo))
        painter.setFont(_font("small"))
        painter.setPen(_QUIET)
        line = " · ".join(filter(None, (photo.credit, self.catalog.date_text(photo.taken))))
        metrics = painter.fontMetrics()
        line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(cell.width()))
        painter.drawText(QPointF(cell.left(), below + metrics.ascent()), line)

    def _caption(self, number: int, photo: SheetPhoto) -> str:
        caption = " ".join(photo.caption.split()) or photo.item_title
        return f"{self.catalog.number(number + 1)}  {caption}".rstrip()

    def _draw_absent(self, painter: QPainter, box: QRectF, photo: SheetPhoto) -> None:
        """A frame with the reason, where there is no picture."""
        text = self.catalog.text
        absent = photo.path is None
        why = (
            text("The photo itself was not saved.")
            if absent
            else text("This photo cannot be shown.")
        )
        painter.setPen(_LINE)
        painter.drawRect(box.adjusted(2, 2, -2, -2))
        painter.setFont(_font("small"))
        painter.setPen(_QUIET)
        inside = box.adjusted(4 * _MM, 4 * _MM, -4 * _MM, -4 * _MM)
        painter.drawText(inside, why, QTextOption(Qt.AlignmentFlag.AlignCenter))


def write_without_window(
    photos: Sequence[SheetPhoto], out: Path, catalog: Catalog, title: str
) -> int:
    """The same from the command line, which needs no display; how many pages."""
    from desktop_app.gui.application import make_application  # noqa: PLC0415 (only here)

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    make_application()
    return SheetPdf(title, catalog).write(photos, out)


def _writer(part: Path, title: str) -> QPdfWriter:
    writer = QPdfWriter(str(part))
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("Beilin")
    return writer


def _cell(place: int) -> QRectF:
    """Where the photo at `place` of a page stands."""
    width = (_PAGE.width() - (_COLUMNS - 1) * _GAP) / _COLUMNS
    height = (_PAGE.height() - _HEAD - _FOOT - (_ROWS - 1) * _GAP) / _ROWS
    row, column = divmod(place, _COLUMNS)
    return QRectF(column * (width + _GAP), _HEAD + row * (height + _GAP), width, height)


def _read(photo: SheetPhoto, box: QRectF) -> QImage | None:
    if photo.path is None:
        return None
    try:
        return read_thumbnail(photo.path, (box.size() * _FINE).toSize())
    except PictureError:
        return None


def _draw_words(painter: QPainter, room: QRectF, words: str) -> float:
    """Draw as many lines as there may be; where the next line would stand."""
    painter.setPen(_INK)
    layout = QTextLayout(words, _font("caption"), painter.device())
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height, lines = 0.0, 0
    while (line := layout.createLine()).isValid() and lines < _WORDS:
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, height))
        height, lines = height + line.height(), lines + 1
        if lines == _WORDS and line.textStart() + line.textLength() < len(words):
            layout.endLayout()
            return _draw_cut(painter, room, words, line.textStart() + line.textLength())
    layout.endLayout()
    layout.draw(painter, room.topLeft())
    return room.top() + height


def _draw_cut(painter: QPainter, room: QRectF, words: str, end: int) -> float:
    """Draw what fits, with an ellipsis where it is cut."""
    return _draw_words(painter, room, words[: max(end - 2, 1)].rstrip() + "…")


def _font(use: str) -> QFont:
    font = QFont()
    font.setPointSizeF(_POINTS[use])
    return font
