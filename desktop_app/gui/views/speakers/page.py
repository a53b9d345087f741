"""The view of speakers: a list of all, and the page of the one chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.tasks import Task
from desktop_app.gui.views.concordance.notices import error_text
from desktop_app.gui.views.concordance.wait_line import WaitLine
from desktop_app.gui.views.explanation import Explanation
from desktop_app.gui.views.speakers.decider import Decider
from desktop_app.gui.views.speakers.listed import Listed, listed
from desktop_app.gui.views.speakers.person_page import PersonPage
from desktop_app.gui.views.speakers.speaker_list import SpeakerList
from desktop_app.speech_search.speakers import Speaker, Speakers
from desktop_app.together import Searched

_LIST, _PAGE = 340, 610  # pixels of both at first
_Read = tuple[Speakers, list[Listed]]


class SpeakersPage(QWidget):
    """A `ViewPage`. Speakers are read when the view comes into sight, and after decisions."""

    shows_several = True  # archives together
    place_wanted = Signal(str, int, int)
    query_wanted = Signal(str)
    person_wanted = Signal(str)
    statements_wanted = Signal(str)  # a query, whose statements are to be listed
    view_wanted = Signal(str, str)  # the name of another view, and a query for it
    names_decided = Signal()

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._look, self._newest = look, Newest(pool, self)
        self._archive: Searched | None = None
        self._speakers: Speakers | None = None
        self._error: Exception | None = None
        self._stale = True
        self._wanted = ""  # who is to be shown once the speakers are read
        self.setObjectName("speakersPage")
        self.list, self.person = SpeakerList(look, pool, self), PersonPage(look, pool, self)
        self.decider = Decider(look, pool, self)
        self.nothing, self.wait = Explanation(self), WaitLine(look, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._both = QSplitter(Qt.Orientation.Horizontal, self)
        self._both.setObjectName("speakersBoth")
        self._both.setChildrenCollapsible(False)
        self._both.setHandleWidth(1)
        for part, margins in ((self.list, (12, 10, 8, 6)), (self.person, (14, 10, 12, 6))):
            layout = part.layout()
            assert layout is not None
            layout.setContentsMargins(*margins)
            self._both.addWidget(part)
        self._both.setStretchFactor(1, 1)
        self._both.setSizes([_LIST, _PAGE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._both, self.nothing):
            layout.addWidget(widget, 1)
        layout.addWidget(self.wait)

    def _connect(self) -> None:
        self.list.person_chosen.connect(self._choose)
        self.nothing.clicked.connect(self._read)
        person, head, decider = self.person, self.person.head, self.decider
        person.place_wanted.connect(self.place_wanted)
        person.statements_wanted.connect(self.statements_wanted)
        person.view_wanted.connect(self.view_wanted)
        person.person_wanted.connect(self.show_person)
        head.merge_wanted.connect(lambda: self._with_speaker(decider.ask_same))
        head.rename_wanted.connect(lambda: self._with_speaker(decider.ask_name))
        head.forget_wanted.connect(lambda: self._with_speaker(decider.forget))
        head.split_wanted.connect(
            lambda name: self._with_speaker(lambda speaker: decider.split(speaker, name))
        )
        head.undo_wanted.connect(decider.undo)
        decider.told.connect(self._tell_decided)
        decider.written.connect(self._follow_decision)

    # -- what a view is to the window

    @property
    def busy(self) -> bool:
        """Whether speakers or a record are being read, or a decision written."""
        return any(each.busy for each in (self._newest, self.list, self.person, self.decider))

    def set_archive(self, archive: Searched | None) -> None:
        """Show the speakers of `archive`; after an import the one shown stays."""
        self.stop()
        if archive is not self._archive:
            self._wanted = ""
            self.list.box.clear()
            self.decider.set_archive(archive)
            self._show_nobody()
        else:
            self._wanted = self._wanted or self.person.name
        self._archive, self._stale = archive, True
        if self.isVisible():
            self._read()
        self._describe()

    def show_query(self, query: str) -> None:
        """The view has come into sight; it lists all speakers, whatever is searched for.

        So there is nothing to mean in both languages: names are not translated, and a page
        of a person tells of all they say, in either language.
        """
        if self._stale:
            self._read()

    def show_person(self, name: str) -> None:
        """Show the page of the person who has this name."""
        self._wanted = name
        if name != self.person.name:
            self.decider.forget_told()
        if self._speakers is not None and not self._stale and not self._newest.busy:
            self._show_wanted()

    def stop(self) -> None:
        """Work no more."""
        for each in (self._newest, self.list, self.person):
            each.stop()
        self.wait.end()

    def _choose(self, name: str) -> None:
        if name != self.person.name or not self.person.is_read:
            self.show_person(name)

    # -- reading

    def _read(self) -> None:
        archive = self._archive
        if archive is None:
            return
        self._stale = False

        def read(task: Task) -> _Read:
            speakers = archive.speakers()
            return speakers, listed(speakers, task.cancelled)

        self._newest.run(read, self._show, self._fail)
        self.wait.begin(lambda catalog: catalog.text("Reading who speaks…"), self._give_up)

    def _give_up(self) -> None:
        self._newest.stop()
        self._stale = True  # read when the view next comes into sight
        self._describe()

    def _show(self, read: _Read) -> None:
        self.wait.end()
        self._error = None
        self._speakers, rows = read
        self.list.show_speakers(*read)
        self.decider.set_speakers(*read)
        if rows:
            self._wanted = self._wanted or rows[0].speaker.name
            self._show_wanted()
        self._describe()

    def _fail(self, error: Exception) -> None:
        self._show_nobody()
        self._error, self._stale = error, True
        self._describe()

    def _show_nobody(self) -> None:
        self.wait.end()
        self._speakers = self._error = None
        self.list.show_speakers(None, [])
        self.decider.set_speakers(None, [])
        self.person.show_nobody()

    def _show_wanted(self) -> None:
        """Show the page of whom `_wanted` names, by any of their names."""
        name, self._wanted = self._wanted, ""
        assert self._archive is not None and self._speakers is not None
        called = self._speakers.called(name)
        name = called[0].name if called else name
        speakers = (row.speaker for row in self.list.rows)
        found = next((speaker for speaker in speakers if speaker.name == name), None)
        self.list.choose(name)
        self.person.show_person(self._archive, name, found)

    # -- deciding

    def _with_speaker(self, then: Callable[[Speaker], object]) -> None:
        record = self.person.record
        if record is not None:
            then(record.speaker)

    def _follow_decision(self, name: str) -> None:
        """Read the speakers again, as they are by now, and show the one it was about."""
        self._wanted = name
        self._read()
        self.names_decided.emit()

    def _tell_decided(self) -> None:
        words = self.decider.words
        told = words(self._look.catalog) if words else ""
        self.person.head.say(told, self.decider.can_undo)

    # -- words

    def _describe(self) -> None:
        there = bool(self.list.rows)
        self._both.setVisible(there)
        waiting = self._newest.busy and not there
        self.nothing.setVisible(not there)
        self.nothing.say(*(("", "") if waiting else self._why_nothing()), self._way_out())

    def _way_out(self) -> str:
        return self._look.catalog.text("Try again") if self._error is not None else ""

    def _why_nothing(self) -> tuple[str, str]:
        catalog = self._look.catalog
        if self._error is not None:
            return catalog.text("The speakers could not be read"), error_text(catalog, self._error)
        if self._archive is not None and self._speakers is not None:
            return catalog.text("Nobody speaks here"), catalog.text(
                "No item of this archive has a statement whose speaker is named."
            )
        return catalog.text("Who speaks in the archive"), catalog.text(
            "Everyone who is quoted or reported is listed here, each with a page: roles, "
            "statements a year, the words they use more than others, whom they speak about."
        )

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Speakers"))
        self._both.setAccessibleName(text("Speakers"))
        self._tell_decided()
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
