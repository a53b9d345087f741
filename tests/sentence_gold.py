"""Sentence links labelled by hand inside pairs of paragraphs, and how well they are found.

See `tests/gold/alignment/README.md` for what a record says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import html

from desktop_app.language.sentences import past_spaces
from desktop_app.pairing.align import align_sentences
from desktop_app.pairing.anchors import Lexicon
from desktop_app.pairing.links import Link, Span
from tests.alignment_gold import GOLD, Score, digest, pairs

DEBIAN = Path("/usr/share/doc")
"""Where Debian packages put their documentation."""
Places = tuple[int, int]
"""From the first code point of a paragraph to before the last."""
LinkedPlaces = tuple[Places, Places]


@dataclass(frozen=True, slots=True)
class LinkedParagraph:
    """A paragraph in both languages, where its sentences end, and which of them belong together."""

    name: str
    en: str
    zh: str
    links: frozenset[LinkedPlaces]


def linked_paragraphs(folder: Path = DEBIAN) -> Iterator[LinkedParagraph]:
    """The paragraphs of `debian-sentences.jsonl`, read from the packages' files below `folder`.

    Raises `AssertionError` where a text is not the one that was labelled.
    """
    read = cache(lambda name: _paragraphs(folder / name))
    for line in (GOLD / "debian-sentences.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name = f"{record['en']} {record['paragraph']}"
        en, zh = (read(record[side])[record["paragraph"]] for side in ("en", "zh"))
        told = {side: digest([text]) for side, text in (("en", en), ("zh", zh))}
        assert told == record["sha256"], f"{name}: not the text that was labelled"
        ends = record["ends"]
        links = (pair for written in record["links"] for pair in pairs(written))
        linked = frozenset(
            (_place(en, ends["en"], ours), _place(zh, ends["zh"], theirs))
            for ours, theirs in links
            if ours and theirs
        )
        yield LinkedParagraph(name, en, zh, linked)


def score_sentences(one: LinkedParagraph, lexicon: Lexicon, total: Score) -> None:
    """Count the links inside a paragraph; a right one has the same beginning and end on both sides.

    So a sentence that is cut in two is wrong too, unless both parts are linked to what it says.
    """
    found = align_sentences(Link((0,), (0,), 1.0), [one.en], [one.zh], lexicon)
    ours = {(_whole(each.en), _whole(each.zh)) for each in found if each.en and each.zh}
    total.gold += len(one.links)
    total.found += len(ours)
    total.right += len(one.links & ours)
    for sign, some in (("-", one.links - ours), ("+", ours - one.links)):
        total.wrong += [f"{one.name} {sign} {pair}" for pair in sorted(some)]


def sentence_score(paragraphs: Sequence[LinkedParagraph], lexicon: Lexicon) -> Score:
    """The same of several paragraphs."""
    total = Score()
    for one in paragraphs:
        score_sentences(one, lexicon, total)
    return total


def not_one_to_one(one: LinkedParagraph, cut: Callable[[str], int]) -> bool:
    """Whether a paragraph has another number of sentences, by `cut`, than of links somewhere."""
    return not len(one.links) == cut(one.en) == cut(one.zh)


def _place(text: str, ends: Sequence[int], sentences: Sequence[int]) -> Places:
    first = sentences[0]
    return past_spaces(text, ends[first - 1] if first else 0), ends[sentences[-1]]


def _whole(spans: Sequence[Span]) -> Places:
    return spans[0].start, spans[-1].end


def _paragraphs(file: Path) -> list[str]:
    """The paragraphs of a page, each as one line."""
    page = html.fromstring(file.read_bytes())
    texts = (" ".join(each.text_content().split()) for each in page.iter("p"))
    return [text for text in texts if text]
