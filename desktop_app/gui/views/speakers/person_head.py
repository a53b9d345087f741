"""The head of a speaker's page: who it is, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.look import Look
from desktop_app.gui.views.speakers.tables import others, statements
from desktop_app.speech_search.speakers import Speaker


class PersonHead(QWidget):
    """Name, other names, figures; buttons that list, draw, and decide who is who."""

    list_wanted = Signal()
    trend_wanted = Signal()
    merge_wanted = Signal()
    rename_wanted = Signal()
    split_wanted = Signal(str)  # one of the names
    forget_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Tell of nobody yet."""
        super().__init__(parent)
        self._look = look
        self._speaker: Speaker | None = None
        self._decided = False
        self.setObjectName("personHead")
        self.name, self.also, self.figures = QLabel(self), QLabel(self), QLabel(self)
        self.list_button, self.trend_button = QPushButton(self), QPushButton(self)
        self.names_button, self.menu = QToolButton(self), QMenu(self)
        self.merge, self.rename = self.menu.addAction(""), self.menu.addAction("")
        self.split = QMenu(self.menu)
        self.menu.addMenu(self.split)
        self.forget = self.menu.addAction("")
        self.told, self.undo = QLabel(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for label, name in (
            (self.name, "personName"),
            (self.also, "personAlso"),
            (self.figures, "personFigures"),
            (self.told, "personTold"),
        ):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for button, name in (
            (self.list_button, "personList"),
            (self.trend_button, "personTrend"),
            (self.names_button, "personNames"),
            (self.undo, "personUndo"),
        ):
            button.setObjectName(name)
        self.menu.setObjectName("personMenu")
        self.split.setObjectName("personSplit")
        self.names_button.setMenu(self.menu)
        self.names_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.names_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons, told = QHBoxLayout(), QHBoxLayout()
        for button in (self.list_button, self.trend_button, self.names_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        told.addWidget(self.told, 1)
        told.addWidget(self.undo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label in (self.name, self.also, self.figures):
            layout.addWidget(label)
        layout.addLayout(buttons)
        layout.addLayout(told)
        self.say("")

    def _connect(self) -> None:
        self.list_button.clicked.connect(self.list_wanted)
        self.trend_button.clicked.connect(self.trend_wanted)
        self.merge.triggered.connect(self.merge_wanted)
        self.rename.triggered.connect(self.rename_wanted)
        self.forget.triggered.connect(self.forget_wanted)
        self.undo.clicked.connect(self.undo_wanted)

    def show_speaker(self, speaker: Speaker | None, decided: bool) -> None:
        """Tell of `speaker`, about whose names something was `decided` or not."""
        self._speaker, self._decided = speaker, decided
        self.split.clear()
        for name in speaker.names if speaker else ():
            action = self.split.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _on, name=name: self.split_wanted.emit(name))
        self._describe()

    def say(self, told: str, can_undo: bool = False) -> None:
        """Tell what was done, or why it was not; offer to undo it."""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.undo.setVisible(can_undo)

    def _describe(self) -> None:
        who, catalog = self._speaker, self._look.catalog
        self.name.setText(who.name if who else "")
        self.also.setText(others(catalog, who) if who else "")
        self.also.setVisible(bool(self.also.text()))
        parts = (
            (statements(catalog, who.statements), catalog.days(who.first, who.last)) if who else ()
        )
        self.figures.setText(" · ".join(part for part in parts if part))
        self.split.setEnabled(who is not None and len(who.names) > 1)
        self.forget.setEnabled(self._decided)
        for part in (self.list_button, self.trend_button, self.names_button):
            part.setEnabled(who is not None)

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Speaker"))
        for button, words, hint in (
            (self.list_button, text("List statements"), text("List all this person says")),
            (
                self.trend_button,
                text("Over time"),
                text("Draw in which share of the items this person speaks"),
            ),
            (
                self.names_button,
                text("Names"),
                text("Decide which names are this person's; it is kept through later imports"),
            ),
            (self.undo, text("Undo"), text("Take back what was just decided")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
            button.setToolTip(hint)
        self.menu.setAccessibleName(text("Names"))
        self.merge.setText(text("Same person as…"))
        self.rename.setText(text("Rename…"))
        self.split.setTitle(text("Someone else"))
        self.forget.setText(text("Forget decisions"))
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
