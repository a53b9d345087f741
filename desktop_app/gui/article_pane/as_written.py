"""What is selected in a sheet, as the item has it: in the script it was published in."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from desktop_app.gui.article_pane.cells import selected_cells
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.language.rewriting import place_in


def written(sheet: Sheet, cursor: QTextCursor) -> str:
    """What is selected, as the item has it; lines end as Qt's do."""
    if cursor.hasComplexSelection():  # cells of a column, without those beside them
        return _cells(sheet, cursor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first = sheet.document.findBlock(start).blockNumber()
    last = sheet.document.findBlock(end).blockNumber()
    if not any(first <= number <= last for number in sheet.rewritten):
        return cursor.selectedText()
    return "\u2029".join(_cut(sheet, number, start, end) for number in range(first, last + 1))


def _cells(sheet: Sheet, cursor: QTextCursor) -> str:
    if not sheet.rewritten:
        return cursor.selection().toPlainText()
    table, (row, rows, column, columns) = cursor.currentTable(), selected_cells(cursor)
    cells = (
        table.cellAt(row + each // columns, column + each % columns)
        for each in range(rows * columns)
    )
    spans = (
        (cell.firstCursorPosition().blockNumber(), cell.lastCursorPosition().blockNumber())
        for cell in cells
    )
    lines = (sheet.lines[n].text for first, last in spans for n in range(first, last + 1))
    return "\u2029".join(lines)


def _cut(sheet: Sheet, number: int, start: int, end: int) -> str:
    """What of a line lies between two places of the document, as written."""
    block = sheet.block(number)
    from_ = max(start - block.position(), 0)
    till = min(end - block.position(), block.length() - 1)
    shown, text = sheet.rewritten.get(number), sheet.lines[number].text
    if shown is not None:
        from_, till = place_in(text, shown, from_), place_in(text, shown, till)
    units = text.encode("utf-16-le", "surrogatepass")[2 * from_ : 2 * till]
    return units.decode("utf-16-le", "surrogatepass")
