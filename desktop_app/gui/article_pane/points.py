"""Places of the lines that are set, as code points of the item's text, and back.

A `Place` holds while a window lives; a point holds in any size, language and arrangement.
The text is the item's paragraphs joined by line breaks (`Item.text`); lines of its
counterpart do not count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from desktop_app.gui.article_pane.history import Place
from desktop_app.gui.article_pane.lines import Line, Role

_BODY = (Role.CHINESE, Role.ENGLISH)


class Points:
    """The points at which the lines of one item begin."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Look at `lines` once."""
        self._lines = lines
        self._numbers: list[int] = []  # of the lines of text
        self._starts: list[int] = []  # their points
        at = 0
        for number, line in enumerate(lines):
            if line.role in _BODY and not line.other:
                self._numbers.append(number)
                self._starts.append(at)
                at += len(line.text) + (not line.goes_on)
        self.length = max(0, at - 1)

    def point(self, line: int, character: int) -> int:
        """The point of a character (UTF-16 units) of a line; before what follows elsewhere."""
        at = bisect_right(self._numbers, line) - 1
        if at < 0:
            return 0
        if self._numbers[at] != line:  # a photo or a caption: what follows it
            return self._starts[at + 1] if at + 1 < len(self._starts) else self.length
        units = self._lines[line].text.encode("utf-16-le", "surrogatepass")[: 2 * character]
        return self._starts[at] + len(units.decode("utf-16-le", "replace"))

    def place(self, point: int) -> Place:
        """Where a point is set; the top of all for the first."""
        at = bisect_right(self._starts, point) - 1
        if point <= 0 or at < 0:
            return Place()
        line = self._numbers[at]
        before = self._lines[line].text[: point - self._starts[at]]
        return Place(line, len(before.encode("utf-16-le", "surrogatepass")) // 2)
