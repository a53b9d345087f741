"""The counterpart of the item shown, and what in it says the same."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.items import Item, Pair
from desktop_app.pairing.links import Link, SentenceLink, Span


@dataclass(frozen=True, slots=True)
class Twin:
    """The counterpart `item` of the item shown.

    `links` are between their paragraphs, `sentences` those inside each link.
    """

    item: Item
    pair: Pair
    links: tuple[Link, ...]
    sentences: tuple[tuple[SentenceLink, ...], ...]

    def paragraphs(self, link: Link) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The paragraphs of a link, those of the item shown before those of the counterpart."""
        return (link.zh, link.en) if self._is_english else (link.en, link.zh)

    def spans(self, link: SentenceLink) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The sentences of a link, those of the item shown before those of the counterpart."""
        return (link.zh, link.en) if self._is_english else (link.en, link.zh)

    @property
    def _is_english(self) -> bool:
        return self.pair.en == self.item.id
