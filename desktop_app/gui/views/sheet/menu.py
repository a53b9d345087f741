"""What can be done with the photos of a sheet: one menu, on its button and beneath the pointer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.gui.look import Look

# In their order; None is a line between.
_NAMES = (
    "enlarge", "compare", "slideshow", None, "copy_picture", "copy_caption", None, "save",
    "save_all", "pdf", None, "item",
)  # fmt: skip
_ONE = ("enlarge", "copy_picture", "copy_caption", "save", "item")


class SheetMenu(QObject):
    """`wanted` carries the name of what is to be done."""

    wanted = Signal(str)

    def __init__(self, look: Look, menu: QMenu) -> None:
        """Fill `menu`."""
        super().__init__(menu)
        self._look, self.menu = look, menu
        self.actions: dict[str, QAction] = {}
        for name in _NAMES:
            if name is None:
                menu.addSeparator()
                continue
            action = self.actions[name] = menu.addAction("")
            action.setObjectName(f"sheet:{name}")
            action.triggered.connect(lambda _on=False, name=name: self.wanted.emit(name))
        self.offer(0, 0)

    def offer(self, photos: int, chosen: int) -> None:
        """Offer what can be done with so many photos, so many of them chosen."""
        for name, action in self.actions.items():
            action.setEnabled(chosen > 0 if name in _ONE else photos > 0)
        self.actions["compare"].setEnabled(chosen == 2)

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        words = {
            "enlarge": text("Large view"),
            "compare": text("Compare the two chosen"),
            "slideshow": text("Slideshow"),
            "copy_picture": text("Copy the picture"),
            "copy_caption": text("Copy the caption"),
            "save": text("Save the chosen with captions…"),
            "save_all": text("Save all with captions…"),
            "pdf": text("Contact sheet as PDF…"),
            "item": text("Go to the item"),
        }
        for name, action in self.actions.items():
            action.setText(words[name])
