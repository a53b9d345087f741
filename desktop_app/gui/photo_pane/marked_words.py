"""Words with some of them marked, as the rich text of a label."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from desktop_app.gui.theme import Theme


def marked_words(words: str, marks: Iterable[tuple[int, int]], theme: Theme) -> str:
    """`words` as HTML, what stands between code points of `marks` on the colour of matches.

    The marks are in order, none overlapping.
    """
    made, end = "", 0
    for first, last in marks:
        made += escape(words[end:first])
        made += (
            f'<span style="background-color:{theme.mark};color:{theme.on_mark}">'
            f"{escape(words[first:last])}</span>"
        )
        end = last
    return f'<span style="white-space:pre-wrap">{made}{escape(words[end:])}</span>'
