"""A page out of a web archive, read for its item; runs in a worker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.errors import ImportFailure
from desktop_app.importing.encoding import decode
from desktop_app.importing.html.page import HtmlPage, read_page
from desktop_app.importing.html.tree import stripped_lines
from desktop_app.importing.page import tidy_all
from desktop_app.importing.raw import Failed, Found, RawItem, Skipped
from desktop_app.language.detect import detect_language

_TITLED = re.compile(rb"<title\b[^>]*>\s*[^<\s]|<h1\b|og:title", re.IGNORECASE)
_LEAST_TEXT = 200  # characters that a listed text has more than the page before it counts


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page with what the archive's own list says of it; picklable."""

    page: HtmlPage
    title: str = ""
    text: str = ""


def read_archived(archived: ArchivedPage) -> Sequence[Found]:
    """The item of the page, or why it has none; what cannot be read is a `Failed`."""
    try:
        found = read_page(archived.page)
    except ImportFailure as error:
        return (Failed(archived.page.where, error.text),)
    return tuple(_completed(each, archived) for each in found)


def _completed(found: Found, archived: ArchivedPage) -> Found:
    """`found` with the listed title where the page states none, and text where it has none.

    Pages that scripts write hold neither; whoever captured them listed what was shown.
    """
    content = archived.page.content
    if isinstance(found, RawItem):
        titled = isinstance(content, bytes) and _TITLED.search(content)
        text = sum(map(len, found.paragraphs))
        if archived.title and not titled:
            found = replace(found, title=archived.title)
        if len(archived.text) > text + _LEAST_TEXT and text < _LEAST_TEXT:
            found = replace(found, paragraphs=_paragraphs(archived), photos=())
    elif isinstance(found, Skipped) and len(archived.text) > _LEAST_TEXT and _is_bare(archived):
        found = _listed_item(archived)
    return found


def _is_bare(archived: ArchivedPage) -> bool:
    """Whether the page itself says next to nothing; others are passed over for what they say."""
    page = archived.page
    if not isinstance(page.content, bytes):
        return False
    text = decode(page.content, page.name, page.encoding)
    return sum(map(len, stripped_lines(text))) < _LEAST_TEXT


def _paragraphs(archived: ArchivedPage) -> tuple[str, ...]:
    lines = tidy_all(archived.text.split("\n"))
    return lines[1:] if lines[:1] == (archived.title,) else lines


def _listed_item(archived: ArchivedPage) -> RawItem:
    page, paragraphs = archived.page, _paragraphs(archived)
    return RawItem(
        title=archived.title or paragraphs[0][:120],
        paragraphs=paragraphs,
        language=detect_language("\n".join(paragraphs)),
        source="",
        url=page.address,
        identity=page.identity,
        part=page.part,
        offset=page.offset,
        address=page.address,
        captured=page.captured,
    )
