"""The list of all speakers, with a box that narrows it to a few."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QThreadPool, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.gui.inner_names import name_box
from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.tasks import Task
from desktop_app.gui.views.figure_table import FigureTable
from desktop_app.gui.views.speakers.listed import Listed, matching
from desktop_app.gui.views.speakers.tables import speaker_model
from desktop_app.speech_search.speakers import Speakers

STATEMENTS = 1  # the column by which they are sorted at first
_YEARS = 2  # the column of their years
_PADDED = 16  # pixels beside the years


class _FilterBox(QLineEdit):
    """Enter and Down lead on into the list, and press no button of a dialog."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of both keys; all others type."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            event.accept()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _SpeakerTable(FigureTable):
    """Leaves the names what the figures do not need."""

    spared = (_YEARS,)

    def needed_width(self, column: int) -> int:
        """Years need the room of two."""
        if column == _YEARS:
            return self.fontMetrics().horizontalAdvance("2000–2000") + _PADDED
        return super().needed_width(column)


class SpeakerList(QWidget):
    """`person_chosen` tells the name of the row that becomes current, or is chosen again."""

    person_chosen = Signal(str)
    filtered = Signal()

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """List nobody yet."""
        super().__init__(parent)
        self._look, self._newest = look, Newest(pool, self)
        self._speakers: Speakers | None = None
        self._all: list[Listed] = []
        self._name = ""  # the person whose row is to be current
        self._entering = False  # once what was typed has been looked for
        self.setObjectName("speakerList")
        self.box, self.count = _FilterBox(self), QLabel(self)
        self.box.setObjectName("speakerFilter")
        self.box.setClearButtonEnabled(True)
        self.count.setObjectName("hitCount")
        self.model, self.table = speaker_model(look, self), _SpeakerTable(self)
        self.table.setObjectName("speakerTable")
        self.table.show_model(self.model, STATEMENTS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.box, self.count):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        self.box.textChanged.connect(lambda _text: self._filter())
        self.box.left.connect(self._enter)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.clicked.connect(lambda index: self._tell(index.row()))
        self.table.chosen.connect(self._tell)
        self.retranslate()

    @property
    def busy(self) -> bool:
        """Whether names are being compared with what was typed."""
        return self._newest.busy

    @property
    def rows(self) -> list[Listed]:
        """Everyone, whatever is typed."""
        return self._all

    def show_speakers(self, speakers: Speakers | None, rows: list[Listed]) -> None:
        """List `rows`, who are the `speakers`."""
        self._speakers, self._all = speakers, rows
        self._filter()

    def choose(self, name: str) -> None:
        """Have the row of the person called `name` current, where there is one in sight."""
        self._name = name
        names = [row.speaker.name for row in self.model.rows]
        if name not in names:
            self.table.clearSelection()
            self.table.selectionModel().clearCurrentIndex()
        elif self.table.currentIndex().row() != names.index(name):
            index = self.model.index(names.index(name), 0)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def stop(self) -> None:
        """Compare no more."""
        self._newest.stop()

    def _filter(self) -> None:
        speakers, rows, text = self._speakers, self._all, self.box.text()
        if speakers is None or not text.strip():
            self._newest.stop()
            self._show(rows)
            return

        def find(_task: Task) -> list[Listed]:
            return matching(rows, speakers, text)

        self._newest.run(find, self._show, lambda _error: self._show([]))

    def _show(self, rows: list[Listed]) -> None:
        self.model.show_rows(rows)
        self._describe()
        self.choose(self._name)
        self.filtered.emit()
        if self._entering:
            self._enter()

    def _enter(self) -> None:
        """From the box to the first who is left, by what stands there now."""
        self._entering = self.busy
        if self.model.rows and not self._entering:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus()

    def _choose(self, current: QModelIndex, _former: QModelIndex) -> None:
        if current.isValid():
            name = self.model.rows[current.row()].speaker.name
            if name != self._name:
                self._tell(current.row())

    def _tell(self, row: int) -> None:
        """A person chose the row, perhaps again."""
        if 0 <= row < len(self.model.rows):
            self._name = self.model.rows[row].speaker.name
            self.person_chosen.emit(self._name)

    def _describe(self) -> None:
        catalog = self._look.catalog
        total = catalog.plural("{count} speaker", "{count} speakers", len(self._all))
        shown = len(self.model.rows)
        if shown != len(self._all):
            total = catalog.text("{shown} of {total}", shown=catalog.number(shown), total=total)
        self.count.setText(total)

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.box.setPlaceholderText(text("Any part of a name, or pinyin"))
        name_box(self.box, text("Find a speaker"), self._look.catalog)
        self.count.setAccessibleDescription(text("Number of speakers"))
        self.table.setAccessibleName(text("Speakers"))
        self.model.retranslate()
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
