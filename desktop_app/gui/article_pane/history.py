"""Which items were read, in which order, and how far down each was scrolled."""

from __future__ import annotations

from dataclasses import dataclass, replace

LONGEST = 200  # items remembered


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at the top of the view; holds through any change of width or size.

    A line, a character in it (UTF-16 units), and how many pixels of it are scrolled away.
    """

    line: int = 0
    character: int = 0
    pixels: int = 0


@dataclass(frozen=True, slots=True)
class Visit:
    """An item that was read, and where it was left."""

    item: str
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Track:
    """A line of visits, the earliest first, and which of them is the present one (-1: none)."""

    visits: tuple[Visit, ...] = ()
    now: int = -1


class History:
    """A line of visits with one present, as in a browser.

    `back` and `forward` only say which item to show; the step is taken when
    `arrive` reports that it is shown, so that an item that cannot be is skipped.
    """

    def __init__(self, track: Track = Track()) -> None:
        """Go on with `track`."""
        self._visits = list(track.visits)
        self._now = track.now
        self._wanted: int | None = None

    @property
    def track(self) -> Track:
        """All visits, and the present one."""
        return Track(tuple(self._visits), self._now)

    def arrive(self, item: str) -> Place:
        """`item` is shown now; returns where it should be scrolled to."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self._visits[wanted].item == item:
            self._now = wanted
            return self._visits[wanted].place
        if self._now >= 0 and self._visits[self._now].item == item:
            return self._visits[self._now].place
        self._visits = [*self._visits[: self._now + 1], Visit(item)][-LONGEST:]
        self._now = len(self._visits) - 1
        return Place()

    def leave(self, place: Place) -> None:
        """Remember how far the present item was read."""
        if self._now >= 0:
            self._visits[self._now] = replace(self._visits[self._now], place=place)

    def back(self) -> str | None:
        """The item to show for a step back, or None."""
        return self._step(-1)

    def forward(self) -> str | None:
        """The item to show for a step forward, or None."""
        return self._step(1)

    @property
    def can_go_back(self) -> bool:
        """Whether an item was read before this one."""
        return self._now > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether a step back was taken."""
        return self._now + 1 < len(self._visits)

    def _step(self, by: int) -> str | None:
        # From the item asked for last, should it not have come: the next press goes past it.
        target = (self._now if self._wanted is None else self._wanted) + by
        if not 0 <= target < len(self._visits):
            return None
        self._wanted = target
        return self._visits[target].item
