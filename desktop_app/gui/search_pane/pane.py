"""The search pane: box, what is listed and in which order, count, chips, years, rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.inner_names import name_box
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.answer import Answer, Lack
from desktop_app.gui.search_pane.asking import Asking
from desktop_app.gui.search_pane.both_languages import BothLanguagesButton
from desktop_app.gui.search_pane.count_line import CountLine
from desktop_app.gui.search_pane.date_brush import DateBrush
from desktop_app.gui.search_pane.expansion_bar import ExpansionBar
from desktop_app.gui.search_pane.facet_bar import FacetBar
from desktop_app.gui.search_pane.filters import Filters
from desktop_app.gui.search_pane.hit_list import ITEMS, SPEECHES, HitList
from desktop_app.gui.search_pane.item_list import ItemList
from desktop_app.gui.search_pane.list_switch import ListSwitch
from desktop_app.gui.search_pane.meant import Meant
from desktop_app.gui.search_pane.nothing_found import NothingFound, WayOut, failed, nothing_found
from desktop_app.gui.search_pane.notice import Notice
from desktop_app.gui.search_pane.paged_model import PagedModel
from desktop_app.gui.search_pane.problem_line import ProblemLine
from desktop_app.gui.search_pane.query_box import QueryBox
from desktop_app.gui.search_pane.query_runner import QueryRunner
from desktop_app.gui.search_pane.row_pen import Thumbnails
from desktop_app.gui.search_pane.row_view import RowView
from desktop_app.gui.search_pane.said_count import SaidCount
from desktop_app.gui.search_pane.small_room import SmallRoom
from desktop_app.gui.search_pane.sort_box import SortBox
from desktop_app.gui.search_pane.speaker_query import only_by
from desktop_app.gui.search_pane.speech_list import SpeechList
from desktop_app.gui.search_pane.suggestions import Suggestions
from desktop_app.gui.search_pane.warm_up import WarmUp
from desktop_app.language.rewriting import script_of
from desktop_app.search.bilingual.expanding import Off
from desktop_app.search.engine import Matches
from desktop_app.search.highlight import Highlighter
from desktop_app.speech_search.ranking import StatementSort
from desktop_app.together import Searched


class SearchPane(QWidget):
    """The left pane. Its `hit_chosen` carries the `Hit` of a row, `said_chosen` the `SaidHit`."""

    hit_chosen = Signal(object)
    said_chosen = Signal(object)
    results_shown = Signal(object)  # Matches: the items found, or those that the statements are in
    list_shown = Signal(str)  # the name of the list: items or speeches
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
        self._archive: Searched | None = None
        self._filters = Filters()
        self._shown: Answer | None = None
        self._error: Exception | None = None
        self._nothing: NothingFound | None = None
        self._collation = look.collation  # of what is shown
        self._said = 0  # statements found, while items are listed
        self.setObjectName("searchPane")
        self.runner = QueryRunner(pool, self)
        self.box = QueryBox(look, self)
        self.both = BothLanguagesButton(look, self)
        self.problems = ProblemLine(look, self)
        self.expansions = ExpansionBar(look, self)
        self.suggestions = Suggestions(look, self.box, pool)
        self.switch = ListSwitch(look, self)
        self.sort = SortBox(self)
        self.facets = FacetBar(look, self)
        self.dates = DateBrush(look, self)
        self.count_line = CountLine(self)
        self.count = self.count_line.label
        self.items = ItemList(look, pool, thumbnails, self)
        self.speeches = SpeechList(look, pool, thumbnails, self)
        self._lists: dict[str, HitList] = {ITEMS: self.items, SPEECHES: self.speeches}
        self._list: HitList = self.items
        self.notice = Notice(self)
        self.meant = Meant(look, self.notice, pool)
        self.said_count = SaidCount(pool, self)
        self.warm_up = WarmUp(pool, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        asking, line = QHBoxLayout(), FlowLayout(last_right=True)
        asking.setSpacing(6)
        asking.addWidget(self.box, 1)
        asking.addWidget(self.both)
        line.addWidget(self.switch)
        line.addWidget(self.sort)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 4)
        top.setSpacing(8)
        top.addLayout(asking)
        for part in (self.problems, self.expansions, self.facets, self.dates, self.count_line):
            top.addWidget(part)
        top.insertLayout(3, line)
        self._stack = QStackedWidget(self)
        for listed in self._lists.values():
            self._stack.addWidget(listed.view)
        self._stack.addWidget(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
        self.sort.offer(self._list)
        SmallRoom(self, asking, self.dates.bars)

    def _connect(self) -> None:
        self.box.textChanged.connect(lambda _text: self.search())
        self.both.toggled.connect(lambda _on: self.search())
        self.expansions.changed.connect(self.search)
        self.box.leave_downwards.connect(self._into_hits)
        self.switch.chosen.connect(self.show_list)
        self.sort.chosen.connect(self.search)
        self.count_line.other_wanted.connect(lambda: self.show_list(SPEECHES))
        self.facets.toggled.connect(self._toggle)
        self.dates.chosen.connect(self._choose_dates)
        self.items.view.row_chosen.connect(self.hit_chosen)
        self.speeches.view.row_chosen.connect(self.said_chosen)
        for chosen in (self.hit_chosen, self.said_chosen):
            chosen.connect(lambda _row: self.box.remember())
        self.speeches.menu.speaker_wanted.connect(
            lambda name: self.box.setText(only_by(name, self.box.text()))
        )
        self.notice.button_clicked.connect(self._help_out)
        self.notice.offer_chosen.connect(self.box.setText)
        self.said_count.counted.connect(self._offer_speeches)
        self.runner.found.connect(self._show)
        self.runner.failed.connect(self._fail)

    def set_archive(self, archive: Searched | None) -> None:
        """Search in `archive` from now on, with an empty box."""
        self.forget()
        self.change_archive(archive)

    def forget(self) -> None:
        """Empty the box and free all filters: what is searched next is another archive."""
        self._filters = Filters()
        self.expansions.forget()
        self.box.empty()

    def change_archive(self, archive: Searched | None) -> None:
        """Search in `archive` for what stands in the box."""
        self._archive, self._shown = archive, None
        self.runner.set_archive(archive)
        self.warm_up.set_archive(archive)
        self.suggestions.set_archive(archive)
        for listed in self._lists.values():
            listed.set_archive(archive)
        self.search()

    def stop(self) -> None:
        """Before the archive is closed: search no more."""
        self.runner.stop()
        self.meant.stop()
        self.said_count.stop()
        self.warm_up.set_archive(None)

    @property
    def archive(self) -> Searched | None:
        """The archive that is searched."""
        return self._archive

    @property
    def hits(self) -> RowView:
        """The rows in sight."""
        return self._list.view

    @property
    def model(self) -> PagedModel[Any]:
        """What these show."""
        return self._list.model

    @property
    def list_name(self) -> str:
        """What is listed: items or speeches."""
        return self._list.name

    def highlighter(self) -> Highlighter | None:
        """What marks the matches of the hits shown."""
        return Highlighter.of(self._shown.query) if self._shown else None

    @property
    def query(self) -> str:
        """The whole query, filters included."""
        return self._filters.query(self.box.text())

    @property
    def off(self) -> Off | None:
        """The translations not looked for; None where the search is in one language."""
        return self.expansions.off if self.both.isChecked() else None

    @property
    def matches(self) -> Matches | None:
        """The items found; None where nothing was searched for."""
        return self._shown.items if self._shown and self.query.strip() else None

    @property
    def busy(self) -> bool:
        """Whether a search or the reading of hits is under way."""
        return self.runner.busy or self.model.busy or self.said_count.busy

    def show_list(self, name: str) -> None:
        """List items or speeches for the same query."""
        self.switch.choose(name)
        if name == self._list.name:
            return
        self._list = self._lists[name]
        self.sort.offer(self._list)
        self.search()
        self.list_shown.emit(name)

    def search(self) -> None:
        """Search for what stands in the box."""
        self.meant.stop()
        self.said_count.stop()
        self.warm_up.make_way()
        self._collation = self._look.collation
        script, dates = script_of(self._look.catalog.language), self._filters.date
        asking = Asking(self._list, self.sort.order, self.off, script, dates)
        self.runner.ask(self.query, asking.find)

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

    def _choose_dates(self, span: str) -> None:
        self._filters = self._filters.of_date(span)
        self.search()

    def _show(self, query: str, answer: Answer) -> None:
        self._shown, self._error = answer, None
        self._list.show_answer(answer, self.sort.order)
        self.count_line.offer("")
        self._describe()
        self.results_shown.emit(answer.items)
        if self._archive is not None and self._list is self.items:
            both = answer.expansions is not None
            self.said_count.ask(self._archive, answer.query if both else query, answer.query)
        self.warm_up.begin()

    def _fail(self, error: Exception) -> None:
        self._shown, self._error = None, error
        self.count_line.offer("")
        self._list.show_answer(None, self.sort.order)
        self._describe()

    def _offer_speeches(self, count: int) -> None:
        """Link from items to what is said in them."""
        self._said = count
        self.count_line.offer(self.speeches.counted(count) if count else "")

    def _help_out(self) -> None:
        """What the notice's button does."""
        way = self._nothing.way if self._nothing else WayOut.NONE
        if way is WayOut.FREE:
            self._filters = Filters()
            self.search()
        elif way is WayOut.CLEAR:
            self.box.clear()
        elif way is WayOut.ITEMS:
            self.show_list(ITEMS)
        elif way is WayOut.AGAIN:
            self.search()
        elif way is WayOut.IMPORT:
            self.import_wanted.emit()

    def _describe(self) -> None:
        """Write count, chips, years and notice for what is shown."""
        catalog, shown = self._look.catalog, self._shown
        facets = shown.facets if shown else {}
        self.facets.show_counts(facets, self._filters)
        days = shown.days if shown else None
        self.dates.show_counts(facets.get("year", {}), days, self._filters.date)
        self._stack.setCurrentWidget(self.hits if shown and shown.total else self.notice)
        self.expansions.show_expansions(shown.expansions if shown else None)
        self.count.setText("")
        if shown:
            counted = self._list.counted(shown.total)
            took = catalog.number(max(1, round(shown.took_ms)))
            self.count.setText(catalog.text("{items} · {time} ms", items=counted, time=took))
        self.problems.name_in(self.box, self._archive)
        if shown and shown.total:
            self.notice.say("", "", "")  # or it would keep its words in an earlier language
        else:
            self._explain()

    def _explain(self) -> None:
        """Say why there are no rows."""
        catalog = self._look.catalog
        if self._error is not None:
            nothing = failed(catalog, self._error)
        else:
            lack = self._shown.lack if self._shown else Lack.ITEMS
            speeches = self._list is self.speeches
            nothing = nothing_found(catalog, lack, speeches, bool(self._filters))
        self._nothing = nothing
        self.notice.say(nothing.heading, nothing.text, nothing.button)
        self.meant.ask(self._archive, "" if self._error else self.box.text())

    def retranslate(self) -> None:
        """Write every word anew; what is shown and chosen stays."""
        catalog = self._look.catalog
        self.sort.offer(self._list)
        name_box(self.sort, catalog.text("Order of the hits"), catalog)
        self.count.setAccessibleDescription(catalog.text("Number of hits"))
        for listed in self._lists.values():
            listed.retranslate()
        if self._shown or self._error:
            self._describe()
        if self.sort.order is StatementSort.SPEAKER and self._look.collation != self._collation:
            self.hits.keep_chosen()
            self.search()  # names stand otherwise for readers of this language
        if self.count_line.link.isVisible():
            self._offer_speeches(self._said)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
