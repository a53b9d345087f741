"""The program's icons, drawn from SVG in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.gui.theme import Theme
from desktop_app.places import resources

_INK = "#000000"  # what the drawings are drawn with
_SIDE = 48  # pixels: twice the size of a toolbar icon, for fine screens


def icon(name: str, theme: Theme, colour: str = "") -> QIcon:
    """The icon `name`, in the text colour of `theme` or `colour`, paler where it is disabled."""
    made = QIcon(_drawn(name, colour or theme.text))
    made.addPixmap(_drawn(name, theme.grip), QIcon.Mode.Disabled)
    return made


def program_icon() -> QIcon:
    """The stele that stands for the program."""
    return QIcon(_drawn("beilin", _INK))


def _drawn(name: str, colour: str) -> QPixmap:
    drawing = (resources() / "icons" / f"{name}.svg").read_text("utf-8").replace(_INK, colour)
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    return pixmap
