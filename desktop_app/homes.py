"""Where an item is at home, among several archives that are searched together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """The archive an item is in: its folder, and what to call it beside the others.

    `photos` is where its photos lie; `elsewhere` are folder and name of each other archive
    that has the item too.
    """

    folder: Path
    name: str
    photos: Path
    elsewhere: tuple[tuple[Path, str], ...] = ()


HomeOf = Callable[[int], Home | None]
"""Gives the home of the item with a number; None where one archive is searched alone."""


def no_home(_number: int) -> Home | None:
    """For an archive alone."""
    return None
