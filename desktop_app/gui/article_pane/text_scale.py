"""How large the text is: one of three sizes, times a zoom."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.gui.article_pane.typography import SIZES
from desktop_app.gui.article_pane.zoom import bounded, stepped


class TextScale(QObject):
    """The `size` S, M or L and the `zoom` in percent."""

    changed = Signal()
    size_changed = Signal(str)
    zoom_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Medium, at 100%."""
        super().__init__(parent)
        self.size, self.zoom = "M", 100

    @property
    def points(self) -> float:
        """The size of the body text."""
        return SIZES[self.size] * self.zoom / 100

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

    def step_zoom(self, by: int) -> None:
        """Zoom by so many steps; 0 is back to 100%."""
        self.set_zoom(stepped(self.zoom, by))
