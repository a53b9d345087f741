"""Asks which speaker is the same person."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.views.speakers.listed import Listed
from desktop_app.gui.views.speakers.speaker_list import SpeakerList
from desktop_app.speech_search.speakers import Speaker, Speakers

_OK = QDialogButtonBox.StandardButton.Ok


class SamePersonDialog(QDialog):
    """Lists everyone but the one asked about; `decided` carries the `Speaker` chosen."""

    decided = Signal(object)

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        speaker: Speaker,
        speakers: Speakers,
        rows: list[Listed],
        parent: QWidget,
    ) -> None:
        """Ask about `speaker`, one of the `speakers`, who are listed as `rows`."""
        super().__init__(parent)
        self._look, self._speaker = look, speaker
        self._chosen = ""
        self.setObjectName("samePersonDialog")
        self.told, self.list = QLabel(self), SpeakerList(look, pool, self)
        self.told.setObjectName("samePersonTold")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(_OK | QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.told)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        self.resize(440, 520)
        others = [row for row in rows if row.speaker.name != speaker.name]
        self.list.show_speakers(speakers, others)
        self.list.person_chosen.connect(self._choose)
        self.list.filtered.connect(self._look_for_chosen)
        self.list.table.chosen.connect(lambda _row: self.accept())
        self.accepted.connect(self._decide)
        self.finished.connect(self.deleteLater)
        self.retranslate()

    def _choose(self, name: str) -> None:
        self._chosen = name
        self.retranslate()

    def _look_for_chosen(self) -> None:
        """Who is not in sight any more is not chosen."""
        if self._chosen not in [row.speaker.name for row in self.list.model.rows]:
            self.list.choose("")
            self._choose("")

    def _decide(self) -> None:
        chosen = [row.speaker for row in self.list.rows if row.speaker.name == self._chosen]
        if chosen:
            self.decided.emit(chosen[0])

    def retranslate(self) -> None:
        """Write every word anew; who is chosen stays."""
        text, name = self._look.catalog.text, self._speaker.name
        self.setWindowTitle(text("Same person"))
        self.setAccessibleName(text("Same person"))
        told = text("Choose who {name} is the same person as.", name=name)
        if self._chosen:
            told = text(
                "{name} and {other} will be one person, called {other}.",
                name=name,
                other=self._chosen,
            )
        self.told.setText(told)
        button = self.buttons.button(_OK)
        button.setText(text("The same person"))
        button.setEnabled(bool(self._chosen))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
