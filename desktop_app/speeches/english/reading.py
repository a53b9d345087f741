"""The statements of an English item, by who says them.

Conventions, as the project's own page and its list of statements have them:

- A quoted statement is what stands inside the marks, without a comma that only leads to
  the attribution; a quotation over several paragraphs is one statement, one that "he
  said" divides is two.
- An indirect statement is the clause without "that", with the "to" of "hoped to", to the
  end of what is reported; the attribution, a final comma and a final full stop are left
  out. Where "he said" stands inside a clause, the statement runs over it. What is quoted
  inside an indirect statement belongs to it.
- The speaker is the fullest name the item has; else as written, without "the".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.items import Statement
from desktop_app.speeches.english.clauses import is_one_quotation
from desktop_app.speeches.english.constructions import Reported, Sentence
from desktop_app.speeches.english.people import Cast
from desktop_app.speeches.english.quotations import Quotation, masked, quotations
from desktop_app.speeches.english.sentences import sentences
from desktop_app.speeches.english.verbs import VERB

_LONGEST = 20_000  # code points of a sentence; what is longer is no sentence (tables, code)


def read_english(paragraphs: Sequence[str]) -> Iterator[Statement]:
    """Yield the statements in `paragraphs`, in the order of their text."""
    text = "\n".join(paragraphs)
    if '"' not in text and "“" not in text and not VERB.search(text):
        return
    quotes = quotations(paragraphs)
    reader = _Reader(text, masked(text, quotes), quotes)
    yield from sorted(reader.statements(), key=lambda each: (each.start, each.end))


class _Reader:
    """Reads one item; remembers whose quotation goes on."""

    def __init__(self, text: str, mask: str, quotes: Sequence[Quotation]) -> None:
        self._text = text
        self._mask = mask
        self._quotes = {quote.start: quote for quote in quotes}
        self._cast = Cast(text, mask)

    def statements(self) -> Iterator[Statement]:
        """The statements, by the attributions' order."""
        speaking: tuple[str, str] | None = None
        last_end = 0
        for start, end in sentences(self._mask, 0, len(self._mask)):
            if end - start > _LONGEST:
                speaking = None
                continue
            new_paragraph = "\n" in self._text[last_end:start]
            last_end = end
            if is_one_quotation(self._mask, start, end):
                if speaking and (not new_paragraph or self._is_speech(start, end)):
                    yield self._quoted(start, end, "", speaking)
                continue
            found = list(Sentence(self._mask, start, end).reported())
            made = [self._statement(each, start) for each in found]
            yield from made
            if made:
                speaking = (made[-1].speaker, made[-1].role)
            elif not self._goes_on(end):
                speaking = None

    def _goes_on(self, _end: int) -> bool:
        return False

    def _is_speech(self, start: int, end: int) -> bool:
        """Whether a paragraph that is one quotation is spoken, and not a heading or a title."""
        return self._text[start:end].rstrip("\"”’' ")[-1:] in ".?!,…" or not self._closed(start)

    def _closed(self, start: int) -> bool:
        return start not in self._quotes or self._quotes[start].closed

    def _statement(self, found: Reported, sentence: int) -> Statement:
        speaker, role = self._cast.resolve(found.mention, sentence)
        if found.quoted:
            return self._quoted(found.start, found.end, found.verb, (speaker, role))
        text = self._text[found.start : found.end]
        return Statement(speaker, role, found.verb, text, False, found.start, found.end)

    def _quoted(self, start: int, end: int, verb: str, who: tuple[str, str]) -> Statement:
        quote = self._quotes.get(start)
        first, last = (quote.first, quote.last) if quote else (start, end)
        text = self._text[first:last]
        first += len(text) - len(text.lstrip())
        last -= len(text) - len(text.rstrip().removesuffix(",").rstrip())
        return Statement(*who, verb, self._text[first:last], True, first, last)
