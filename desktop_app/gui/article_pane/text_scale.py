"""How the text is set: in one of three sizes, times a zoom, in a style."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.gui.article_pane.text_style import USUAL_STYLE, TextStyle
from desktop_app.gui.article_pane.typography import SIZES, Typography
from desktop_app.gui.article_pane.zoom import bounded, stepped
from desktop_app.gui.theme import Theme


class TextScale(QObject):
    """The `size` S, M or L, the `zoom` in percent, and the `style`."""

    changed = Signal()
    size_changed = Signal(str)
    zoom_changed = Signal(int)
    style_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Medium, at 100%."""
        super().__init__(parent)
        self.size, self.zoom = "M", 100
        self.style: TextStyle = USUAL_STYLE

    @property
    def points(self) -> float:
        """The size of the body text."""
        return SIZES[self.size] * self.zoom / 100

    def typography(
        self, dpi: int, theme: Theme, families: tuple[str, ...], pinyin: bool, script: str
    ) -> Typography:
        """How text is set on a screen of `dpi` pixels an inch."""
        em = self.points * dpi / 72
        return Typography(self.points, em, theme, families, pinyin, script, self.style)

    def set_size(self, size: str) -> None:
        """Take a size; anything but S, M and L is M."""
        self.size = size if size in SIZES else "M"
        self.changed.emit()
        self.size_changed.emit(self.size)

    def set_zoom(self, percent: int) -> None:
        """Zoom to `percent`, or as near as is allowed."""
        self.zoom = bounded(percent)
        self.changed.emit()
        self.zoom_changed.emit(self.zoom)

    def set_style(self, style: TextStyle) -> None:
        """Set the text in `style`."""
        self.style = style
        self.changed.emit()
        self.style_changed.emit()

    def step_zoom(self, by: int) -> None:
        """Zoom by so many steps; 0 is back to 100%."""
        self.set_zoom(stepped(self.zoom, by))
