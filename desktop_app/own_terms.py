"""Translations an archive knows itself, learned from its pairs: a source for search.

Names and terms that no dictionary has stand in both versions of a story. Of the 55 pairs of
the blog, handbook and news texts checked by hand, 1,878 aligned passages, 302 are learned in
3 s, most of it for aligning; a pair that did not change is not aligned again. Read one by one,
of the 122 that the dictionary does not have so, 8 were wrong and 6 of a part only (precision
0.93, or 0.89); 180 it confirms. They were read while the thresholds were being chosen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b

from desktop_app.errors import Cancelled
from desktop_app.indexing import Progress
from desktop_app.language.folding import fold
from desktop_app.language.lexicon.lexicon import Lexicon, Translation
from desktop_app.language.tokens import HAN
from desktop_app.pairing.align import align
from desktop_app.pairing.associations import associations, key_of
from desktop_app.store.own_terms import PairAt
from desktop_app.store.store import Store, StoreWriter

VERSION = 1
"""Of the rules by which terms are learned; a higher one has all archives learn anew."""
_MOST_PAIRS = 1000
_MOST_CHARACTERS = 4_000_000  # of passages: some ten seconds
_MOST_PARAGRAPHS = 400  # of an item that is aligned
_WEIGHT = 0.95  # of the surest: what the dictionary is sure of comes before it


class OwnTerms:
    """Implements `search.bilingual.sources.Source` by what an archive's pairs taught."""

    def __init__(self, store: Store) -> None:
        """Ask `store`."""
        self._store = store

    def translations(self, text: str) -> list[Translation]:
        """Those learned for `text`."""
        terms = self._store.terms
        found = terms.english_of(fold(text)) if HAN.search(text) else terms.chinese_of(key_of(text))
        return [Translation(word, round(_WEIGHT * weight, 3)) for word, weight in found]


def is_behind(store: Store) -> bool:
    """Whether an archive has pairs to learn from; what newer rules did is left alone."""
    return store.terms.learned()[0] < VERSION and bool(store.pairs.found_rows())


def learn(store: StoreWriter, progress: Progress, cancelled: Callable[[], bool]) -> None:
    """Learn from the pairs there are, unless it was these already; raises `Cancelled`."""
    pairs = _pairs(store)
    told = blake2b(repr((VERSION, sorted(pairs))).encode(), digest_size=16).hexdigest()
    if store.terms.learned()[1] == told:
        with store.batch():
            store.terms.note_learned(VERSION, told)
        return
    passages = list(_passages(store, pairs, progress, cancelled))
    found = associations(passages, Lexicon.open().words, cancelled)
    with store.batch():
        store.terms.replace(
            (key_of(each.english), each.english, each.chinese, each.weight) for each in found
        )
        store.terms.drop_links_but(pairs)
        store.terms.note_learned(VERSION, told)


def _pairs(store: Store) -> list[PairAt]:
    """The pairs to learn from, those a reader made first."""
    decided = [each for each in store.pairs.decisions() if each.together]
    numbers = store.pairs.numbers_of(each for one in decided for each in (one.en, one.zh))
    by_hand = [
        (numbers[each.en], numbers[each.zh])
        for each in decided
        if each.en in numbers and each.zh in numbers
    ]
    change = store.terms.change_of
    made = [(one, other, change(one), change(other)) for one, other in by_hand]
    return list(dict.fromkeys((*made, *store.terms.pairs(_MOST_PAIRS))))[:_MOST_PAIRS]


def _passages(
    store: StoreWriter,
    pairs: Iterable[PairAt],
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Iterator[tuple[str, str]]:
    """The passages of `pairs` that belong together: English, Chinese."""
    lexicon, left = Lexicon.open(), _MOST_CHARACTERS
    every = list(pairs)
    for done, pair in enumerate(every):
        if cancelled():
            raise Cancelled
        progress(done, len(every))
        one, other = store.items_by_number(pair[:2])
        texts = one.paragraphs[:_MOST_PARAGRAPHS], other.paragraphs[:_MOST_PARAGRAPHS]
        left -= sum(map(len, (*texts[0], *texts[1])))
        if left < 0:
            return
        kept = store.terms.links(pair)
        if kept is None:
            linked = align(*texts, lexicon, cancelled)
            kept = json.dumps([[each.en, each.zh] for each in linked if each.en and each.zh])
            with store.batch():
                store.terms.put_links(pair, kept)
        for english, chinese in json.loads(kept):
            yield (
                "\n".join(texts[0][place] for place in english),
                "\n".join(texts[1][place] for place in chinese),
            )
