"""NITF files: one story each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from desktop_app.importing.html.about import text_language
from desktop_app.importing.page import read_bytes, shortened
from desktop_app.importing.photos import LocalPictures
from desktop_app.importing.raw import Found, Later, RawItem, ReportBytes, Skipped
from desktop_app.importing.wire.marked_text import without_first
from desktop_app.importing.wire.nitf_story import NitfStory, read_nitf
from desktop_app.importing.wire.xml_head import root_of
from desktop_app.importing.wire.xml_text import MAX_XML
from desktop_app.importing.wire.xml_tree import parse_xml
from desktop_app.messages import message


class Nitf:
    """Stories as wires and newspapers' archives keep them."""

    name = "nitf"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the root element."""
        root = root_of(head)
        return root is not None and root.name.lower() == "nitf"

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the story."""
        yield Later(partial(read_nitf_file, path), LocalPictures(path))
        report_bytes(path.stat().st_size)


def read_nitf_file(path: Path) -> Sequence[Found]:
    """The story in the file at `path`; raises `ImportFailure`."""
    found = story_item(read_nitf(parse_xml(read_bytes(path, MAX_XML), path)))
    if found.title or found.paragraphs:
        return (found,)
    return (Skipped("", message("it holds neither a headline nor text")),)


def story_item(story: NitfStory) -> RawItem:
    """The item of a story that stands alone."""
    text = without_first(story.text, story.title)
    title = story.title or shortened(text.paragraphs[0] if text.paragraphs else "")
    return RawItem(
        title=title,
        paragraphs=text.paragraphs,
        language=text_language(story.language, "\n".join((title, *text.paragraphs))),
        source=story.source,
        date=story.day,
        byline=story.byline,
        photos=text.photos,
        identity=f"{story.source}\n{story.identity}" if story.identity else "",
        version=story.version,
        links=text.links,
        details=story.details,
    )
