"""Catches what nobody caught, on any thread, and what Qt says; the window lives on."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.problem_log import log_file

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.ERROR,
}


class Catching(QObject):
    """Announces each bug on the GUI thread, after it has been logged."""

    caught = Signal(object)  # BaseException

    def __init__(self, line: str, parent: QObject | None = None) -> None:
        """Say `line` in the terminal for each bug; it has a place {path} for the log."""
        super().__init__(parent)
        self._line = line

    def install(self) -> None:
        """Take the place of Python's own hooks."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def catch(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Log a bug and announce it; an interruption from the keyboard ends the program."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        log.critical("unexpected error", exc_info=error)
        print(self._line.format(path=log_file()), file=sys.stderr)
        self.caught.emit(error)

    def _catch_in_thread(self, about: threading.ExceptHookArgs) -> None:
        if about.exc_value is not None and about.exc_type is not SystemExit:
            self.catch(about.exc_type, about.exc_value, about.exc_traceback)


def log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's own remarks go to the log, not to the terminal."""
    log.log(_LEVELS.get(kind, logging.INFO), "%s: %s", context.category, text)
