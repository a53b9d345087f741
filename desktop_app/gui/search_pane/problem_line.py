"""Says why pieces of the query have no meaning; quiet, and gone when there are none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.query_box import QueryBox
from desktop_app.search.query import parse
from desktop_app.search.query_problems import Problem
from desktop_app.together import Searched

_MOST_LINES = 2


def problems_of(query: str, archive: Searched | None) -> tuple[Problem, ...]:
    """What of `query` has no meaning, or asks for marks that `archive` has not."""
    parsed = parse(query)
    unknown = archive.marked.problems(parsed.node) if archive else ()
    return (*parsed.problems, *unknown)


class ProblemLine(QLabel):
    """A line a problem under the search box, at most two; the tool tip has them all."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Write in the language of `look`."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("problemLine")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def name_in(self, box: QueryBox, archive: Searched | None) -> None:
        """Mark what of the query in `box` has no meaning, and say why."""
        query = box.text()
        problems = problems_of(query, archive)
        why = self.say(query, problems)
        box.mark(tuple((problem.start, problem.end) for problem in problems), why)

    def say(self, query: str, problems: Sequence[Problem]) -> str:
        """Show the `problems` of `query`, and return them as one text for who cannot see."""
        lines = [self._line(query[each.start : each.end], each) for each in problems]
        self.setText("\n".join(lines[:_MOST_LINES]))
        self.setAccessibleName(self.text())
        self.setToolTip("\n".join(lines))
        self.setVisible(bool(lines))
        return "\n".join(lines)

    def _line(self, piece: str, problem: Problem) -> str:
        """The reason, and what it is about where it does not say so itself."""
        catalog = self._look.catalog
        reason = catalog.message(problem.reason)
        if piece in reason:
            return reason
        return catalog.text("“{piece}”: {reason}", piece=piece, reason=reason)
