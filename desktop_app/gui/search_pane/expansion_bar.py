"""The translations that are looked for too, as chips; a click leaves one out, or takes it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.look import Look
from desktop_app.language.rewriting import AS_PUBLISHED, rewritten, script_of
from desktop_app.search.bilingual.expanding import Expansion, Off

_MOST = 24  # chips; a query of more words is read, not clicked
_LONGEST = 24  # code points of a word or translation shown


class ExpansionBar(QWidget):
    """A row for the words of a query and, behind each, its translations.

    Chinese translations are shown in the script chosen for texts, or else in the interface's
    own; what is looked for is the same in either.
    """

    changed = Signal()  # what is left out

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._look = look
        self._off: set[tuple[str, str]] = set()
        self._shown: Sequence[Expansion] | None = None
        self._parts: list[QWidget] = []
        self.setObjectName("expansionBar")
        self._layout = FlowLayout(self, gap=5)
        look.script_changed.connect(self._name_chips)
        self.retranslate()
        self.hide()

    @property
    def off(self) -> Off:
        """The translations that are left out, each with its word."""
        return frozenset(self._off)

    @property
    def chips(self) -> list[QToolButton]:
        """The chips in their order."""
        return [part for part in self._parts if isinstance(part, QToolButton)]

    def forget(self) -> None:
        """Leave out nothing any more: the archive is another."""
        self._off.clear()
        self.show_expansions(None)

    def show_expansions(self, expansions: Sequence[Expansion] | None) -> None:
        """Show these; none at all for a query in one language, or that asks for nothing."""
        if expansions == self._shown:
            return
        known = [(each.word, each.all) for each in self._shown or ()]
        self._shown = expansions
        if expansions and known == [(each.word, each.all) for each in expansions]:
            self._check()  # the chip that was clicked must keep the focus
        else:
            self._arrange()
        self.setVisible(expansions is not None)

    def _check(self) -> None:
        for chip, (word, translation) in zip(self.chips, self._pairs(), strict=False):
            chip.setChecked((word, translation) not in self._off)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for expansion in self._shown or ():
            yield from ((expansion.word, each) for each in expansion.all)

    def _arrange(self) -> None:
        while self._layout.takeAt(0) is not None:
            pass
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = list(self._made())
        for part in self._parts:
            self._layout.addWidget(part)
            part.show()
        self.updateGeometry()

    def _made(self) -> Iterator[QWidget]:
        """A label for each word and its chips behind it; or that there is nothing."""
        word_before = None
        for word, translation in [*self._pairs()][:_MOST]:
            if word != word_before:
                yield self._label(f"{_shortened(word)} →")
                word_before = word
            yield self._chip(word, translation)
        if word_before is None and self._shown is not None:
            yield self._label(self._look.catalog.text("The archive has no translation of this."))

    def _label(self, words: str) -> QLabel:
        made = QLabel(words, self)
        made.setObjectName("expandedWord")
        made.setTextFormat(Qt.TextFormat.PlainText)
        return made

    def _chip(self, word: str, translation: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName(f"expansion:{word}:{translation}")
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.setChecked((word, translation) not in self._off)
        self._name(chip, word, translation)
        chip.toggled.connect(lambda on: _strike(chip, not on))
        _strike(chip, not chip.isChecked())
        chip.clicked.connect(lambda on: self._switch(word, translation, on))
        return chip

    def _name_chips(self) -> None:
        """Write the chips anew where they are: one of them may have the focus."""
        for chip, (word, translation) in zip(self.chips, self._pairs(), strict=False):
            self._name(chip, word, translation)

    def _name(self, chip: QToolButton, word: str, translation: str) -> None:
        text, script = self._look.catalog.text, self._look.script
        if script == AS_PUBLISHED:
            script = script_of(self._look.catalog.language)
        shown = rewritten(translation, script)
        chip.setText(_shortened(shown).replace("&", "&&"))
        chip.setAccessibleName(text("“{translation}” for “{word}”", translation=shown, word=word))
        chip.setToolTip(text("A click leaves this translation out, or takes it back"))

    def _switch(self, word: str, translation: str, on: bool) -> None:
        (self._off.discard if on else self._off.add)((word, translation))
        self.changed.emit()

    def retranslate(self) -> None:
        """Write every word anew."""
        self.setAccessibleName(self._look.catalog.text("Translations looked for too"))
        if self.chips:
            self._name_chips()
        else:
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _strike(chip: QToolButton, out: bool) -> None:
    """Strike the word through; a style sheet would do it for both states."""
    font = chip.font()
    font.setStrikeOut(out)
    chip.setFont(font)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
