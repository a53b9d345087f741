"""Two items set side by side: their links, for programs and for the formats of translators."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop_app.exporting.bitext import Bitext, by_paragraphs, by_sentences
from desktop_app.exporting.parallel_table import parallel_table
from desktop_app.exporting.tmx import tmx
from desktop_app.exporting.xliff import xliff
from desktop_app.items import Item
from desktop_app.pairing.align import align, align_sentences
from desktop_app.pairing.anchors import Lexicon
from desktop_app.pairing.links import Link, SentenceLink, Span


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two items and the links of their paragraphs; `inside` has the sentences of each link.

    `inside` is None where sentences were not asked for.
    """

    en: Item
    zh: Item
    links: tuple[Link, ...]
    inside: tuple[tuple[SentenceLink, ...], ...] | None = None

    def bitext(self) -> Bitext:
        """The passages that both have: sentences where there are some, else paragraphs."""
        if self.inside is None:
            return by_paragraphs(self.en, self.zh, self.links)
        return by_sentences(self.en, self.zh, [each for found in self.inside for each in found])

    def to_json(self) -> dict[str, object]:
        """As `beilin align --json` prints it."""
        made: list[dict[str, object]] = [
            {"en": list(each.en), "zh": list(each.zh), "score": each.score} for each in self.links
        ]
        for link, found in zip(made, self.inside or (), strict=False):
            link["sentences"] = [
                {"en": _spans(each.en), "zh": _spans(each.zh), "score": each.score}
                for each in found
            ]
        return {"en": self.en.id, "zh": self.zh.id, "links": made}


def aligned(
    en: Item, zh: Item, lexicon: Lexicon, sentences: bool, cancelled: Callable[[], bool]
) -> Aligned:
    """Align an English item and a Chinese one; raises `Cancelled`."""
    links = align(en.paragraphs, zh.paragraphs, lexicon, cancelled)
    if not sentences:
        return Aligned(en, zh, links)
    texts = (en.paragraphs, zh.paragraphs)
    inside = (align_sentences(link, *texts, lexicon, cancelled) for link in links)
    return Aligned(en, zh, links, tuple(inside))


def written(form: str, bitexts: Iterable[Bitext], unit: str) -> Iterator[str]:
    """The passages of `bitexts` as ``tmx``, ``xliff`` or ``tsv``, a piece at a time.

    `unit` is "paragraph" or "sentence", whichever the passages are.
    """
    if form == "tmx":
        return tmx(bitexts, unit)
    return xliff(bitexts) if form == "xliff" else parallel_table(bitexts)


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"paragraph": each.paragraph, "start": each.start, "end": each.end} for each in spans]
