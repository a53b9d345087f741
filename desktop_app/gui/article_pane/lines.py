"""The lines of an item as they are set: title, facts, paragraphs, photos, captions.

One `Line` is one block of the document, so that a place in a line is a place in the
document. Every language of the interface gives the same lines with other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desktop_app.gui.article_pane.copies_line import copies_line
from desktop_app.gui.article_pane.line_links import links_by_paragraph, within
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Item, Link, Origin, Photo
from desktop_app.language.detect import detect_language
from desktop_app.language.reading_time import reading_minutes

# Code points; a longer paragraph is set as several, or laying it out would freeze the window.
LONGEST_LINE = 4000
_SEARCHED_FOR_END = 500  # code points before a cut among which a sentence should end
_LONGEST_ADDRESS = 80  # code points of a link shown
_SCRIPT_SAMPLE = 100  # code points that tell a paragraph's script
_SENTENCE_END = re.compile(r"[。！？；]|[.!?;,]?\s")
# What Qt takes for its own marks: new blocks, frames and pictures.
_QT_MARKS = {
    ord("\n"): "\u2028",
    ord("\r"): " ",
    0x2029: "\u2028",
    0xFDD0: " ",
    0xFDD1: " ",
    0xFFFC: " ",
    0: " ",
}
_ANY_QT_MARK = re.compile(f"[{''.join(map(chr, _QT_MARKS))}]")
PICTURE = "\ufffc"  # the character a picture stands at


class Role(Enum):
    """What a line is, which decides how it is set."""

    TITLE = auto()
    FACTS = auto()
    LINK = auto()
    CHINESE = auto()
    ENGLISH = auto()
    PICTURE = auto()
    MISSING = auto()  # stands where a photo would
    CAPTION = auto()
    CREDIT = auto()
    COPIES = auto()  # where else the story was found
    GAP = auto()  # nothing, between tables of two columns


@dataclass(frozen=True, slots=True)
class Line:
    """One block. `photo` is the photo's number in the item, -1 where it is none's.

    `absent` says that the photo itself is not shown. `links` lie between code points of `text`.
    A long paragraph is several lines: `goes_on` in the next one, `continues` the one before.
    `other` says that it is of the counterpart in the other language.
    """

    role: Role
    text: str
    photo: int = -1
    absent: bool = False
    links: tuple[Link, ...] = ()
    goes_on: bool = False
    continues: bool = False
    other: bool = False


def lines_of(
    item: Item, catalog: Catalog, shown: Sequence[bool], copies: Sequence[Origin] = ()
) -> list[Line]:
    """The lines of `item`; `shown` says of each photo whether its picture can be.

    `copies` are where else it was found.
    """
    return [
        Line(Role.TITLE, clean(item.title)),
        Line(Role.FACTS, clean(_head_facts(item, catalog))),
        *_link(item.url),
        *_body(item, catalog, shown),
        *_copies(copies, catalog),
    ]


def facts_of(item: Item, catalog: Catalog) -> str:
    """Date, byline, source and kind of `item`, as far as they are known; languages of several."""
    kind = _kind_name(item.kind, catalog)
    languages = catalog.language_names(item.languages) if item.other_languages else ""
    facts = (catalog.date(item.date), item.byline, item.source, kind, languages)
    return " · ".join(filter(None, facts))


def _head_facts(item: Item, catalog: Catalog) -> str:
    """The facts, and how long the item takes to read where that is half a minute or more."""
    minutes = round(reading_minutes(item.paragraphs))
    told = catalog.plural("{count} minute to read", "{count} minutes to read", minutes)
    return " · ".join(filter(None, (facts_of(item, catalog), told if minutes else "")))


def _kind_name(kind: str, catalog: Catalog) -> str:
    kinds = {
        "news": catalog.text("News"),
        "speech": catalog.text("Speech"),
        "bulletin": catalog.text("Bulletin"),
        "document": catalog.text("Document"),
    }
    return kinds.get(kind, kind)


def _link(url: str) -> Iterator[Line]:
    """The address; only one of the web is a link, since files are nobody's to open."""
    if url:
        is_web = url.lower().startswith(("http://", "https://"))
        shown = clean(url)
        if len(shown) > _LONGEST_ADDRESS:
            shown = shown[: _LONGEST_ADDRESS - 1] + "…"
        yield Line(Role.LINK, shown, links=(Link(0, len(shown), url),) if is_web else ())


def _copies(copies: Sequence[Origin], catalog: Catalog) -> Iterator[Line]:
    if copies:
        text, links = copies_line(copies, catalog)
        yield Line(Role.COPIES, clean(text), links=links)


def _body(item: Item, catalog: Catalog, shown: Sequence[bool]) -> Iterator[Line]:
    last, links = len(item.paragraphs), links_by_paragraph(item)
    waiting = sorted(range(len(item.photos)), key=lambda n: min(item.photos[n].after, last))
    for place in range(last + 1):
        while waiting and min(item.photos[waiting[0]].after, last) <= place:
            number = waiting.pop(0)
            yield from _photo(item.photos[number], number, catalog, shown[number])
        if place < last:
            yield from _paragraph(item.paragraphs[place], links.get(place, ()))


def _paragraph(text: str, links: tuple[Link, ...]) -> Iterator[Line]:
    sample = text[:_SCRIPT_SAMPLE]
    chinese = not sample.isascii() and detect_language(sample) == "zh"
    role = Role.CHINESE if chinese else Role.ENGLISH
    if len(text) <= LONGEST_LINE:
        yield Line(role, clean(text), links=links)
        return
    parts, start = list(pieces(text)), 0
    for number, part in enumerate(parts):
        goes_on, continues = number + 1 < len(parts), number > 0
        inside = tuple(within(links, start, start + len(part)))
        yield Line(role, clean(part), links=inside, goes_on=goes_on, continues=continues)
        start += len(part)


def pieces(text: str) -> Iterator[str]:
    """Cut `text` into pieces of at most `LONGEST_LINE`, after a sentence where there is one."""
    start = 0
    while len(text) - start > LONGEST_LINE:
        from_here = start + LONGEST_LINE - _SEARCHED_FOR_END
        ends = [end.end() for end in _SENTENCE_END.finditer(text, from_here, start + LONGEST_LINE)]
        cut = ends[-1] if ends else start + LONGEST_LINE
        yield text[start:cut]
        start = cut
    yield text[start:]


def _photo(photo: Photo, number: int, catalog: Catalog, shown: bool) -> Iterator[Line]:
    if shown:
        yield Line(Role.PICTURE, PICTURE, number)
    else:
        words = (
            catalog.text("The photo cannot be shown")
            if photo.file
            else catalog.text("The photo was not saved")
        )
        yield Line(Role.MISSING, words, number, absent=True)
    if photo.caption:
        yield Line(Role.CAPTION, clean(photo.caption), number, absent=not shown)
    origin = " · ".join(filter(None, (photo.credit, catalog.date_text(photo.taken))))
    if origin:
        yield Line(Role.CREDIT, clean(origin), number, absent=not shown)


def clean(text: str) -> str:
    """`text` without Qt's marks, as many code points long."""
    return text.translate(_QT_MARKS) if _ANY_QT_MARK.search(text) else text
