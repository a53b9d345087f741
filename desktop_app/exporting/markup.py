"""Text as XHTML: escaped, with links where they are safe to follow."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.items import Link

# What XML 1.0 has no way to write (section 2.2).
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FOLLOWED = re.compile(r"(?:https?://|mailto:)[^\s\"<>\\^`{|}]+", re.IGNORECASE)


def escaped(text: str) -> str:
    """`text` for an element or a quoted attribute."""
    return html.escape(_UNWRITABLE.sub("", text))


def is_followed(address: str) -> bool:
    """Whether a link to `address` may be offered: the web and mail, nothing that runs."""
    return _FOLLOWED.fullmatch(address) is not None


def linked_paragraphs(paragraphs: Sequence[str], links: Iterable[Link]) -> Iterator[str]:
    """Each paragraph as XHTML; `links` lie in the paragraphs joined by newlines."""
    for paragraph, own in paragraph_links(paragraphs, links):
        pieces, done = [], 0
        for start, end, address in own:
            pieces.append(escaped(paragraph[done:start]))
            words = escaped(paragraph[start:end])
            pieces.append(f'<a href="{escaped(address)}">{words}</a>')
            done = end
        yield "".join(pieces) + escaped(paragraph[done:])


def paragraph_links(
    paragraphs: Sequence[str], links: Iterable[Link]
) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Each paragraph with its own links as (start, end, address), none over another."""
    waiting = sorted(
        (link for link in links if is_followed(link.address)), key=lambda link: link.start
    )
    begin, next_ = 0, 0
    for paragraph in paragraphs:
        own: list[tuple[int, int, str]] = []
        end = begin + len(paragraph)
        while next_ < len(waiting) and waiting[next_].start < end:
            link = waiting[next_]
            start = max(link.start - begin, own[-1][1] if own else 0, 0)
            stop = min(link.end, end) - begin
            if start < stop:
                own.append((start, stop, link.address))
            next_ += 1
        yield paragraph, own
        begin = end + 1
