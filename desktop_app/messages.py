"""Sentences for people, kept apart from the language they are shown in.

A `Message` holds the English sentence, which is also its key in the catalogs, and
the values to fill in. Whoever shows it (window or terminal) translates it there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: `key` is English with ``{named}`` places, `values` fill them."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """The sentence in English."""
        return self.key.format_map(self.values)


def message(key: str, /, **values: object) -> Message:
    """Make a `Message`; Babel collects the literal first argument for the catalogs."""
    return Message(key, values)
