"""The view that compares: what one side says and the other does not, with examples."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from desktop_app.errors import BeilinError
from desktop_app.gui.asking import asked
from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.tasks import Task
from desktop_app.gui.views.comparison.side_bar import SideBar
from desktop_app.gui.views.comparison.sides import Kind, of_word, side_query
from desktop_app.gui.views.comparison.words_panel import WordsPanel
from desktop_app.gui.views.concordance.line_model import LineModel
from desktop_app.gui.views.concordance.line_view import LineView
from desktop_app.gui.views.concordance.wait_line import WaitLine
from desktop_app.gui.views.explanation import Explanation
from desktop_app.search.bilingual.expanding import Off
from desktop_app.speeches.concordance import Concordance, Line
from desktop_app.speeches.contrast import Comparison
from desktop_app.together import Searched


class ComparisonPage(QWidget):
    """Two tables of words; choosing one shows its places below."""

    shows_several = True  # archives together
    place_wanted = Signal(str, int, int)
    query_wanted = Signal(str)
    person_wanted = Signal(str)

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Work on `pool`."""
        super().__init__(parent)
        self._look = look
        self._newest, self._examples = Newest(pool, self), Newest(pool, self)
        self._archive: Searched | None = None
        self._off: Off | None = None
        self._within = ""
        self._found: Comparison | None = None
        self._error: Exception | None = None
        self._chosen: tuple[int, str] | None = None  # side and word
        self.setObjectName("comparisonPage")
        self.sides = SideBar(look, pool, self)
        self.only, self.count = QCheckBox(self), QLabel(self)
        self.panels = (WordsPanel(look, "First", self), WordsPanel(look, "Second", self))
        self.model = LineModel(look, pool, self)
        self.lines = LineView(look, self.model, self)
        self.told, self.nothing = QLabel(self), Explanation(self)
        self.nothing.clicked.connect(self._compare)
        self.wait = WaitLine(look, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.count.setObjectName("hitCount")
        self.only.setObjectName("comparisonOnly")
        self.told.setObjectName("comparisonTold")
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.only)
        beside = QSplitter(Qt.Orientation.Horizontal, self)
        for panel in self.panels:
            beside.addWidget(panel)
        below = QWidget(self)
        lines = QVBoxLayout(below)
        lines.setContentsMargins(0, 6, 0, 0)
        lines.addWidget(self.told)
        lines.addWidget(self.lines, 1)
        self._whole = QSplitter(Qt.Orientation.Vertical, self)
        self._whole.addWidget(beside)
        self._whole.addWidget(below)
        self._whole.setSizes([360, 220])
        for splitter, name in ((beside, "comparisonBeside"), (self._whole, "comparisonWhole")):
            splitter.setObjectName(name)
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 6)
        layout.addWidget(self.sides)
        layout.addLayout(line)
        layout.addWidget(self._whole, 1)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.wait)

    def _connect(self) -> None:
        self.sides.changed.connect(self._compare)
        self.wait.cancelled.connect(lambda: self._show(None))
        self.lines.line_wanted.connect(self._open)
        self.lines.speaker_wanted.connect(self.person_wanted)
        for side, panel in enumerate(self.panels):
            self.only.toggled.connect(panel.set_only)
            panel.word_chosen.connect(lambda word, side=side: self._show_places(side, word))

    # -- what a view is to the window

    @property
    def busy(self) -> bool:
        """Whether words are being compared, or their places read."""
        at_work = (self._newest, self._examples, self.sides, self.model)
        return any(each.busy for each in at_work)

    def set_archive(self, archive: Searched | None) -> None:
        """Compare in `archive`."""
        self.stop()
        self._archive = archive
        self.sides.set_archive(archive)
        self._show(None)

    def set_both(self, off: Off | None) -> None:
        """Mean every query in both languages without `off`; in one where that is None."""
        if off != self._off:
            self._off = off
            self._compare()

    def show_query(self, query: str) -> None:
        """Compare only what the search box finds, save where the sides are searches."""
        if query != self._within:
            self._within = query
            if self.sides.chosen is not Kind.SEARCHES:
                self._compare()

    def renew_names(self) -> None:
        """Speakers are called otherwise now: offer their new names, and compare anew."""
        self.sides.renew()
        self._compare()

    def stop(self) -> None:
        """Work no more."""
        for each in (self._newest, self._examples, self.sides, self.model):
            each.stop()
        self.wait.end()

    # -- comparing

    def queries(self) -> tuple[str, str]:
        """What finds either side; "" where it has no entry."""
        kind, (first, second) = self.sides.chosen, self.sides.sides
        return (
            side_query(kind, first, self._within) if first else "",
            side_query(kind, second, self._within) if second else "",
        )

    def _compare(self) -> None:
        archive, (first, second), off = self._archive, self.queries(), self._off
        self._newest.stop()
        if archive is None or not first or not second:
            self._show(None)
            return

        def compare(task: Task) -> Comparison:
            own, other = (asked(archive, each, off) for each in (first, second))
            return archive.words.compare(own, other, task.cancelled)

        self._newest.run(compare, self._show, self._fail)
        self.wait.begin(lambda catalog: catalog.text("Comparing…"), self._newest.stop)

    def _show(self, found: Comparison | None) -> None:
        self.wait.end()
        self._found, self._error, self._chosen = found, None, None
        for panel, words in zip(
            self.panels, (found.first, found.second) if found else ((), ()), strict=True
        ):
            panel.forget()
            panel.show_words(words)
        self._examples.stop()
        self.model.show_lines(None)
        self._describe()

    def _fail(self, error: Exception) -> None:
        self._show(None)
        self._error = error
        self._describe()

    def _show_places(self, side: int, word: str) -> None:
        """Show the places of `word` on a side, 0 or 1; only one table has a chosen word."""
        archive = self._archive
        self.panels[1 - side].forget()
        self._chosen = (side, word)
        self._describe()
        if archive is None:
            return
        query, off = self.queries()[side], self._off

        def find(task: Task) -> Concordance:
            wanted = of_word(asked(archive, query, off), word)
            return archive.words.concordance(wanted, task.cancelled)

        self._examples.run(find, self.model.show_lines, self._fail)

    def _open(self, line: Line) -> None:
        self.place_wanted.emit(line.item, line.start, line.end)

    # -- words

    def _describe(self) -> None:
        catalog, found = self._look.catalog, self._found
        told = found is not None and any(found.sizes)
        self._whole.setVisible(told)
        self.only.setVisible(told)
        self.nothing.setVisible(not told)
        again = self._look.catalog.text("Try again") if self._error is not None else ""
        self.nothing.say(*self._why_nothing(), again)
        self.count.setText(self._sizes() if told else "")
        for panel, own, other in self._named_sides():
            panel.name(catalog.text("More in {own} than in {other}", own=own, other=other))
        self.told.setText(self._told_word())

    def _named_sides(self) -> list[tuple[WordsPanel, str, str]]:
        first, second = self.sides.sides
        return [(self.panels[0], first, second), (self.panels[1], second, first)]

    def _sizes(self) -> str:
        """How many words either side has, and what both are narrowed to."""
        catalog = self._look.catalog
        assert self._found is not None
        parts = [
            catalog.text(
                "{side}: {words}",
                side=side,
                words=catalog.plural("{count} word", "{count} words", size),
            )
            for side, size in zip(self.sides.sides, self._found.sizes, strict=True)
        ]
        if self._within and self.sides.chosen is not Kind.SEARCHES:
            parts.append(catalog.text("within “{query}”", query=self._within))
        if self._off is not None:
            parts.append(catalog.text("in both languages"))
        return " · ".join(parts)

    def _told_word(self) -> str:
        catalog = self._look.catalog
        if self._chosen is None:
            return catalog.text("Choose a word to see where it stands.")
        side, word = self._chosen
        return catalog.text("“{word}” in {side}", word=word, side=self.sides.sides[side])

    def _why_nothing(self) -> tuple[str, str]:
        catalog = self._look.catalog
        if isinstance(self._error, BeilinError):
            return catalog.text("The search failed"), catalog.message(self._error.text)
        if self._error is not None:
            return catalog.text("The search failed"), str(self._error)
        if self._found is not None:
            return catalog.text("Nothing found"), catalog.text("Neither side says anything.")
        return catalog.text("What one says and the other does not"), catalog.text(
            "Name two speakers, two periods or two searches above. The words that one uses more "
            "than the other by more than chance are listed for both, with the places they "
            "stand in. What is in the search box narrows both sides."
        )

    def retranslate(self) -> None:
        """Write every word anew."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Compare"))
        self.only.setText(text("Only what the other never says"))
        self.lines.setAccessibleName(text("Places of the word"))
        self.model.retranslate()
        self.lines.lay_columns()
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
