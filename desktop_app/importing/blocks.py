"""Markdown taken apart into headings, paragraphs and pictures, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree, html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop_app.importing.html.tree import walk_blocks
from desktop_app.importing.page import tidy
from desktop_app.language.tokens import HAN


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `kind`: heading, text, picture or rule.

    `level` is a heading's, 1 to 6. `target` is a picture's address, or that of a
    paragraph that is nothing but one link.
    """

    kind: str
    text: str = ""
    level: int = 0
    target: str = ""


def markdown_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of Markdown `text` (CommonMark and tables; HTML inside is read)."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    for place, token in enumerate(tokens):
        if token.type == "inline":
            before = tokens[place - 1]
            level = int(before.tag[1]) if before.type == "heading_open" else 0
            yield from _inline(token.children or (), level)
        elif token.type in ("fence", "code_block"):
            yield from (
                Block("text", line) for raw in token.content.split("\n") if (line := tidy(raw))
            )
        elif token.type == "html_block":
            yield from html_blocks(token.content)
        elif token.type == "hr":
            yield Block("rule")


def html_blocks(source: str) -> Iterator[Block]:
    """Yield the paragraphs and pictures of a piece of HTML."""
    try:
        root = html.fragment_fromstring(source, create_parent="div")
    except (etree.LxmlError, ValueError):
        return
    for piece in walk_blocks(root):
        if isinstance(piece, str):
            yield Block("text", piece)
        elif address := piece.get("src"):
            yield Block("picture", tidy(piece.get("alt") or ""), target=address)


def _inline(children: Sequence[Token], level: int) -> Iterator[Block]:
    """A paragraph or heading; pictures inside come after the text before them."""
    kind = "heading" if level else "text"
    text: list[str] = []
    for child in children:
        picture = _picture(child)
        if picture:
            yield from _flush(kind, text, level, "")
            text = []
            yield picture
        elif child.type == "softbreak" or (child.type == "html_inline" and _is_break(child)):
            text.append("\n")
        elif child.type == "hardbreak":
            text.append(" ")
        elif child.type in ("text", "code_inline", "text_special"):
            text.append(child.content)
    yield from _flush(kind, text, level, _only_link(children))


def _flush(kind: str, text: Sequence[str], level: int, target: str) -> Iterator[Block]:
    if line := tidy(_unfolded("".join(text))):
        yield Block(kind, line, level, target)


def _unfolded(text: str) -> str:
    """A line end between two Chinese characters is no blank."""
    lines = text.split("\n")
    joined = lines[0]
    for line in lines[1:]:
        both = HAN.search(joined[-1:]) or joined[-1:] in "，。、；：”）"
        joined += line if both and HAN.match(line[:1] or " ") else f" {line}"
    return joined


def _is_break(token: Token) -> bool:
    return re.match(r"<br\b", token.content, re.IGNORECASE) is not None


def _picture(token: Token) -> Block | None:
    if token.type == "image":
        alt = "".join(child.content for child in token.children or ())
        return Block("picture", tidy(alt), target=str(token.attrs.get("src", "")))
    if token.type == "html_inline" and re.match(r"<img\b", token.content, re.IGNORECASE):
        return next((b for b in html_blocks(token.content) if b.kind == "picture"), None)
    return None


def _only_link(children: Sequence[Token]) -> str:
    """The address where a paragraph is one link and nothing else."""
    links = [child for child in children if child.type == "link_open"]
    alone = len(links) == 1 and children[0] is links[0] and children[-1].type == "link_close"
    return str(links[0].attrs.get("href", "")) if alone else ""
