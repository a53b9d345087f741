"""From an item to CSL-JSON (schema csl-data, CSL 1.0.2), each choice with its source."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath

from desktop_app.citing.authors import Author, authors
from desktop_app.citing.clean_text import one_line, web_address
from desktop_app.citing.newspapers import is_newspaper
from desktop_app.items import Item, Origin

_OPENING = 60  # characters of the text that stand for a missing title
_SLOGAN = re.compile(r"\s+\|\s.*")  # behind the name of a site
_LOCALES = {"zh": "zh-CN", "en": "en-US"}


def csl_item(item: Item, origin: Origin | None = None) -> dict[str, object]:
    """`item` as an object of CSL-JSON; what is not known is left out.

    `origin` tells the day it was saved and, where the item has none, its address.
    """
    address = web_address(item.url) or web_address(origin.address if origin else "")
    source = _source(item)
    found: dict[str, object] = {
        "id": item.id,
        "type": _type(item, source, address),
        "title": title_of(item, origin),
        "author": [csl_name(author) for author in authors(item.byline)],
        "container-title": source,
        "issued": _day(item.date),
        "accessed": _day(_saved(origin)) if address else None,
        "edition": _edition(item),
        "URL": address,
        "language": _LOCALES.get(item.language, one_line(item.language)),
    }
    return {key: value for key, value in found.items() if value}


def csl_name(author: Author) -> dict[str, str]:
    """A name-variable; whole in `literal`, which no style takes apart (CSL 1.0.2, Appendix III)."""
    if author.literal:
        return {"literal": author.literal}
    parts = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {part: value for part, value in parts.items() if value}


def title_of(item: Item, origin: Origin | None = None) -> str:
    """The title on one line; in brackets the opening words, or the file, where there is none.

    Brackets mark what the one who cites adds (APA 7, 9.22: works without titles).
    """
    title = one_line(item.title)
    if title:
        return title
    opening = one_line(item.text)
    if opening:
        return f"[{opening[:_OPENING].rstrip()}…]" if len(opening) > _OPENING else f"[{opening}]"
    return f"[{one_line(PurePath(origin.file).name if origin else item.id) or one_line(item.id)}]"


def _type(item: Item, source: str, address: str) -> str:
    """The CSL type.

    A newspaper's article is one on its site too (GB/T 7714-2015, 4.4: [N/OL]; APA 7, 10.1,
    newspaper articles). Pages of news sites that are no newspapers are web pages (APA 7,
    10.16; GB/T 7714-2015, 4.6: [EB/OL]). Without an address it was on paper or the wire.
    """
    if item.kind in ("speech", "document"):
        return "webpage" if address else item.kind
    return "webpage" if address and not is_newspaper(source) else "article-newspaper"


def _source(item: Item) -> str:
    """What the item appeared in, without the slogan that sites add to their names."""
    return _SLOGAN.sub("", one_line(item.source))


def _edition(item: Item) -> str:
    """The edition, which Chicago and MLA name for newspapers."""
    return next((one_line(value) for name, value in item.details if name == "edition"), "")


def _saved(origin: Origin | None) -> date | None:
    """The day the item was saved: what the manuals call the day of access."""
    try:
        return date.fromisoformat(origin.captured[:10]) if origin else None
    except ValueError:
        return None


def _day(day: date | None) -> dict[str, object]:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else {}
