"""Snippets: the passage of an item that shows why it was found."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.language.detect import detect_language
from desktop_app.search.highlight import Highlighter, Span

# Code points: about two lines of a hit in either script.
_LENGTH = {"zh": 70, "en": 170}
# Where a snippet may begin: after the end of a sentence or clause.
_BREAK = re.compile(r"[。！？；，、：]|[.!?;,:]\s|\s")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage and the matches in it, as code points of `text`."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    def to_html(self) -> str:
        """The passage with ``<mark>`` around each match, all else escaped."""
        parts, place = [], 0
        for start, end in self.marks:
            parts.append(html.escape(self.text[place:start], quote=False))
            parts.append(f"<mark>{html.escape(self.text[start:end], quote=False)}</mark>")
            place = end
        return "".join([*parts, html.escape(self.text[place:], quote=False)])


def make_snippet(texts: Iterable[str], highlighter: Highlighter) -> Snippet:
    """Return the passage of `texts` with most different words in it, else their beginning.

    `texts` are an item's paragraphs, then its captions.
    """
    first, best, most = "", "", 0
    best_spans: list[Span] = []
    for text in texts:
        first = first or text
        spans = highlighter.in_body(text)
        different = len({span.term for span in spans})
        if different > most:
            best, best_spans, most = text, spans, different
            if most == len(highlighter.body):
                break
    return _cut(best or first, best_spans)


def _cut(text: str, spans: list[Span]) -> Snippet:
    """About two lines of `text` around its first match."""
    length = _LENGTH[detect_language(text)]
    start = _beginning(text, spans[0].start if spans else 0, length)
    end = min(len(text), start + length)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    marks = [(a + shift, b + shift) for a, b, _term in spans if start <= a and b <= end]
    return Snippet(before + text[start:end] + after, tuple(marks))


def _beginning(text: str, match: int, length: int) -> int:
    """Where to begin so that `match` is in the first half, at a break if there is one."""
    if match < length * 2 // 3:
        return 0
    earliest = match - length // 3
    breaks = [found.end() for found in _BREAK.finditer(text, earliest, match)]
    return breaks[0] if breaks else earliest
