"""Names of boxes for screen readers, and of what Qt puts inside them without a name."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton

from desktop_app.i18n.catalog import Catalog

_CLEAR = "_q_qlineeditclearaction"  # what Qt calls the action of the button that clears


def name_box(box: QLineEdit | QComboBox, name: str, catalog: Catalog) -> None:
    """Call `box`, its line where it is a list one can write in, and its button to clear it.

    On Linux Qt tells the choice of a list in place of its name, so the name is told as what
    it is for too.
    """
    box.setAccessibleName(name)
    if isinstance(box, QComboBox):
        box.setAccessibleDescription(name)
    line = box.lineEdit() if isinstance(box, QComboBox) else box
    if line is None:
        return
    line.setAccessibleName(name)
    clear = line.findChild(QAction, _CLEAR)
    for button in line.findChildren(QToolButton):
        if clear is not None and clear in button.actions():
            button.setAccessibleName(catalog.text("Clear"))
