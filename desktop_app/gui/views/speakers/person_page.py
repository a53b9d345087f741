"""A speaker's page: roles over time, statements a year, words, people, photos."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.tasks import Task
from desktop_app.gui.tell_box import Words
from desktop_app.gui.views.concordance.notices import error_text
from desktop_app.gui.views.concordance.wait_line import WaitLine
from desktop_app.gui.views.figure_table import FigureTable
from desktop_app.gui.views.speakers import queries
from desktop_app.gui.views.speakers.person_head import PersonHead
from desktop_app.gui.views.speakers.photo_strip import PhotoStrip
from desktop_app.gui.views.speakers.role_table import RoleTable
from desktop_app.gui.views.speakers.statement_years import StatementYears
from desktop_app.gui.views.speakers.tables import people_model, word_model
from desktop_app.i18n.catalog import Catalog
from desktop_app.speaker_record import SpeakerRecord
from desktop_app.speech_search.speakers import Speaker
from desktop_app.together import Searched

_STRENGTH, _TIMES = 4, 1  # the columns by which words and people are sorted at first
_PARTS = ("years", "roles", "words", "people", "photos")
_WORDS, _PEOPLE = 10, 6  # rows in sight: of words where the window is low, of people at most


class PersonPage(QWidget):
    """Reads the record of one speaker at a time; the head is there before it."""

    place_wanted = Signal(str, int, int)
    statements_wanted = Signal(str)  # a query
    view_wanted = Signal(str, str)  # the name of a view, and a query
    person_wanted = Signal(str)

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Work on `pool`."""
        super().__init__(parent)
        self._look, self._newest = look, Newest(pool, self)
        self._name = ""
        self._archive: Searched | None = None
        self.record: SpeakerRecord | None = None
        self._why: Words | None = None  # there is no more than the head
        self.setObjectName("personPage")
        self.head, self.wait = PersonHead(look, self), WaitLine(look, self)
        self.years, self.roles = StatementYears(look, self), RoleTable(look, self)
        self.word_rows, self.people_rows = word_model(look, self), people_model(look, self)
        self.words, self.people = FigureTable(self), FigureTable(self)
        self.photos = PhotoStrip(look, pool, self)
        self.failure = QLabel(self)
        self._headings = {name: QLabel(self) for name in _PARTS}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._set_up(self.words, "speakerWords", self.word_rows, _STRENGTH)
        self.words.spared = (3, 2)  # shares, which tips tell too
        self._set_up(self.people, "speakerPeople", self.people_rows, _TIMES)
        self.failure.setObjectName("problemLine")
        self.failure.setWordWrap(True)
        for name, heading in self._headings.items():
            heading.setObjectName(f"personHeading:{name}")
            heading.setProperty("section", True)
        body = QWidget(self)
        body.setObjectName("personBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        self._add(column, "years", self.years)
        self._add(column, "roles", self.roles)
        self._add(column, "words", self.words, 100)
        self._add(column, "people", self.people)
        self._add(column, "photos", self.photos)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("personScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self._scroll = scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.head)
        layout.addWidget(self.failure)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.wait)

    def _add(self, column: QVBoxLayout, name: str, part: QWidget, stretch: int = 0) -> None:
        """Put `part` under its heading."""
        column.addWidget(self._headings[name])
        column.addWidget(part, stretch)

    def _set_up(
        self, table: FigureTable, name: str, model: QAbstractItemModel, column: int
    ) -> None:
        table.setObjectName(name)
        table.show_model(model, column)
        table.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _connect(self) -> None:
        self.head.list_wanted.connect(self._list)
        self.head.trend_wanted.connect(
            lambda: self.view_wanted.emit("trend", queries.said_by(self._name))
        )
        self.years.year_chosen.connect(self._list)
        for table, choose in ((self.words, self._show_word), (self.people, self._show_person)):
            table.clicked.connect(lambda index, choose=choose: choose(index.row()))
            table.chosen.connect(choose)
        self.photos.place_wanted.connect(self.place_wanted)

    @property
    def busy(self) -> bool:
        """Whether the record is being read, or a thumbnail."""
        return self._newest.busy or self.photos.busy

    @property
    def is_read(self) -> bool:
        """Whether the page of `name` is here, or will be."""
        return self.record is not None or self._newest.busy

    @property
    def name(self) -> str:
        """Who is shown, or is about to be."""
        return self._name

    def show_person(self, archive: Searched, name: str, speaker: Speaker | None) -> None:
        """Show the person called `name`, with what of them is known by now."""
        self._archive, self._name = archive, name
        self._forget()
        self.head.show_speaker(speaker, decided=False)

        def read(task: Task) -> tuple[SpeakerRecord | None, bool]:
            record = archive.records.of(name, task.cancelled)
            decisions = archive.speakers().decisions
            names = record.speaker.names if record else ()
            return record, not decisions.keys().isdisjoint(names)

        self._newest.run(read, self._show, self._fail)
        self.wait.begin(lambda catalog: catalog.text("Reading what was said…"), self._give_up)

    def show_nobody(self) -> None:
        """Show no person."""
        self.stop()
        self._archive, self._name = None, ""
        self._forget()
        self.head.show_speaker(None, decided=False)

    def stop(self) -> None:
        """Read no more."""
        self._newest.stop()
        self.photos.stop()
        self.wait.end()

    # -- what is shown

    def _forget(self) -> None:
        self.record, self._why = None, None
        self._fill()
        self._scroll.verticalScrollBar().setValue(0)

    def _show(self, found: tuple[SpeakerRecord | None, bool]) -> None:
        self.wait.end()
        self.record, decided = found
        if self.record is not None:
            self.head.show_speaker(self.record.speaker, decided)
        else:
            name = self._name
            self._why = lambda catalog: catalog.text("{name} does not speak here.", name=name)
        self._fill()

    def _fail(self, error: Exception) -> None:
        self.wait.end()
        self._why = lambda catalog: error_text(catalog, error)
        self._fill()

    def _give_up(self) -> None:
        self._newest.stop()
        self._why = _stopped
        self._fill()

    def _fill(self) -> None:
        """Show what the record has; a part it has nothing for is not there."""
        record = self.record
        self.years.show_counts(dict(record.years) if record else {}, "")
        self.roles.show_roles(record.roles if record else ())
        self.word_rows.show_rows(record.words if record else ())
        self.people_rows.show_rows(record.people if record else ())
        words = self.word_rows.rowCount()
        self.words.setMinimumHeight(self.words.height_of(min(words, _WORDS)))
        self.words.setMaximumHeight(self.words.height_of(words))
        self.people.setFixedHeight(self.people.height_of(min(self.people_rows.rowCount(), _PEOPLE)))
        self.photos.show_photos(self._archive, record.photos if record else ())
        shown = {
            "years": (self.years.isVisibleTo(self), self.years),
            "roles": (bool(record and record.roles), self.roles),
            "words": (bool(record and record.words), self.words),
            "people": (bool(record and record.people), self.people),
            "photos": (bool(record and record.photos), self.photos),
        }
        for name, (there, part) in shown.items():
            part.setVisible(there)
            self._headings[name].setVisible(there)
        self._tell_failure()

    def _tell_failure(self) -> None:
        told = self._why(self._look.catalog) if self._why else ""
        self.failure.setVisible(bool(told))
        self.failure.setText(told)

    # -- where it leads

    def _list(self, year: str = "") -> None:
        self.statements_wanted.emit(queries.said_by(self._name, year))

    def _show_word(self, row: int) -> None:
        if 0 <= row < len(self.word_rows.rows):
            word = self.word_rows.rows[row].word
            self.view_wanted.emit("concordance", queries.word_by(self._name, word))

    def _show_person(self, row: int) -> None:
        if 0 <= row < len(self.people_rows.rows):
            self.person_wanted.emit(self.people_rows.rows[row][0])

    # -- words

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Speaker"))
        names = {
            "years": text("Statements a year"),
            "roles": text("Roles over time"),
            "words": text("Words used more than others use them"),
            "people": text("Speaks about"),
            "photos": text("Photos with this name in the caption"),
        }
        for name, heading in self._headings.items():
            heading.setText(names[name])
        self.roles.setAccessibleName(names["roles"])
        self.words.setAccessibleName(names["words"])
        self.people.setAccessibleName(names["people"])
        self.photos.grid.setAccessibleName(names["photos"])
        for model in (self.roles, self.word_rows, self.people_rows):
            model.retranslate()
        self._tell_failure()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _stopped(catalog: Catalog) -> str:
    return catalog.text("This page was not read to the end; choose the speaker again.")
