"""What the home page shows once there are figures: heading, figures, years, lists."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.look import Look
from desktop_app.gui.timeline.spans import month_bars, stretch, year_bars
from desktop_app.gui.views.home.content import HomeContent
from desktop_app.gui.views.home.glance import Glance
from desktop_app.gui.views.home.home_bars import HomeBars
from desktop_app.gui.views.home.row import Row, Way, Wish
from desktop_app.gui.views.home.section import HomeSection
from desktop_app.speech_search.speakers import Speaker

_WIDEST = 920  # pixels of the whole: beyond that, lines are too long to follow with the eye
_TWO = 560  # pixels from which on two lists stand side by side
_SIDE, _TOP, _APART = 28, 22, 28  # pixels beside and above it, and between two lists
_INDENT = 4  # pixels, where rows and headings of lists begin
_HEADING = 1.7  # of the interface's size


class HomeBody(QWidget):
    """`followed` carries a `Wish`."""

    followed = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Without figures yet."""
        super().__init__(parent)
        self._look, self._content = look, HomeContent(look)
        self._glance: Glance | None = None
        self._people: Sequence[Speaker] | None = None
        self.setObjectName("homeBody")
        self.setMaximumWidth(_WIDEST)
        self.heading, self.span, self.legend = QLabel(self), QLabel(self), QLabel(self)
        for label, name in (
            (self.heading, "homeHeading"),
            (self.span, "homeSpan"),
            (self.legend, "homeLegend"),
        ):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setIndent(_INDENT)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.bars = HomeBars(look, self)
        self.bars.brushed.connect(self._brush)
        self.sections = {
            name: HomeSection(look, f"home{name.title()}", self)
            for name in ("languages", "people", "sources", "day", "latest")
        }
        for section in self.sections.values():
            section.followed.connect(self.followed)
        self._figures: list[QPushButton] = []
        look.theme_changed.connect(self._write_legend)
        self._lay_out()

    def _lay_out(self) -> None:
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * _HEADING)
        self.heading.setFont(font)
        self._line = QWidget(self)
        FlowLayout(self._line, gap=14)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_APART)
        self._grid.setVerticalSpacing(14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        layout.setSpacing(4)
        for part in (self.heading, self.span, self._line):
            layout.addWidget(part)
        layout.addSpacing(16)
        for part in (self.legend, self.bars):
            layout.addWidget(part)
        layout.addSpacing(10)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self._columns = 0  # none yet
        self._arrange(2)

    def _arrange(self, columns: int) -> None:
        """Short lists side by side where there is room, long lines one under the other."""
        if columns == self._columns:
            return
        self._columns = columns
        part, grid = self.sections, self._grid
        for section in part.values():
            grid.removeWidget(section)
        if columns == 1:
            for row, section in enumerate(part.values()):
                grid.addWidget(section, row, 0, 1, 2)
        else:
            grid.addWidget(part["people"], 0, 0, 2, 1)
            grid.addWidget(part["languages"], 0, 1)
            grid.addWidget(part["sources"], 1, 1)
            for row, name in enumerate(("day", "latest"), 2):
                grid.addWidget(part[name], row, 0, 1, 2)
            grid.setRowStretch(1, 1)  # the second of the short lists begins where the first ends
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One list or two in a row."""
        self._arrange(2 if event.size().width() >= _TWO else 1)
        super().resizeEvent(event)

    # -- filling

    def show_glance(self, glance: Glance | None) -> None:
        """Show these figures; the people told of are kept until others are told."""
        self._glance = glance
        self.retranslate()

    def show_people(self, people: Sequence[Speaker] | None) -> None:
        """Show who is quoted most; None while that is not known."""
        self._people = people
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word anew."""
        glance = self._glance
        if glance is None:
            return
        overview, content = glance.overview, self._content
        self.heading.setText(glance.name)
        self.span.setText(content.years(overview))
        self.span.setVisible(bool(overview.years))
        self._show_figures(content.figures(glance))
        bars = month_bars(overview.months, overview.photo_months) or year_bars(
            overview.years, overview.photo_years
        )
        self.bars.show_periods(bars, -1, -1)
        self.bars.setVisible(len(bars) > 1)
        self._write_legend()
        self.legend.setVisible(self.bars.isVisibleTo(self))
        self._show_lists(glance)

    def _write_legend(self) -> None:
        """Say what the bars count, and what stands out in them in which colour."""
        text, theme = self._look.catalog.text, self._look.theme
        overview = self._glance.overview if self._glance is not None else None
        by_month = overview is not None and overview.months
        words = escape(text("Items by month") if by_month else text("Items by year"))
        if overview is not None and overview.with_photo:
            square = f'<span style="color: {theme.accent}">■</span>'
            shown = escape(text("with photos"))
            words += f" · {square} {shown}"
        self.legend.setText(words)

    def _show_lists(self, glance: Glance) -> None:
        overview, content, text = glance.overview, self._content, self._look.catalog.text
        part = self.sections
        part["languages"].show_rows(text("Languages"), content.languages(overview))
        part["sources"].show_rows(text("Sources"), content.sources(overview))
        part["latest"].show_rows(text("Recently added"), content.items(overview.latest))
        part["people"].show_rows(
            text("Most quoted"),
            self._people_rows(),
            text("All speakers"),
            Wish(Way.VIEW, "speakers"),
        )
        day = overview.same_day
        if day is None:
            part["day"].show_rows("", [])
        else:
            every = text("All {count}", count=self._look.catalog.number(day.total))
            rows, wish = content.items(day.items), Wish(Way.QUERY, day.query)
            part["day"].show_rows(content.same_day(day), rows, every, wish)

    def _people_rows(self) -> list[Row]:
        if self._people is None:
            words = self._look.catalog.text("Reading who speaks…")
            return [Row(words, "", words, Wish(Way.VIEW, "speakers"))]
        return self._content.people(self._people)

    def _show_figures(self, figures: Sequence[tuple[str, Wish]]) -> None:
        layout = self._line.layout()
        assert layout is not None
        while len(self._figures) < len(figures):
            self._figures.append(self._new_figure(len(self._figures)))
            layout.addWidget(self._figures[-1])
        for number, button in enumerate(self._figures):
            button.setVisible(number < len(figures))
            if number < len(figures):
                words = figures[number][0]
                button.setText(words)
                button.setAccessibleName(words)
        self._wishes = [wish for _words, wish in figures]
        self._line.updateGeometry()

    def _new_figure(self, number: int) -> QPushButton:
        button = QPushButton(self._line)
        button.setObjectName(f"homeFigure{number}")
        button.setProperty("link", True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.followed.emit(self._wishes[number]))
        return button

    def _brush(self, first: int, last: int) -> None:
        """Search for the years brushed; for all again where none is."""
        bars = self.bars.periods
        days = f"date:{stretch(bars[first].key, bars[last].key)}" if first >= 0 else ""
        self.followed.emit(Wish(Way.QUERY, days))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
