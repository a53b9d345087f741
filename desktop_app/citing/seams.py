"""Punctuation where the pieces of a citation meet: CSL 1.0.2, "Locale Options"."""

from __future__ import annotations

import re

CLOSE = "\ufdd0"
"""Stands for a style's closing quotation mark, `OWN` behind a mark with which a title
itself ends; by Unicode neither is ever a character of a text."""
OWN = "\ufdd1"

_TAGS = r"((?:</[a-z]+>)*)"
_MARKS = rf"((?:[\"”'’]{OWN})?{CLOSE}?)"
# No full stop follows another mark that ends a sentence, nor in any of the manuals' examples.
_STOP_AFTER_MARK = re.compile(rf"([?!？！。]){_MARKS}{_TAGS}\.(?=\s|$|<)")
_STOP_AFTER_STOP = re.compile(rf"\.(?=[^.])({_MARKS}{_TAGS})(?<!\.)\.(?=\s|$|<|,)")
_INSIDE = re.compile(rf"((?:[\"”'’]{OWN}{CLOSE}?|{CLOSE})){_TAGS}([.,])")


def marked_end(text: str) -> str:
    """`text` with `OWN` behind it where it ends with a quotation mark that it opened."""
    end = text[-1:]
    straight = end in ("'", '"') and re.search(rf"(?:^|[\s(\[]){end}", text[:-1])
    opened = {"”": "“", "’": "‘"}.get(end, end) in text[:-1]
    return text + OWN if straight or (opened and end in ("”", "’")) else text


def finished(text: str, inside: bool, close: str) -> str:
    """`text` with each full stop and comma once and on its side of the quotation marks.

    `inside` tells that the locale puts them before the mark `close`.
    """
    text = " ".join(text.split())
    text = _STOP_AFTER_MARK.sub(r"\1\2\3", text)
    text = _STOP_AFTER_STOP.sub(r".\1", text)
    if inside:
        text = _INSIDE.sub(r"\3\1\2", text)
    return text.replace(CLOSE, close).replace(OWN, "")
