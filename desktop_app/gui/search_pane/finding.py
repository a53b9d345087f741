"""What one search of the pane does, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from desktop_app.gui.search_pane.answer import Answer, in_both_languages
from desktop_app.gui.search_pane.day_counts import day_counts
from desktop_app.gui.search_pane.hit_list import HitList
from desktop_app.language.rewriting import prepare
from desktop_app.search.bilingual.expanding import Off
from desktop_app.search.nodes import Node
from desktop_app.together import Searched

Find = Callable[[Searched, str, Callable[[], bool]], Answer]
"""Answers a query in an archive until told to stop; raises `Cancelled`."""


def finding(listed: HitList, order: Enum, off: Off | None, script: str, dates: str) -> Find:
    """Find the rows of `listed` in `order`, with the counts of the days in `dates`.

    In both languages without the translations `off`, or in one where that is None; what is
    said of translations is in the Chinese `script`.
    """

    def find(archive: Searched, query: str, cancelled: Callable[[], bool]) -> Answer:
        def found(asked: str | Node) -> Answer:
            answer = listed.find(archive, asked, order, cancelled)
            days = day_counts(archive, answer.query, dates) if dates else None
            return replace(answer, days=days)

        if off is None:
            return found(query)
        prepare(script)  # the chips', 0.05 s once
        return in_both_languages(archive, query, off, found)

    return find
