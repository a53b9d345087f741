"""One script and one set of marks, character for character: what the rules read.

Traditional characters become simplified, corner brackets quotation marks, half-width marks
full-width ones. Every character stays in its place, so that spans hold in the original.
"""

from __future__ import annotations

from functools import lru_cache

from desktop_app.language.folding import fold_character

_MARKS = str.maketrans("「」『』﹁﹂﹃﹄,:;!?()丶〈〉＂｢｣", '“”‘’“”‘’，：；！？（）、《》"“”')
_HAN = (0x3400, 0x9FFF)


class _Plain(dict[int, int]):
    """A `str.translate` table that works each character out when first met."""

    def __missing__(self, code: int) -> int:
        plain = self[code] = _MARKS.get(code) or self._simplified(code)
        return plain

    def _simplified(self, code: int) -> int:
        if not _HAN[0] <= code <= _HAN[1]:
            return code
        folded = fold_character(code)
        return ord(folded) if len(folded) == 1 else code


@lru_cache(maxsize=1)
def _table() -> _Plain:
    """One table a process, which grows with the characters met."""
    return _Plain()


def plain(text: str) -> str:
    """`text` in simplified characters and full-width marks, of the same length."""
    return text.translate(_table())
