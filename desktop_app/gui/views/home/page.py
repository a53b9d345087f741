"""The view an archive opens with: what it holds at a glance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.views.concordance.notices import error_text
from desktop_app.gui.views.concordance.wait_line import WaitLine
from desktop_app.gui.views.explanation import Explanation
from desktop_app.gui.views.home.body import HomeBody
from desktop_app.gui.views.home.glance import Glance, glance, most_quoted
from desktop_app.gui.views.home.row import Way, Wish
from desktop_app.speech_search.speakers import Speaker
from desktop_app.together import Searched

_BEHIND = -1  # priority of telling the speakers apart: searches go before


class HomePage(QWidget):
    """A `ViewPage`. Counts when it comes into sight; the archive keeps what was counted."""

    shows_several = True
    place_wanted = Signal(str, int, int)
    query_wanted = Signal(str)
    person_wanted = Signal(str)
    view_wanted = Signal(str, str)

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        parent: QWidget | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Show nothing yet; `today` is the day of this day in other years."""
        super().__init__(parent)
        self._look, self._today = look, today
        self._figures, self._people = Newest(pool, self), Newest(pool, self)
        self._archive: Searched | None = None
        self._error: Exception | None = None
        self._shown: Glance | None = None
        self.setObjectName("homePage")
        self.body, self.nothing = HomeBody(look, self), Explanation(self)
        self.wait = WaitLine(look, self)
        self._lay_out()
        self.body.followed.connect(self._follow)
        self.nothing.clicked.connect(self._count)
        self.retranslate()

    def _lay_out(self) -> None:
        self.scroller, middle = QScrollArea(self), QWidget(self)
        middle.setObjectName("homeMiddle")
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self.body, 100)
        across.addStretch(1)
        self.scroller.setObjectName("homeScroll")
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(middle)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.scroller)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.wait)

    # -- what a view is to the window

    @property
    def busy(self) -> bool:
        """Whether something is being counted."""
        return self._figures.busy or self._people.busy

    def set_archive(self, archive: Searched | None) -> None:
        """Show `archive`; what was shown of it before stays until it is counted again."""
        self.stop()
        if archive is not self._archive:
            self._shown = None
            self.body.show_people(None)
        self._archive = archive
        if self.isVisible():
            self._count()
        self._describe()

    def show_query(self, query: str) -> None:
        """Stay: the page tells of the whole archive, whatever is searched for."""

    def stop(self) -> None:
        """Count no more."""
        self._figures.stop()
        self._people.stop()
        self.wait.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Count, as items may have been read, or paired, since."""
        super().showEvent(event)
        self._count()

    # -- counting

    def _count(self) -> None:
        archive = self._archive
        if archive is None:
            return
        today = self._today()
        self._figures.run(lambda _task: glance(archive, today), self._show, self._fail)
        self._people.run(lambda _task: most_quoted(archive), self._show_people,
                         lambda _error: self._show_people([]), _BEHIND)  # fmt: skip
        self.wait.begin(lambda catalog: catalog.text("Counting…"), self.stop)

    def _show(self, found: Glance) -> None:
        self.wait.end()
        self._shown, self._error = found, None
        self.body.show_glance(found)
        self._describe()

    def _show_people(self, people: list[Speaker]) -> None:
        self.body.show_people(people)

    def _fail(self, error: Exception) -> None:
        self.stop()
        self._shown, self._error = None, error
        self._describe()

    # -- following

    def _follow(self, wish: Wish) -> None:
        if wish.way is Way.QUERY:
            self.query_wanted.emit(wish.value)
        elif wish.way is Way.PERSON:
            self.person_wanted.emit(wish.value)
        elif wish.way is Way.ITEM:
            self.place_wanted.emit(wish.value, 0, 0)
        else:
            self.view_wanted.emit(wish.value, "")

    # -- words

    def _describe(self) -> None:
        shown = self._shown
        there = shown is not None and shown.overview.items > 0
        self._stack.setCurrentWidget(self.scroller if there else self.nothing)
        if not there:
            self.nothing.say(*self._why_nothing())

    def _why_nothing(self) -> tuple[str, str, str]:
        text = self._look.catalog.text
        if self._error is not None:
            words = error_text(self._look.catalog, self._error)
            return text("The archive could not be read"), words, text("Try again")
        if self._shown is not None:
            way_in = text("Drop saved pages, text files or a folder here to import them.")
            return text("This archive is empty"), way_in, ""
        if self._archive is None:
            way_in = text("Open an archive, or drop one on this window.")
            return text("No archive is open"), way_in, ""
        return "", "", ""

    def retranslate(self) -> None:
        """Write every word anew; the body hears of it itself."""
        self.setAccessibleName(self._look.catalog.text("Home"))
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
