"""How far someone has come in the item shown: above, below and at the top, as code points."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint

from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.article_pane.points import Points
from desktop_app.language.reading_time import reading_minutes


@dataclass(frozen=True, slots=True)
class Way:
    """`top` and `bottom` are the code points between which the text is in view, of `length`.

    `minutes` is how long all of it takes to read.
    """

    top: int
    bottom: int
    length: int
    minutes: float

    @property
    def share(self) -> float:
        """From 0 with the beginning in view to 1 with the end: of what is not in view, above."""
        below = self.length - self.bottom
        return self.top / (self.top + below) if self.top + below > 0 else 1.0

    @property
    def minutes_left(self) -> float:
        """How long what is left takes."""
        return self.minutes * (1 - self.share)


class Surveyor:
    """Measures the way through the items of one pane."""

    def __init__(self, article: ArticlePane) -> None:
        """Measure in `article`."""
        self._article = article
        self._measured: object = None  # the lines `points` is of
        self._points = Points([])
        self._minutes: tuple[object, float] = (None, 0.0)

    @property
    def points(self) -> Points:
        """The points of the lines shown."""
        lines = self._article.lines
        if lines is not self._measured:
            self._measured, self._points = lines, Points(lines)
        return self._points

    @property
    def minutes(self) -> float:
        """How long the item shown takes to read; 0 without one."""
        item = self._article.item
        if item is not self._minutes[0]:
            self._minutes = (item, reading_minutes(item.paragraphs) if item else 0.0)
        return self._minutes[1]

    def way(self) -> Way:
        """How far the item shown is read."""
        view, points = self._article.view, self.points
        bar, middle = view.verticalScrollBar(), view.viewport().width() // 2
        place = view.place()
        bottom = points.length
        if self._article.growing or bar.value() < bar.maximum():
            cursor = view.cursorForPosition(QPoint(middle, view.viewport().height()))
            bottom = points.point(cursor.blockNumber(), cursor.positionInBlock())
        top = points.point(place.line, place.character)
        return Way(top, max(top, bottom), points.length, self.minutes)
