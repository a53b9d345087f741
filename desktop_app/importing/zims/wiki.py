"""What mwoffliner adds to the pages of a wiki: a footer with their address and last edit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import unescape

from desktop_app.importing.dates import find_date, not_in_future

# Between comments until 2017, by a class since; its words are in the wiki's language.
_FOOTER = re.compile(
    rb"<!--htdig_noindex-->(.{0,8000}?)<!--/htdig_noindex-->|"
    rb"""<(div|footer)\b[^>]{0,200}?\bclass\s*=\s*["'][^"'>]{0,200}?\bzim-footer\b[^>]*>(.{0,8000}?)</\2>""",
    re.DOTALL | re.IGNORECASE,
)
_LINK = re.compile(
    rb"""<a\b[^>]{0,2000}?\bhref\s*=\s*["'](https?://[^"'\s>]+)[^>]*>""", re.IGNORECASE
)
_TITLE = re.compile(rb"""\btitle\s*=\s*["']([^"']{1,200})""", re.IGNORECASE)
_VERSION = re.compile(r"\?oldid=\d+$")
_FORMULA = re.compile(rb"<img\b(?=[^>]{0,2000}?\bmwe-math)[^>]*>", re.IGNORECASE)
_ALT = re.compile(rb"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WikiPage:
    """A page without what was added; where it was got and when last edited, if it says."""

    content: bytes
    address: str = ""
    edited: date | None = None


def wiki_page(content: bytes) -> WikiPage:
    """`content` without the footer, and formulas as text instead of pictures."""
    plain = _FORMULA.sub(_formula, content)
    footer = next(reversed(list(_FOOTER.finditer(plain))), None)  # an article may quote one
    link = _LINK.search(footer[1] or footer[3] or b"") if footer else None
    if footer is None or link is None:
        return WikiPage(plain)
    title = _TITLE.search(link[0])
    return WikiPage(
        content=plain[: footer.start()] + plain[footer.end() :],
        address=_VERSION.sub("", unescape(link[1].decode("utf-8", "replace"))),
        edited=not_in_future(find_date(title[1].decode("utf-8", "replace"))) if title else None,
    )


def _formula(image: re.Match[bytes]) -> bytes:
    alt = _ALT.search(image[0])
    return (alt[1] or alt[2] or b"") if alt else b""
