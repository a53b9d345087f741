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
from desktop_app.importing.report import Reason, Report
from desktop_app.importing.summary import reason_line, summary

_MOST = 2000  # lines shown: more are for the command line


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
        lines = [reason_line(catalog, each) for each in reasons[:_MOST]]
        return [heading, *lines, ""]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
