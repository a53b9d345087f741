"""Where a span of an item's text stands among the lines it is set in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.gui.article_pane.lines import Line, Role
from desktop_app.gui.article_pane.matches import Match, to_utf16

_BODY = (Role.CHINESE, Role.ENGLISH)


def span_matches(lines: Sequence[Line], start: int, end: int) -> Iterator[Match]:
    """The places, one a line, of the item's text from code point `start` to before `end`.

    The text is the item's paragraphs joined by line breaks (`Item.text`), of which a long one
    is several lines. Lines of its counterpart do not count.
    """
    at = 0
    for number, line in enumerate(lines):
        if line.role not in _BODY or line.other:
            continue
        first, last = max(start - at, 0), min(end - at, len(line.text))
        if first < last:
            for span in to_utf16(line.text, iter([(first, last)])):
                yield Match(number, *span)
        at += len(line.text) + (not line.goes_on)
        if at >= end:
            return


def text_place(lines: Sequence[Line], number: int, unit: int) -> int:
    """The code point of the item's text at UTF-16 unit `unit` of line `number`.

    In a line that is not of the text, such as a caption, that of the next line that is.
    """
    at = 0
    for place, line in enumerate(lines[: number + 1]):
        if line.role not in _BODY or line.other:
            continue
        if place == number:
            units = line.text.encode("utf-16-le", "surrogatepass")[: 2 * unit]
            return at + len(units.decode("utf-16-le", "ignore"))
        at += len(line.text) + (not line.goes_on)
    return at
