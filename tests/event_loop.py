"""Waiting for a window without keeping its other threads from work."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer


def wait(milliseconds: int) -> None:
    """Let the event loop run for so long.

    `QTest.qWait` keeps Python's lock while it sleeps (PySide6 6.12): a thread that counts
    comes to a seventy-sixth in the same half second, so that work off the GUI thread stands
    still while a test waits for its end.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
