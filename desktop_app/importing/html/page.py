"""An HTML page, from wherever it was saved, read for its item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import html

from desktop_app.importing.encoding import decode
from desktop_app.importing.html.about import About, page_language, read_about
from desktop_app.importing.html.alternates import read_alternates
from desktop_app.importing.html.body import article_text
from desktop_app.importing.html.captions import Figure, find_figures
from desktop_app.importing.html.figures import placed_photos
from desktop_app.importing.html.links import page_links
from desktop_app.importing.html.places import find_places
from desktop_app.importing.html.styles import show_styled_pictures
from desktop_app.importing.html.tree import MAX_PAGE, held, parse_html, stripped_lines
from desktop_app.importing.html.unwanted import why_unwanted
from desktop_app.importing.own_item import own_item
from desktop_app.importing.page import read_bytes, shortened, tidy
from desktop_app.importing.raw import Found, RawItem, Skipped
from desktop_app.messages import message


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page as saved; picklable.

    `content` is its bytes or the file that holds them, `name` what messages call it,
    `address` where it was got, "" where only the page itself may say so, `captured` when,
    an ISO time or "". `encoding` is what was declared outside the page, as in the header
    of a response. `identity`, `part` and `offset` are those of `RawItem`; `where` names
    the page within its file in reports.
    """

    content: bytes | Path
    name: str
    address: str = ""
    captured: str = ""
    encoding: str = ""
    identity: str = ""
    part: str = ""
    offset: int | None = None
    where: str = ""


def read_page(page: HtmlPage) -> Sequence[Found]:
    """The item of `page`, or why it has none; raises `ImportFailure`."""
    content = page.content
    if isinstance(content, Path):
        content = read_bytes(content, MAX_PAGE)
    text = decode(content, page.name, page.encoding)
    tree = parse_html(text, page.name)
    with held(tree):
        own = own_item(tree, page.address)
        return (_found(page, tree, text) if own is None else _placed(page, own),)


def _placed(page: HtmlPage, own: Found) -> Found:
    """What an exported page is, and where it was; its address was nobody's."""
    if not isinstance(own, RawItem):
        return replace(own, where=page.where)
    return replace(own, part=page.part, offset=page.offset, captured=page.captured)


def _found(page: HtmlPage, tree: html.HtmlElement, text: str) -> Found:
    """The item of the page with this tree and text, or why it has none."""
    about = read_about(tree, page.address, page.captured)
    show_styled_pictures(tree)
    figures = find_figures(tree)
    # The last resort is for a page whose tree has no text: tags nested too deep, or broken.
    paragraphs = article_text(tree) or tuple(stripped_lines(text))
    if why := why_unwanted(tree, about, paragraphs, page.address):
        return Skipped(page.where, why)
    if not about.title and not paragraphs:
        return Skipped(page.where, message("it holds no text"))
    if paragraphs and tidy(paragraphs[0]) == about.title:
        paragraphs = paragraphs[1:]
    return _item(page, tree, about, figures, paragraphs)


def _item(
    page: HtmlPage,
    tree: html.HtmlElement,
    about: About,
    figures: Sequence[Figure],
    paragraphs: tuple[str, ...],
) -> RawItem:
    places = find_places(tree, paragraphs)
    title = about.title or shortened(paragraphs[0] if paragraphs else "")
    return RawItem(
        title=title,
        paragraphs=paragraphs,
        language=page_language(tree, "\n".join((title, *paragraphs))),
        source=about.source,
        kind=about.kind,
        date=about.day,
        byline=about.byline,
        url=about.url,
        photos=placed_photos(tree, figures, places),
        links=page_links(tree, places.anchors, about.url or page.address),
        identity=page.identity,
        alternates=read_alternates(tree, about.url or page.address),
        part=page.part,
        details=about.details,
        offset=page.offset,
        address=page.address,
        captured=page.captured,
    )
