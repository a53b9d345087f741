"""Text as a citation may hold it: one line, nothing that is not seen."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

_LONGEST_ADDRESS = 8000  # characters, as servers bound it (RFC 9110, 4.1)
_LONGEST = 2000  # characters of one fact; a title that is longer is no title
# Controls, marks of direction, zero-width blanks, private and unassigned characters. The
# joiners U+200C and U+200D stay: Persian and Indian words are misspelt without them.
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs")
_JOINERS = "\u200c\u200d"
_LEFT_BARE = "!#$%&'()*+,-./:;=?@[]_~"  # RFC 3986: reserved and unreserved signs


def one_line(text: str) -> str:
    """`text` on one line, blanks run together, without characters that are not seen."""
    blanks = re.sub(r"\s", " ", text[:_LONGEST])
    seen = (
        each for each in blanks if each in _JOINERS or unicodedata.category(each) not in _UNSEEN
    )
    return " ".join("".join(seen).split())


def web_address(text: str) -> str:
    """`text` as a web address in ASCII signs that mean nothing elsewhere, or "" if it is none."""
    if len(text) > _LONGEST_ADDRESS:
        return ""
    address = "".join(each for each in text.strip() if unicodedata.category(each) not in _UNSEEN)
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return quote(address, safe=_LEFT_BARE + "".join(each for each in address if _is_letter(each)))


def _is_seen(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _UNSEEN


def _is_letter(character: str) -> bool:
    """Whether a character beyond ASCII may be read in an address as it is (RFC 3987)."""
    return not character.isascii() and character.isalnum()
