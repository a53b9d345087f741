"""Has a reader's decisions asked for, written off the GUI thread, and taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.tasks import Task
from desktop_app.gui.tell_box import Words
from desktop_app.gui.views.concordance.notices import error_text
from desktop_app.gui.views.speakers.change import Change, write
from desktop_app.gui.views.speakers.listed import Listed
from desktop_app.gui.views.speakers.rename import RenameDialog
from desktop_app.gui.views.speakers.same_person import SamePersonDialog
from desktop_app.speech_search.speakers import Speaker, Speakers
from desktop_app.speeches.decisions import merged, renamed, split
from desktop_app.speeches.people import Person
from desktop_app.together import Searched


class Decider(QObject):
    """One decision at a time. `told` carries what to say of it, in words of any language."""

    written = Signal(str)  # the name of the person to show now
    told = Signal()

    def __init__(self, look: Look, pool: QThreadPool, over: QWidget) -> None:
        """Ask over the widget `over`, write on `pool`."""
        super().__init__(over)
        self._look, self._pool, self._over = look, pool, over
        self._archive: Searched | None = None
        self._speakers: Speakers | None = None
        self._rows: list[Listed] = []
        self._task: Task | None = None
        self._back: Change | None = None
        self.words: Words | None = None

    @property
    def busy(self) -> bool:
        """Whether a decision is being written."""
        return self._task is not None

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back."""
        return self._back is not None and not self.busy

    def set_archive(self, archive: Searched | None) -> None:
        """Decide about the speakers of `archive`; an older decision is not taken back here."""
        self._archive, self._speakers, self._rows = archive, None, []
        self._say(None, None)

    def set_speakers(self, speakers: Speakers | None, rows: list[Listed]) -> None:
        """The speakers as they are now."""
        self._speakers, self._rows = speakers, rows

    def forget_told(self) -> None:
        """Say nothing any more: someone else is looked at."""
        if not self.busy:
            self._say(None, None)

    # -- what is decided

    def ask_same(self, speaker: Speaker) -> None:
        """Ask who is the same person as `speaker`."""
        if self._speakers is None:
            return
        dialog = SamePersonDialog(
            self._look, self._pool, speaker, self._speakers, self._rows, self._over
        )
        dialog.decided.connect(lambda other: self.merge(speaker, other))
        dialog.open()

    def ask_name(self, speaker: Speaker) -> None:
        """Ask what `speaker` is to be called."""
        speakers = self._speakers
        if speakers is None:
            return
        others = {
            name
            for each in speakers.persons
            if each.name != speaker.name
            for name in (each.name, *each.names)
        }
        dialog = RenameDialog(self._look, speaker, others.__contains__, self._over)
        dialog.decided.connect(lambda name: self.rename(speaker, name))
        dialog.open()

    def merge(self, one: Speaker, other: Speaker) -> None:
        """Both are one person, called as `other` is."""
        change = Change(merged(_person(one), _person(other)), (), other.name)
        self._decide(
            change,
            one.name,
            lambda catalog: catalog.text(
                "{name} and {other} are one person now.", name=one.name, other=other.name
            ),
        )

    def rename(self, speaker: Speaker, name: str) -> None:
        """`speaker` is called `name`."""
        self._decide(
            Change(renamed(_person(speaker), name), (), name),
            speaker.name,
            lambda catalog: catalog.text(
                "{name} is called {other} now.", name=speaker.name, other=name
            ),
        )

    def split(self, speaker: Speaker, name: str) -> None:
        """`name`, one of those of `speaker`, is somebody else's."""
        self._decide(
            Change(split(_person(speaker), name), (), name),
            speaker.name,
            lambda catalog: catalog.text(
                "{name} is a person of their own now, apart from the other names.", name=name
            ),
        )

    def forget(self, speaker: Speaker) -> None:
        """Leave the names of `speaker` to the rules again."""
        self._decide(
            Change({}, speaker.names, speaker.names[0]),
            speaker.name,
            lambda catalog: catalog.text("What was decided about these names is forgotten."),
        )

    def undo(self) -> None:
        """Take the last decision back."""
        if self._back is not None:
            self._write(self._back, None, lambda catalog: catalog.text("It is as it was before."))

    # -- writing

    def _decide(self, change: Change, shown: str, words: Words) -> None:
        if self._speakers is not None and (change.decided or change.forgotten):
            self._write(change, change.undone(self._speakers.decisions, shown), words)

    def _write(self, change: Change, back: Change | None, words: Words) -> None:
        archive = self._archive
        if archive is None or self.busy:
            return
        folders = archive.folders
        task = self._task = Task(lambda _task: write(folders, change), self)

        def done(_nothing: object) -> None:
            self._task = None
            if self._archive is archive:
                self._say(words, back)
                self.written.emit(change.person)

        def failed(error: Exception) -> None:
            self._task = None
            if self._archive is archive:
                self._say(lambda catalog: error_text(catalog, error), self._back)

        task.done.connect(done)
        task.failed.connect(failed)
        self._say(lambda catalog: catalog.text("Writing…"), self._back)
        task.start(self._pool)

    def _say(self, words: Words | None, back: Change | None) -> None:
        self.words, self._back = words, back
        self.told.emit()


def _person(speaker: Speaker) -> Person:
    return Person(speaker.name, speaker.names)
