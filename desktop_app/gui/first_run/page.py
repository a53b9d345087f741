"""The first screen: open an archive, import files, or look at the sample."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.first_run.choice import Choice
from desktop_app.gui.icons import icon, program_icon
from desktop_app.gui.language_switch import LanguageSwitch
from desktop_app.gui.look import Look
from desktop_app.messages import Message, message

_WIDTH = 520  # pixels of the choices
_SIGN = 64  # pixels of the stele
_HEADING = 2.0  # of the interface's size
# Each does what the action of this name does.
_CHOICES: dict[str, tuple[str, Message, Message]] = {
    "open": (
        "open",
        message("Open an archive"),
        message("A folder whose name ends in .beilin, here or on a disc or stick."),
    ),
    "import_files": (
        "import",
        message("Import files"),
        message("Saved pages, documents, photos and web archives become an archive of your own."),
    ),
    "open_sample": (
        "book",
        message("Look at the sample"),
        message("A small archive in Chinese and English, to see what can be done."),
    ),
}


class FirstRunPage(QWidget):
    """`chosen` carries the name of the action that is wanted."""

    chosen = Signal(str)

    def __init__(self, look: Look, actions: ActionRegistry, other: str, parent: QWidget) -> None:
        """Offer the choices, and English or the language `other`."""
        super().__init__(parent)
        self._look, self._actions = look, actions
        self.setObjectName("firstRun")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.language_switch = LanguageSwitch(look, other, self)
        self.language_switch.setObjectName("firstRunLanguage")
        self.language_switch.setProperty("chip", True)
        self._sign, self._heading, self._text = (
            QLabel(self),
            QLabel("Beilin 碑林", self),
            QLabel(self),
        )
        self._heading.setObjectName("firstRunHeading")
        self._text.setObjectName("firstRunText")
        self.drop, self.drop_words = QFrame(self), QLabel(self)
        self.drop.setObjectName("firstRunDrop")
        self.drop_words.setObjectName("firstRunDropWords")
        self.choices = {
            name: Choice(name, drawing, self) for name, (drawing, _one, _other) in _CHOICES.items()
        }
        for name, choice in self.choices.items():
            choice.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
        self._lay_out()
        look.theme_changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def _lay_out(self) -> None:
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * _HEADING)
        self._heading.setFont(font)
        self._sign.setPixmap(program_icon().pixmap(_SIGN, _SIGN))
        for label in (self._sign, self._heading, self._text, self.drop_words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        inside = QVBoxLayout(self.drop)
        inside.addWidget(self.drop_words)
        whole, column = QWidget(self), QWidget(self)
        whole.setObjectName("firstRunWhole")
        column.setMaximumWidth(_WIDTH)
        parts = QVBoxLayout(column)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(10)
        for part in (self._sign, self._heading, self._text):
            parts.addWidget(part)
        parts.addSpacing(14)
        for choice in self.choices.values():
            parts.addWidget(choice)
        parts.addSpacing(4)
        parts.addWidget(self.drop)
        top, across = QHBoxLayout(), QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self.language_switch)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.addLayout(top)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)
        self._scroll_where_low(whole)
        self.setTabOrder(list(self.choices.values())[-1], self.language_switch)

    def _scroll_where_low(self, whole: QWidget) -> None:
        """At a scale of 200 % a small screen is too low for all of it."""
        scroller = QScrollArea(self)
        scroller.setObjectName("firstRunScroll")
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(whole)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroller)

    def begin(self) -> None:
        """Have the keys at the first choice."""
        next(iter(self.choices.values())).setFocus()

    def show_drop(self, over: bool) -> None:
        """Show that what is dragged over the window can be dropped, or no more."""
        self.drop.setProperty("over", over)
        self.drop.style().unpolish(self.drop)
        self.drop.style().polish(self.drop)

    def _draw(self) -> None:
        for choice in self.choices.values():
            choice.draw(self._look.theme)
        self.language_switch.setIcon(icon("language", self._look.theme))

    def retranslate(self) -> None:
        """Write every word anew."""
        catalog = self._look.catalog
        self._text.setText(catalog.text("A reading room for news archives in Chinese and English"))
        self.drop_words.setText(catalog.text("Or drop files, a folder or an archive here"))
        self.setAccessibleName(catalog.text("Welcome to Beilin"))
        for name, (_drawing, heading, text) in _CHOICES.items():
            keys = self._actions.keys(name)
            self.choices[name].say(catalog.message(heading), catalog.message(text), keys)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
