"""The archives that are open, as chips: a click searches one or leaves it out."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from desktop_app.archive import Archive
from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.look import Look
from desktop_app.gui.several.open_archives import OpenArchives

_LONGEST = 22  # code points of a name shown


class ArchiveBar(QWidget):
    """There where several archives are open. Each chip's menu does the rest."""

    switched = Signal(object, bool)  # the Archive, whether it is searched
    only_wanted = Signal(object)  # the Archive to be searched alone
    chosen = Signal(object)  # the Archive to be imported into
    close_wanted = Signal(object)  # the Archive

    def __init__(self, look: Look, archives: OpenArchives, parent: QWidget | None = None) -> None:
        """Show `archives`."""
        super().__init__(parent)
        self._look, self._archives = look, archives
        self.chips: list[QToolButton] = []
        self.setObjectName("archiveBar")
        self._layout = FlowLayout(self, gap=5)
        self.target = self._quiet_label("importTarget")
        self.held_back = self._quiet_label("heldBack")
        self.show_archives()

    def show_archives(self) -> None:
        """Show those that are open now; one alone needs no chip."""
        several = self._archives.all if len(self._archives.all) > 1 else ()
        focused = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        while self._layout.takeAt(0) is not None:
            pass
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(place, archive) for place, archive in enumerate(several)]
        for part in (*self.chips, self.target, self.held_back):
            self._layout.addWidget(part)
            part.show()
        self.target.setVisible(bool(several))
        self.held_back.setVisible(bool(self._archives.held_back))
        for first, second in pairwise(self.chips):
            self.setTabOrder(first, second)
        if focused is not None and self.chips:
            self.chips[min(focused, len(self.chips) - 1)].setFocus()
        self.setVisible(bool(several or self._archives.held_back))
        self.retranslate()

    def _quiet_label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _chip(self, place: int, archive: Archive) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName(f"archive:{place}")
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.setChecked(self._archives.is_on(archive))
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        chip.setMenu(self._menu(archive, chip))
        chip.clicked.connect(lambda on: self._switch(chip, archive, on))
        return chip

    def _switch(self, chip: QToolButton, archive: Archive, on: bool) -> None:
        self.switched.emit(archive, on)
        chip.setChecked(self._archives.is_on(archive))  # the last one stays on

    def _menu(self, archive: Archive, chip: QToolButton) -> QMenu:
        menu = QMenu(chip)
        only, into, close = (QAction(menu) for _ in range(3))
        only.setObjectName("only")
        only.triggered.connect(lambda: self.only_wanted.emit(archive))
        into.setObjectName("into")
        into.setCheckable(True)
        into.setChecked(archive is self._archives.chosen)
        into.triggered.connect(lambda: self.chosen.emit(archive))
        close.setObjectName("close")
        close.triggered.connect(lambda: self.close_wanted.emit(archive))
        menu.addActions([only, into])
        menu.addSeparator()
        menu.addAction(close)
        return menu

    def retranslate(self) -> None:
        """Write all words anew."""
        text, names = self._look.catalog.text, self._archives.names
        self.setAccessibleName(text("Open archives"))
        for chip, archive in zip(self.chips, self._archives.all, strict=False):
            name = names[archive.folder]
            chip.setText(_shortened(name).replace("&", "&&"))
            chip.setAccessibleName(text("Search in {archive}", archive=name))
            chip.setToolTip(f"{name}\n{archive.folder}")
            words = {
                "only": text("Search this archive alone"),
                "into": text("Import into this archive"),
                "close": text("Close this archive"),
            }
            for action in chip.menu().actions():
                action.setText(words.get(action.objectName(), ""))
        chosen = self._archives.chosen
        into = names[chosen.folder] if chosen else ""
        self.target.setText(text("Imports go into {archive}", archive=_shortened(into)))
        lags = self._look.catalog.items([names[each.folder] for each in self._archives.held_back])
        self.held_back.setText(text("{archive}: read-only", archive=lags))
        self.held_back.setToolTip(
            text("Statements and pairs are as an earlier Beilin found them; to have them found "
                 "anew, copy the archive to where it can be written.")
        )  # fmt: skip

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
