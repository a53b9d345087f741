"""Among which items a chart counts: by month or year, of a speaker, of a source."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QWidget

from desktop_app.gui.inner_names import name_box
from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.tasks import Task
from desktop_app.language.name_order import in_order
from desktop_app.search.figures import CHARTED, By
from desktop_app.together import Searched
from desktop_app.word_use import TrendFilter

_SHORT = 10  # letters for which a box has room at least
_SPEAKERS, _SOURCES = 300, 100  # offered, the most frequent first


class AmongBar(QWidget):
    """Three choices; speakers and sources are read from the archive."""

    changed = Signal()

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Count by month, among all."""
        super().__init__(parent)
        self._look = look
        self._newest = Newest(pool, self)
        self._archive: Searched | None = None
        self.setObjectName("trendAmong")
        self.by, self.speaker, self.source = QComboBox(self), QComboBox(self), QComboBox(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for box, name in ((self.by, "By"), (self.speaker, "Speaker"), (self.source, "Source")):
            box.setObjectName(f"trend{name}")
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            layout.addWidget(box)
            box.currentIndexChanged.connect(lambda _row: self.changed.emit())
        layout.addStretch(1)
        self._names: dict[QComboBox, list[str]] = {}
        for by in CHARTED:
            self.by.addItem("", by)
        self._offer(self.speaker, [])
        self._offer(self.source, [])
        self._make_searchable(self.speaker)
        self.retranslate()

    def _make_searchable(self, box: QComboBox) -> None:
        """Let a person type a part of a name."""
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(box.model(), box)
        box.setCompleter(completer)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    @property
    def period(self) -> By:
        """The length of a period."""
        return By(self.by.currentData())

    @property
    def filter(self) -> TrendFilter:
        """Whose items count."""
        return TrendFilter(self.speaker.currentData() or "", self.source.currentData() or "")

    def set_archive(self, archive: Searched | None) -> None:
        """Offer the speakers and sources of `archive`."""
        self._newest.stop()
        self._archive = archive
        self._offer(self.speaker, [])
        self._offer(self.source, [])
        self.renew()

    def renew(self) -> None:
        """Offer the speakers and sources as they are now; what is chosen stays where it can."""
        archive = self._archive
        if archive is not None:

            def read(task: Task) -> tuple[list[str], list[str]]:
                counts = archive.search("", cancelled=task.cancelled).facets.get("source", {})
                sources = sorted(counts, key=lambda name: (-counts[name], name))
                return [each.name for each in archive.speakers().all()[:_SPEAKERS]], sources

            self._newest.run(read, self._fill, lambda _error: None)

    def _fill(self, found: tuple[list[str], list[str]]) -> None:
        self._offer(self.speaker, found[0])
        self._offer(self.source, [name for name in found[1] if name][:_SOURCES])

    def _offer(self, box: QComboBox, names: list[str]) -> None:
        """Offer all, then `names` in the order of the language; what is chosen stays."""
        chosen = box.currentData()
        self._names[box] = names
        box.blockSignals(True)
        box.clear()
        box.addItem("", "")
        for name in in_order(names, self._look.collation):
            box.addItem(name, name)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(False)
        self.retranslate()

    @property
    def busy(self) -> bool:
        """Whether speakers and sources are being read."""
        return self._newest.busy

    def stop(self) -> None:
        """Read no more."""
        self._newest.stop()

    def retranslate(self) -> None:
        """Name every choice anew."""
        catalog = self._look.catalog
        names = {By.MONTH: catalog.text("By month"), By.YEAR: catalog.text("By year")}
        for row in range(self.by.count()):
            self.by.setItemText(row, names[By(self.by.itemData(row))])
        self.speaker.setItemText(0, catalog.text("All speakers"))
        self.source.setItemText(0, catalog.text("All sources"))
        for box in (self.by, self.speaker, self.source):
            box.setMinimumContentsLength(max(_SHORT, *map(len, self._own_words(box))))
        name_box(self.by, catalog.text("Length of a period"), catalog)
        name_box(self.speaker, catalog.text("Speaker"), catalog)
        name_box(self.source, catalog.text("Source"), catalog)

    def _own_words(self, box: QComboBox) -> list[str]:
        """The entries of `box` that are the interface's own and no names."""
        own = range(box.count()) if box is self.by else range(1)
        return [box.itemText(row) for row in own]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            for box in (self.speaker, self.source):
                self._offer(box, self._names[box])
        super().changeEvent(event)
