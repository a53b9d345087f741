"""The statements of a Chinese item, by who says them.

Conventions, as for English:

- Quoted: what stands inside the marks, its own full stop with it. Over several paragraphs one
  statement.
- Indirect: what follows the verb and its comma or colon, to the end of the sentence and
  without the last 。; quotations in it belong to it. What is reported inside a report is not
  told apart. Sentences that follow without a verb of their own are not statements; 希望 and
  呼吁 that open a sentence go on with the speaker before.
- 据……报道 makes its source the speaker where the sentence names no other.
- A quotation that is a sentence, with no verb before or behind, is said by the person whom the
  next sentence begins with, if with a role or a title: “……”习近平主席发表新年贺词; at the end of
  a paragraph by whom the sentence before tells to be moved: 演员张译十分感慨。“……”
- Organisations, 会议, 《意见》 and unnamed people who speak are speakers as written; a person is
  the fullest name the item has. The role is what stands beside the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.items import Statement
from desktop_app.speeches.chinese.moods import moved
from desktop_app.speeches.chinese.quotations import (
    CLOSES,
    Quotation,
    masked,
    quotations,
    starting_at,
)
from desktop_app.speeches.chinese.resolution import Cast
from desktop_app.speeches.chinese.rules import (
    Reported,
    Sentence,
    Span,
    announced,
    reported,
)
from desktop_app.speeches.chinese.script import plain
from desktop_app.speeches.chinese.sentences import sentences
from desktop_app.speeches.chinese.subjects import sentence_subject
from desktop_app.speeches.chinese.verbs import VERB

_LONGEST = 2_000  # code points of a sentence beside quotations; longer ones are tables
_SPOKEN = 10  # code points: shorter sentences in marks are sayings and titles
_MOST_VERBS = 40  # that are looked at in a sentence, so that time goes with length


def read_chinese(paragraphs: Sequence[str]) -> Iterator[Statement]:
    """Yield the statements in `paragraphs`, in the order of their text."""
    text = "\n".join(paragraphs)
    simple = plain(text)
    quotes = quotations(simple)
    mask = masked(simple, quotes)
    verbs = list(VERB.finditer(mask))
    if verbs or quotes or "据" in simple or "按照" in simple:
        reader = _Reader(text, simple, mask, quotes)
        yield from sorted(reader.statements(verbs), key=lambda each: (each.start, each.end))


class _Reader:
    """Reads one item, and remembers who spoke last in the paragraph."""

    def __init__(self, text: str, simple: str, mask: str, quotes: Sequence[Quotation]) -> None:
        self._text = text
        self._mask = mask
        self._quotes = quotes
        self._cast = Cast(text, simple)
        self._last: Span | None = None
        self._quoting: tuple[str, str] | None = None
        self._alone: list[Quotation] = []  # whole sentences nobody is said to have said
        self._before: Span | None = None  # the sentence before, in the same paragraph
        self._row: list[Quotation] = []  # those of them that stand right before another

    def statements(self, verbs: Sequence[re.Match[str]]) -> Iterator[Statement]:
        """The statements that `verbs`, all in order, attribute to somebody."""
        at = 0
        for start, end, first in sentences(self._mask):
            while at < len(verbs) and verbs[at].start() < start:
                at += 1
            begin = at
            while at < len(verbs) and verbs[at].start() < end:
                at += 1
            self._last = None if first else self._last
            self._alone = [] if first else self._alone
            self._before = None if first else self._before
            yield from self._sentence(start, end, verbs[begin : min(at, begin + _MOST_VERBS)])

    def _sentence(
        self, start: int, end: int, verbs: Sequence[re.Match[str]]
    ) -> Iterator[Statement]:
        quote = starting_at(self._quotes, start)
        if quote and not self._mask[quote.end : end].strip("。！？… "):
            yield from self._whole(quote)
            return
        self._before = (start, end)
        found: list[Reported] = []
        if end - start - self._mask.count("\ue000", start, end) < _LONGEST:
            found = reported(Sentence(self._mask, self._quotes, start, end, self._last), verbs)
        first = found[0] if found and quote and found[0].start == quote.first else None
        if quote and not first:
            self._keep_alone(quote)
        yield from self._followed(start, end)
        if first:
            yield from self._same_row(start, self._cast.resolve(*first.who))
        self._row = []
        self._quoting = None
        for each in found:
            self._last = each.who
            who = self._cast.resolve(*each.who)
            self._quoting = who if each.quoted else None
            verb = self._text[slice(*each.verb)]
            yield from self._made(each.start, each.end, each.quoted, verb, who)
        if not found and verbs:
            phrase = announced(Sentence(self._mask, self._quotes, start, end, None), verbs[-1])
            self._quoting = self._cast.resolve(*phrase) if phrase else None

    def _whole(self, quote: Quotation) -> Iterator[Statement]:
        """A quotation that is a sentence: it goes on with the speaker of the one before."""
        if not self._quoting and (who := self._moved(quote)):
            yield from self._made(quote.first, quote.last, True, "", self._cast.resolve(*who))
        elif not self._quoting:
            self._keep_alone(quote)
            self._row = [*self._row, quote] if self._row_ends(quote.start) else [quote]
        elif self._mask[quote.end - 1] == CLOSES[1]:
            yield from self._made(quote.first, quote.last, True, "", self._quoting)

    def _moved(self, quote: Quotation) -> Span | None:
        """Whom the sentence before tells to be moved, where the quotation ends its paragraph."""
        ends = self._mask[quote.end : quote.end + 1] in ("\n", "")
        if not self._before or not ends or quote.last - quote.first < _SPOKEN:
            return None
        phrases = moved(self._mask, *self._before)
        return next((who for who in phrases if self._cast.is_person(*who)), None)

    def _row_ends(self, place: int) -> bool:
        return bool(self._row) and self._row[-1].end == place

    def _same_row(self, start: int, who: tuple[str, str]) -> Iterator[Statement]:
        """“我不怕！”“我也不怕！”孩子们喊道: the quotations right before one of theirs."""
        for quote in self._row if self._row_ends(start) else ():
            if quote not in self._alone:
                yield from self._made(quote.first, quote.last, True, "", who)

    def _keep_alone(self, quote: Quotation) -> None:
        is_full = self._mask[quote.end - 1] == CLOSES[1]
        if is_full and quote.last - quote.first >= _SPOKEN:
            self._alone.append(quote)

    def _followed(self, start: int, end: int) -> Iterator[Statement]:
        """“……”习近平主席发表新年贺词: whom the sentence behind is about has said it."""
        who = sentence_subject(self._mask, start, end) if self._alone else None
        if who and self._cast.is_person(*who):
            speaker = self._cast.resolve(*who)
            for quote in self._alone:
                yield from self._made(quote.first, quote.last, True, "", speaker)
        self._alone = []

    def _made(
        self, start: int, end: int, quoted: bool, verb: str, who: tuple[str, str]
    ) -> Iterator[Statement]:
        """The statement from `start` to `end`, without blanks and a leading comma's mark."""
        text = self._text[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        if quoted and self._text[start:end].endswith(("，", ",")):
            end -= 1
        if start < end and who[0].strip():
            yield Statement(who[0], who[1], verb, self._text[start:end], quoted, start, end)
