"""Which cells of a table are selected: Qt's stub does not know what the call gives."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QTextCursor


def selected_cells(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """The first row, how many, the first column, how many."""
    return cast(tuple[int, int, int, int], cursor.selectedTableCells())
