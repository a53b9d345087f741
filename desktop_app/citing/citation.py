"""An item's citation, as text and as HTML for the clipboard."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_app.citing.authors import Author, authors, by_characters
from desktop_app.citing.csl_item import csl_item, csl_name
from desktop_app.citing.styles import STYLES, Style
from desktop_app.items import Item, Origin

_NUMBER = re.compile(r"^\[1\]\s*")  # its place in a list of which it is the only entry


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: `text` is plain, `html` a fragment with ``<i>`` and nothing but such tags."""

    text: str
    html: str


def citation(item: Item, style: str, origin: Origin | None = None) -> Citation:
    """Cite `item` in `style`, a key of `STYLES`: a reference, in Chicago style a full note.

    `origin` (``Archive.origin(item.id)``) tells the day the item was saved, which GB/T 7714
    asks for. Takes about 10 ms, and 0.1 s the first time, when the processor is loaded.
    """
    chosen = STYLES[style]
    return _rendered(chosen, item, origin, chosen.by_note, None)


def in_text(
    item: Item, style: str, origin: Origin | None = None, paragraph: int | None = None
) -> Citation:
    """The short reference that goes with a quotation, such as ``(Smith, 2021, para. 4)``.

    `paragraph` counts from 1 and is named where the style's manual counts paragraphs. In
    Chicago style this is the full note, with the paragraph; in GB/T 7714 it is empty, as
    only a list knows its numbers.
    """
    chosen = STYLES[style]
    if not (chosen.in_text or chosen.by_note):
        return Citation("", "")
    place = paragraph if chosen.counts or chosen.by_note else None
    return _rendered(chosen, item, origin, True, place)


def _rendered(
    style: Style, item: Item, origin: Origin | None, by_note: bool, paragraph: int | None
) -> Citation:
    from desktop_app.citing import processor  # noqa: PLC0415 (takes 0.1 s to load)

    known = _for_style(style, item, csl_item(item, origin))
    locale = style.locale(item.language)
    if by_note:
        rendered = processor.note(style.path, locale, known, paragraph)
    else:
        rendered = processor.entry(style.path, locale, known)
    rendered = _NUMBER.sub("", rendered)
    return Citation(processor.plain(rendered), rendered)


def _for_style(style: Style, item: Item, known: dict[str, object]) -> Mapping[str, object]:
    """What a style wants otherwise than CSL-JSON has it."""
    known, names = dict(known), authors(item.byline)
    known["author"] = [_name_for(style, author) for author in names]
    if len(names) == 1 and _same(names[0].whole, str(known.get("container-title", ""))):
        _once(style, known)
    return {key: value for key, value in known.items() if value}


def _name_for(style: Style, author: Author) -> dict[str, str]:
    if author.family_first and style.whole_names:
        return {"literal": author.whole}
    if author.family_first and style.by_characters:
        author = replace(author, given=by_characters(author.given))
    return csl_name(author)


def _once(style: Style, known: dict[str, object]) -> None:
    """Name a source once that is its own author.

    APA (10.16) leaves out the site, MLA and Chicago the author.
    """
    if style.whole_names:
        known.pop("author", None)
    elif style.key == "apa" and known["type"] == "webpage":
        known.pop("container-title", None)


def _same(name: str, other: str) -> bool:
    plain = [re.sub(r"^the\s+", "", each.casefold()) for each in (name, other)]
    return bool(name) and plain[0] == plain[1]


def as_html(text: str) -> str:
    """`text` escaped, its lines apart."""
    return "<br>".join(html.escape(text, quote=False).split("\n"))
