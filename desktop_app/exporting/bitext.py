"""Two items in two languages, taken apart into passages that say the same.

For formats that translators' tools read; English is the source, Chinese the target.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.items import Item
from desktop_app.language.detect import is_language
from desktop_app.language.script import chinese_script
from desktop_app.pairing.links import Link, SentenceLink, Span

_TRADITIONAL = ("hant", "tw", "hk", "mo")


@dataclass(frozen=True, slots=True)
class Passage:
    """What both texts say; `score` is the link's, from 0 to 1."""

    en: str
    zh: str
    score: float


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two items, and the passages that both have, in their order."""

    en: Item
    zh: Item
    passages: tuple[Passage, ...]
    unit: str  # "paragraph" or "sentence"

    @property
    def languages(self) -> tuple[str, str]:
        """The codes of both by BCP 47, the Chinese one with its script."""
        return "en", chinese_code(self.zh)


def chinese_code(item: Item) -> str:
    """``zh-Hans`` or ``zh-Hant``: by the item's own code where that tells, else by its text."""
    _language, _, rest = item.language.lower().partition("-")
    parts = rest.split("-")
    if any(each in _TRADITIONAL for each in parts):
        return "zh-Hant"
    if is_language(item.language, "zh") and rest:
        return "zh-Hans"
    return f"zh-{chinese_script(item.text)}"


def by_paragraphs(en: Item, zh: Item, links: Sequence[Link]) -> Bitext:
    """A passage for each link; paragraphs of one link are joined by newlines."""
    passages = (
        Passage(
            "\n".join(en.paragraphs[place] for place in each.en),
            "\n".join(zh.paragraphs[place] for place in each.zh),
            each.score,
        )
        for each in links
        if each.en and each.zh
    )
    return Bitext(en, zh, tuple(passages), "paragraph")


def by_sentences(en: Item, zh: Item, links: Sequence[SentenceLink]) -> Bitext:
    """A passage for each link of sentences; English ones are joined by a space."""
    passages = (
        Passage(_said(en, each.en, " "), _said(zh, each.zh, ""), each.score)
        for each in links
        if each.en and each.zh
    )
    return Bitext(en, zh, tuple(passages), "sentence")


def _said(item: Item, spans: Sequence[Span], between: str) -> str:
    return between.join(item.paragraphs[each.paragraph][each.start : each.end] for each in spans)
