"""The concordance of what stands in the search box, and the collocates of its words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.notice import Notice
from desktop_app.gui.views.concordance import notices, queries
from desktop_app.gui.views.concordance.collocate_page import CollocatePage
from desktop_app.gui.views.concordance.line_finder import Found, LineFinder
from desktop_app.gui.views.concordance.line_model import LineModel
from desktop_app.gui.views.concordance.line_view import LineView
from desktop_app.gui.views.concordance.sort_bar import SortBar
from desktop_app.gui.views.concordance.takeaway import Takeaway
from desktop_app.gui.views.concordance.wait_line import WaitLine
from desktop_app.i18n.catalog import Catalog
from desktop_app.search.bilingual.expanding import Off
from desktop_app.speeches.concordance import Line
from desktop_app.together import Searched

Words = Callable[[Catalog], tuple[str, str]]


class ConcordanceView(QWidget):
    """A `ViewPage`: a page of lines and a page of collocates, of which one is in sight."""

    shows_several = True  # archives together
    place_wanted = Signal(str, int, int)
    query_wanted = Signal(str)
    person_wanted = Signal(str)

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._look = look
        self._archive: Searched | None = None
        self._query = ""
        self._off: Off | None = None
        # What is shown or under way.
        self._asked: tuple[str, Off | None, tuple[str, ...]] | None = None
        self._found: Found | None = None
        self._why: Words = notices.nothing_asked  # there are no lines
        self.setObjectName("concordanceView")
        self.finder = LineFinder(pool, self)
        self.model = LineModel(look, pool, self)
        self.lines = LineView(look, self.model, self)
        self.collocates = CollocatePage(look, pool, self)
        self.sort, self.notice = SortBar(look, self), Notice(self)
        self.count, self.save = QLabel(self), QPushButton(self)
        self.pages = {name: QToolButton(self) for name in ("lines", "collocates")}
        self.wait, self.takeaway_wait = WaitLine(look, self), WaitLine(look, self)
        self.takeaway = Takeaway(look, pool, self.takeaway_wait, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.count.setObjectName("hitCount")
        self.save.setObjectName("concordanceSave")
        self.notice.setObjectName("concordanceNotice")
        self.takeaway_wait.setObjectName("takeawayLine")
        group, top = QButtonGroup(self), QHBoxLayout()
        top.setContentsMargins(10, 8, 10, 4)
        top.setSpacing(6)
        for name, button in self.pages.items():
            button.setObjectName(f"concordancePage:{name}")
            button.setProperty("chip", True)
            button.setCheckable(True)
            group.addButton(button)
            top.addWidget(button)
        self.pages["lines"].setChecked(True)
        top.addSpacing(8)
        top.addWidget(self.count, 1)
        top.addWidget(self.save)
        below = QHBoxLayout()
        below.setContentsMargins(10, 0, 10, 4)
        below.addWidget(self.sort)
        below.addStretch(1)
        self._stack = QStackedWidget(self)
        for page in (self.lines, self.collocates, self.notice):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addLayout(below)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.wait)
        whole.addWidget(self.takeaway_wait)

    def _connect(self) -> None:
        self.finder.found.connect(self._show)
        self.finder.failed.connect(self._fail)
        self.sort.changed.connect(self._ask)
        self.lines.order_wanted.connect(self.sort.choose_column)
        self.lines.line_wanted.connect(self._follow)
        self.lines.speaker_wanted.connect(
            lambda name: self.query_wanted.emit(queries.by_speaker(self._query, name))
        )
        self.lines.copy_wanted.connect(self._copy)
        self.collocates.started.connect(self._count_collocates)
        self.collocates.shown.connect(self._describe)
        self.collocates.failed.connect(self._fail)
        self.collocates.word_wanted.connect(self._search_near)
        self.save.clicked.connect(self._save)
        self.notice.button_clicked.connect(self._ask_again)
        for button in self.pages.values():
            button.toggled.connect(lambda on: self._describe() if on else None)

    # -- what the window asks of a view

    @property
    def busy(self) -> bool:
        """Whether lines are found, read or written, or collocates counted."""
        parts = (self.finder, self.model, self.collocates, self.takeaway)
        return any(part.busy for part in parts)

    @property
    def took_ms(self) -> float:
        """What finding the lines, or putting them in another order, took."""
        return self._found.took_ms if self._found else 0.0

    def set_archive(self, archive: Searched | None) -> None:
        """Show `archive` from now on."""
        self.stop()
        self._archive, self._asked, self._found = archive, None, None
        self.finder.forget()
        self.collocates.set_archive(archive)
        self.model.show_lines(None)
        self._why = notices.nothing_asked
        self._describe()

    def set_both(self, off: Off | None) -> None:
        """Mean the next query in both languages without `off`; in one where that is None."""
        self._off = off
        self.collocates.set_both(off)

    def show_query(self, query: str) -> None:
        """Show the lines of `query`; those shown stay as they are where it is the same."""
        self._query = query.strip()
        self.collocates.show_query(self._query)
        self._ask()

    def stop(self) -> None:
        """Before the archive is closed: work no more."""
        self.finder.stop()
        self.collocates.stop()
        self.takeaway.stop()
        self.wait.end()
        self.model.stop()

    # -- lines

    def _ask(self) -> None:
        """Have the lines of the query found, or sorted, where they are not shown already."""
        wanted = (self._query, self._off, self.sort.keys)
        if self._archive is None or wanted == self._asked:
            return
        self._asked = wanted
        if not self._query:
            self.finder.stop()
            self._show_none(notices.nothing_asked)
            return
        self.finder.find(self._archive, *wanted)
        found = self._found
        sorting = found is not None and (found.query, found.off) == (self._query, self._off)
        self.wait.begin(_sorting if sorting else _finding, self._give_up)

    def _ask_again(self) -> None:
        """After what was stopped or failed."""
        self._asked = None
        self._ask()

    def _show(self, found: Found) -> None:
        self.wait.end()
        self._found = found
        self._why = notices.nothing_found
        self.model.show_lines(found.lines, found.by)
        self.lines.scrollToTop()
        self._describe()

    def _show_none(self, why: Words) -> None:
        self.wait.end()
        self._found, self._why = None, why
        self.model.show_lines(None)
        self._describe()

    def _give_up(self) -> None:
        self.finder.stop()
        self._show_none(notices.stopped)

    def _fail(self, error: Exception) -> None:
        self._show_none(lambda catalog: notices.failed(catalog, error))

    def _follow(self, line: Line) -> None:
        self.place_wanted.emit(line.item, line.start, line.end)

    def _copy(self, ranges: list[tuple[int, int]]) -> None:
        if self._found is not None and ranges:
            self.takeaway.copy(self._found.lines, ranges)

    # -- collocates

    @property
    def _on_collocates(self) -> bool:
        return self.pages["collocates"].isChecked()

    def _count_collocates(self) -> None:
        self.wait.begin(_counting, self._give_up_counting)

    def _give_up_counting(self) -> None:
        self.collocates.stop()
        self.pages["lines"].setChecked(True)

    def _search_near(self, word: str, span: int) -> None:
        self.pages["lines"].setChecked(True)
        self.query_wanted.emit(queries.near(self._query, word, span))

    def _save(self) -> None:
        if self._on_collocates:
            self.takeaway.save_collocates(self.collocates.model.rows)
        elif self._found is not None:
            self.takeaway.save_lines(self._found.lines)

    # -- words

    def _describe(self) -> None:
        """Show the page that is wanted, or why there is none, and how much there is."""
        catalog, lines = self._look.catalog, self.model.rowCount()
        if not self.finder.busy and not self.collocates.busy:
            self.wait.end()
        ended = self._why in (notices.nothing_asked, notices.nothing_found)
        again = "" if ended else catalog.text("Search again")
        self.notice.say(*self._why(catalog), again)
        page = self.collocates if self._on_collocates else self.lines
        self._stack.setCurrentWidget(page if lines else self.notice)
        self.sort.setVisible(not self._on_collocates)
        self.save.setEnabled(lines > 0)
        self.count.setText(self._counted(catalog))

    def _counted(self, catalog: Catalog) -> str:
        if self._found is None:
            return ""
        if self._on_collocates:
            return catalog.plural("{count} word", "{count} words", self.collocates.model.rowCount())
        return catalog.text(
            "{lines} · {items} · {time} ms",
            lines=catalog.plural("{count} line", "{count} lines", self.model.rowCount()),
            items=catalog.plural("{count} item", "{count} items", self._found.items),
            time=catalog.number(max(1, round(self.took_ms))),
        )

    def retranslate(self) -> None:
        """Write every word anew; what is shown and chosen stays."""
        text = self._look.catalog.text
        self.setAccessibleName(text("Concordance"))
        self.lines.setAccessibleName(text("Lines"))
        self.count.setAccessibleDescription(text("Number of lines"))
        names = {"lines": text("Lines"), "collocates": text("Collocates")}
        for name, button in self.pages.items():
            button.setText(names[name])
            button.setAccessibleName(names[name])
        self.save.setText(text("Save as CSV…"))
        self.save.setAccessibleName(text("Save as CSV…"))
        self.model.retranslate()
        self.lines.lay_columns()
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back from a place, go on from its line."""
        super().showEvent(event)
        if self.lines.current_line() is not None:
            self.lines.setFocus()


def _finding(catalog: Catalog) -> str:
    return catalog.text("Searching for lines…")


def _counting(catalog: Catalog) -> str:
    return catalog.text("Counting neighbours…")


def _sorting(catalog: Catalog) -> str:
    return catalog.text("Sorting the lines…")
