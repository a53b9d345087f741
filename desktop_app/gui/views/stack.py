"""The middle of the window: the article, or one of the other views of the archive."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.archive import Archive
from desktop_app.gui.look import Look
from desktop_app.gui.views.page import MakesView, ViewPage
from desktop_app.search.bilingual.expanding import Off
from desktop_app.together import Searched, Together

READING, SPEAKERS = "reading", "speakers"
# What some views want besides: the statements of a query listed; another view, by its name,
# of a query; everything that names speakers written anew.
_OTHER_WISHES = ("statements_wanted", "view_wanted", "names_decided")


class ViewStack(QStackedWidget):
    """Shows one view at a time. A view is made when first shown, and told of the query then.

    Following a place out of a view leads to the article; `go_back` leads into the view again.
    """

    shown = Signal(str)  # the name of the view
    place_wanted = Signal(str, int, int)  # see `ViewPage`
    query_wanted = Signal(str)
    statements_wanted = Signal(str)  # see `_OTHER_WISHES`
    view_wanted = Signal(str, str)
    names_decided = Signal()
    return_available = Signal(bool)

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        article: QWidget,
        makers: Mapping[str, MakesView],
        parent: QWidget | None = None,
    ) -> None:
        """Show `article` at first, and what `makers` make when asked for by name."""
        super().__init__(parent)
        self.setObjectName("views")
        self._look, self._pool, self._makers = look, pool, makers
        self._archive: Searched | None = None
        self._own: Archive | None = None
        self._query = ""
        self._off: Off | None = None
        self._names = [READING]
        self._former = ""  # the view from which a place was followed
        self.addWidget(article)

    @property
    def name(self) -> str:
        """The view that is shown."""
        return self._names[self.currentIndex()]

    @property
    def names(self) -> tuple[str, ...]:
        """All views there are."""
        return (READING, *self._makers)

    @property
    def busy(self) -> bool:
        """Whether a view is at work."""
        return any(page.busy for page in self._pages())

    @property
    def can_return(self) -> bool:
        """Whether `go_back` leads anywhere."""
        return bool(self._former)

    def show_view(self, name: str) -> None:
        """Show the view called `name`."""
        self._set_former("")
        self._switch(name)

    @property
    def tells_of_persons(self) -> bool:
        """Whether `show_person` leads anywhere."""
        return SPEAKERS in self._makers

    def show_person(self, name: str) -> None:
        """Show what there is to know of the person called `name`, where a view tells."""
        if not self.tells_of_persons:
            return
        self.lead_to(SPEAKERS)
        show = getattr(self.currentWidget(), "show_person", None)
        if show is not None:
            show(name)

    def follow(self) -> None:
        """Show the article, from which `go_back` leads to the view shown now."""
        if self.name != READING:
            self._set_former(self.name)
        self._switch(READING)

    def lead_to(self, name: str) -> None:
        """Show the view called `name`, from which `go_back` leads to the one shown now."""
        if self.name not in (READING, name):
            self._set_former(self.name)
        self._switch(name)

    def go_back(self) -> bool:
        """Return to the view from which a place was followed, if there is one."""
        former = self._former
        if former:
            self.show_view(former)
        return bool(former)

    def set_archive(self, archive: Searched, own: Archive | None) -> None:
        """Show `archive` in every view; in those that know no several, the one that is `own`."""
        self._archive, self._own = archive, own
        for page in self._pages():
            page.set_archive(self._shown_by(page))

    def set_own(self, own: Archive) -> None:
        """The item read is now one of `own`."""
        before, self._own = self._own, own
        if own is not before and isinstance(self._archive, Together):
            for page in self._pages():
                if self._shown_by(page) is own:
                    page.set_archive(own)

    def _shown_by(self, page: ViewPage) -> Searched | None:
        return self._archive if getattr(page, "shows_several", False) else self._own

    def set_query(self, query: str, off: Off | None = None) -> None:
        """The query in the search box has become `query`; only the view in sight is told.

        It is meant in both languages, without the translations `off`, unless `off` is None:
        a view that can follow that has a method `set_both`.
        """
        self._query, self._off = query, off
        self._tell()

    def stop(self) -> None:
        """Before the archive is closed: let no view work on."""
        for page in self._pages():
            page.stop()

    def _switch(self, name: str) -> None:
        if name not in self._names:
            self._make(name)
        self.setCurrentIndex(self._names.index(name))
        self._tell()
        self.shown.emit(name)

    def _make(self, name: str) -> None:
        widget = self._makers[name](self._look, self._pool, self)
        page = cast("ViewPage", widget)
        page.place_wanted.connect(self.place_wanted)
        page.query_wanted.connect(self.query_wanted)
        page.person_wanted.connect(self.show_person)
        for wish in _OTHER_WISHES:
            if hasattr(widget, wish):
                getattr(widget, wish).connect(getattr(self, wish))
        if hasattr(widget, "renew_names"):
            self.names_decided.connect(widget.renew_names)
        self._names.append(name)
        self.addWidget(widget)
        page.set_archive(self._shown_by(page))

    def _pages(self) -> list[ViewPage]:
        return [cast("ViewPage", self.widget(place)) for place in range(1, self.count())]

    def _tell(self) -> None:
        if self.name != READING and self._archive is not None:
            page = self.currentWidget()
            set_both = getattr(page, "set_both", None)
            if set_both is not None:
                set_both(self._off)
            cast("ViewPage", page).show_query(self._query)

    def _set_former(self, name: str) -> None:
        self._former = name
        self.return_available.emit(bool(name))
