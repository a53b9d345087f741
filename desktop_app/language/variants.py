"""Other ways of writing Chinese characters that fold to the same: 國 for 国, ㈱ for 株."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

import opencc

from desktop_app.language.folding import fold_character

# Ideographs, which OpenCC turns one by one; and what NFKC makes ideographs of: radicals,
# characters in circles and squares, compatibility ideographs.
_IDEOGRAPHS = (*range(0x3400, 0xA000), *range(0x20000, 0x2F800), *range(0x30000, 0x33480))
_COMPATIBLE = ((0x2E80, 0x3400), (0xF900, 0xFB00), (0x1F200, 0x1F300),
               (0x2F800, 0x2FA20))  # fmt: skip


def variants(text: str) -> tuple[str, ...]:
    """The characters, none of `text` among them, that fold to one of a folded Chinese text."""
    table = _written()
    return tuple(dict.fromkeys(chain.from_iterable(table.get(each, ()) for each in text)))


@lru_cache(maxsize=1)
def _written() -> Mapping[str, tuple[str, ...]]:
    """Folded character -> those that fold to it; takes some 50 ms to make, once a process."""
    found: dict[str, list[str]] = defaultdict(list)
    written = "".join(map(chr, _IDEOGRAPHS))
    for one, simple in zip(written, opencc.OpenCC("t2s").convert(written), strict=True):
        if one != simple:
            found[simple].append(one)
    for code in chain.from_iterable(range(*block) for block in _COMPATIBLE):
        for character in fold_character(code):
            if character != chr(code):
                found[character].append(chr(code))
    return {folded: tuple(dict.fromkeys(each)) for folded, each in found.items()}
