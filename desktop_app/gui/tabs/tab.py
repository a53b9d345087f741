"""A tab as it is kept while another is shown: enough to set its item again, no document."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.gui.article_pane.finding import Found
from desktop_app.gui.article_pane.history import Track


@dataclass(frozen=True, slots=True)
class Tab:
    """`item` is the id of the item shown, "" in an empty tab; `title` is its title.

    `parallel` and `interleaved` say whether and how its counterpart is shown with it.
    `start` to before `end` are code points of a passage to lead to when it is first shown.
    """

    item: str = ""
    title: str = ""
    track: Track = field(default_factory=Track)
    found: Found = field(default_factory=Found)
    parallel: bool = False
    interleaved: bool = False
    start: int = 0
    end: int = 0
