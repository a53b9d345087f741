"""What is copied for a report of a problem."""

from __future__ import annotations

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from desktop_app.gui.look import Look
from desktop_app.problem_log import about_here, log_file, told


def details(error: BaseException, look: Look) -> str:
    """Version, system, how the window looks, and where in the program; in English."""
    lines = (
        *about_here(),
        f"Qt {qVersion()}, PySide6 {pyside_version}, {QGuiApplication.platformName()}",
        f"{look.catalog.language}, {look.theme.name}",
        f"log: {log_file()}",
        "",
        told(error),
    )
    return "\n".join(lines)
