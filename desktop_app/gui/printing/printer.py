"""Pages on paper, by the system's own dialog."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop_app.gui.printing.composition import Composition
from desktop_app.gui.printing.pdf import picture
from desktop_app.i18n.catalog import Catalog


def print_on_paper(composition: Composition, title: str, catalog: Catalog, over: QWidget) -> bool:
    """Ask which printer and which pages, and print; whether that was done."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(
            composition.choices.page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    dialog = QPrintDialog(printer, over)
    dialog.setMinMax(1, composition.count)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint_pages(composition, printer, catalog)
    return True


def paint_pages(composition: Composition, printer: QPrinter, catalog: Catalog) -> None:
    """Paint the pages that `printer` is asked for."""
    first, last = printer.fromPage() or 1, printer.toPage() or composition.count
    painter = QPainter(printer)
    for page in range(first - 1, min(last, composition.count)):
        if page >= first:
            printer.newPage()
        painter.save()
        scale = printer.resolution() / 72
        painter.scale(scale, scale)
        composition.paint(painter, page, catalog, picture)
        painter.restore()
    painter.end()
