"""Snippets: the passage of an item that shows why it was found."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.language.sentences import clause_ends, past_spaces, sentence_ends
from desktop_app.language.tokens import HAN
from desktop_app.search.highlight import Highlighter, Span

# Code points: about two lines of a hit in either script.
_CHINESE, _LATIN = 70, 170
_LETTERS_PER_CHARACTER = 4
_SAMPLE = 200  # code points that tell the script of a text
_MOST_MATCHES = 2000  # looked at in one text; thousands of one word are all alike


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


class _Passage(NamedTuple):
    """Matches `spans` of `text` that fit into one snippet, and how good they are."""

    worth: tuple[int, int]
    text: str
    spans: Sequence[Span]
    length: int


def make_snippet(
    paragraphs: Iterable[str], highlighter: Highlighter, captions: Iterable[str] = ()
) -> Snippet:
    """Return the passage with most different words in it, else the item's beginning.

    Of equal passages the one with more matches, then the first. Where all words stand
    together the rest is not looked at.
    """
    first, best = "", None
    for part, text in _texts(paragraphs, captions):
        first = first or text
        spans = highlighter.in_part(part, text)[:_MOST_MATCHES]
        if not spans:
            continue
        passage = _best_passage(text, spans)
        if best is None or passage.worth > best.worth:
            best = passage
            if best.worth[0] >= highlighter.terms(part):
                break
    if best is None:
        return _cut(_Passage((0, 0), first, (), _length(first)))
    return _cut(best)


def _texts(paragraphs: Iterable[str], captions: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from (("body", text) for text in paragraphs)
    yield from (("caption", text) for text in captions)


def _length(text: str) -> int:
    """The length of a snippet in the script of `text`, told from its beginning."""
    sample = text[:_SAMPLE]
    chinese = sum(map(len, HAN.findall(sample)))
    return _CHINESE if chinese * _LETTERS_PER_CHARACTER > len(sample) else _LATIN


def _best_passage(text: str, spans: Sequence[Span]) -> _Passage:
    """The matches in the window with most different terms, then most matches."""
    length = _length(text)
    best, most = (0, 0), (0, 1)
    held: Counter[int] = Counter()
    begin = 0
    for end, span in enumerate(spans):
        held[span.term] += 1
        while span.end - spans[begin].start > length and begin < end:
            held[spans[begin].term] -= 1
            held += Counter()  # drops the terms that are gone
            begin += 1
        worth = (len(held), end - begin + 1)
        if worth > best:
            best, most = worth, (begin, end + 1)
    return _Passage(best, text, spans[most[0] : most[1]], length)


def _cut(passage: _Passage) -> Snippet:
    """About two lines of the text around its matches, by sentences where they fit."""
    text, spans, length = passage.text, passage.spans, passage.length
    start, end, whole_start, whole_end = 0, len(text), True, True
    if len(text) > length:
        first, last = (spans[0].start, spans[-1].end) if spans else (0, 0)
        start, whole_start = _beginning(text, first, last, length)
        end, whole_end = _ending(text, start, last, length)
    before = "" if whole_start else "…"
    shift = len(before) - start
    marks = tuple((a + shift, b + shift) for a, b, _term in spans if start <= a and b <= end)
    return Snippet(before + text[start:end] + ("" if whole_end else "…"), marks)


def _beginning(text: str, first: int, last: int, length: int) -> tuple[int, bool]:
    """Where to begin, and whether a sentence begins there.

    At the sentence of the first match, or at a clause or word before it where the
    sentence would leave no room for the matches up to `last`.
    """
    earliest = min(first, max(0, last - length))
    ends = sentence_ends(text, earliest, first) if first else []
    starts = [past_spaces(text, place) for place in ends] or ([0] if earliest == 0 else [])
    fitting = [place for place in starts if place <= first]
    if fitting:
        return fitting[-1], True
    earliest = max(earliest, first - length // 3)
    words = [start for _end, start in clause_ends(text, earliest, first)]
    return (words[0] if words else earliest), False


def _ending(text: str, start: int, last: int, length: int) -> tuple[int, bool]:
    """Where to end, and whether a sentence ends there."""
    latest = start + length
    if latest >= len(text):
        return len(text), True
    least = max(last, start + length // 2)  # a shorter snippet would say too little
    ends = sentence_ends(text, least, latest)
    if ends:
        return ends[-1], True
    words = [end for end, _start in clause_ends(text, least, latest)]
    return (words[-1] if words else max(latest, last)), False
