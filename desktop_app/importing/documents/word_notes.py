"""The footnotes and endnotes of a Word document, as paragraphs after its text.

They are numbered on in the order in which the text refers to them. The text itself bears
no numbers: a phrase with a note inside would not be found any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from desktop_app.importing.documents.word_text import Block, Relations, read_blocks
from desktop_app.importing.documents.zipped import ZippedDocument, attribute, joined, local

_KINDS = ("footnote", "endnote")  # ECMA-376 part 1, 17.11: each in a part of its own
_GONE = frozenset(("del", "moveFrom"))


def read_notes(
    document: ZippedDocument, main: str, body: etree._Element, styles: Relations
) -> Iterator[Block]:
    """Yield the notes `body`, of the part `main`, refers to. Raises `ImportFailure`."""
    number = 0
    for kind in _KINDS:
        part = joined(main, f"{kind}s.xml")
        wanted = list(dict.fromkeys(_references(body, f"{kind}Reference")))
        root = document.xml(part) if wanted else None
        notes = {attribute(note, "id"): note for note in (() if root is None else root)}
        relations = replace(styles, links=links_of(document, part))
        for note in (notes[each] for each in wanted if each in notes):
            blocks = [block for block in read_blocks(note, relations) if block.style != "picture"]
            if blocks:
                number += 1
                yield replace(blocks[0], style="note", text=f"[{number}] {blocks[0].text}")
                yield from (replace(block, style="note") for block in blocks[1:])


def targets_of(document: ZippedDocument, part: str) -> dict[str, str]:
    """What the relations of a part lead to, by id."""
    folder, _, name = part.rpartition("/")
    root = document.xml(f"{folder}/_rels/{name}.rels")
    return {
        attribute(relation, "Id"): attribute(relation, "Target")
        for relation in (() if root is None else root)
        if local(relation) == "Relationship"
    }


def links_of(document: ZippedDocument, part: str) -> dict[str, str]:
    """Those of the relations of a part that lead out of the document."""
    targets = targets_of(document, part)
    return {key: value for key, value in targets.items() if "://" in value or ":" in value[:8]}


def _references(body: etree._Element, name: str) -> Iterator[str]:
    """The ids of the notes referred to, in order, but for deleted words'."""
    for each in body.iter():
        if local(each) == name and not any(local(up) in _GONE for up in each.iterancestors()):
            yield attribute(each, "id")
