"""The star and the tags above the text of an item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.article_pane.reading_bar import BarPart
from desktop_app.gui.icons import icon
from desktop_app.gui.look import Look

_MOST_NAMED = 2  # tags named on the button; its tip names all
_LONGEST = 24  # characters


class StarButton(BarPart):
    """Full where the item is bookmarked. A click asks for the other."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Show an empty star."""
        super().__init__(parent)
        self._look = look
        self.keys = ""  # as the person reads them
        self.setObjectName("starButton")
        self.setProperty("plain", True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(18, 18))
        self.toggled.connect(lambda _on: self.retranslate())
        look.theme_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Draw and name it anew."""
        on, catalog, theme = self.isChecked(), self._look.catalog, self._look.theme
        self.setIcon(icon("star-full", theme, theme.accent) if on else icon("star", theme))
        remove, add = catalog.text("Remove the bookmark"), catalog.text("Bookmark this item")
        does = remove if on else add
        self.setToolTip(f"{does} ({self.keys})" if self.keys else does)
        self.setAccessibleName(catalog.text("Bookmark"))
        self.setAccessibleDescription(does)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class TagsButton(BarPart):
    """Names the tags and collections of the item. A click asks to change them."""

    changed = Signal()  # of another width

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Name none."""
        super().__init__(parent)
        self._look = look
        self._names: tuple[str, ...] = ()
        self._compact = False
        self.keys = ""
        self.setObjectName("tagsButton")
        self.setProperty("plain", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(16, 16))
        look.theme_changed.connect(self.retranslate)
        self.retranslate()

    def show_names(self, names: Sequence[str]) -> None:
        """Name these."""
        self._names = tuple(names)
        self.retranslate()
        self.changed.emit()

    def set_compact(self, compact: bool) -> None:
        """Show the drawing alone, or the names too."""
        if compact != self._compact:
            self._compact = compact
            self._set_style()

    def _set_style(self) -> None:
        style = Qt.ToolButtonStyle
        words = self.text() and not self._compact
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly
        )

    def retranslate(self) -> None:
        """Draw and name it anew."""
        catalog = self._look.catalog
        self.setIcon(icon("tag", self._look.theme))
        shown = " · ".join(self._names[:_MOST_NAMED])
        more = len(self._names) - _MOST_NAMED
        short = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
        self.setText(f"{short} +{catalog.number(more)}" if more > 0 else short)
        self._set_style()
        does = catalog.text("Tags and collections of this item")
        names = catalog.items(self._names) if self._names else ""
        tip = catalog.text("{what}: {names}", what=does, names=names) if names else does
        self.setToolTip(f"{tip} ({self.keys})" if self.keys else tip)
        self.setAccessibleName(does)
        self.setAccessibleDescription(names)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
