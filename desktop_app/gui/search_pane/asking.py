"""A search as the pane asks for it: which list, in which order and languages, of which dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from desktop_app.gui.search_pane.answer import Answer, in_both_languages
from desktop_app.gui.search_pane.day_counts import day_counts
from desktop_app.gui.search_pane.hit_list import HitList
from desktop_app.language.rewriting import prepare
from desktop_app.search.bilingual.expanding import Off
from desktop_app.search.nodes import Node
from desktop_app.together import Searched


@dataclass(frozen=True, slots=True)
class Asking:
    """Finds what is `listed` in its `order`, on a thread of the pool.

    In both languages without the translations `off`, unless that is None, with words in
    `script`; `dates` is the stretch that the query filters by, "" for none.
    """

    listed: HitList
    order: Enum
    off: Off | None
    script: str
    dates: str

    def find(self, archive: Searched, query: str, cancelled: Callable[[], bool]) -> Answer:
        """Search; raises `Cancelled`."""

        def found(asked: str | Node) -> Answer:
            answer = self.listed.find(archive, asked, self.order, cancelled)
            if not self.dates and len(answer.facets.get("year", ())) != 1:
                return answer  # the years that are counted already are enough
            return replace(answer, days=day_counts(archive, answer.query, self.dates))

        if self.off is None:
            return found(query)
        prepare(self.script)  # the chips', 0.05 s once, off the window's thread
        return in_both_languages(archive, query, self.off, found)
