"""A text of an EPUB file taken apart at the places its table of contents names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html.entities import name2codepoint

from lxml import etree, html

from desktop_app.importing.documents.zipped import joined, xml_parser
from desktop_app.importing.encoding import decode
from desktop_app.importing.html.captions import CAPTION_MARK, Figure, find_figures
from desktop_app.importing.html.links import page_links
from desktop_app.importing.html.places import find_places
from desktop_app.importing.html.tree import BLOCKS, SILENT, classes, parse_html, walk_blocks
from desktop_app.importing.page import tidy
from desktop_app.importing.raw import RawPhoto
from desktop_app.items import Link

_ANCHOR = "data-beilin-anchor"
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_ENTITIES = ("amp", "lt", "gt", "quot", "apos")
_CALIBRE_BAR = re.compile(r"calibre_navbar")
_CALIBRE_FROM = re.compile(r"downloaded by\s+calibre\s+from|由\s*calibre\s*.{0,6}下载", re.I)
_AUTHORS = frozenset(("author", "dc.creator", "dcterms.creator"))
_DATES = frozenset(("date", "dc.date", "dcterms.date", "article:published_time", "pubdate"))
_MIN_LINKS = 3  # a table of contents has more
_ALT_FILE = re.compile(r"^\S+\.(?:jpe?g|png|gif|webp|svg)$|^(?:image|cover|img)\s*\d*$", re.I)


@dataclass(slots=True)
class Section:
    """What stands between two places: the paragraphs and pictures, and what is said of it."""

    fragment: str
    heading: str = ""
    paragraphs: list[str] = field(default_factory=list)
    photos: list[RawPhoto] = field(default_factory=list)
    address: str = ""
    links: tuple[Link, ...] = ()

    @property
    def size(self) -> int:
        """Code points of the paragraphs, each with a line end behind it."""
        return sum(len(paragraph) + 1 for paragraph in self.paragraphs)


def moved(links: Iterable[Link], by: int) -> tuple[Link, ...]:
    """The links `by` code points further on; those before the beginning are gone."""
    return tuple(
        Link(link.start + by, link.end + by, link.address) for link in links if link.start + by >= 0
    )


@dataclass(frozen=True, slots=True)
class Text:
    """A text's sections, its own title, and whether it is a list of links."""

    title: str
    language: str
    sections: tuple[Section, ...]
    is_index: bool
    author: str = ""
    date: str = ""


def read_text(content: bytes, member: str, fragments: Sequence[str]) -> Text:
    """The text in `member`, a section from each of `fragments` on; raises `ImportFailure`."""
    tree = _tree(content, member)
    title = tidy(tree.findtext(".//title") or "")
    address = _without_calibre(tree)
    index = _is_index(tree)
    figures = {figure.image: figure for figure in find_figures(tree)}
    _flatten(tree)
    _mark(tree, fragments)
    sections = [Section("", address=address)]
    body = tree.find("body")
    for piece in walk_blocks(tree if body is None else body, BLOCKS, SILENT - {"svg"}):
        if isinstance(piece, str):
            sections[-1].paragraphs.append(piece)
        elif (fragment := piece.get(_ANCHOR)) is not None:
            sections.append(Section(fragment, address=address))
        elif (photo := _photo(piece, figures, member, len(sections[-1].paragraphs))) is not None:
            sections[-1].photos.append(photo)
    _name_headings(tree, sections)
    _link(tree, sections, address)
    filled = tuple(each for each in sections if each.paragraphs or each.photos)
    author, day = _meta(tree, _AUTHORS), _meta(tree, _DATES)
    return Text(title, tree.get("lang") or "", filled, index, author, day)


def _meta(tree: html.HtmlElement, names: frozenset[str]) -> str:
    """What the first of the head's meta elements called one of `names` says."""
    for meta in tree.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in names:
            return tidy(meta.get("content") or "")
    return ""


def _tree(content: bytes, member: str) -> html.HtmlElement:
    """The page as XML where it is, which knows ``<title/>`` to be empty; else as HTML."""
    text = decode(content, member)
    try:
        whole = _ENTITY.sub(_character, text).encode("utf-8", "replace")
        whole = re.sub(rb"^\s*<\?xml[^>]{0,200}\?>", b"", whole)
        root = etree.fromstring(whole, xml_parser())
    except (etree.LxmlError, ValueError):
        return parse_html(text, member)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    etree.cleanup_namespaces(root)
    return parse_html(etree.tostring(root, encoding="unicode", method="html"), member)


