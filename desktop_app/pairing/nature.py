"""What kind of paragraph a text is: headings pair with headings, list items with list items."""

from __future__ import annotations

import re

PROSE, LEAD_IN, SHORT, ENTRY, CODE = range(5)
_ENTRY = re.compile(r"\s*(?:[-*•·▪●+]|[(（]?\d{1,2}[.)）、]|[一二三四五六七八九十]{1,3}、)\s*\S")
_CODE = re.compile(r"[{}<>;=$|]|^\s*#|^\S+:(?:\s|$)|::|//|--\w")
_HAN = re.compile("[\u4e00-\u9fff]")
_SHORT = 60  # letters; a Chinese character counts as three


def nature(text: str) -> int:
    """One of `PROSE`, `LEAD_IN` (ends with a colon), `SHORT` (no full stop), `ENTRY`, `CODE`."""
    tail = text.rstrip()[-1:]
    if _ENTRY.match(text):
        return ENTRY
    if tail in (":", "："):
        return LEAD_IN
    if _CODE.search(text) and not _HAN.search(text) and tail not in ".!?":
        return CODE
    short = len(text) + 2 * len(_HAN.findall(text[:_SHORT])) <= _SHORT
    return SHORT if short and tail not in tuple(".。!?！？") else PROSE
