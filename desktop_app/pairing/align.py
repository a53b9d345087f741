"""Which paragraphs of an English and a Chinese text belong together, and which sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop_app.language.sentences import past_spaces, sentence_ends
from desktop_app.pairing.anchors import Lexicon, NoLexicon
from desktop_app.pairing.band import band
from desktop_app.pairing.costs import Costs
from desktop_app.pairing.evidence import gather
from desktop_app.pairing.links import Link, SentenceLink, Span
from desktop_app.pairing.path import cheapest


def _never() -> bool:
    return False


def align(
    en: Sequence[str],
    zh: Sequence[str],
    lexicon: Lexicon | None = None,
    cancelled: Callable[[], bool] = _never,
) -> tuple[Link, ...]:
    """The links between the paragraphs of two texts, in order; each paragraph is in one.

    By length and by what both name: numbers, months, Latin words, names in pinyin and,
    with a `lexicon`, words. Time and memory grow with the number of paragraphs. Raises
    `Cancelled`.
    """
    evidence = gather(en, zh, lexicon or NoLexicon(), cancelled)
    allowed = band(len(en), len(zh), evidence.landmarks())
    costs = Costs(en, zh, evidence, allowed)
    links = []
    row = column = 0
    for bead in cheapest(costs, allowed, cancelled):
        rows = range(row, row + bead.english)
        columns = range(column, column + bead.chinese)
        score = costs.likeness(rows, columns) if rows and columns else 0.0
        links.append(Link(tuple(rows), tuple(columns), round(score, 3)))
        row, column = rows.stop, columns.stop
    return tuple(links)


def align_sentences(
    link: Link,
    en: Sequence[str],
    zh: Sequence[str],
    lexicon: Lexicon | None = None,
    cancelled: Callable[[], bool] = _never,
) -> tuple[SentenceLink, ...]:
    """The sentences inside a link of the texts `en` and `zh`, paragraph by paragraph."""
    ours = [span for number in link.en for span in sentences(en[number], number)]
    theirs = [span for number in link.zh for span in sentences(zh[number], number)]
    found = align(
        [en[each.paragraph][each.start : each.end] for each in ours],
        [zh[each.paragraph][each.start : each.end] for each in theirs],
        lexicon,
        cancelled,
    )
    return tuple(
        SentenceLink(
            tuple(ours[place] for place in each.en),
            tuple(theirs[place] for place in each.zh),
            each.score,
        )
        for each in found
    )


def sentences(paragraph: str, number: int) -> Iterator[Span]:
    """The sentences of a paragraph, without the spaces around them; none of an empty one."""
    start = past_spaces(paragraph, 0)
    for end in (*sentence_ends(paragraph, 0, len(paragraph)), len(paragraph)):
        if end > start:
            written = paragraph[start:end].rstrip()
            if written:
                yield Span(number, start, start + len(written))
            start = past_spaces(paragraph, end)
