"""What a view of an archive is to the window that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QThreadPool, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop_app.gui.look import Look
from desktop_app.together import Searched


class ViewPage(Protocol):
    """A widget that shows an archive, or what a query finds in it, in its own way.

    `place_wanted` carries an item's id and a span of its text, code points from first to
    before last; `query_wanted` a query to search for; `person_wanted` a person's name.
    One that can show several archives together says so by `shows_several`.
    """

    @property
    def place_wanted(self) -> SignalInstance:
        """A passage to read: id, start, end."""
        ...

    @property
    def query_wanted(self) -> SignalInstance:
        """Something to search for."""
        ...

    @property
    def person_wanted(self) -> SignalInstance:
        """A person to tell of."""
        ...

    @property
    def busy(self) -> bool:
        """Whether anything is still being worked out or drawn."""
        ...

    def set_archive(self, archive: Searched | None) -> None:
        """Show `archive` from now on; what is under way for another is given up."""
        ...

    def show_query(self, query: str) -> None:
        """The query in the search box is now `query`; it is "" where nothing is sought."""
        ...

    def stop(self) -> None:
        """Before the archive is closed: work no more."""
        ...


# Makes a view, a widget as well as a `ViewPage`, when it is first wanted.
MakesView = Callable[[Look, QThreadPool, QWidget], QWidget]
