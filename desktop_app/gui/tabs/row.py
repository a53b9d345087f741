"""The tabs of a window in their order, the one that is shown, and those closed lately."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.gui.tabs.tab import Tab

MOST = 200  # tabs of a window
_MOST_CLOSED = 25  # that can be opened again


class TabRow:
    """At least one tab, of which number `now` is shown."""

    def __init__(self) -> None:
        """One empty tab."""
        self._tabs = [Tab()]
        self.now = 0
        self._closed: list[tuple[int, Tab]] = []

    @property
    def tabs(self) -> Sequence[Tab]:
        """All of them."""
        return self._tabs

    @property
    def shown(self) -> Tab:
        """The one that is shown, as it was when kept last."""
        return self._tabs[self.now]

    @property
    def can_reopen(self) -> bool:
        """Whether a tab was closed."""
        return bool(self._closed)

    def keep(self, tab: Tab) -> None:
        """Keep `tab` in place of the one that is shown."""
        self._tabs[self.now] = tab

    def set_all(self, tabs: Iterable[Tab], now: int) -> None:
        """Have these tabs, number `now` shown; those closed are forgotten."""
        self._tabs = list(tabs)[:MOST] or [Tab()]
        self.now = max(0, min(now, len(self._tabs) - 1))
        self._closed = []

    def add(self, tab: Tab, place: int | None = None) -> int:
        """Add a tab before number `place`, or last; returns its number.

        Where there are `MOST` already, the one that is shown is taken.
        """
        if len(self._tabs) >= MOST:
            self._tabs[self.now] = tab
            return self.now
        at = len(self._tabs) if place is None else max(0, min(place, len(self._tabs)))
        self._tabs.insert(at, tab)
        self.now += at <= self.now
        return at

    def close(self, number: int) -> None:
        """Close a tab; after the one that is shown comes its neighbour to the right.

        The last one stays, and is empty.
        """
        tab = self._tabs.pop(number)
        if tab.item:
            self._closed = [*self._closed, (number, tab)][-_MOST_CLOSED:]
        if number < self.now:
            self.now -= 1
        if not self._tabs:
            self._tabs = [Tab()]
        self.now = min(self.now, len(self._tabs) - 1)

    def reopen(self) -> int | None:
        """Put the tab closed last where it was; returns its number, None where there is none."""
        if not self._closed:
            return None
        place, tab = self._closed.pop()
        return self.add(tab, place)

    def move(self, old: int, new: int) -> None:
        """Put tab number `old` in place `new`; the one that is shown stays it."""
        shown = self._tabs[self.now]
        self._tabs.insert(new, self._tabs.pop(old))
        self.now = next(n for n, tab in enumerate(self._tabs) if tab is shown)

    def beside(self, by: int) -> int:
        """The number of the tab so many to the right of the one shown, round and round."""
        return (self.now + by) % len(self._tabs)
