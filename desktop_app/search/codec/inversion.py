"""From the texts of a batch of documents to the postings of one field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from desktop_app.language.token_arrays import CODE_BITS, TokenArrays, TokenSplitter
from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.rows import starts_of
from desktop_app.search.codec.segment_writer import Postings

# Left between the texts of one document, so that no phrase reaches across.
GAP = 10
# A token's code and its place in the batch share 64 bits, so that one sort of plain
# numbers both groups the tokens by word and leaves them in order: 11 ns a token, where
# a stable argsort takes 240.
_PLACE_BITS = 64 - CODE_BITS
LARGEST_BATCH = 1 << _PLACE_BITS  # tokens


@dataclass(frozen=True, slots=True)
class Inverted:
    """The postings of a field, and each document's length in tokens (int64)."""

    postings: Postings
    lengths: Array


def invert(splitter: TokenSplitter, texts: Sequence[Sequence[str]]) -> Inverted:
    """The postings of documents numbered from 0, whose texts are `texts`."""
    owners = np.repeat(np.arange(len(texts)), [len(each) for each in texts])
    tokens = splitter.split([text for each in texts for text in each])
    if len(tokens.codes) >= LARGEST_BATCH:
        raise ValueError(f"a batch of {len(tokens.codes)} tokens; {LARGEST_BATCH} are too many")
    documents = owners[tokens.texts] if len(owners) else np.empty(0, np.int64)
    positions = tokens.positions + _bases(tokens.widths, owners)[tokens.texts]
    lengths = np.bincount(documents, minlength=len(texts))
    return Inverted(_group(tokens, documents, positions), lengths)


def _bases(widths: Array, owners: Array) -> Array:
    """Where the positions of each text start in its document."""
    ends = np.cumsum(widths + GAP)
    starts = ends - widths - GAP
    firsts = np.ones(len(owners), np.bool_)
    firsts[1:] = owners[1:] != owners[:-1]
    texts_each = np.diff([*np.flatnonzero(firsts), len(owners)])
    bases: Array = starts - np.repeat(starts[firsts], texts_each)
    return bases


def _group(tokens: TokenArrays, documents: Array, positions: Array) -> Postings:
    """The tokens by word, then document, then position."""
    keys = tokens.codes << np.uint64(_PLACE_BITS)
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys.sort()
    places = (keys & np.uint64(LARGEST_BATCH - 1)).astype(np.int64)
    codes = keys >> np.uint64(_PLACE_BITS)
    documents, positions = documents[places], positions[places]
    new_word = _changes(codes)
    new_posting = np.flatnonzero(new_word | _changes(documents))
    word_at = np.flatnonzero(new_word)
    postings = Postings(
        words=tokens.spell(codes[word_at]),
        documents_each=np.diff([*np.searchsorted(new_posting, word_at), len(new_posting)]),
        documents=documents[new_posting],
        frequencies=np.diff([*new_posting, len(keys)]),
        positions_each=np.diff([*word_at, len(keys)]),
        positions=positions,
    )
    return _in_order(postings)


def _changes(values: Array) -> Array:
    """Where a value is not the one before it."""
    changes = np.ones(len(values), np.bool_)
    changes[1:] = values[1:] != values[:-1]
    return changes


def _in_order(postings: Postings) -> Postings:
    """`postings` in the order of the words' bytes.

    Chinese words and others come here as two sorted rows; they seldom mix, so that
    whole stretches of each move at a time.
    """
    order = sorted(range(len(postings.words)), key=postings.words.__getitem__)
    numbers = np.array(order, np.int64)
    breaks = [0, *(np.flatnonzero(np.diff(numbers) != 1) + 1).tolist(), len(order)]
    stretches = [(order[a], order[b - 1] + 1) for a, b in pairwise(breaks) if b > a]
    if len(stretches) < 2 or postings.positions is None or postings.positions_each is None:
        return postings
    posting_at = starts_of(postings.documents_each)
    position_at = starts_of(postings.positions_each)

    def move(values: Array, starts: Array) -> Array:
        return np.concatenate([values[starts[a] : starts[b]] for a, b in stretches])

    return Postings(
        words=[postings.words[number] for number in order],
        documents_each=postings.documents_each[numbers],
        documents=move(postings.documents, posting_at),
        frequencies=move(postings.frequencies, posting_at),
        positions_each=postings.positions_each[numbers],
        positions=move(postings.positions, position_at),
    )
