"""By what lines are sorted: up to three keys, each in the colour of its words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.views.concordance.line_model import Column
from desktop_app.speeches.line_order import BESIDE, KEYS

AS_READ = ""  # no key: the order of import
_LEVELS = 3
_OF_COLUMN = {
    Column.LEFT: "L1",
    Column.KEY: AS_READ,
    Column.RIGHT: "R1",
    Column.DATE: "date",
    Column.WHO: "speaker",
}


class SortBar(QWidget):
    """Three small boxes; the second and third are of use once the one before is."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start in the order of import."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("sortBar")
        self._label = QLabel(self)
        self._label.setObjectName("sortLabel")
        self._dots = [QLabel("●", self) for _ in range(_LEVELS)]
        self.boxes = [QComboBox(self) for _ in range(_LEVELS)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        layout.addSpacing(4)
        for level, (dot, box) in enumerate(zip(self._dots, self.boxes, strict=True)):
            dot.setObjectName(f"sortDot{level + 1}")
            box.setObjectName(f"sortKey{level + 1}")
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            for key in (AS_READ, *KEYS):
                box.addItem("", key)
            box.currentIndexChanged.connect(lambda _row: self._change())
            layout.addWidget(dot)
            layout.addWidget(box)
        look.theme_changed.connect(self._colour)
        self._offer()
        self.retranslate()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys chosen, the weightiest first, each once."""
        chosen: list[str] = []
        for box in self.boxes:
            key = box.currentData()
            if key == AS_READ:
                break
            chosen.append(key)
        return tuple(dict.fromkeys(chosen))

    def choose(self, *keys: str) -> None:
        """Sort by `keys`, by no others."""
        before = self.keys
        for level, box in enumerate(self.boxes):
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(keys[level] if level < len(keys) else AS_READ))
            box.blockSignals(False)
        self._offer()
        if self.keys != before:
            self.changed.emit()

    def choose_column(self, column: int) -> None:
        """Sort by what stands in `column` first, as its head was clicked."""
        key = _OF_COLUMN[Column(column)]
        self.choose(*([key] if key else []))

    def _change(self) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """Let keys be chosen from the first on."""
        usable = True
        for box, dot in zip(self.boxes, self._dots, strict=True):
            box.setVisible(usable)
            dot.setVisible(usable and box.currentData() in BESIDE)
            usable = usable and box.currentData() != AS_READ
        self._colour()

    def _colour(self) -> None:
        """Give each key the colour in which its words stand in the lines."""
        theme = self._look.theme
        for dot, colour in zip(self._dots, (theme.first, theme.second, theme.third), strict=True):
            dot.setStyleSheet(f"color: {colour};")

    def retranslate(self) -> None:
        """Write every word anew; what is chosen stays."""
        catalog = self._look.catalog
        text = catalog.text
        names = {
            "L1": text("1st to the left"), "L2": text("2nd to the left"),
            "L3": text("3rd to the left"), "R1": text("1st to the right"),
            "R2": text("2nd to the right"), "R3": text("3rd to the right"),
            "date": text("Date"), "speaker": text("Speaker"),
        }  # fmt: skip
        self._label.setText(text("Sort by"))
        heads = (text("Sort by"), text("then by"), text("and then by"))
        for level, box in enumerate(self.boxes):
            box.setItemText(0, text("Order of import") if level == 0 else text("nothing else"))
            for row, key in enumerate(KEYS, 1):
                box.setItemText(row, names[key])
            box.setAccessibleName(heads[level])
            box.setToolTip(heads[level])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
