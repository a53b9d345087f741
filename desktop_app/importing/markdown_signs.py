"""Whether a text is Markdown, told by its signs where its name does not say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.importing.frontmatter import split_front_matter
from desktop_app.importing.reads_as import Reads, reads_as

_ABOUT = ("title", "date", "author", "authors", "published", "tags", "categories")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+\S")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_LINKED = (
    re.compile(r"!\[[^\]\n]{0,200}\]\([^)\s]{1,500}"),
    re.compile(r"\[[^\]\n]{1,200}\]\((?:https?://|\.{0,2}/|#|<|[\w-]+\.\w)[^)\n]{0,500}\)"),
    re.compile(r"^\[[^\]\n]{1,100}\]:[ \t]+\S", re.MULTILINE),
)
_MARKED = (
    re.compile(r"\*\*[^*\s][^*\n]{0,200}\*\*"),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"^\|?[ \t]*:?-{3,}:?[ \t]*\|", re.MULTILINE),
    re.compile(r"^> \S", re.MULTILINE),
    re.compile(r"^[*+-] \S.*\n(?:\s*\n)?[*+-] \S", re.MULTILINE),
)


def is_markdown(text: str) -> bool:
    """Whether `text`, a file's beginning, has what only Markdown has.

    That is front matter about an article; or a heading it begins with, or several, where
    sentences say that they are no program's remarks; or links with a mark of another kind.
    """
    front, body = split_front_matter(text)
    if any(key in front for key in _ABOUT):
        return reads_as(body) is not Reads.MACHINE
    reads = reads_as(text)
    if reads is Reads.MACHINE:
        return False
    lines = text.lstrip("\n").split("\n")
    headings = list(_headings(lines))
    linked = sum(1 for sign in _LINKED if sign.search(text))
    marked = sum(1 for sign in _MARKED if sign.search(text))
    if reads is Reads.PROSE and (0 in headings or len(headings) > 1):
        return True
    underlined = sum(1 for _ in _underlined(lines))
    return bool((headings or underlined) and (linked or marked)) or bool(linked and marked)


def _headings(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines that are headings: a remark goes on in the next line."""
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        after = lines[number + 1] if number + 1 < len(lines) else ""
        if _HEADING.match(line) and not before.strip() and not after.startswith("#"):
            yield number


def _underlined(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines that a line of signs below makes headings."""
    for number in range(len(lines) - 1):
        before = lines[number - 1] if number else ""
        if (
            lines[number][:1].strip()
            and not before.strip()
            and _UNDERLINE.fullmatch(lines[number + 1].rstrip())
        ):
            yield number
