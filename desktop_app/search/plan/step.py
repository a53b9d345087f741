"""What every step of a plan can do."""

from __future__ import annotations

from typing import Protocol

from desktop_app.search.codec.blocks import Array
from desktop_app.search.explained import Explained
from desktop_app.search.view import View

Scored = tuple[Array, Array]
"""Documents, ascending, and the score (float32) of each."""


class Step(Protocol):
    """One step. It belongs to one query and is used by one thread at a time."""

    def size(self, view: View) -> int:
        """About how many documents match in `view`; never less than do."""

    def documents(self, view: View) -> Array:
        """The documents of `view` that match, ascending, deleted ones too."""

    def scored(self, view: View) -> Scored:
        """The same documents with their scores: both in one go, which costs less."""

    def scores(self, view: View, documents: Array) -> Array:
        """The scores (float32) of `documents`, which all match."""

    def explained(self) -> Explained:
        """What the step does, for people who ask."""
