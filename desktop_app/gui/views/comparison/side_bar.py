"""What is compared: a kind, and an entry for either side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QWidget

from desktop_app.gui.inner_names import name_box
from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.tasks import Task
from desktop_app.gui.views.comparison.sides import Kind
from desktop_app.language.name_order import in_order
from desktop_app.together import Searched

_OFFERED = 500  # speakers, the most quoted first


class SideBar(QWidget):
    """`changed` is told when a person has chosen a kind or finished an entry."""

    changed = Signal()

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Compare speakers, none chosen yet."""
        super().__init__(parent)
        self._look, self._newest = look, Newest(pool, self)
        self._archive: Searched | None = None
        self._offers: dict[Kind, list[str]] = {kind: [] for kind in Kind}
        self._told = ("", "", "")
        self.setObjectName("comparisonSides")
        self.kind = QComboBox(self)
        self.kind.setObjectName("comparisonKind")
        self._and = QLabel(self)
        self.entries = (self._entry("First"), self._entry("Second"))
        for kind in Kind:
            self.kind.addItem("", kind)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.kind)
        layout.addWidget(self.entries[0], 1)
        layout.addWidget(self._and)
        layout.addWidget(self.entries[1], 1)
        self.kind.currentIndexChanged.connect(self._change_kind)
        self.retranslate()

    def _entry(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"comparison{name}")
        box.setProperty("entry", True)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = QCompleter(box.model(), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        box.activated.connect(lambda _row: self._tell())
        edit = box.lineEdit()
        if edit is not None:
            edit.setObjectName(f"comparison{name}Entry")
            edit.editingFinished.connect(self._tell)
        return box

    @property
    def chosen(self) -> Kind:
        """What is compared."""
        return Kind(self.kind.currentData())

    @property
    def sides(self) -> tuple[str, str]:
        """The entries of both sides, as written."""
        return self.entries[0].currentText().strip(), self.entries[1].currentText().strip()

    def compare(self, kind: Kind, first: str, second: str) -> None:
        """Have these entries, as if a person had made them."""
        self.kind.setCurrentIndex(list(Kind).index(kind))
        for box, text in zip(self.entries, (first, second), strict=True):
            box.setEditText(text)
        self._tell()

    def set_archive(self, archive: Searched | None) -> None:
        """Offer the speakers and years of `archive`; nothing is chosen any more."""
        self._newest.stop()
        self._archive = archive
        self._offers = {kind: [] for kind in Kind}
        self._offer()
        self.renew()

    def renew(self) -> None:
        """Offer the speakers and years as they are now; what is written stays."""
        archive = self._archive
        if archive is not None:

            def read(task: Task) -> dict[Kind, list[str]]:
                years = archive.search("", cancelled=task.cancelled).facets.get("year", {})
                speakers = [each.name for each in archive.speakers().all()[:_OFFERED]]
                return {Kind.SPEAKERS: speakers, Kind.PERIODS: list(years), Kind.SEARCHES: []}

            self._newest.run(read, self._fill, lambda _error: None)

    def stop(self) -> None:
        """Read no more."""
        self._newest.stop()

    @property
    def busy(self) -> bool:
        """Whether speakers and years are being read."""
        return self._newest.busy

    def _fill(self, offers: dict[Kind, list[str]]) -> None:
        self._offers = offers
        self._offer(keep=True)

    def _offer(self, keep: bool = False) -> None:
        """Offer what there is of the chosen kind; `keep` what is written."""
        for box in self.entries:
            written = box.currentText() if keep else ""
            box.blockSignals(True)
            box.clear()
            box.addItems(self._in_order(self.chosen))
            box.setCurrentIndex(-1)
            box.setEditText(written)
            box.blockSignals(False)
        self._hint()

    def _in_order(self, kind: Kind) -> list[str]:
        """What is offered of `kind`: names as the language has them, years as they were."""
        names = kind is Kind.SPEAKERS
        offered = self._offers[kind]
        return in_order(offered, self._look.collation) if names else offered

    def _change_kind(self, _row: int) -> None:
        self._offer()
        self._tell()

    def _tell(self) -> None:
        now = (self.chosen.value, *self.sides)
        if now != self._told:
            self._told = now
            self.changed.emit()

    def _hint(self) -> None:
        text = self._look.catalog.text
        hints = {
            Kind.SPEAKERS: (text("One speaker"), text("Another speaker")),
            Kind.PERIODS: (
                text("A period, such as 2021"),
                text("Another, such as 2021-03..2021-06"),
            ),
            Kind.SEARCHES: (text("One search"), text("Another search")),
        }
        for box, hint in zip(self.entries, hints[self.chosen], strict=True):
            edit = box.lineEdit()
            if edit is not None:
                edit.setPlaceholderText(hint)
            name_box(box, hint, self._look.catalog)

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        names = {
            Kind.SPEAKERS: text("Two speakers"),
            Kind.PERIODS: text("Two periods"),
            Kind.SEARCHES: text("Two searches"),
        }
        for row, kind in enumerate(Kind):
            self.kind.setItemText(row, names[kind])
        name_box(self.kind, text("What is compared"), self._look.catalog)
        self._and.setText(text("and"))
        self._offer(keep=True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
