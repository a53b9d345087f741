"""What a reader was at stays while the same lines are set anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.gui.article_pane.finding import Finding
from desktop_app.gui.article_pane.view import ArticleView


@contextmanager
def kept(view: ArticleView, finding: Finding) -> Iterator[None]:
    """Keep the line at the top, what is selected, where the caret and the current match are."""
    place, ends = view.place(), view.ends()
    with finding.place_kept():
        yield
    view.select(ends)
    view.go_to(place)
