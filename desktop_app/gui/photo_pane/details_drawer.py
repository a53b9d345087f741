"""What is known of a photo, beside the large view: made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.search.highlight import Highlighter
from desktop_app.sheets.sheet import SheetPhoto

if TYPE_CHECKING:
    from desktop_app.gui.photo_pane.details import DetailsPanel

_WIDTH = 270  # logical pixels


class DetailsDrawer:
    """Shut at first."""

    def __init__(self, look: Look, pool: QThreadPool, view: QWidget, layout: QBoxLayout) -> None:
        """Stand at the end of `layout` in `view`, which filters the events of what is there."""
        self._look, self._pool, self._view, self._layout = look, pool, view, layout
        self.panel: DetailsPanel | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.panel is not None and not self.panel.isHidden()

    @property
    def busy(self) -> bool:
        """Whether a photo's file is being read."""
        return self.panel is not None and self.panel.busy

    def toggle(self) -> None:
        """Open or shut it."""
        if self.panel is None:
            self.panel = self._made()
        self.panel.setVisible(not self.is_open)

    def show_photo(self, photo: SheetPhoto | None, marked: Highlighter | None) -> None:
        """Tell of `photo`, if anybody looks."""
        if self.panel is not None and self.is_open:
            self.panel.show_photo(photo, marked)

    def _made(self) -> DetailsPanel:
        # With its decoders, 60 ms that most never need.
        from desktop_app.gui.photo_pane.details import DetailsPanel  # noqa: PLC0415

        panel = DetailsPanel(self._look, self._pool, self._view, leads=False)
        panel.setFixedWidth(_WIDTH)
        panel.installEventFilter(self._view)
        panel.hide()
        self._layout.addWidget(panel)
        return panel
