"""The search pane: box, count, sort, chips, years, hits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.archive import Archive
from desktop_app.errors import BeilinError
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.facet_bar import FacetBar
from desktop_app.gui.search_pane.filters import Filters
from desktop_app.gui.search_pane.hit_delegate import Thumbnails
from desktop_app.gui.search_pane.hit_model import HitModel
from desktop_app.gui.search_pane.hit_view import HitView
from desktop_app.gui.search_pane.meant import Meant
from desktop_app.gui.search_pane.notice import Notice
from desktop_app.gui.search_pane.problem_line import ProblemLine
from desktop_app.gui.search_pane.query_box import QueryBox
from desktop_app.gui.search_pane.query_runner import Answer, QueryRunner
from desktop_app.gui.search_pane.suggestions import Suggestions
from desktop_app.gui.search_pane.warm_up import WarmUp
from desktop_app.gui.search_pane.year_histogram import YearHistogram
from desktop_app.search.engine import Matches, Sort
from desktop_app.search.highlight import Highlighter
from desktop_app.search.query import parse


class SearchPane(QWidget):
    """The left pane. `hit_chosen` carries the `Hit` of the row that was chosen."""

    hit_chosen = Signal(object)
    results_shown = Signal(object)  # Matches
    import_wanted = Signal()

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        """Search on `pool`."""
        super().__init__(parent)
        self._look = look
        self._archive: Archive | None = None
        self._filters = Filters()
        self._shown: tuple[str, Matches] | None = None
        self._error: Exception | None = None
        self.setObjectName("searchPane")
        self.runner = QueryRunner(pool, self)
        self.model = HitModel(look, pool, self)
        self.box = QueryBox(look, self)
        self.problems = ProblemLine(look, self)
        self.suggestions = Suggestions(look, self.box, pool)
        self.count = QLabel(self)
        self.sort = QComboBox(self)
        self.facets = FacetBar(look, self)
        self.years = YearHistogram(look, self)
        self.hits = HitView(look, self.model, thumbnails, self)
        self.notice = Notice(self)
        self.meant = Meant(look, self.notice, pool)
        self.warm_up = WarmUp(pool, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.count.setObjectName("hitCount")
        self.sort.setObjectName("sortOrder")
        for sort in Sort:
            self.sort.addItem("", sort)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.sort)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 4)
        top.setSpacing(8)
        for part in (self.box, self.facets, self.years):
            top.addWidget(part)
        top.insertWidget(1, self.problems)
        top.insertLayout(2, line)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.hits)
        self._stack.addWidget(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.box.textChanged.connect(lambda _text: self.search())
        self.box.leave_downwards.connect(self._into_hits)
        self.sort.currentIndexChanged.connect(lambda _row: self.search())
        self.facets.toggled.connect(self._toggle)
        self.years.year_chosen.connect(lambda year: self._toggle("year", year))
        self.hits.hit_chosen.connect(self.hit_chosen)
        self.hits.hit_chosen.connect(lambda _hit: self.box.remember())
        self.notice.button_clicked.connect(self._help_out)
        self.notice.offer_chosen.connect(self.box.setText)
        self.runner.found.connect(self._show)
        self.runner.failed.connect(self._fail)

    def set_archive(self, archive: Archive | None) -> None:
        """Search in `archive` from now on, with an empty box."""
        self._archive, self._filters, self._shown = archive, Filters(), None
        self.runner.set_archive(archive)
        self.warm_up.set_archive(archive)
        self.suggestions.set_archive(archive)
        self.model.show_matches(archive, None)
        self.hits.delegate.photos = archive.photos.folder if archive else None
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        self.search()

    def stop(self) -> None:
        """Before the archive is closed: search no more."""
        self.runner.stop()
        self.meant.stop()
        self.warm_up.set_archive(None)

    @property
    def archive(self) -> Archive | None:
        """The archive that is searched."""
        return self._archive

    def highlighter(self) -> Highlighter | None:
        """What marks the matches of the hits shown."""
        return Highlighter.of(self._shown[1].query) if self._shown else None

    @property
    def query(self) -> str:
        """The whole query, filters included."""
        return self._filters.query(self.box.text())

    @property
    def matches(self) -> Matches | None:
        """The hits shown; None where nothing was searched for."""
        return self._shown[1] if self._shown and self.query.strip() else None

    @property
    def busy(self) -> bool:
        """Whether a search or the reading of hits is under way."""
        return self.runner.busy or self.model.busy

    def search(self) -> None:
        """Search for what stands in the box."""
        self.meant.stop()
        self.warm_up.make_way()
        self.runner.ask(self.query, Sort(self.sort.currentData()))

    def step(self, by: int) -> None:
        """Choose the next hit, or an earlier one."""
        self.hits.choose_row(max(self.hits.current_row() + by, 0))

    def _into_hits(self) -> None:
        if self.hits.current_row() < 0:
            self.hits.choose_row(0)
        self.hits.setFocus()

    def _toggle(self, facet: str, value: str) -> None:
        self._filters = self._filters.toggled(facet, value)
        self.search()

    def _show(self, query: str, answer: Answer) -> None:
        matches = answer.matches
        self._shown, self._error = (query, matches), None
        self.model.show_matches(self._archive, matches, answer.first_hits)
        self.hits.scrollToTop()
        self._describe()
        self.results_shown.emit(matches)
        self.warm_up.begin()

    def _fail(self, error: Exception) -> None:
        self._shown, self._error = None, error
        self.model.show_matches(self._archive, None)
        self._describe()

    def _help_out(self) -> None:
        """What the notice's button does: free the filters, or import."""
        if self._filters:
            self._filters = Filters()
            self.search()
        elif self.box.text():
            self.box.clear()
        else:
            self.import_wanted.emit()

    def _describe(self) -> None:
        """Write count, chips, years and notice for what is shown."""
        catalog = self._look.catalog
        facets = self._shown[1].facets if self._shown else {}
        self.facets.show_counts(facets, self._filters)
        self.years.show_counts(facets.get("year", {}), self._filters.year)
        total = len(self._shown[1].numbers) if self._shown else 0
        self._stack.setCurrentWidget(self.hits if total else self.notice)
        self.count.setText("")
        if self._shown:
            counted = catalog.plural("{count} item", "{count} items", total)
            took = catalog.number(max(1, round(self._shown[1].took_ms)))
            self.count.setText(catalog.text("{items} · {time} ms", items=counted, time=took))
        self._name_problems()
        if not total:
            self.notice.say(*self._no_hits())
            self.meant.ask(self._archive, "" if self._error else self.box.text())

    def _name_problems(self) -> None:
        """Mark what of the query has no meaning, and say why."""
        query = self.box.text()
        problems = parse(query).problems
        why = self.problems.say(query, problems)
        self.box.mark(tuple((problem.start, problem.end) for problem in problems), why)

    def _no_hits(self) -> tuple[str, str, str]:
        """Heading, explanation and button of the notice."""
        catalog = self._look.catalog
        if isinstance(self._error, BeilinError):
            return catalog.text("The search failed"), catalog.message(self._error.text), ""
        if self._error is not None:
            return catalog.text("The search failed"), str(self._error), ""
        if self._filters:
            text = catalog.text("No item matches all of this within the chosen filters.")
            return catalog.text("Nothing found"), text, catalog.text("Remove filters")
        if self.box.text().strip():
            text = catalog.text(
                "Every word must be in an item. Leave one out, join words with OR, "
                "or put “quotation marks” around a phrase."
            )
            return catalog.text("Nothing found"), text, catalog.text("Clear the search")
        text = catalog.text("Drop saved pages, text files or a folder here to import them.")
        return catalog.text("This archive is empty"), text, catalog.text("Import files…")

    def retranslate(self) -> None:
        """Write every word anew; what is shown and chosen stays."""
        catalog = self._look.catalog
        names = {
            Sort.RELEVANCE: catalog.text("Best match first"),
            Sort.NEWEST: catalog.text("Newest first"),
            Sort.OLDEST: catalog.text("Oldest first"),
        }
        for row, sort in enumerate(Sort):
            self.sort.setItemText(row, names[sort])
        self.sort.setAccessibleName(catalog.text("Order of the hits"))
        self.count.setAccessibleName(catalog.text("Number of hits"))
        self.hits.setAccessibleName(catalog.text("Hits"))
        if self._shown or self._error:
            self._describe()
        self.hits.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
