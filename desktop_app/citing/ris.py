"""RIS, as its specification of 2011 (Research Information Systems) has it: lines end in CR LF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.citing.authors import Author, authors
from desktop_app.citing.csl_item import csl_item
from desktop_app.items import Item, Origin

_TYPES = {"article-newspaper": "NEWS", "webpage": "ELEC", "document": "GEN", "speech": "GEN"}
_END = "\r\n"


def ris(cited: Iterable[tuple[Item, Origin | None]], note: str = "") -> str:
    """All items as references, in UTF-8, each with `note`, one line, if any."""
    return _END.join(_reference(item, origin, note) for item, origin in cited)


def _reference(item: Item, origin: Origin | None, note: str) -> str:
    noted = [("N1", note)] if note else []
    lines = [f"{tag}  - {value}" for tag, value in [*_fields(item, origin), *noted]]
    return _END.join([*lines, "ER  - ", ""])


def _fields(item: Item, origin: Origin | None) -> Iterator[tuple[str, str]]:
    """Tags and values, each one line: `csl_item` leaves no line end in any."""
    known = csl_item(item, origin)
    yield "TY", _TYPES.get(str(known["type"]), "GEN")
    for author in authors(item.byline):
        yield "AU", _name(author)
    day = f"{item.date:%Y/%m/%d}/" if item.date and item.date.year > 999 else ""
    saved = known.get("accessed")
    parts = saved["date-parts"][0] if isinstance(saved, dict) else ()
    for tag, value in (
        ("TI", known.get("title")),
        ("T2", known.get("container-title")),
        ("PY", day[:4]),
        ("DA", day),
        ("ET", known.get("edition")),
        ("UR", known.get("URL")),
        ("Y2", "/".join(f"{part:02}" for part in parts) + "/" if parts else ""),
        ("LA", known.get("language")),
    ):
        if value:
            yield tag, str(value)


def _name(author: Author) -> str:
    """``Family, Given, Suffix``; a whole name as it is, its commas gone, as they part names."""
    if author.literal:
        return author.literal.replace(",", " ").replace("  ", " ")
    return ", ".join(part for part in (author.family, author.given, author.suffix) if part)
