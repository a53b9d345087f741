"""Where a key word stands in many texts at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Union

import numpy as np

from desktop_app.language.bulk_folding import IN_WORD, Array, FoldedText, bulk_folder

Finder = Callable[[str], Iterator[tuple[int, int]]]
"""From a folded paragraph to the spans of what is looked for, in order, none overlapping."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Folded words, each a whole Latin word, or else one Chinese run found anywhere.

    `variants` are all other characters that fold to one of a Chinese run.
    """

    words: tuple[str, ...]
    chinese: bool = False
    variants: tuple[str, ...] = ()


KeyWord = Union[Forms, Finder]  # noqa: UP007 (3.10)


def find_written(text: str, wanted: Sequence[KeyWord]) -> tuple[Array, Array]:
    """The spans (int64, starts and ends) in `text`, as written, of what is `wanted`, in order.

    A Chinese run is looked for without folding where no variant of it is in `text`, which
    takes a fifth of the time.
    """
    only = wanted[0] if len(wanted) == 1 else None
    if isinstance(only, Forms) and _is_plain(text, only):
        return _by_words(text, only.words)
    folded = bulk_folder().fold(text)
    return folded.written(*find_key_words(folded, wanted))


def _is_plain(text: str, forms: Forms) -> bool:
    """Whether they are a Chinese run that `text` writes in no other way."""
    return forms.chinese and not any(variant in text for variant in forms.variants)


def find_key_words(folded: FoldedText, wanted: Sequence[KeyWord]) -> tuple[Array, Array]:
    """The spans (int64, starts and ends, folded) of what is `wanted`, in order.

    Of two that overlap the first stays, and the longer of two that begin together. No span
    reaches over a line end.
    """
    found = [_by_forms(folded, each) if isinstance(each, Forms) else _by_finder(folded.text, each)
             for each in wanted]  # fmt: skip
    starts = np.concatenate([np.empty(0, np.int64), *(each[0] for each in found)])
    ends = np.concatenate([np.empty(0, np.int64), *(each[1] for each in found)])
    order = np.lexsort((-ends, starts))
    starts, ends = starts[order], ends[order]
    return _apart(starts, ends) if len(found) > 1 else (starts, ends)


def _by_forms(folded: FoldedText, forms: Forms) -> tuple[Array, Array]:
    starts, ends = _by_words(folded.text, forms.words)
    if forms.chinese:
        return starts, ends
    whole = _is_whole(folded, starts, ends)
    return starts[whole], ends[whole]


def _by_words(text: str, words: Sequence[str]) -> tuple[Array, Array]:
    """Every place of each of `words`, one word after another."""
    starts: list[Array] = [np.empty(0, np.int64)]
    ends: list[Array] = [np.empty(0, np.int64)]
    for word in words:
        found = re.finditer(re.escape(word), text)
        first = np.array([each.start() for each in found], np.int64)
        starts.append(first)
        ends.append(first + len(word))
    return np.concatenate(starts), np.concatenate(ends)


def _is_whole(folded: FoldedText, starts: Array, ends: Array) -> Array:
    """Whether Latin words end where spans do."""
    last = len(folded.text) - 1
    before = (starts > 0) & (folded.kinds(np.maximum(starts - 1, 0)) == IN_WORD)
    after = (ends <= last) & (folded.kinds(np.minimum(ends, last)) == IN_WORD)
    return ~(before | after)


def _by_finder(text: str, find: Finder) -> tuple[Array, Array]:
    spans, at = [], 0
    for paragraph in text.split("\n"):
        spans += [(at + start, at + end) for start, end in find(paragraph)]
        at += len(paragraph) + 1
    both = np.array(spans, np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _apart(starts: Array, ends: Array) -> tuple[Array, Array]:
    """Drop each span that begins inside one before it."""
    kept, last = [], -1
    for place, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        if start >= last:
            kept.append(place)
            last = end
    return starts[kept], ends[kept]
