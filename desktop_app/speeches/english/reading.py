"""The statements of an English item, by who says them.

Conventions, as the project's own page and its list of statements have them:

- A quoted statement is what stands inside the marks, without a comma that only leads to
  the attribution; a quotation over several paragraphs is one statement, one that "he
  said" divides is two.
- An indirect statement is the clause without "that", with the "to" of "hoped to", to the
  end of what is reported; the attribution, a final comma and a final full stop are left
  out. Where "he said" stands inside a clause, the statement runs over it. What is quoted
  inside an indirect statement belongs to it.
- The speaker is the fullest name the item has; else as written, without "the". The role
  is the one given with the name, also for what the same person says later in the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.items import Statement
from desktop_app.speeches.english.clauses import is_one_quotation
from desktop_app.speeches.english.constructions import reported
from desktop_app.speeches.english.passage import Reported
from desktop_app.speeches.english.people import Cast
from desktop_app.speeches.english.quotations import INSIDE, Quotation, masked, quotations
from desktop_app.speeches.english.sentences import sentences
from desktop_app.speeches.english.subjects import before_verb
from desktop_app.speeches.english.verbs import VERB

_LONGEST = 2_000  # code points of a sentence beside quotations; longer ones are tables
_MOST_VERBS = 40  # that are looked at in a sentence, so that time goes with length
_DATELINE = re.compile(r"(?:[A-Z]{2,}[^\n]{0,70}?|[^\n]{0,70}?(?:\d|\([A-Z][\w ]+\)))\s+[-–—]+\s+")
_REACH = 90  # code points of a dateline


def read_english(paragraphs: Sequence[str]) -> Iterator[Statement]:
    """Yield the statements in `paragraphs`, in the order of their text."""
    text = "\n".join(paragraphs)
    quotes = quotations(paragraphs)
    mask = masked(text, quotes)
    verbs = list(VERB.finditer(mask))
    if verbs:
        reader = _Reader(text, mask, quotes)
        yield from sorted(reader.statements(verbs), key=lambda each: (each.start, each.end))


class _Reader:
    """Reads one item, and remembers whose quotation may go on."""

    def __init__(self, text: str, mask: str, quotes: Sequence[Quotation]) -> None:
        self._text = text
        self._mask = mask
        self._quotes = {quote.start: quote for quote in quotes}
        self._cast = Cast(text, mask)
        self._speaking: tuple[str, str] | None = None

    def statements(self, verbs: Sequence[re.Match[str]]) -> Iterator[Statement]:
        """The statements that `verbs`, all in order, attribute to somebody."""
        last_end, first, at = 0, 0, 0
        for start, end in sentences(self._mask, 0, len(self._mask)):
            first = at
            while at < len(verbs) and verbs[at].start() < end:
                at += 1
            new_paragraph = self._text.find("\n", last_end, start) >= 0
            last_end = end
            if is_one_quotation(self._mask, start, end):
                if self._speaking and (not new_paragraph or self._is_speech(start, end)):
                    yield from self._quoted(start, end, "", self._speaking)
            elif first == at:
                self._speaking = None
            else:
                yield from self._sentence(start, end, verbs[first:at])

    def _sentence(
        self, start: int, end: int, verbs: Sequence[re.Match[str]]
    ) -> Iterator[Statement]:
        dateline = _DATELINE.match(self._mask, start, min(end, start + _REACH))
        start = dateline.end() if dateline else start
        within = [verb for verb in verbs[:_MOST_VERBS] if verb.start() >= start]
        length = end - start - self._mask.count(INSIDE, start, end)
        found = reported(self._mask, start, end, within) if length < _LONGEST else []
        made = [one for each in found for one in self._statement(each)]
        self._speaking = (made[-1].speaker, made[-1].role) if made else None
        if not made and within and self._mask[start:end].endswith(":"):
            self._speaking = self._announced(start, within[-1])
        yield from made

    def _announced(self, start: int, verb: re.Match[str]) -> tuple[str, str] | None:
        """Who speaks in the next paragraph: "Calderon told the crowd:"."""
        who = before_verb(self._mask, start, verb.start()) if verb.group(1) else None
        return self._cast.resolve(who) if who else None

    def _is_speech(self, start: int, end: int) -> bool:
        """Whether a paragraph that is one quotation is spoken, and not a heading or a title."""
        quote = self._quotes.get(start)
        closed = quote is None or quote.closed
        return not closed or self._text[start:end].rstrip("\"”’' ")[-1:] in tuple(".?!,…")

    def _statement(self, found: Reported) -> Iterator[Statement]:
        who = self._cast.resolve(found.mention)
        if found.quoted:
            yield from self._quoted(found.start, found.end, found.verb, who)
        else:
            text = self._text[found.start : found.end]
            yield Statement(*who, found.verb, text, False, found.start, found.end)

    def _quoted(self, start: int, end: int, verb: str, who: tuple[str, str]) -> Iterator[Statement]:
        """The statement in the quotation from `start` to `end`; none in an empty one."""
        quote = self._quotes.get(start)
        first, last = (quote.first, min(quote.last, end)) if quote else (start, end)
        text = self._text[first:last]
        first += len(text) - len(text.lstrip())
        last -= len(text) - len(text.rstrip().removesuffix(",").rstrip())
        if first < last:
            yield Statement(*who, verb, self._text[first:last], True, first, last)
