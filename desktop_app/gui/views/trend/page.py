"""The view over time: words, choices, chart, and the ways to keep it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, QThreadPool, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.errors import BeilinError
from desktop_app.gui.asking import asked
from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.tasks import Task
from desktop_app.gui.views.explanation import Explanation
from desktop_app.gui.views.trend.among import AmongBar
from desktop_app.gui.views.trend.chart import TrendChart
from desktop_app.gui.views.trend.saving import SUFFIXES, save
from desktop_app.gui.views.trend.series import Series
from desktop_app.gui.views.trend.word_bar import WordBar
from desktop_app.search.bilingual.expanding import Off
from desktop_app.search.figures import Trend
from desktop_app.together import Searched


class TrendPage(QWidget):
    """Follows the search box with the first word; the others are added here."""

    shows_several = True  # archives together
    place_wanted = Signal(str, int, int)
    query_wanted = Signal(str)
    person_wanted = Signal(str)

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget | None = None) -> None:
        """Work on `pool`."""
        super().__init__(parent)
        self._look, self._newest = look, Newest(pool, self)
        self._archive: Searched | None = None
        self._series: Series | None = None
        self._off: Off | None = None
        self._listed = ""  # the query that a click on the chart asked for
        self._error: Exception | None = None
        self.setObjectName("trendPage")
        self.words, self.among = WordBar(look, self), AmongBar(look, pool, self)
        self.chart, self.nothing = TrendChart(look, self), Explanation(self)
        self.nothing.clicked.connect(self._count)
        self.count, self.save_button = QLabel(self), QPushButton(self)
        self._lay_out()
        self.words.changed.connect(self._count)
        self.among.changed.connect(self._count)
        self.chart.point_chosen.connect(self._list)
        self.save_button.clicked.connect(self._save)
        self.retranslate()

    def _lay_out(self) -> None:
        self.count.setObjectName("hitCount")
        self.save_button.setObjectName("trendSave")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.chart)
        self.words.top.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 6)
        layout.setSpacing(6)
        for part in (self.words, self.among, self.count):
            layout.addWidget(part)
        layout.addWidget(self._stack, 1)

    # -- what a view is to the window

    @property
    def busy(self) -> bool:
        """Whether items are being counted."""
        return self._newest.busy or self.among.busy

    def set_archive(self, archive: Searched | None) -> None:
        """Count in `archive`."""
        self.stop()
        self._archive = archive
        self.among.set_archive(archive)
        self._count()

    def set_both(self, off: Off | None) -> None:
        """Mean all words in both languages without `off`; in one where that is None."""
        if off != self._off:
            self._off = off
            self._count()

    def show_query(self, query: str) -> None:
        """Count what the search box has, unless it has what a click on the chart put there."""
        if query != self._listed:
            self.words.set_searched(query)

    def renew_names(self) -> None:
        """Speakers are called otherwise now: offer their new names, and count anew."""
        self.among.renew()
        self._count()

    def stop(self) -> None:
        """Count no more."""
        self._newest.stop()
        self.among.stop()

    # -- counting

    def _count(self) -> None:
        archive, words, by = self._archive, self.words.words, self.among.period
        if archive is None or not words:
            self._newest.stop()
            self._show(None)
            return
        among, off = self.among.filter, self._off

        def count(_task: Task) -> Trend:
            return archive.words.trend([asked(archive, each, off) for each in words], by, among)

        self._newest.run(count, lambda trend: self._show(Series(words, by, trend)), self._fail)

    def _show(self, series: Series | None) -> None:
        self._series, self._error = series, None
        self.chart.show_series(series)
        self._describe()

    def _fail(self, error: Exception) -> None:
        self._series, self._error = None, error
        self._describe()

    def _describe(self) -> None:
        shown = self._series is not None and bool(self._series.trend.periods)
        self._stack.setCurrentWidget(self.chart if shown else self.nothing)
        self.save_button.setEnabled(shown)
        self.count.setText(self._counted() if shown else "")
        self.count.setVisible(shown)
        again = self._look.catalog.text("Try again") if self._error is not None else ""
        self.nothing.say(*self._why_nothing(), again)

    def _counted(self) -> str:
        catalog, series = self._look.catalog, self._series
        assert series is not None
        told = catalog.plural("Of {count} item", "Of {count} items", sum(series.trend.items))
        if self._off is not None:
            told += " · " + catalog.text("in both languages")
        undated = series.trend.undated
        if undated:
            told += " · " + catalog.plural(
                "{count} item without a date is in no period",
                "{count} items without a date are in no period",
                undated,
            )
        return told

    def _why_nothing(self) -> tuple[str, str]:
        catalog = self._look.catalog
        if isinstance(self._error, BeilinError):
            return catalog.text("The search failed"), catalog.message(self._error.text)
        if self._error is not None:
            return catalog.text("The search failed"), str(self._error)
        if self._series is not None:
            return catalog.text("Nothing found"), catalog.text("No item there has a date.")
        return catalog.text("Words over time"), catalog.text(
            "Search on the left, or add words above: the chart shows in which share of the "
            "items of each month or year they stand. Click on a curve to list them."
        )

    def _list(self, word: int, period: int) -> None:
        if self._series is not None:
            self._listed = self._series.query(word, period)
            self.query_wanted.emit(self._listed)

    # -- keeping

    def _save(self) -> None:
        """Ask where to, and save."""
        catalog, kinds = self._look.catalog, ";;".join(f"{s.upper()} (*.{s})" for s in SUFFIXES)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents)
        start = str(Path(folder) / f"{catalog.text('Words over time')}.png")
        name, kind = QFileDialog.getSaveFileName(self, catalog.text("Save the chart"), start, kinds)
        if name:
            self.save_to(_suffixed(Path(name), kind))

    def save_to(self, out: Path) -> None:
        """Save what is shown to `out`, as its suffix says; tell where that cannot be done."""
        if self._series is None:
            return
        try:
            save(self.chart, self._series, out)
        except BeilinError as error:
            self.count.setText(self._look.catalog.message(error.text))
        else:
            self.count.setText(self._look.catalog.text("Saved as {path}", path=out))

    # -- words

    def retranslate(self) -> None:
        """Write every word anew."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("Words over time"))
        self.save_button.setText(catalog.text("Save…"))
        self.save_button.setAccessibleName(catalog.text("Save the chart"))
        self.save_button.setToolTip(catalog.text("Save the chart as PNG, SVG or CSV"))
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _suffixed(out: Path, kind: str) -> Path:
    """`out` with the suffix of the `kind` chosen, where it has none of those there are."""
    if out.suffix.lower().removeprefix(".") in SUFFIXES:
        return out
    suffix = next((each for each in SUFFIXES if f"*.{each}" in kind), SUFFIXES[0])
    return out.with_name(f"{out.name}.{suffix}")
