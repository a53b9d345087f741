"""The history of a reading view joined to it: steps back and forward, and what is told of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.gui.article_pane.history import History, Place, Track


class Trail(QObject):
    """Asks for the items one was at; `arrive` is told when they are shown."""

    item_wanted = Signal(str)  # the id
    back_available = Signal(bool)
    forward_available = Signal(bool)

    def __init__(self, place: Callable[[], Place | None], parent: QObject) -> None:
        """`place` tells how far the item shown is read; None where there is none."""
        super().__init__(parent)
        self._place = place
        self._history = History()

    @property
    def can_go_back(self) -> bool:
        """Whether another item was read before."""
        return self._history.can_go_back

    @property
    def track(self) -> Track:
        """All of it, to come back to."""
        self.leave()
        return self._history.track

    def take(self, track: Track) -> None:
        """Go on with another track; what is shown is not looked at."""
        self._history = History(track)
        self.tell()

    def go_back(self) -> None:
        """Ask for the item read before."""
        self._ask(self._history.back)

    def go_forward(self) -> None:
        """Ask for the item a step back was taken from."""
        self._ask(self._history.forward)

    def arrive(self, item_id: str) -> Place:
        """This item is shown now; returns where it should be scrolled to."""
        return self._history.arrive(item_id)

    def leave(self) -> None:
        """Remember how far the item shown was read."""
        place = self._place()
        if place is not None:
            self._history.leave(place)

    def tell(self) -> None:
        """Say which steps there are."""
        self.back_available.emit(self._history.can_go_back)
        self.forward_available.emit(self._history.can_go_forward)

    def _ask(self, step: Callable[[], str | None]) -> None:
        self.leave()
        wanted = step()
        if wanted is not None:
            self.item_wanted.emit(wanted)
