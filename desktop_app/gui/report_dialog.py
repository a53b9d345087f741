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
from desktop_app.importing.foreseen import Foreseen
from desktop_app.importing.foreseen_words import (
    foreseen_counts,
    foreseen_formats,
    foreseen_size,
    foreseen_titles,
)
from desktop_app.importing.report import Reason, Report
from desktop_app.importing.summary import reason_line, summary

_MOST = 2000  # lines shown: more are for the command line


class ReportDialog(QDialog):
    """Shows a `Report` in the language of the interface.

    That of an import only `foreseen` has a button to go on, which accepts the dialog.
    """

    def __init__(
        self,
        look: Look,
        report: Report,
        parent: QWidget | None = None,
        foreseen: Foreseen | None = None,
    ) -> None:
        """Show `report`."""
        super().__init__(parent)
        self._look = look
        self._report = report
        self._foreseen = foreseen
        self.setObjectName("reportDialog")
        self.counts, self.reasons = QLabel(self), QPlainTextEdit(self)
        self.counts.setObjectName("reportCounts")
        self.counts.setWordWrap(True)
        self.reasons.setObjectName("reportReasons")
        self.reasons.setReadOnly(True)
        comes = foreseen is not None and foreseen.comes > 0
        self.reasons.setVisible(bool(report.failed or report.skipped or comes))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.go_on = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setObjectName("reportGoOn")
        self.go_on.setVisible(comes)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.counts, self.reasons, buttons):
            layout.addWidget(part)
        self.resize(640, 360)
        self.retranslate()

    def retranslate(self) -> None:
        """Write title, counts and reasons anew."""
        catalog = self._look.catalog
        self.reasons.setAccessibleName(catalog.text("Reasons"))
        self.go_on.setText(catalog.text("Import these"))
        failed = self._lines(catalog.text("Failed"), self._report.failed)
        skipped = self._lines(catalog.text("Skipped"), self._report.skipped)
        if self._foreseen is None:
            self.setWindowTitle(catalog.text("Import report"))
            self.counts.setText(summary(catalog, self._report))
            self.reasons.setPlainText("\n".join((*failed, *skipped)))
            return
        told, size = (words(catalog, self._foreseen) for words in (foreseen_counts, foreseen_size))
        comes, titles = (
            words(catalog, self._foreseen) for words in (foreseen_formats, foreseen_titles)
        )
        self.setWindowTitle(catalog.text("Import preview"))
        self.counts.setText("\n".join(filter(None, (told, size))))
        self.reasons.setPlainText("\n".join((*comes, *failed, *titles, *skipped)))

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
