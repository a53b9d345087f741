"""Which script a Chinese text is written in: simplified or traditional."""

from __future__ import annotations

from functools import lru_cache

import opencc

from desktop_app.language.tokens import HAN

_LOOKED_AT = 20_000  # code points


def chinese_script(text: str) -> str:
    """``"Hant"`` where more characters are traditional only than simplified only, or ``"Hans"``."""
    written = "".join(HAN.findall(text[:_LOOKED_AT]))
    simplified, traditional = (_changes(written, table) for table in ("s2t", "t2s"))
    return "Hant" if traditional > simplified else "Hans"


def _changes(text: str, table: str) -> int:
    """How many characters a table of OpenCC would write otherwise."""
    return sum(_converted(each, table) != each for each in text)


@lru_cache(maxsize=16_384)
def _converted(character: str, table: str) -> str:
    return str(_table(table).convert(character))


@lru_cache(maxsize=2)
def _table(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)