def _character(match: re.Match[str]) -> str:
    """An entity of HTML, which XML does not know, as its character."""
    code = name2codepoint.get(match[1])
    return match[0] if code is None or match[1] in _XML_ENTITIES else chr(code)


def _without_calibre(tree: html.HtmlElement) -> str:
    """Take away what Calibre adds to news, and give the address it names."""
    address = ""
    for element in list(tree.iter("div", "p", "hr")):
        if element.getparent() is None:
            continue
        is_bar = _CALIBRE_BAR.search(classes(element)) is not None
        if is_bar or _CALIBRE_FROM.search(element.text_content()[:200]):
            links = [link.get("href") or "" for link in element.iter("a")]
            if _CALIBRE_FROM.search(element.text_content()[:200]):
                address = next((each for each in links if each.startswith("http")), address)
            if is_bar or len(element.text_content()) < 400:
                element.drop_tree()
    if not address:
        canonical = tree.xpath("//link[@rel='canonical']/@href")
        address = str(canonical[0]) if canonical else ""
    return address if address.startswith(("http://", "https://")) else ""


def _is_index(tree: html.HtmlElement) -> bool:
    """Whether nearly all words lead elsewhere, as in a table of contents."""
    body = tree.find("body")
    whole = len(tidy((tree if body is None else body).text_content()))
    links = [len(tidy(link.text_content())) for link in tree.iter("a") if link.get("href")]
    return len(links) >= _MIN_LINKS and sum(links) * 10 >= whole * 7


def _flatten(tree: html.HtmlElement) -> None:
    """Captions out of the text; rows of tables to lines, their cells set apart by bars."""
    for caption in tree.xpath(f"//*[@{CAPTION_MARK}]"):
        if caption.getparent() is not None and not len(caption.xpath(".//img")):
            caption.drop_tree()
    for row in list(tree.iter("tr")):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) < 2 or row.xpath(".//img | .//tr"):
            continue
        words = [tidy(cell.text_content()) for cell in cells]
        tail = row.tail
        row.clear()
        row.tag, row.tail = "p", tail
        row.text = " | ".join(words) if any(words) else ""


def _mark(tree: html.HtmlElement, fragments: Sequence[str]) -> None:
    """Set a mark, which walking the blocks meets as a picture, before each place."""
    wanted = {fragment for fragment in fragments if fragment}
    for element in list(tree.iter()) if wanted else []:
        name = element.get("id") or element.get("name")
        if name in wanted and element.getparent() is not None and element.tag != "body":
            wanted.discard(name)
            element.addprevious(html.Element("img", {_ANCHOR: name}))


def _photo(
    image: html.HtmlElement,
    figures: dict[html.HtmlElement, Figure],
    member: str,
    after: int,
) -> RawPhoto | None:
    name = joined(member, image.get("src") or "")
    figure = figures.get(image)
    alt = tidy(image.get("alt") or "")
    if not name:
        return None
    return RawPhoto(
        None,
        figure.caption if figure else "",
        figure.credit if figure else "",
        after=after,
        references=(name,),
        alt="" if _ALT_FILE.match(alt) else alt[:800],
    )


def _link(tree: html.HtmlElement, sections: Sequence[Section], address: str) -> None:
    """Give each section the links that lead out of the book from its paragraphs."""
    places = find_places(tree, [line for section in sections for line in section.paragraphs])
    links = page_links(tree, places.anchors, address)
    start = 0
    for section in sections:
        end = start + section.size
        section.links = moved((each for each in links if start <= each.start < end), -start)
        start = end


def _name_headings(tree: html.HtmlElement, sections: Sequence[Section]) -> None:
    """Note each section's first heading, where it is among its first lines."""
    headings = {tidy(h.text_content()) for h in tree.iter("h1", "h2", "h3")} - {""}
    for section in sections:
        section.heading = next((line for line in section.paragraphs[:4] if line in headings), "")
