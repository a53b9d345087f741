"""Says calmly that something went wrong inside the program, and helps to report it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.look import Look
from desktop_app.gui.problems.details import details
from desktop_app.problem_log import log_file

_WIDTH, _HIGH = 520, 240  # pixels: of the dialog, of the details


class ProblemDialog(QDialog):
    """One dialog for all bugs while it is open; it stops nothing."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Stand over `parent`, with nothing to tell yet."""
        super().__init__(parent)
        self._look = look
        self._errors: list[BaseException] = []
        self.setObjectName("problemDialog")
        self.heading, self.text = QLabel(self), QLabel(self)
        self.details = QPlainTextEdit(self)
        self.copy, self.show_details, self.folder, self.close_ = (
            QPushButton(self) for _ in range(4)
        )
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.show_details.toggled.connect(self._show_details)
        self.folder.clicked.connect(_open_folder)
        self.close_.clicked.connect(self.reject)
        self.finished.connect(lambda _result: self._errors.clear())
        self.retranslate()

    def _lay_out(self) -> None:
        names = {
            "problemHeading": self.heading, "problemText": self.text,
            "problemDetails": self.details, "problemCopy": self.copy,
            "problemShow": self.show_details, "problemFolder": self.folder,
            "problemClose": self.close_,
        }  # fmt: skip
        for name, widget in names.items():
            widget.setObjectName(name)
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(_WIDTH)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(_HIGH)
        self.details.hide()
        self.show_details.setCheckable(True)
        self.close_.setDefault(True)
        row = QHBoxLayout()
        for button in (self.copy, self.show_details, self.folder):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        for widget in (self.heading, self.text):
            layout.addWidget(widget)
        layout.addWidget(self.details, 1)
        layout.addLayout(row)

    def tell(self, error: BaseException) -> None:
        """Tell of `error`; of the same again nothing new is told."""
        if self.isVisible() and any(_place(error) == _place(known) for known in self._errors):
            return
        self._errors.append(error)
        self.details.setPlainText("\n\n".join(details(each, self._look) for each in self._errors))
        self.retranslate()
        self.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(self._look.catalog.text("Copied"))

    def _show_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.retranslate()
        self.adjustSize()

    def retranslate(self) -> None:
        """Write the words anew; the details are for who mends the program, in English."""
        text = self._look.catalog.text
        self.setWindowTitle("Beilin 碑林")
        self.heading.setText(text("Something went wrong inside Beilin"))
        self.setAccessibleName(self.heading.text())
        self.text.setText(
            text(
                "Nothing in the archive is lost, and you can go on. If it happens again, please "
                "report it with the details: they tell the version, the system and the place in "
                "the program, and nothing of what any item says."
            )
        )
        self.details.setAccessibleName(text("Details"))
        self.copy.setText(text("Copy details"))
        shown = self.show_details.isChecked()
        self.show_details.setText(text("Hide details") if shown else text("Show details"))
        self.folder.setText(text("Open the log's folder"))
        self.close_.setText(text("Close"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _place(error: BaseException) -> tuple[type, str, int]:
    """The kind of a bug and the place in the program where it arose."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code.co_filename if trace else ""
    return type(error), code, trace.tb_lineno if trace else 0


def _open_folder() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file().parent)))
