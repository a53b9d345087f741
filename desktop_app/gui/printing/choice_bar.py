"""What can be chosen of a print: paper, size and face of the text, photos, pages, columns."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from desktop_app.gui.appearance.chip_row import ChipRow
from desktop_app.gui.appearance.words import faces, sizes
from desktop_app.gui.article_pane.text_style import CHOICES
from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.look import Look
from desktop_app.gui.printing.paper import PAPERS, SIZES, PrintChoices
from desktop_app.gui.settings import Settings

_LETTER = "Letter"
_A4 = "A4"


class ChoiceBar(QWidget):
    """Holds `choices` and whether pairs stand side by side; `changed` follows every change."""

    changed = Signal()

    def __init__(self, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        """Begin with what `settings` remember."""
        super().__init__(parent)
        self._look, self._settings = look, settings
        self.setObjectName("printChoices")
        self.paper = QComboBox(self)
        self.paper.setObjectName("printPaper")
        self.paper.setProperty("entry", True)
        for paper in PAPERS:
            self.paper.addItem(paper, paper)
        self.sizes = ChipRow("printSize", tuple(SIZES), self)
        self.faces = ChipRow("printFace", CHOICES["face"], self)
        self.photos, self.apart, self.pairs = (QCheckBox(self) for _ in range(3))
        boxes = (self.photos, self.apart, self.pairs)
        for box, name in zip(boxes, ("printPhotos", "printApart", "printPairs"), strict=True):
            box.setObjectName(name)
            box.setMinimumHeight(self.paper.sizeHint().height())
        flow = FlowLayout(self, gap=12)
        for part in (self.paper, self.sizes, self.faces, *boxes):
            flow.addWidget(part)
        self._restore()
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.paper.currentIndexChanged.connect(
            lambda row: self._take("paper", str(self.paper.itemData(row)))
        )
        self.sizes.chosen.connect(lambda size: self._take("size", size))
        self.faces.chosen.connect(lambda face: self._take("face", face))
        for name, box in (("photos", self.photos), ("apart", self.apart), ("pairs", self.pairs)):
            box.toggled.connect(lambda on, name=name: self._take(name, int(on)))

    def _restore(self) -> None:
        settings, usual = self._settings, PrintChoices()
        inches = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        paper = settings.string("print.paper", _LETTER if inches else _A4)
        size = settings.string("print.size")
        style = usual.style.with_choice("face", settings.string("print.face"))
        self._chosen = replace(
            usual,
            paper=paper if paper in PAPERS else _A4,
            size=size if size in SIZES else usual.size,
            style=style,
        )
        self.paper.setCurrentIndex(self.paper.findData(self._chosen.paper))
        self.sizes.show_choice(self._chosen.size)
        self.faces.show_choice(style.face)
        self.photos.setChecked(settings.number("print.photos", 1) != 0)
        self.apart.setChecked(settings.number("print.apart", 1) != 0)
        self.pairs.setChecked(settings.number("print.pairs", 0) != 0)

    def offer(self, several: bool, pairs: bool) -> None:
        """Offer what makes a difference: to `several` items, to such as have a counterpart."""
        self.apart.setVisible(several)
        self.pairs.setVisible(pairs)

    @property
    def choices(self) -> PrintChoices:
        """What is chosen now."""
        return replace(
            self._chosen,
            photos=self.photos.isChecked(),
            apart=self.apart.isChecked(),
            script=self._look.script,
        )

    def _take(self, name: str, value: str | int) -> None:
        self._settings.put(f"print.{name}", value)
        if name == "face":
            style = self._chosen.style.with_choice("face", str(value))
            self._chosen = replace(self._chosen, style=style)
        elif name == "paper":
            self._chosen = replace(self._chosen, paper=str(value))
        elif name == "size":
            self._chosen = replace(self._chosen, size=str(value))
        self.changed.emit()

    def retranslate(self) -> None:
        """Write every word anew."""
        catalog = self._look.catalog
        text = catalog.text
        self.setAccessibleName(text("What to print"))
        self.paper.setAccessibleName(text("Paper"))
        self.paper.setItemText(self.paper.findData(_LETTER), text("US Letter"))
        self.sizes.write(text("Text size"), sizes(catalog))
        self.faces.write(text("Face"), faces(catalog))
        self.photos.setText(text("Photos"))
        self.apart.setText(text("Each item on a new page"))
        self.pairs.setText(text("Beside the counterpart"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
