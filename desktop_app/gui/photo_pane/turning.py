"""Where a part of a picture lies once that is turned by quarters, and back."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize


def turned(part: QRect, full: QSize, quarters: int) -> QRect:
    """Where `part` of a picture of the size `full` lies in it turned to the right."""
    size = QSize(full)
    for _quarter in range(quarters % 4):
        part = QRect(
            size.height() - part.y() - part.height(), part.x(), part.height(), part.width()
        )
        size.transpose()
    return part


def turned_back(part: QRect, full: QSize, quarters: int) -> QRect:
    """Where `part` of the turned picture lies in the one of the size `full` it was."""
    size = full.transposed() if quarters % 2 else full
    return turned(part, size, -quarters)
