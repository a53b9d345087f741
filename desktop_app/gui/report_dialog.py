"""The report of an import: what came in, and why something did not."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.look import Look
from desktop_app.i18n.catalog import Catalog
from desktop_app.importing.report import Reason, Report

_MOST = 2000  # lines shown: more are for the command line


def summary(catalog: Catalog, report: Report) -> str:
    """One line of counts, leaving out what did not happen."""
    counts = [
        catalog.plural("{count} imported", "{count} imported", report.imported),
        catalog.plural("{count} updated", "{count} updated", report.updated),
        catalog.plural("{count} unchanged", "{count} unchanged", report.unchanged),
        catalog.plural("{count} skipped", "{count} skipped", len(report.skipped)),
        catalog.plural("{count} failed", "{count} failed", len(report.failed)),
    ]
    numbers = (
        report.imported,
        report.updated,
        report.unchanged,
        len(report.skipped),
        len(report.failed),
    )
    given = [text for text, number in zip(counts, numbers, strict=True) if number]
    if report.cancelled:
        given.append(catalog.text("stopped before the end"))
    return catalog.items(given) if given else catalog.text("Nothing to import was found")


class ReportDialog(QDialog):
    """Shows a `Report` in the language of the interface."""

    def __init__(self, look: Look, report: Report, parent: QWidget | None = None) -> None:
        """Show `report`."""
        super().__init__(parent)
        self._look = look
        self._report = report
        self.setObjectName("reportDialog")
        self.counts, self.reasons = QLabel(self), QPlainTextEdit(self)
        self.counts.setObjectName("reportCounts")
        self.counts.setWordWrap(True)
        self.reasons.setObjectName("reportReasons")
        self.reasons.setReadOnly(True)
        self.reasons.setVisible(bool(report.failed or report.skipped))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.counts, self.reasons, buttons):
            layout.addWidget(part)
        self.resize(640, 360)
        self.retranslate()

    def retranslate(self) -> None:
        """Write title, counts and reasons anew."""
        catalog = self._look.catalog
        self.setWindowTitle(catalog.text("Import report"))
        self.counts.setText(summary(catalog, self._report))
        self.reasons.setAccessibleName(catalog.text("Reasons"))
        parts = [
            *self._lines(catalog.text("Failed"), self._report.failed),
            *self._lines(catalog.text("Skipped"), self._report.skipped),
        ]
        self.reasons.setPlainText("\n".join(parts))

    def _lines(self, heading: str, reasons: list[Reason]) -> list[str]:
        if not reasons:
            return []
        catalog = self._look.catalog
        lines = [f"{each.source}: {catalog.message(each.reason)}" for each in reasons[:_MOST]]
        return [heading, *lines, ""]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
