"""The text of a Word document in order: paragraphs, rows of tables, pictures.

WordprocessingML, ECMA-376 part 1, section 17; elements are known by their local names,
so that the transitional and the strict form are read alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from desktop_app.importing.documents.zipped import attribute, local
from desktop_app.importing.page import tidy

# What is deleted, instructions of fields, and the second form of a drawing.
_SILENT = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sdtPr"))
_STORIES = frozenset(("txbxContent",))  # text boxes have paragraphs of their own
_HOLDERS = frozenset(
    (
        *("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"),
        *("AlternateContent", "Choice"),
    )
)
_BLANKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_MAX_STYLES = 40  # a style based on a style based on …


@dataclass(frozen=True, slots=True)
class Span:
    """Words that lead to an address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a row or a picture.

    `style` is the name of the paragraph's built-in style in lower case, as ``title`` or
    ``heading 1``, ``row`` for one of a table, or ``picture``, whose `text` then is its
    alternative text and `target` its relation's id.
    """

    style: str
    text: str
    spans: tuple[Span, ...] = ()
    target: str = ""


@dataclass(frozen=True, slots=True)
class Relations:
    """What the document's ids lead to: addresses of links, and names of its styles."""

    links: Mapping[str, str]
    styles: Mapping[str, str]


def read_styles(root: etree._Element | None) -> dict[str, str]:
    """The built-in name (in lower case) each style has or is based on."""
    own: dict[str, tuple[str, str]] = {}
    for style in () if root is None else root:
        if local(style) == "style":
            children = {local(child): child for child in style}
            name = attribute(children["name"], "val") if "name" in children else ""
            base = attribute(children["basedOn"], "val") if "basedOn" in children else ""
            own[attribute(style, "styleId")] = (name.strip().lower(), base)
    return {style: _builtin(style, own) for style in own}


def _builtin(style: str, own: Mapping[str, tuple[str, str]]) -> str:
    first = own[style][0]
    for _ in range(_MAX_STYLES):
        name, base = own.get(style, ("", ""))
        if name in ("title", "subtitle", "caption") or name.startswith("heading "):
            return name
        if base not in own:
            break
        style = base
    return first


def read_blocks(element: etree._Element, relations: Relations) -> Iterator[Block]:
    """Yield what stands in `element` (a body, a cell, a text box), in order."""
    for child in element:
        name = local(child)
        if name == "p":
            yield from _paragraph(child, relations)
        elif name == "tbl":
            yield from _table(child, relations)
        elif name in _HOLDERS:
            yield from read_blocks(child, relations)


def _paragraph(paragraph: etree._Element, relations: Relations) -> Iterator[Block]:
    """The pictures of a paragraph, its text, and the text boxes anchored in it."""
    words: list[str] = []
    spans: list[Span] = []
    boxes: list[etree._Element] = []
    pictures: list[Block] = []
    for piece, address in _pieces(paragraph, relations, ""):
        if isinstance(piece, Block):
            pictures.append(piece)
        elif not isinstance(piece, str):
            boxes.append(piece)
        else:
            words.append(piece)
            if address and spans and spans[-1].address == address:
                spans[-1] = Span(spans[-1].text + piece, address)
            elif address:
                spans.append(Span(piece, address))
    yield from pictures
    style = _style(paragraph, relations)
    lines = [line for line in map(tidy, "".join(words).split("\n\n")) if line]
    for line in lines:
        yield Block(style, line, tuple(span for span in spans if tidy(span.text) in line))
    for box in boxes:
        yield from read_blocks(box, relations)


Piece = str | Block | etree._Element


def _pieces(
    element: etree._Element, relations: Relations, address: str
) -> Iterator[tuple[Piece, str]]:
    """Texts with the address they lead to, pictures, and text boxes, in order."""
    for child in element:
        name = local(child)
        if name in _SILENT:
            continue
        if name == "t":
            yield child.text or "", address
        elif name in _BLANKS:
            yield _BLANKS[name], address
        elif name in ("blip", "imagedata"):
            target = attribute(child, "embed") or attribute(child, "id")
            if target:
                yield Block("picture", _alternative(child), (), target), ""
        elif name in _STORIES:
            yield child, ""
        else:
            leads = address
            if name == "hyperlink":
                leads = relations.links.get(attribute(child, "id"), "")
            yield from _pieces(child, relations, leads)


def _alternative(picture: etree._Element) -> str:
    """What the drawing around a picture says of it."""
    for above in picture.iterancestors():
        if local(above) in ("inline", "anchor"):
            about = next((each for each in above if local(each) == "docPr"), None)
            return "" if about is None else tidy(attribute(about, "descr"))
        if local(above) in ("shape", "p"):
            return tidy(attribute(above, "alt"))
    return ""


def _style(paragraph: etree._Element, relations: Relations) -> str:
    for properties in paragraph:
        if local(properties) == "pPr":
            for each in properties:
                if local(each) == "pStyle":
                    style = attribute(each, "val")
                    return relations.styles.get(style, style.lower())
            return ""
    return ""


def _table(table: etree._Element, relations: Relations) -> Iterator[Block]:
    """The rows, cells set apart by bars; a table that only holds pictures flows."""
    rows = [[list(read_blocks(cell, relations)) for cell in _cells(row)] for row in _rows(table)]
    blocks = [block for row in rows for cell in row for block in cell]
    has_pictures = any(block.style == "picture" for block in blocks)
    if has_pictures or all(len(row) <= 1 for row in rows):
        yield from blocks
        return
    for row in rows:
        texts = [" ".join(block.text for block in cell) for cell in row]
        if any(texts):
            spans = tuple(span for cell in row for block in cell for span in block.spans)
            yield Block("row", " | ".join(texts).strip(), spans)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in _HOLDERS:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) in _HOLDERS:
            yield from _cells(child)
