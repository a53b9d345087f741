"""All that is known of the photo chosen, each fact to be copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.photo_pane.fact_row import FactRow
from desktop_app.prints.facts import PhotoFile, photo_facts, read_file
from desktop_app.search.highlight import Highlighter
from desktop_app.sheets.sheet import SheetPhoto


class DetailsPanel(QScrollArea):
    """Shows one photo's facts. `item_wanted` says that its item is to be read."""

    item_wanted = Signal()

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget, leads: bool = True) -> None:
        """Read files on `pool`; `leads` where there is a way to the item."""
        super().__init__(parent)
        self._look, self._newest = look, Newest(pool, self)
        self._leads = leads
        self._photo: SheetPhoto | None = None
        self._file = PhotoFile()
        self._marked: Highlighter | None = None
        self._rows: list[FactRow] = []
        self.setObjectName("photoDetails")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = self._page = QWidget()
        page.setObjectName("photoDetailsPage")
        self.go = QPushButton(page)
        self.go.setObjectName("sheetGoToItem")
        self.go.clicked.connect(self.item_wanted)
        self._layout = QVBoxLayout(page)
        self._layout.setContentsMargins(14, 4, 8, 8)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addStretch(1)
        self.setWidget(page)
        look.theme_changed.connect(self._write)
        self.retranslate()

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._newest.busy

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What is shown."""
        return [(row.name.text(), row.value) for row in self._rows if not row.isHidden()]

    def show_photo(self, photo: SheetPhoto | None, marked: Highlighter | None = None) -> None:
        """Show the facts of `photo`, and what its file says as soon as that is read."""
        self._marked = marked
        if photo == self._photo:
            self._write()
            return
        self._photo, self._file = photo, PhotoFile()
        self._write()
        self.verticalScrollBar().setValue(0)
        if photo is None:
            self._newest.stop()
            return
        self._newest.run(lambda _task: read_file(photo), self._take, lambda _error: None)

    def stop(self) -> None:
        """Read no more."""
        self._newest.stop()

    def _take(self, file: PhotoFile) -> None:
        self._file = file
        self._write()

    def _write(self) -> None:
        catalog, photo = self._look.catalog, self._photo
        facts = photo_facts(catalog, photo, self._file) if photo else []
        if photo is not None and photo.path is None:
            facts.append((catalog.text("Photo"), catalog.text("The photo itself was not saved.")))
        while len(self._rows) < len(facts):
            self._rows.append(FactRow(self._look, self._page))
            self._layout.insertWidget(self._layout.count() - 1, self._rows[-1])
        caption = catalog.text("Caption")
        shown = [*facts, *[("", "")] * (len(self._rows) - len(facts))]
        for row, (name, value) in zip(self._rows, shown, strict=True):
            row.show_fact(name, value, self._marked if name == caption else None)
            row.setVisible(bool(name))
        self.go.setVisible(self._leads and photo is not None)

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setAccessibleName(text("About the photo"))
        self.go.setText(text("Go to the item"))
        self.go.setAccessibleName(text("Go to the item"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
