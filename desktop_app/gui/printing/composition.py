"""All pages of a print, and how one is painted, on whatever there is to paint on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QSizeF, QThread
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QImage, QPainter, QPalette

from desktop_app.errors import Cancelled
from desktop_app.gui.article_pane.lines import Line, facts_of
from desktop_app.gui.article_pane.parallel.columns import ColumnSheet
from desktop_app.gui.article_pane.photo_images import natural_size
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.typography import Typography
from desktop_app.gui.printing.fine import ENLARGED, dots, unit
from desktop_app.gui.printing.paper import FOOT, INK, SIDES, SIZES, TOP, PrintChoices
from desktop_app.gui.printing.printed_item import PrintedItem
from desktop_app.gui.printing.running import Running
from desktop_app.gui.printing.section import Head, Section
from desktop_app.i18n.catalog import Catalog

# A photo's file and the pixels it is wanted wide -> the picture, or None while there is none.
Pictures = Callable[[Path, int], QImage | None]
_TALLEST = 0.46  # of a page's height
_SCREEN = 96  # pixels an inch: how large a photo is that is smaller than the column
_PRINTED = 300  # dots an inch of photos


class Composition:
    """Pages from number 0; all in points from the corner of the paper."""

    def __init__(self, sections: Sequence[Section], choices: PrintChoices) -> None:
        """Hold what `compose` laid out."""
        self.choices = choices
        self._sections = sections
        self._unit = unit()
        self._starts = [0]
        for section in sections:
            self._starts.append(self._starts[-1] + section.pages)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._starts[-1]

    @property
    def text(self) -> str:
        """All that is printed, without the heads."""
        return "\n".join(line.text for each in self._sections for line in each.sheet.lines)

    def move_to(self, thread: QThread) -> None:
        """Give the documents, laid out on this thread, to another."""
        for section in self._sections:
            section.sheet.document.moveToThread(thread)

    def paint(self, painter: QPainter, page: int, catalog: Catalog, pictures: Pictures) -> None:
        """Paint page number `page`, one unit of the painter being a point."""
        section, own = self._find(page)
        box = text_box(self.choices)
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(1 / self._unit, 1 / self._unit)
        height = box.height() * self._unit
        self._paint_text(painter, section, QRectF(0, 0, box.width() * self._unit, height), own)
        painter.translate(0, -own * height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for photo, rect in section.photos.get(own, ()):
            width = round(rect.width() / self._unit / 72 * _PRINTED)
            image = pictures(section.files[photo], width)
            if image is None:
                painter.fillRect(rect, QColor(INK.window))
            elif not image.isNull():
                painter.drawImage(rect, image)
        painter.restore()
        head, begins = section.head(own, height)
        place = catalog.text(
            "{place} / {count}",
            place=catalog.number(page + 1),
            count=catalog.number(self.count),
        )
        side = box.left() + section.margin / self._unit
        Running(painter, self.choices.points, side).paint(head, begins, place)

    def _paint_text(self, painter: QPainter, section: Section, box: QRectF, own: int) -> None:
        painter.save()
        painter.setClipRect(box)
        painter.translate(0, -own * box.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = box.translated(0, own * box.height())
        context.palette.setColor(QPalette.ColorRole.Text, QColor(INK.text))
        section.sheet.document.documentLayout().draw(painter, context)
        painter.restore()

    def _find(self, page: int) -> tuple[Section, int]:
        """The section of a page, and which of its pages it is."""
        at = next(n for n, start in enumerate(self._starts[1:]) if page < start)
        return self._sections[at], page - self._starts[at]


def text_box(choices: PrintChoices) -> QRectF:
    """Where text stands on the paper, in points."""
    size = choices.points
    return QRectF(SIDES, TOP, size.width() - 2 * SIDES, size.height() - TOP - FOOT)


def compose(
    items: Sequence[PrintedItem],
    catalog: Catalog,
    choices: PrintChoices,
    cancelled: Callable[[], bool],
) -> Composition:
    """Lay `items` out. Raises `Cancelled`. Runs on any thread."""
    sections = []
    for group in _groups(items, choices.apart):
        if cancelled():
            raise Cancelled
        sections.append(_section(group, catalog, choices))
    return Composition(sections, choices)


def _groups(items: Sequence[PrintedItem], apart: bool) -> Iterator[Sequence[PrintedItem]]:
    """What is laid out as one text."""
    run: list[PrintedItem] = []
    for item in items:
        if item.twin is not None or apart:
            if run:
                yield run
                run = []
            yield [item]
        else:
            run.append(item)
    if run:
        yield run


def _section(group: Sequence[PrintedItem], catalog: Catalog, choices: PrintChoices) -> Section:
    photos = [(each, photo) for each in group for photo in each.with_photos.photos]
    files = {
        number: each.photo_path(photo.file)
        for number, (each, photo) in enumerate(photos)
        if photo.file
    }
    natural = {number: natural_size(path) for number, path in files.items()}
    box, scale = text_box(choices), unit()
    page = QSizeF(box.width() * scale, box.height() * scale)
    points = SIZES[choices.size] * ENLARGED
    typography = Typography(
        points, points * dots() / 72, INK, (), False, choices.script, choices.style
    )
    shown = {number for number, size in natural.items() if not size.isEmpty()}
    sheet, heads = _set(group, catalog, choices, typography, shown)
    column = sheet.photo_width(sheet.width(int(page.width())))
    sizes = {n: _fitted(natural[n], column, page.height()) for n in shown}
    sheet.resize_photos(sizes)
    section = Section(sheet, files, sizes, heads)
    section.lay_out(page, choices.apart)
    return section


def _set(
    group: Sequence[PrintedItem],
    catalog: Catalog,
    choices: PrintChoices,
    typography: Typography,
    shown: set[int],
) -> tuple[Sheet, list[Head]]:
    """The sheet of a group, the photos `shown` without size yet, and where its items begin."""
    sizes = {number: QSize(1, 1) for number in shown}
    lines: list[Line] = []
    heads: list[Head] = []
    first = 0
    for each in group:
        count = len(each.with_photos.photos)
        can = [first + number in shown for number in range(count)]
        facts = facts_of(each.item, catalog)
        heads.append(Head(len(lines), each.item.title, facts, each.archive))
        if each.twin is not None:
            made = each.arrangement(catalog, can, choices.photos)
            if made.tables:
                return ColumnSheet(made, typography, sizes, None), heads
            own = made.lines
        else:
            own = each.lines(catalog, can, choices.photos)
        lines += [
            replace(line, photo=line.photo + first) if line.photo >= 0 else line for line in own
        ]
        first += count
    return Sheet(lines, typography, sizes, None), heads


def _fitted(natural: QSize, column: int, height: float) -> QSize:
    """How large a photo is, in pixels of layout."""
    own = natural.width() * unit() * 72 / _SCREEN
    tallest = height * _TALLEST / natural.height()
    width = min(own, column, tallest * natural.width())
    return QSize(max(1, round(width)), max(1, round(width * natural.height() / natural.width())))
